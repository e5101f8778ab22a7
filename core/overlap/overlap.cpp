#include "core/overlap/overlap.h"

#include "core/base/parallel.h"
#include "core/overlap/bootstrap.h"
#include "core/overlap/paired_tests.h"
#include "core/overlap/permutation_null.h"
#include "core/overlap/related_pairs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

constexpr Index bandItems = 5000; ///< above, an error for every K takes longer than a picture may

/// Counts and related pairs of every fold: taken over where they are there, else computed.
struct FoldData {
    std::vector<OverlapCounts> ownCounts;
    std::vector<RelatedPairs> ownRelated;
    std::vector<const OverlapCounts*> counts;
    std::vector<const RelatedPairs*> related;

    FoldData(std::span<const FoldPair> folds, const OverlapOptions& options)
    {
        ownCounts.reserve(folds.size());
        ownRelated.reserve(folds.size());
        for (const FoldPair& fold : folds) {
            if (!fold.counts) ownCounts.emplace_back(*fold.a, *fold.b, options.kMax, options.self);
            counts.push_back(fold.counts ? fold.counts : &ownCounts.back());
            const bool bands = fold.a->items() <= bandItems;
            if (!fold.related) ownRelated.emplace_back(fold.all, bands ? options.kMax : options.k);
            related.push_back(fold.related ? fold.related : &ownRelated.back());
        }
    }
};

double foldMean(const OverlapCounts& counts, Index k)
{
    Index shared = 0;
    for (Index i = 0; i < counts.items(); ++i)
        shared += counts.count(i, k);
    return static_cast<double>(shared) / (static_cast<double>(counts.items()) * static_cast<double>(k));
}

double foldError(const OverlapCounts& counts, const RelatedPairs& related, Index k, SelfRule self)
{
    std::vector<double> values(static_cast<std::size_t>(counts.items()));
    for (Index i = 0; i < counts.items(); ++i)
        values[static_cast<std::size_t>(i)] = counts.count(i, k) / static_cast<double>(k);
    return related.standardError(values, othersOf(k, self));
}

/// SE² = Σ SE_f² / F².
double combined(const std::vector<double>& errors)
{
    double sum = 0;
    for (const double e : errors)
        sum += e * e;
    return std::sqrt(sum) / static_cast<double>(errors.size());
}

Interval around(double mean, double error)
{
    return {mean - 1.96 * error, mean + 1.96 * error};
}

void addErrors(Overlap& overlap, const FoldData& data, const OverlapOptions& options)
{
    std::vector<double> errors;
    bool bands = options.bands;
    for (std::size_t f = 0; f < data.counts.size(); ++f) {
        errors.push_back(foldError(*data.counts[f], *data.related[f], options.k, options.self));
        overlap.relatedShare += data.related[f]->share(othersOf(options.k, options.self));
        bands = bands && data.counts[f]->items() <= bandItems && data.related[f]->kMax() >= options.kMax;
    }
    overlap.relatedShare /= static_cast<double>(data.counts.size());
    overlap.standardError = combined(errors);
    overlap.interval = around(overlap.mean, overlap.standardError);
    if (!bands) return;
    overlap.byKError.resize(static_cast<std::size_t>(options.kMax));
    parallelFor(options.kMax, [&](Index task, int) {
        std::vector<double> ofFolds;
        for (std::size_t f = 0; f < data.counts.size(); ++f)
            ofFolds.push_back(foldError(*data.counts[f], *data.related[f], task + 1, options.self));
        overlap.byKError[static_cast<std::size_t>(task)] = combined(ofFolds);
    });
}

double sampleSd(const std::vector<Overlap::Fold>& folds, double mean)
{
    double sum = 0;
    for (const auto& fold : folds)
        sum += (fold.mean - mean) * (fold.mean - mean);
    return std::sqrt(sum / static_cast<double>(folds.size() - 1));
}

