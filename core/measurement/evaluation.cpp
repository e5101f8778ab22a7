#include "core/measurement/evaluation.h"

#include "core/base/error.h"
#include "core/measurement/epoch_overlaps.h"

#include <algorithm>
#include <limits>
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

struct FoldResult {
    std::shared_ptr<const MeasuredFold> measured;
    Model model;
    std::vector<EpochReport> history;
};

/// The checkpoint's learning rate holds unless another one is asked for.
void takeOver(TrainingRun& run, const TrainingOptions& training, const std::string& file)
{
    run.resume(file);
    if (training.given.contains("learning-rate") && training.learningRate != run.options().learningRate)
        run.setLearningRate(training.learningRate);
}

/// Trains to the end. A run that is stopped leaves its checkpoint at the batch where it stood.
void finish(TrainingRun& run, int number, const EvaluationHooks& hooks, const Context& context)
{
    try {
        while (!run.finished()) {
            const EpochReport report = run.advance(context);
            if (!hooks.checkpoint.empty()) run.saveCheckpoint(hooks.checkpoint);
            if (hooks.onEpoch) hooks.onEpoch(number, report);
        }
    } catch (const Cancelled&) {
        if (!hooks.checkpoint.empty()) run.saveCheckpoint(hooks.checkpoint);
        throw;
    }
}

FoldResult runFold(const PairedSet& pairs, const Split& split, int number, const TrainingOptions& training,
                   const MeasureOptions& measure, const EvaluationHooks& hooks, const Context& context)
{
    if (hooks.spaces) listLength(static_cast<Index>(split.heldOut.size()), measure);
    const auto spaces = hooks.spaces ? hooks.spaces(number) : measureFold(pairs, split.heldOut, {}, measure, context);
    const Matrix x = selectColumns(pairs.x, split.training);
    const Matrix y = selectColumns(pairs.y, split.training);
    TrainingRun run(x, y, spaces->x, training);
    if (hooks.overlapsEachEpoch)
        run.observe(epochOverlaps(*spaces, pairs, measure, epochProducts(training, x.rows(), y.rows(), x.columns()),
                                  context.stop),
                    epochConventions(measure));
    if (!hooks.resume.empty()) takeOver(run, training, hooks.resume);
    finish(run, number, hooks, context);
    FoldResult result{{}, run.model(), run.history()};
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

/// K must leave what is held out others enough.
void requireOthers(const Split& split, Index k)
{
    const auto n = static_cast<Index>(split.heldOut.size()), all = n + static_cast<Index>(split.training.size());
    if (k < n) return;
    const std::string more = k + 3 <= all ? "hold out " + std::to_string(k + 1) + " or more with --test" // two to train
                                          : "give " + std::to_string(k + 3) + " items or more";
    throw Error(ErrorKind::Input,
                "K = " + std::to_string(k) + " but only N = " + std::to_string(n) + " of " + std::to_string(all) +
                    " items " + (n == 1 ? "is" : "are") + " held out, so an item has " + std::to_string(n - 1) +
                    (n == 2 ? " other" : " others"),
                n < 2 ? more : "choose K of at most " + std::to_string(n - 1) + ", or " + more);
}

/// What fails within one of several folds says in which.
FoldResult runNamed(const SplitPlan& plan, std::size_t fold, const std::function<FoldResult()>& run)
{
    try {
        return run();
    } catch (const Error& error) {
        if (plan.folds.size() > 1 && error.kind == ErrorKind::Work)
            throw Error(error.kind,
                        "fold " + std::to_string(fold + 1) + " of " + std::to_string(plan.folds.size()) + ": " +
                            error.message,
                        error.hint);
        throw;
    }
}

} // namespace

void requireHeldOut(const SplitPlan& plan, const MeasureOptions& measure)
{
    if (!plan.folded) return requireOthers(plan.folds.front(), measure.overlap.k);
    Index items = 0, least = std::numeric_limits<Index>::max();
    for (const Split& split : plan.folds) {
        const auto n = static_cast<Index>(split.heldOut.size());
        items += n;
        least = std::min(least, n);
    }
    const Index k = measure.overlap.k, most = items / (k + 1);
    if (k < least) return;
    throw Error(ErrorKind::Input,
                "K = " + std::to_string(k) + " but the smallest of " + std::to_string(plan.folds.size()) +
                    " folds holds N = " + std::to_string(least) + (least == 1 ? " item" : " items"),
                (most < 2 ? "give more items" : "choose at most " + std::to_string(most) + " folds") +
                    (least < 2 ? "" : ", or K of at most " + std::to_string(least - 1)));
}

Evaluation trainAndMeasure(const PairedSet& pairs, const SplitPlan& plan, const TrainingOptions& training,
                           const MeasureOptions& measure, const EvaluationHooks& hooks, const Context& context)
{
    training.validate();
    if ((!hooks.checkpoint.empty() || !hooks.resume.empty()) && (training.map != "net" || plan.folds.size() > 1))
        throw Error(ErrorKind::Usage, "a checkpoint is of one run of a net", "train --map net without --folds");
    requireHeldOut(plan, measure);
    Evaluation evaluation;
    for (std::size_t i = 0; i < plan.folds.size(); ++i) {
        const Context part = partOf(context, i, plan.folds.size());
        FoldResult fold = runNamed(plan, i, [&] {
            return runFold(pairs, plan.folds[i], static_cast<int>(i), training, measure, hooks, part);
        });
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
