#include "app/cli/command.h"
#include "app/cli/output_files.h"
#include "app/cli/progress_bar.h"
#include "core/base/error.h"
#include "core/base/parallel.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <numeric>
#include <ostream>
#include <utility>

namespace bridgescope {
namespace {

int exitCode(const Error& error)
{
    return error.kind == ErrorKind::Work ? 1 : 2;
}

/// Letters to insert, drop or exchange (Levenshtein 1966).
std::size_t editDistance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchanged = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
        }
    }
    return row.back();
}

/// @throws Error(Usage) naming the nearest command where the first argument is none.
void requireCommand(const std::vector<std::string>& arguments, const std::vector<Command>& commands)
{
    if (!arguments.empty() && arguments[0].starts_with('-')) return; // --help, --version
    std::string all;
    const Command* nearest = nullptr;
    std::size_t least = 0;
    for (const Command& command : commands) {
        if (!arguments.empty() && command.name == arguments[0]) return;
        all += (all.empty() ? "" : ", ") + command.name;
        const std::size_t distance = arguments.empty() ? 0 : editDistance(arguments[0], command.name);
        if (nearest && distance >= least) continue;
        nearest = &command;
        least = distance;
    }
    if (arguments.empty()) throw Error(ErrorKind::Usage, "no command was given", "give one of " + all + ", or --help");
    throw Error(ErrorKind::Usage, "there is no command '" + arguments[0] + "'",
                2 * least <= nearest->name.size() ? "did you mean " + nearest->name + "?" : "give one of " + all);
}

/// What to do about arguments that do not fit.
std::string remedyOf(const CLI::ParseError& error, const std::string& command)
{
    if (error.get_name() == "ExcludesError") return "give one of them";
    if (error.get_name() == "RequiresError" && std::string(error.what()).find(" requires ") != std::string::npos)
        return "give both or neither";
    return "see bridgescope-cli" + command + " --help";
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
    const std::vector<Command> commands = allCommands();
    for (const Command& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer("Example:\n  " + command.example);
        addCommonOptions(*sub, common);
        runs.emplace_back(sub, command.configure(*sub, common));
    }
    try {
        requireCommand(arguments, commands);
        std::reverse(arguments.begin(), arguments.end());
        app.parse(std::move(arguments));
    } catch (const CLI::Success& wanted) { // --help, --version
        app.exit(wanted, console.out, console.err);
        return 0;
    } catch (const CLI::ParseError& error) {
        std::string name;
        for (const auto& [sub, run] : runs)
            if (sub->parsed()) name = " " + sub->get_name();
        console.err << "bridgescope-cli: " << oneLine(error.what()) << "; " << remedyOf(error, name) << '\n';
        return 2;
    } catch (const Error& error) {
        console.err << "bridgescope-cli: " << error.what() << '\n';
        return exitCode(error);
    }
    setThreadCount(common.threads);
    for (const auto& [sub, run] : runs)
        if (sub->parsed()) {
            const auto checked = [&sub = *sub, &run = run](Console& own) {
                requireOwnOutputs(sub);
                return run(own);
            };
            return guarded(checked, console);
        }
    return 2;
}

} // namespace bridgescope
