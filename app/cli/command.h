#pragma once
#include "app/options/common_options.h"
#include "core/base/context.h"

#include <functional>
#include <iosfwd>
#include <stop_token>
#include <string>
#include <vector>

namespace bridgescope {

/// What a command runs against: its two streams and the interrupt. Tests hand in string streams.
struct Console {
    std::ostream& out;
    std::ostream& err;
    std::stop_token stop;
    bool terminal = false; ///< err is a terminal: progress is drawn
};

/// One sub-command. `configure` binds its options and returns what runs it; a result of 0 is success.
struct Command {
    std::string name;
    std::string summary;
    std::string example;
    std::function<std::function<int(Console&)>(CLI::App&, CommonOptions&)> configure;
};

/// All commands in the order of the help.
std::vector<Command> allCommands();

/// Runs the command line (without the program's name). Exit codes: 0 success, 1 the work failed, 2 bad usage or input
/// (one line on err), 130 interrupted.
int runCommandLine(std::vector<std::string> arguments, Console& console);

/// Progress and warnings as the console and --quiet want them.
Context makeContext(Console& console, const CommonOptions& options);

Command infoCommand();
Command transformCommand();
Command pairCommand();
Command overlapCommand();
Command neighborsCommand();
Command trainCommand();
Command applyCommand();
Command compareCommand();
Command similarityCommand();
Command wordsimCommand();
Command untrainedCommand();
Command gridCommand();
Command projectCommand();
Command demoCommand();

} // namespace bridgescope
