#include "core/base/folder.h"

#include "core/base/error.h"

#include <filesystem>

namespace bridgescope {

void makeFolder(const std::string& dir)
{
    std::error_code failed, ignored;
    std::filesystem::create_directory(dir, failed);
    if (std::filesystem::is_directory(dir, ignored)) return;
    if (std::filesystem::exists(dir, ignored))
        throw Error(ErrorKind::Io, "is a file, not a folder to write into", "choose another place").inFile(dir);
    throw Error(ErrorKind::Io, "the folder cannot be made" + (failed ? " (" + failed.message() + ")" : std::string()),
                "create its parent first or choose another place")
        .inFile(dir);
}

} // namespace bridgescope
