#include "core/base/error.h"
#include "core/measurement/evaluation.h"

#include <algorithm>

namespace bridgescope {
namespace {

/// One pair of spaces over all folds, with every space compared named for the interval.
std::vector<FoldPair> foldPairs(std::span<const std::shared_ptr<const MeasuredFold>> folds,
                                const NeighborTable MeasuredFold::*a, const NeighborTable MeasuredFold::*b,
                                bool withMapping, std::span<const PreparedFold> prepared,
                                OverlapCounts PreparedFold::*counts)
{
    std::vector<FoldPair> pairs;
    for (std::size_t i = 0; i < folds.size(); ++i) {
        const auto& fold = folds[i];
        FoldPair pair{&((*fold).*a), &((*fold).*b), {&fold->listsX, &fold->listsY}};
        if (withMapping) pair.all.push_back(&fold->listsF);
        if (!prepared.empty()) {
            pair.counts = &(prepared[i].*counts);
            pair.related = &prepared[i].related;
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

void addScores(RetrievalScores& sum, const RetrievalScores& one, double weight)
{
    sum.p1 += weight * one.p1;
    sum.p5 += weight * one.p5;
    sum.p10 += weight * one.p10;
    sum.mrr += weight * one.mrr;
    sum.medianRank += weight * one.medianRank;
}

/// Fit and retrieval are measured within each fold and averaged over folds, as the overlaps are.
void addFitAndRetrieval(MappingReport& report, std::span<const std::shared_ptr<const MeasuredFold>> folds,
                        const MeasureOptions& options, const Context& context)
{
    const double weight = 1.0 / static_cast<double>(folds.size());
    report.fit.r2 = 0;
    for (const auto& fold : folds) {
        const Fit fit = measureFit(fold->f, fold->y);
        report.fit.mse += weight * fit.mse;
        if (!fit.r2) report.fit.r2.reset(); // the mean over all folds or none
        if (report.fit.r2) *report.fit.r2 += weight * *fit.r2;
        report.fit.cosine += weight * fit.cosine;
        const Retrieval retrieval = measureRetrieval(fold->f, fold->y, static_cast<int>(options.cslsK), context);
        addScores(report.retrieval.forwardCosine, retrieval.forwardCosine, weight);
        addScores(report.retrieval.forwardCsls, retrieval.forwardCsls, weight);
        addScores(report.retrieval.backwardCosine, retrieval.backwardCosine, weight);
        addScores(report.retrieval.backwardCsls, retrieval.backwardCsls, weight);
    }
}

OverlapOptions fitted(const OverlapOptions& options, std::span<const std::shared_ptr<const MeasuredFold>> folds)
{
    OverlapOptions lowered = options;
    lowered.kMax = std::max(options.kMax, options.k);
    for (const auto& fold : folds)
        lowered.kMax = std::min(lowered.kMax, fold->listsX.k());
    return lowered;
}

} // namespace

PreparedFold prepareReport(const MeasuredFold& fold, const MeasureOptions& options)
{
    const std::shared_ptr<const MeasuredFold> one(std::shared_ptr<const MeasuredFold>(), &fold);
    const OverlapOptions lowered = fitted(options.overlap, {&one, 1});
    const bool mapped = fold.f.size() > 0;
    std::vector<const NeighborTable*> spaces{&fold.listsX, &fold.listsY};
    if (mapped) spaces.push_back(&fold.listsF);
    PreparedFold prepared;
    prepared.related = RelatedPairs(spaces, lowered.kMax);
    prepared.xy = OverlapCounts(fold.listsX, fold.listsY, lowered.kMax, lowered.self);
    if (!mapped) return prepared;
    prepared.xf = OverlapCounts(fold.listsX, fold.listsF, lowered.kMax, lowered.self);
    prepared.yf = OverlapCounts(fold.listsY, fold.listsF, lowered.kMax, lowered.self);
    return prepared;
}

MappingReport reportMapping(std::span<const std::shared_ptr<const MeasuredFold>> folds, const MeasureOptions& options,
                            const Context& context, std::span<const PreparedFold> prepared)
{
    if (folds.empty()) throw Error(ErrorKind::Input, "no items to measure");
    MappingReport report;
    report.options = options;
    report.options.overlap = fitted(options.overlap, folds);
    report.seed = options.overlap.seed;
    const auto xf = foldPairs(folds, &MeasuredFold::listsX, &MeasuredFold::listsF, true, prepared, &PreparedFold::xf);
    const auto yf = foldPairs(folds, &MeasuredFold::listsY, &MeasuredFold::listsF, true, prepared, &PreparedFold::yf);
    const auto xy = foldPairs(folds, &MeasuredFold::listsX, &MeasuredFold::listsY, true, prepared, &PreparedFold::xy);
    report.xf = measureOverlap(xf, options.metric, report.options.overlap, context);
    report.yf = measureOverlap(yf, options.metric, report.options.overlap, context);
    report.xy = measureOverlap(xy, options.metric, report.options.overlap, context);
    report.difference = testDifference(report.xf, report.yf, xf);
    report.gain = testDifference(report.yf, report.xy, xf);
    if (options.fitAndRetrieval) addFitAndRetrieval(report, folds, options, context);
    return report;
}

Overlap reportOverlap(const MeasuredFold& fold, const MeasureOptions& options, const Context& context,
                      std::span<const PreparedFold> prepared)
{
    const std::shared_ptr<const MeasuredFold> one(std::shared_ptr<const MeasuredFold>(), &fold);
    const auto pairs =
        foldPairs({&one, 1}, &MeasuredFold::listsX, &MeasuredFold::listsY, false, prepared, &PreparedFold::xy);
    return measureOverlap(pairs, options.metric, fitted(options.overlap, {&one, 1}), context);
}

} // namespace bridgescope
