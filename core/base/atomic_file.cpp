#include "core/base/atomic_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <set>
#include <unistd.h>
#include <utility>

namespace bridgescope {
namespace {

std::mutex g_mutex;
std::set<std::string>& unfinished()
{
    static std::set<std::string> files;
    return files;
}

std::string remedy(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return "free some space or choose another place";
    case ENOENT:
        return "create the folder first or choose another place";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a place you may write to";
    case EISDIR:
        return "give a file name, not a folder";
    default:
        return "choose another place";
    }
}

} // namespace

AtomicFile::AtomicFile(std::string path) : m_path(std::move(path))
{
    std::error_code ignored;
    if (std::filesystem::is_directory(m_path, ignored)) fail("cannot be written", EISDIR);
    // A device or a pipe (/dev/full, /dev/stdout) cannot be renamed over: it is written in place.
    const auto status = std::filesystem::status(m_path, ignored);
    const bool special = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    static std::size_t counter = 0;
    {
        const std::scoped_lock lock(g_mutex);
        if (!special) {
            m_temporary = m_path + ".part" + std::to_string(getpid()) + "-" + std::to_string(counter++);
            unfinished().insert(m_temporary);
        }
    }
    m_file = std::fopen(special ? m_path.c_str() : m_temporary.c_str(), "wb");
    if (!m_file) fail("cannot be written", errno);
}

AtomicFile::~AtomicFile()
{
    if (m_file) std::fclose(m_file);
    if (m_temporary.empty()) return;
    const std::scoped_lock lock(g_mutex);
    if (unfinished().erase(m_temporary)) std::remove(m_temporary.c_str());
}

void AtomicFile::fail(const char* doing, int code)
{
    if (m_file) std::fclose(std::exchange(m_file, nullptr));
    if (!m_temporary.empty()) {
        const std::scoped_lock lock(g_mutex);
        if (unfinished().erase(m_temporary)) std::remove(m_temporary.c_str());
    }
    throw Error(ErrorKind::Io, std::string(doing) + " (" + std::strerror(code) + ")", remedy(code)).inFile(m_path);
}

void AtomicFile::write(const void* bytes, std::size_t count)
{
    if (count > 0 && std::fwrite(bytes, 1, count, m_file) != count) fail("could not be written in full", errno);
}

void AtomicFile::commit()
{
    if (std::fflush(m_file) != 0) fail("could not be written in full", errno);
    if (!m_temporary.empty() && fsync(fileno(m_file)) != 0) fail("could not be written in full", errno);
    if (std::fclose(std::exchange(m_file, nullptr)) != 0) fail("could not be written in full", errno);
    if (m_temporary.empty()) return;
    if (std::rename(m_temporary.c_str(), m_path.c_str()) != 0) fail("cannot be put in place", errno);
    const std::scoped_lock lock(g_mutex);
    unfinished().erase(m_temporary);
}

void AtomicFile::removeUnfinished()
{
    const std::scoped_lock lock(g_mutex);
    for (const auto& name : unfinished())
        std::remove(name.c_str());
    unfinished().clear();
}

void writeFile(const std::string& path, std::string_view content)
{
    AtomicFile file(path);
    file.write(content);
    file.commit();
}

} // namespace bridgescope
