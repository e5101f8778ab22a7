#pragma once
#include "core/experiment/grid_folder.h"
#include "core/experiment/grid_table.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bridgescope {

enum class CellState { Waiting, Running, Done, Failed };

/// What a run tells while it goes; calls come from any thread, never two at once.
struct GridHooks {
    std::function<void(std::size_t cell, CellState state)> onCell;
    /// Asked before each training and wherever it reports progress, batch by batch; may block (a paused window). Must
    /// return once a stop is requested.
    std::function<void()> waitWhilePaused;
};

/// Processes that shared a run.
struct RanksOfRun {
    int count = 1;
    std::size_t computed = 0; ///< cells of all of them
};

/// One run of a grid into a folder: read, open, run, finish. The command line, the window and every rank over MPI go
/// through it.
class GridRun {
public:
    /// Reads all data. @throws Error where an input is missing or wrong, before anything is computed.
    explicit GridRun(GridSpec spec, const Context& context = {});
    ~GridRun();

    const GridSpec& spec() const;
    const std::vector<GridCell>& cells() const;
    const GridPair& data(std::size_t index) const;

    /// As GridFolder::open().
    void open(const std::string& dir, bool resume, const Context& context = {},
              ForeignLock foreign = ForeignLock::Refuse);
    void attach(const std::string& dir); ///< of a rank that does not lock

    /// Trainings that some unfinished cell needs. A cell that failed for its data or its settings is finished; one that
    /// failed for want of memory is not.
    std::vector<GridTask> pending() const;
    CellState stateOf(std::size_t cell) const; ///< Waiting, Done or Failed, as its file says

    /// A finished cell's numbers (stars need the whole table), or why it failed; none where it is not finished.
    std::optional<GridRow> rowOf(std::size_t cell) const;

    /// Runs tasks in parallel, one a worker, each cell written as soon as it is finished, by a thread of its own.
    /// @throws Error(Io) where a cell cannot be written; Cancelled, finished cells kept.
    void run(const std::vector<GridTask>& tasks, const GridHooks& hooks = {}, const Context& context = {});

    std::size_t computed() const; ///< cells that run() finished

    /// Reads all cells and writes table.csv, table.md, table.tex, table.html, table.json, methods.txt, methods.bib and
    /// provenance.json. `ranks`: of a run that several processes shared, for the last.
    GridTable finish(const Context& context = {}, std::optional<RanksOfRun> ranks = {});

private:
    struct Private;
    std::unique_ptr<Private> m;
};

/// Everything of the above in one call.
GridTable runGrid(GridSpec spec, const std::string& dir, bool resume, const GridHooks& hooks = {},
                  const Context& context = {});

} // namespace bridgescope
