#include "core/experiment/grid_run.h"

#include "core/base/background_writer.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/experiment/cell_work.h"
#include "core/experiment/grid_outputs.h"

#include <chrono>
#include <mutex>
#include <numeric>
#include <optional>

namespace bridgescope {

struct GridRun::Private {
    Private(GridSpec given, const Context& context)
        : spec(std::move(given)), data(readGridPairs(spec, context)), cells(gridCells(spec, data)), cache(spec, data)
    {
    }

    GridSpec spec;
    std::vector<std::shared_ptr<const GridPair>> data;
    std::vector<GridCell> cells;
    SpaceCache cache;
    std::optional<GridFolder> folder;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    std::size_t computed = 0; ///< cells of this run
};

GridRun::GridRun(GridSpec spec, const Context& context) : m(std::make_unique<Private>(std::move(spec), context)) {}
GridRun::~GridRun() = default;

const GridSpec& GridRun::spec() const
{
    return m->spec;
}

const std::vector<GridCell>& GridRun::cells() const
{
    return m->cells;
}

const GridPair& GridRun::data(std::size_t index) const
{
    return *m->data[index];
}

void GridRun::open(const std::string& dir, bool resume, const Context& context, ForeignLock foreign)
{
    m->folder.emplace(GridFolder::open(dir, resume, m->spec, context, foreign));
}

void GridRun::attach(const std::string& dir)
{
    m->folder.emplace(GridFolder::attach(dir));
}

CellState GridRun::stateOf(std::size_t cell) const
{
    const auto content = m->folder->readCell(m->cells[cell].id);
    if (!content || content->value("retry", false)) return CellState::Waiting;
    return content->contains("failed") ? CellState::Failed : CellState::Done;
}

std::optional<GridRow> GridRun::rowOf(std::size_t cell) const
{
    const auto content = m->folder->readCell(m->cells[cell].id);
    if (!content || content->value("retry", false)) return std::nullopt;
    return gridRowOf(m->spec, m->cells[cell], *content);
}

std::vector<GridTask> GridRun::pending() const
{
    std::vector<std::size_t> wanted;
    for (std::size_t c = 0; c < m->cells.size(); ++c)
        if (stateOf(c) == CellState::Waiting) wanted.push_back(c);
    return gridTasks(m->spec, m->cells, wanted);
}

void GridRun::run(const std::vector<GridTask>& tasks, const GridHooks& hooks, const Context& context)
{
    if (!tasks.empty()) removeTables(*m->folder);
    std::mutex mutex;
    std::vector<double> shares(tasks.size(), 0); // of each task that is done
    const auto advance = [&](std::size_t task, double share) {
        const std::scoped_lock lock(mutex);
        shares[task] = share;
        context.report(std::accumulate(shares.begin(), shares.end(), 0.0), static_cast<double>(tasks.size()),
                       "trainings");
    };
    const auto tell = [&](std::size_t cell, CellState state) {
        const std::scoped_lock lock(mutex);
        if (state != CellState::Running) ++m->computed;
        if (hooks.onCell) hooks.onCell(cell, state);
    };
    BackgroundWriter writer; // workers do not wait for the disc
    parallelFor(static_cast<Index>(tasks.size()), [&](Index index, int) {
        const auto t = static_cast<std::size_t>(index);
        if (hooks.waitWhilePaused) hooks.waitWhilePaused();
        context.checkStop();
        Context within;
        within.stop = context.stop;
        within.progress = [&, t](const Progress& p) {
            if (context.progress && p.total > 0) advance(t, std::min(p.done / p.total, 1.0));
            if (hooks.waitWhilePaused) hooks.waitWhilePaused();
        };
        CellWork work(m->spec, m->cells, *m->data[m->cells[tasks[t].cells.front()].data], m->cache);
        for (const std::size_t cell : tasks[t].cells) {
            tell(cell, CellState::Running);
            const auto content = work.compute(cell, within);
            const auto state = content.contains("failed") ? CellState::Failed : CellState::Done;
            writer.put(m->folder->cellFile(m->cells[cell].id), content.dump() + "\n",
                       [&tell, cell, state] { tell(cell, state); });
        }
        advance(t, 1);
    });
    writer.finish();
}

std::size_t GridRun::computed() const
{
    return m->computed;
}

GridTable GridRun::finish(const Context& context, std::optional<RanksOfRun> ranks)
{
    context.checkStop();
    std::vector<nlohmann::ordered_json> contents(m->cells.size());
    parallelFor(static_cast<Index>(contents.size()), [&](Index index, int) {
        const auto c = static_cast<std::size_t>(index);
        auto content = m->folder->readCell(m->cells[c].id);
        if (!content)
            throw Error(ErrorKind::Work, "the cell " + m->cells[c].name + " is missing", "run again with --resume")
                .inFile(m->folder->dir());
        contents[c] = std::move(*content);
    });
    const auto spaces = [&](const GridCell& cell) {
        std::vector<std::shared_ptr<const MeasuredFold>> folds;
        for (std::size_t f = 0; f < m->cache.plan(cell.data, cell.seed)->folds.size(); ++f)
            folds.push_back(m->cache.spaces(cell.data, cell.seed, f, cell.metric, cell.direction, context));
        return folds;
    };
    GridTable table = buildGridTable(m->spec, m->cells, contents, spaces);
    writeTables(*m->folder, m->spec, m->cells, table);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - m->begin;
    writeProvenance(*m->folder, m->spec, m->cells, m->data, ranks.value_or(RanksOfRun{1, m->computed}),
                    seconds.count());
    return table;
}

GridTable runGrid(GridSpec spec, const std::string& dir, bool resume, const GridHooks& hooks, const Context& context)
{
    GridRun run(std::move(spec), context);
    run.open(dir, resume, context);
    run.run(run.pending(), hooks, context);
    return run.finish(context);
}

} // namespace bridgescope
