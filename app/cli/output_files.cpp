#include "app/cli/output_files.h"

#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace bridgescope {
namespace {

namespace fs = std::filesystem;

struct NamedFile {
    std::string option, file;
};

bool isSame(const fs::path& a, const fs::path& b)
{
    std::error_code failed;
    if (fs::exists(a, failed) && fs::exists(b, failed))
        return fs::is_regular_file(a, failed) && fs::equivalent(a, b, failed);
    return fs::weakly_canonical(a, failed) == fs::weakly_canonical(b, failed);
}

bool writes(const std::string& option)
{
    constexpr const char* all[] = {"--out",        "--out-dir",          "--per-item",  "--save-model",
                                   "--save-split", "--save-predictions", "--checkpoint"};
    return std::ranges::find(all, option) != std::end(all);
}

/// What an output option writes: the file itself and those beside it.
std::vector<std::string> filesOf(const std::string& option, const std::string& file)
{
    if (option == "--out-dir") {
        std::vector<std::string> files;
        for (const char* name : {"X.npy", "Y.npy", "X.labels.txt", "Y.labels.txt", "pairs.tsv", "report.json"})
            files.push_back((fs::path(file) / name).string());
        return files;
    }
    std::vector<std::string> files{file};
    if (file.ends_with(".npy"))
        for (const char* beside : {".labels.txt", ".rows.txt"})
            files.push_back(file.substr(0, file.size() - 4) + beside);
    if (file.ends_with(".csv")) files.push_back(file + ".provenance.json");
    return files;
}

} // namespace

void requireOwnOutputs(const CLI::App& command)
{
    std::vector<NamedFile> read, written;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& file : option->results()) {
            std::error_code failed;
            const std::string name = option->get_name();
            if (!writes(name)) {
                if (fs::is_regular_file(file, failed)) read.push_back({name, file});
            } else if (!fs::exists(file, failed) || fs::is_regular_file(file, failed) || name == "--out-dir")
                for (const std::string& each : filesOf(name, file))
                    written.push_back({name, each});
        }
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto& [option, file] = written[i];
        for (const NamedFile& input : read)
            if (isSame(file, input.file) && !(option == "--checkpoint" && input.option == "--resume"))
                throw Error(ErrorKind::Usage,
                            option + " would write over " + input.file + ", which is read as " + input.option,
                            "give it another name");
        for (std::size_t j = 0; j < i; ++j)
            if (written[j].option != option && isSame(file, written[j].file))
                throw Error(ErrorKind::Usage, written[j].option + " and " + option + " would both write " + file,
                            "give one of them another name");
    }
}

} // namespace bridgescope
