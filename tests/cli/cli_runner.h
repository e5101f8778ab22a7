#pragma once
#include "app/cli/command.h"

#include <QFloat16> // QCOMPARE asks whether Json converts to it
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace bridgescope {

/// One run of the command line in this process.
struct CliRun {
    int code = 0;
    std::string out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

inline CliRun runCli(std::vector<std::string> arguments, std::stop_token stop = {})
{
    std::ostringstream out, err;
    Console console{out, err, std::move(stop), false};
    CliRun run;
    run.code = runCommandLine(std::move(arguments), console);
    run.out = out.str();
    run.err = err.str();
    return run;
}

inline std::string readFile(const std::string& name)
{
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace bridgescope
