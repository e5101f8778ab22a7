#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/stop_signals.h"
#include "core/experiment/grid_run.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <mpi.h>

using namespace bridgescope;

namespace {

constexpr int interrupted = 130;

struct Options {
    std::string spec, out;
    bool resume = false, takeOver = false, json = false, quiet = false;
    int threads = 1;
    std::optional<std::uint64_t> seed;
};

int rankOf()
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int ranks()
{
    int size = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

/// Whether any rank has a code, and the greatest: what one rank cannot do ends all of them alike.
int worstOf(int code)
{
    int worst = 0;
    MPI_Allreduce(&code, &worst, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
    return worst;
}

/// Runs a step on this rank; every rank learns whether all could do it. What fails on every rank is said once.
int step(const std::function<void()>& work)
{
    int code = 0;
    std::string reason;
    try {
        work();
    } catch (const Cancelled&) {
        code = interrupted;
        reason = "interrupted; the same command with --resume goes on";
    } catch (const Error& error) {
        code = error.kind == ErrorKind::Work ? 1 : 2;
        reason = error.what();
    } catch (const std::bad_alloc&) {
        code = 1;
        reason = "not enough memory; use fewer ranks a node";
    }
    int first = code;
    MPI_Bcast(&first, 1, MPI_INT, 0, MPI_COMM_WORLD);
    if (code != 0 && (rankOf() == 0 || first == 0))
        std::cerr << "bridgescope-cli-mpi" + (rankOf() == 0 ? "" : ", rank " + std::to_string(rankOf())) + ": " +
                         reason + '\n';
    return worstOf(code);
}

/// Rank 0 alone says what is unfinished, since cells of fast ranks appear while slow ones look.
std::vector<GridTask> shareOf(const GridRun& grid)
{
    std::vector<GridTask> all;
    std::vector<unsigned long> wanted;
    if (rankOf() == 0)
        for (const GridTask& task : grid.pending())
            wanted.insert(wanted.end(), task.cells.begin(), task.cells.end());
    unsigned long count = wanted.size();
    MPI_Bcast(&count, 1, MPI_UNSIGNED_LONG, 0, MPI_COMM_WORLD);
    wanted.resize(count);
    MPI_Bcast(wanted.data(), static_cast<int>(count), MPI_UNSIGNED_LONG, 0, MPI_COMM_WORLD);
    const std::vector<std::size_t> cells(wanted.begin(), wanted.end());
    all = gridTasks(grid.spec(), grid.cells(), cells);
    std::vector<GridTask> mine;
    for (std::size_t t = 0; t < all.size(); ++t)
        if (static_cast<int>(t % static_cast<std::size_t>(ranks())) == rankOf()) mine.push_back(all[t]);
    return mine;
}

/// Cells that all ranks finished, to rank 0.
RanksOfRun togetherComputed(const GridRun& grid)
{
    unsigned long mine = grid.computed(), all = 0;
    MPI_Reduce(&mine, &all, 1, MPI_UNSIGNED_LONG, MPI_SUM, 0, MPI_COMM_WORLD);
    return {ranks(), all};
}

/// Rank 0: all cells to tables; how many of them failed.
int finishTables(GridRun& grid, const RanksOfRun& shared, const Options& options, const Context& context)
{
    const GridTable table = grid.finish(context, shared);
    for (std::size_t c = 0; c < table.rows.size(); ++c)
        if (!table.rows[c].failed.empty())
            std::cerr << "failed: " << grid.cells()[c].name << ": " << table.rows[c].failed << '\n';
    auto json = toJson(table);
    json["seed"] = grid.spec().seeds.front();
    json["version"] = BRIDGESCOPE_VERSION;
    if (options.json)
        std::cout << json.dump() << '\n';
    else
        std::cout << table.rows.size() << " cells, " << table.failed << " failed; tables in " << options.out << '\n';
    return static_cast<int>(table.failed);
}

int runRanks(const Options& options, const std::stop_token& stop)
{
    Context context;
    context.stop = stop;
    if (rankOf() == 0 && !options.quiet)
        context.warn = [](const std::string& text) { std::cerr << "warning: " << text << '\n'; };
    std::unique_ptr<GridRun> grid;
    int code = step([&] {
        GridSpec spec = readGridSpec(options.spec);
        applySeed(spec, options.seed);
        for (const std::string& warning : spec.warnings)
            context.warning(options.spec + ": " + warning);
        grid = std::make_unique<GridRun>(std::move(spec), context);
    });
    if (code != 0) return code;
    code = step([&] {
        if (rankOf() == 0)
            grid->open(options.out, options.resume, context,
                       options.takeOver ? ForeignLock::TakeOver : ForeignLock::Refuse);
        else
            grid->attach(options.out);
    });
    if (code != 0) return code;
    const std::vector<GridTask> share = shareOf(*grid);
    code = step([&] {
        try {
            grid->run(share, {}, context);
        } catch (const Cancelled&) {
            grid.reset(); // lets go of the folder at once: mpirun kills ranks soon after it told them to stop
            throw;
        }
    });
    if (code != 0) return code;
    const RanksOfRun shared = togetherComputed(*grid);
    int failed = 0;
    code = step([&] {
        if (rankOf() == 0) failed = finishTables(*grid, shared, options, context);
    });
    return code != 0 ? code : worstOf(failed > 0 ? 1 : 0);
}

int parse(int argc, char** argv, Options& options)
{
    CLI::App app("Runs a grid over the ranks of mpirun; the folder must be on a file system that all of them see.\n"
                 "Example:\n  mpirun -n 4 bridgescope-cli-mpi grid experiment1.json --out experiment1",
                 "bridgescope-cli-mpi");
    app.set_version_flag("--version", "bridgescope-cli-mpi " BRIDGESCOPE_VERSION);
    app.require_subcommand(1);
    CLI::App* grid = app.add_subcommand("grid", "As bridgescope-cli grid, cells spread over ranks");
    grid->add_option("SPEC", options.spec, "JSON file, as of bridgescope-cli grid")->required();
    grid->add_option("--out", options.out, "Folder to write into")->required();
    grid->add_flag("--resume", options.resume, "Go on in a folder that holds cells");
    grid->add_flag("--take-over", options.takeOver,
                   "Take over the lock of a run on another host: only where that run is surely gone");
    grid->add_option("--threads", options.threads, "Threads of each rank; 0: all the machine has")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    grid->add_option("--seed", options.seed, "Where the spec names none (default: 1)")
        ->check([](const std::string& text) {
            return text.starts_with('-') ? text + " is not 0 or a number above it" : std::string();
        });
    grid->add_flag("--json", options.json, "Print one JSON object");
    grid->add_flag("--quiet", options.quiet, "No warnings");
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {
        if (rankOf() == 0) app.exit(wanted);
        return -1;
    } catch (const CLI::ParseError& error) {
        if (rankOf() == 0) std::cerr << "bridgescope-cli-mpi: " << error.what() << "; see bridgescope-cli-mpi --help\n";
        return 2;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    MPI_Init(&argc, &argv);
    std::stop_source source;
    stopOnSignals(source);
    Options options;
    int code = parse(argc, argv, options);
    if (code == 0) {
        setThreadCount(options.threads);
        code = runRanks(options, source.get_token());
    }
    MPI_Finalize();
    return code < 0 ? 0 : code;
}
