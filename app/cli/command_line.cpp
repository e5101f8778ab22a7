#include "app/cli/command.h"
#include "app/cli/progress_bar.h"
#include "core/base/error.h"
#include "core/base/parallel.h"

#include <CLI/CLI.hpp>
#include <new>
#include <ostream>

namespace bridgescope {
namespace {

int exitCode(const Error& error)
{
    return error.kind == ErrorKind::Work ? 1 : 2;
}

std::string oneLine(std::string text)
{
    for (char& c : text)
        if (c == '\n') c = ' ';
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

/// Everything a command may throw, as a line and an exit code.
int guarded(const std::function<int(Console&)>& run, Console& console)
{
    try {
        return run(console);
    } catch (const Cancelled&) {
        console.err << "interrupted\n";
        return 130;
    } catch (const Error& error) {
        console.err << "bridgescope-cli: " << error.what() << '\n';
        return exitCode(error);
    } catch (const std::bad_alloc&) {
        console.err << "bridgescope-cli: not enough memory; use fewer items or a smaller --memory\n";
        return 1;
    }
}

} // namespace

std::vector<Command> allCommands()
{
    return {infoCommand(),      transformCommand(), pairCommand(),    overlapCommand(),    neighborsCommand(),
            trainCommand(),     applyCommand(),     compareCommand(), similarityCommand(), wordsimCommand(),
            untrainedCommand(), projectCommand(),   gridCommand(),    demoCommand()};
}

Context makeContext(Console& console, const CommonOptions& options)
{
    Context context;
    context.stop = console.stop;
    if (options.quiet) return context;
    std::shared_ptr<ProgressBar> bar;
    if (console.terminal) {
        bar = std::make_shared<ProgressBar>(console.err);
        context.progress = [bar](const Progress& progress) { bar->update(progress); };
    }
    context.warn = [&err = console.err, bar](const std::string& text) {
        if (bar) bar->clear();
        err << "warning: " << oneLine(text) << '\n';
    };
    return context;
}

int runCommandLine(std::vector<std::string> arguments, Console& console)
{
    CLI::App app("Whose neighbors does a mapping between embedding sets keep?", "bridgescope-cli");
    app.set_version_flag("--version", "bridgescope-cli " BRIDGESCOPE_VERSION);
    app.require_subcommand(1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    CommonOptions common;
    std::vector<std::pair<CLI::App*, std::function<int(Console&)>>> runs;
    for (const Command& command : allCommands()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer("Example:\n  " + command.example);
        addCommonOptions(*sub, common);
        runs.emplace_back(sub, command.configure(*sub, common));
    }
    try {
        std::reverse(arguments.begin(), arguments.end());
        app.parse(std::move(arguments));
    } catch (const CLI::Success& wanted) { // --help, --version
        app.exit(wanted, console.out, console.err);
        return 0;
    } catch (const CLI::ParseError& error) {
        std::string name;
        for (const auto& [sub, run] : runs)
            if (sub->parsed()) name = " " + sub->get_name();
        console.err << "bridgescope-cli: " << oneLine(error.what()) << "; see bridgescope-cli" << name << " --help\n";
        return 2;
    } catch (const Error& error) {
        console.err << "bridgescope-cli: " << error.what() << '\n';
        return exitCode(error);
    }
    setThreadCount(common.threads);
    for (const auto& [sub, run] : runs)
        if (sub->parsed()) return guarded(run, console);
    return 2;
}

} // namespace bridgescope
