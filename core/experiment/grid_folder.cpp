#include "core/experiment/grid_folder.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

std::string contentOf(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The names by which two specs are told to be of one grid.
Json namesOf(const GridSpec& spec)
{
    Json json = {{"data", Json::array()}, {"maps", Json::array()}};
    for (const GridData& data : spec.data)
        json["data"].push_back(data.feature.empty() ? data.name : data.name + " " + data.feature);
    for (const GridMap& map : spec.maps)
        json["maps"].push_back(map.name);
    return json;
}

bool shareOne(const Json& a, const Json& b)
{
    return std::any_of(a.begin(), a.end(), [&](const Json& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

void requireSameGrid(const std::string& dir, const GridSpec& spec)
{
    const Json before = Json::parse(contentOf(dir + "/grid.json"), nullptr, false);
    const bool readable = before.is_object() && before.contains("data") && before.contains("maps");
    if (!readable)
        throw Error(ErrorKind::Input, "the folder is not empty and holds no grid",
                    "choose an empty or new folder with --out")
            .inFile(dir);
    const Json now = namesOf(spec);
    if (!shareOne(before["data"], now["data"]) || !shareOne(before["maps"], now["maps"]))
        throw Error(ErrorKind::Input,
                    "the folder holds another grid: none of its data sets or none of its maps is in this spec",
                    "choose an empty or new folder with --out")
            .inFile(dir);
}

/// What a killed run had begun to write.
void sweep(const std::string& dir)
{
    std::error_code ignored;
    for (const std::string& folder : {dir, dir + "/cells"})
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().filename().string().find(".part") != std::string::npos) fs::remove(entry.path(), ignored);
}

} // namespace

std::string hostName()
{
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

GridFolder::GridFolder(GridFolder&& other) noexcept
    : m_dir(std::move(other.m_dir)), m_lock(std::exchange(other.m_lock, -1))
{
}

GridFolder::~GridFolder()
{
    if (m_lock < 0) return;
    unlink((m_dir + "/.lock").c_str());
    close(m_lock);
}

void GridFolder::lock(const Context& context, ForeignLock foreign)
{
    const std::string file = m_dir + "/.lock";
    while (true) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0)
            throw Error(ErrorKind::Io, std::string("cannot be written (") + std::strerror(errno) + ")",
                        "choose a place you may write to")
                .inFile(file);
        const bool held = flock(descriptor, LOCK_EX | LOCK_NB) != 0;
        const std::string owner = contentOf(file);
        const auto host = owner.find(" on ");
        const bool elsewhere = host != std::string::npos && owner.substr(host + 4) != hostName() + "\n";
        if (held || (elsewhere && foreign == ForeignLock::Refuse)) {
            close(descriptor);
            const std::string who = owner.empty() ? "another run" : owner.substr(0, owner.find('\n'));
            throw Error(ErrorKind::Input, "the folder is in use by " + who,
                        elsewhere ? "wait for it, or give --take-over if that process is gone"
                                  : "wait for it or choose another folder with --out")
                .inFile(m_dir);
        }
        struct stat mine {
        }, there{};
        // Its owner may have removed the file between our opening and locking it.
        const bool same =
            fstat(descriptor, &mine) == 0 && stat(file.c_str(), &there) == 0 && mine.st_ino == there.st_ino;
        if (!same) {
            close(descriptor);
            continue;
        }
        m_lock = descriptor;
        if (!owner.empty())
            context.warning(m_dir + ": the lock of " + owner.substr(0, owner.find('\n')) +
                            (elsewhere ? " is taken over, as told" : ", which is gone, is taken over"));
        const std::string text = "process " + std::to_string(getpid()) + " on " + hostName() + "\n";
        if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, text.data(), text.size(), 0) < 0)
            throw Error(ErrorKind::Io, std::string("cannot be written (") + std::strerror(errno) + ")",
                        "free some space or choose another place")
                .inFile(file);
        return;
    }
}

GridFolder GridFolder::open(const std::string& dir, bool resume, const GridSpec& spec, const Context& context,
                            ForeignLock foreign)
{
    GridFolder folder(dir);
    makeFolder(dir);
    const auto isEmpty = [&] {
        return std::none_of(fs::directory_iterator(dir), fs::directory_iterator{},
                            [](const auto& entry) { return entry.path().filename() != ".lock"; });
    };
    // Whether another run holds the folder is said first; what is in it only then.
    folder.lock(context, foreign);
    if (!isEmpty()) {
        if (!resume)
            throw Error(ErrorKind::Input, "the folder is not empty",
                        "go on with --resume or choose another folder with --out")
                .inFile(dir);
        sweep(dir);
        if (!isEmpty()) requireSameGrid(dir, spec);
    }
    folder.write("grid.json", namesOf(spec).dump(2) + "\n");
    makeFolder(dir + "/cells");
    return folder;
}

std::optional<Json> GridFolder::readCell(const std::string& id) const
{
    const std::string text = contentOf(cellFile(id));
    if (text.empty()) return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("id") || json["id"] != id) return std::nullopt;
    return json;
}

void GridFolder::write(const std::string& name, const std::string& content) const
{
    writeFile(m_dir + "/" + name, content);
}

void GridFolder::remove(const std::string& name) const
{
    std::error_code ignored;
    fs::remove(m_dir + "/" + name, ignored);
}

} // namespace bridgescope