/// The percentile bootstrap over items.
void addItemInterval(Overlap& overlap, const FoldData& data, const OverlapOptions& options, const Context& context)
{
    std::vector<double> values;
    std::vector<Index> sizes;
    for (const int shared : overlap.perItem)
        values.push_back(shared / static_cast<double>(options.k));
    for (const OverlapCounts* counts : data.counts)
        sizes.push_back(counts->items());
    overlap.intervalItems = bootstrapItems(values, sizes, options.bootstrap, options.seed, context);
}

} // namespace

Interval boundOfThird(double first, double second)
{
    return {std::max(0.0, first + second - 1), 1 - std::abs(first - second)};
}

bool withinBound(double third, const Interval& bound)
{
    return third >= bound.low - 1e-12 && third <= bound.high + 1e-12;
}

Overlap measureOverlap(std::span<const FoldPair> folds, Metric metric, const OverlapOptions& options,
                       const Context& context)
{
    const FoldData data(folds, options);
    Overlap overlap;
    overlap.k = options.k;
    overlap.metric = metric;
    overlap.self = options.self;
    overlap.byK.assign(static_cast<std::size_t>(options.kMax), 0.0);
    const auto count = static_cast<double>(folds.size());
    for (std::size_t f = 0; f < folds.size(); ++f) {
        const OverlapCounts& counts = *data.counts[f];
        const double mean = foldMean(counts, options.k);
        overlap.n += counts.items();
        overlap.mean += mean / count;
        overlap.chance += chanceOverlap(counts.items(), options.k, options.self) / count;
        const auto means = counts.means();
        for (std::size_t k = 0; k < overlap.byK.size(); ++k)
            overlap.byK[k] += means[k] / count;
        for (Index i = 0; i < counts.items(); ++i)
            overlap.perItem.push_back(counts.count(i, options.k));
        overlap.zeroA += folds[f].a->zeroVectors;
        overlap.zeroB += folds[f].b->zeroVectors;
        if (folds.size() > 1) overlap.folds.push_back({counts.items(), mean});
    }
    if (folds.size() == 1)
        overlap.mean = foldMean(*data.counts[0], options.k); // not divided by one and back: exact ties count
    if (folds.size() > 1) overlap.foldSd = sampleSd(overlap.folds, overlap.mean);
    addErrors(overlap, data, options);
    if (options.permutations > 0) {
        // The observed value summed as the null's values are, so that equal overlaps are equal numbers.
        double observed = 0;
        for (std::size_t f = 0; f < folds.size(); ++f)
            observed += foldMean(*data.counts[f], options.k);
        const PermutationNull null = permuteCorrespondence(folds, observed / count, options, context);
        overlap.pValue = null.pValue;
        overlap.tau = null.tau;
        overlap.calibrated = null.calibrated;
    }
    if (options.bootstrap > 0) addItemInterval(overlap, data, options, context);
    return overlap;
}

DifferenceTest testDifference(const Overlap& first, const Overlap& second, std::span<const FoldPair> folds)
{
    const auto k = static_cast<double>(first.k);
    const Index others = othersOf(first.k, first.self);
    std::vector<double> differences;
    for (std::size_t i = 0; i < first.perItem.size(); ++i)
        differences.push_back((first.perItem[i] - second.perItem[i]) / k);
    DifferenceTest test;
    std::vector<double> errors;
    std::size_t begin = 0;
    for (const FoldPair& fold : folds) {
        const auto n = static_cast<std::size_t>(fold.a->items());
        const std::span<const double> values(differences.data() + begin, n);
        begin += n;
        test.mean += std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(n) /
                     static_cast<double>(folds.size());
        errors.push_back(fold.related ? fold.related->standardError(values, others)
                                      : networkRobustError(values, fold.all, others));
    }
    test.standardError = combined(errors);
    test.interval = around(test.mean, test.standardError);
    if (test.standardError > 0)
        test.pValue = twoSidedNormalP(test.mean / test.standardError);
    else
        test.pValue = test.mean == 0 ? 1 : 0;
    test.wilcoxonP = wilcoxonP(differences);
    test.effectSize = rankBiserial(differences);
    return test;
}

} // namespace bridgescope
