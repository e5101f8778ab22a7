#include "ui/panels/experiments/dry_run.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bridgescope {
namespace {

constexpr double operationsASecond = 5e9; ///< of one core: what trainings reach, reading and waiting counted in

/// Additions and multiplications of one training on n items, and of the lists that measure it.
double operationsOf(const TrainingOptions& training, const PairedSet& pairs, const SplitOptions& split)
{
    const auto n = static_cast<double>(pairs.size()), x = static_cast<double>(pairs.x.dimension()),
               y = static_cast<double>(pairs.y.dimension());
    const double held = split.folds > 0 ? n / split.folds : n * split.testShare;
    double fit = 2 * (n - held) * x * (x + y) + x * x * (x + y);
    if (training.map == "net") {
        double weights = 0, before = x;
        for (const Index width : training.hidden) {
            weights += before * static_cast<double>(width);
            before = static_cast<double>(width);
        }
        fit = 6 * (weights + before * y) * (n - held) * static_cast<double>(training.epochs);
    }
    return fit + 2 * held * held * (x + 2 * y);
}

} // namespace

DryRun planGrid(const GridSpec& spec, const std::string& dir, const Context& context)
{
    GridRun run(spec, context);
    run.attach(dir); // looked into, not taken: another run may hold it
    DryRun plan;
    plan.cells = run.cells().size();
    plan.folds = spec.split.folds > 0 ? spec.split.folds : 1;
    std::set<std::tuple<std::size_t, std::string, std::size_t, std::uint64_t>> trainings;
    for (std::size_t c = 0; c < plan.cells; ++c) {
        const GridCell& cell = run.cells()[c];
        trainings.emplace(cell.data, cell.direction, cell.map, cell.seed);
        if (run.stateOf(c) != CellState::Waiting) ++plan.kept;
    }
    plan.trainings = trainings.size();
    const auto pending = run.pending();
    plan.left = pending.size();
    double operations = 0;
    for (const GridTask& task : pending) {
        const GridCell& cell = run.cells()[task.cells.front()];
        const PairedSet& pairs = run.data(cell.data).towards(cell.direction);
        operations += operationsOf(trainingOf(spec, cell), pairs, spec.split) * static_cast<double>(plan.folds);
    }
    plan.seconds = operations / operationsASecond / std::max(1, threadCount());
    return plan;
}

} // namespace bridgescope
