#include "core/measurement/evaluation.h"

#include "core/base/error.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <numeric>

namespace bridgescope {
namespace {

/// Progress of one fold as part of all.
Context partOf(const Context& context, std::size_t fold, std::size_t folds)
{
    Context part = context;
    if (context.progress && folds > 1)
        part.progress = [&context, fold, folds](const Progress& p) {
            const double within = p.total > 0 ? p.done / p.total : 0;
            context.report(static_cast<double>(fold) + within, static_cast<double>(folds), "folds");
        };
    return part;
}

/// Measures both held-out overlaps at K after an epoch, from the lists of X and Y computed once.
EpochObserver overlapObserver(const MeasuredFold& spaces, const PairedSet& pairs, const MeasureOptions& options,
                              const Context& context)
{
    return [&spaces, &pairs, options, stop = context.stop](MatrixView prediction, EpochReport& report) {
        Context quiet;
        quiet.stop = stop;
        MeasureOptions atK = options;
        atK.overlap.kMax = atK.overlap.k;
        const auto fold = withPrediction(spaces, pairs, Vectors(nullptr, prediction), atK, quiet);
        const auto mean = [&](const NeighborTable& lists) {
            return OverlapCounts(lists, fold->listsF, atK.overlap.k, atK.overlap.self).means().back();
        };
        report.overlapX = mean(fold->listsX);
        report.overlapY = mean(fold->listsY);
    };
}

struct FoldResult {
    std::shared_ptr<const MeasuredFold> measured;
    Model model;
    std::vector<EpochReport> history;
};

FoldResult runFold(const PairedSet& pairs, const Split& split, int number, const TrainingOptions& training,
                   const MeasureOptions& measure, const EvaluationHooks& hooks, const Context& context)
{
    const auto spaces = measureFold(pairs, split.heldOut, {}, measure, context);
    const Matrix x = selectColumns(pairs.x, split.training);
    const Matrix y = selectColumns(pairs.y, split.training);
    FoldResult result;
    result.model = train(
        x, y, spaces->x, training,
        hooks.overlapsEachEpoch ? overlapObserver(*spaces, pairs, measure, context) : EpochObserver(),
        [&](const EpochReport& report) {
            result.history.push_back(report);
            if (hooks.onEpoch) hooks.onEpoch(number, report);
        },
        context);
    result.measured = withPrediction(*spaces, pairs, result.model.apply(spaces->x, context), measure, context);
    return result;
}

/// Every fold's predictions side by side, items ascending.
void gatherPredictions(Evaluation& evaluation)
{
    struct Place {
        Index item;
        const Vectors* from;
        Index column;
    };
    std::vector<Place> places;
    for (const auto& fold : evaluation.folds)
        for (std::size_t i = 0; i < fold->items.size(); ++i)
            places.push_back({fold->items[i], &fold->f, static_cast<Index>(i)});
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.item < b.item; });
    const Index d = evaluation.folds.front()->f.dimension();
    evaluation.predictions = Matrix(d, static_cast<Index>(places.size()));
    for (std::size_t j = 0; j < places.size(); ++j) {
        const auto from = places[j].from->item(places[j].column);
        std::copy(from.begin(), from.end(), evaluation.predictions.column(static_cast<Index>(j)).begin());
        evaluation.predicted.push_back(places[j].item);
    }
}

} // namespace

Evaluation trainAndMeasure(const PairedSet& pairs, const SplitPlan& plan, const TrainingOptions& training,
                           const MeasureOptions& measure, const EvaluationHooks& hooks, const Context& context)
{
    training.validate();
    Evaluation evaluation;
    for (std::size_t i = 0; i < plan.folds.size(); ++i) {
        const Context part = partOf(context, i, plan.folds.size());
        FoldResult fold = runFold(pairs, plan.folds[i], static_cast<int>(i), training, measure, hooks, part);
        evaluation.folds.push_back(std::move(fold.measured));
        evaluation.models.push_back(std::move(fold.model));
        evaluation.histories.push_back(std::move(fold.history));
    }
    gatherPredictions(evaluation);
    evaluation.report = reportMapping(evaluation.folds, measure, context);
    evaluation.report.split = plan.description;
    evaluation.report.seed = training.seed;
    return evaluation;
}

} // namespace bridgescope
