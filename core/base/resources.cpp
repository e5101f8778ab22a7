#include "core/base/resources.h"

#include "core/base/error.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace bridgescope {

std::string resourcePath(const std::string& name)
{
    namespace fs = std::filesystem;
    std::vector<fs::path> places;
    if (const char* chosen = std::getenv("BRIDGESCOPE_RESOURCES")) places.emplace_back(chosen);
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) places.push_back(program.parent_path().parent_path() / "share" / "bridgescope");
    places.emplace_back(BRIDGESCOPE_SOURCE_RESOURCES);
    std::string tried;
    for (const auto& place : places) {
        const fs::path candidate = place / name;
        if (fs::exists(candidate, ignored)) return candidate.string();
        tried += (tried.empty() ? "" : ", ") + place.string();
    }
    throw Error(ErrorKind::Io, "shipped file " + name + " is missing (looked in " + tried + ")",
                "install Bridgescope again or set BRIDGESCOPE_RESOURCES");
}

} // namespace bridgescope
