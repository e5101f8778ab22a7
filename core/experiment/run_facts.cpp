#include "core/experiment/run_facts.h"

#include "core/base/parallel.h"
#include "core/experiment/grid_folder.h"

#include <chrono>
#include <ctime>

namespace bridgescope {
namespace {

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace

nlohmann::ordered_json runFacts(double seconds)
{
    return {{"ended", utcNow()},
            {"seconds", seconds},
            {"host", hostName()},
            {"threads", threadCount()},
            {"blas", blasDescription()}};
}

nlohmann::ordered_json fileJson(const InputFile& file)
{
    return {{"role", file.role}, {"file", file.file}, {"sha256", file.sha256}};
}

} // namespace bridgescope
