#pragma once
#include <stop_token>
#include <string>
#include <vector>

namespace bridgescope {

struct FigureResult {
    bool found = false; ///< the program bridgescope stands beside this one or in PATH
    int exitCode = 0;
};

/// Runs `bridgescope figure ARGUMENTS...` and waits: the command line links no Qt, so figures are the window program's.
/// A stop ends that program too. @throws Cancelled.
FigureResult runFigureProgram(const std::vector<std::string>& arguments, const std::stop_token& stop);

} // namespace bridgescope
