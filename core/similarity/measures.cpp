#include "core/similarity/measures.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/similarity/column_measures.h"
#include "core/similarity/list_measures.h"
#include "core/similarity/pairwise_ranks.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace bridgescope {
namespace {

/// Which group computes a measure.
enum class Group { Columns, Ranks, Kernels, Lists };
Group groupOf(std::string_view id)
{
    if (id == "rsa") return Group::Ranks;
    if (id == "cknna") return Group::Kernels;
    for (const char* ofLists : {"knn-jaccard", "rbo", "lcs", "cycle-knn"})
        if (id == ofLists) return Group::Lists;
    return Group::Columns;
}

/// Float32 columns less their mean.
Matrix centered(MatrixView set, const Context& context)
{
    const auto mean = meanItem(set, context);
    Matrix result(set.rows, set.columns);
    for (Index i = 0; i < set.columns; ++i)
        for (std::size_t j = 0; j < mean.size(); ++j)
            result.column(i)[j] = static_cast<float>(static_cast<double>(set.column(i)[j]) - mean[j]);
    return result;
}

NeighborTable lists(MatrixView set, Metric metric, std::span<const std::int32_t> groups,
                    const SimilarityOptions& options, const Context& context)
{
    NeighborOptions neighbors;
    neighbors.metric = metric;
    neighbors.k = options.k;
    neighbors.memoryBytes = options.memoryBytes;
    neighbors.groups = groups;
    return exactNeighbors(set, neighbors, context);
}

/// Where the observed value stands among those of the null; for a distance, where low is alike, by the low tail.
/// Values that differ by less than their rounding are equal: relabellings that share as much count as such.
void judge(SimilarityResult& result, std::vector<double> null)
{
    const bool distance = result.measure.distance;
    const double observed = *result.value, sign = distance ? -1 : 1;
    const double rounding = 1e-12 * std::max(1.0, std::abs(observed));
    const auto atLeast =
        std::count_if(null.begin(), null.end(), [&](double v) { return sign * v >= sign * observed - rounding; });
    result.nullMean = std::accumulate(null.begin(), null.end(), 0.0) / static_cast<double>(null.size());
    result.pValue = (1.0 + static_cast<double>(atLeast)) / (static_cast<double>(null.size()) + 1.0);
    null.push_back(observed);
    std::sort(null.begin(), null.end(), [&](double a, double b) { return sign * a < sign * b; });
    const double tau = null[(19 * null.size() + 19) / 20 - 1]; // ceil(.95 (P + 1)), counted from 1
    result.tau = tau;
    const double room = distance ? tau : 1 - tau, gained = distance ? tau - observed : observed - tau;
    result.calibrated = room > rounding ? std::clamp(gained / room, 0.0, 1.0) : 0.0;
}

void evaluateGroup(const MeasureGroup& group, std::vector<SimilarityResult*>& results, const SimilarityOptions& options,
                   const Context& context)
{
    std::vector<std::int32_t> same(static_cast<std::size_t>(group.items()));
    std::iota(same.begin(), same.end(), 0);
    const auto observed = group.evaluate(same);
    const auto identical = group.identical();
    for (SimilarityResult* result : results) {
        const MeasureValue& value = observed.at(result->measure.id);
        result->value = value.value;
        result->reason = value.reason;
        result->n = group.items();
        if (const auto found = identical.find(result->measure.id); found != identical.end())
            result->identical = found->second;
    }
    if (options.permutations == 0) return;
    std::vector<std::map<std::string, MeasureValue>> null(static_cast<std::size_t>(options.permutations));
    parallelFor(options.permutations, [&](Index p, int) {
        context.checkStop();
        std::vector<std::int32_t> relabelling = same;
        Random random(options.seed, "similarity " + std::to_string(p));
        for (std::size_t i = relabelling.size(); i-- > 1;)
            std::swap(relabelling[i], relabelling[static_cast<std::size_t>(random.below(static_cast<Index>(i) + 1))]);
        null[static_cast<std::size_t>(p)] = group.evaluate(relabelling);
    });
    for (SimilarityResult* result : results) {
        if (!result->value) continue;
        std::vector<double> values;
        for (const auto& drawn : null)
            values.push_back(drawn.at(result->measure.id).value.value_or(*result->value));
        judge(*result, std::move(values));
    }
}

/// The two sets, or where they are larger than the measures of columns bear, the same seeded sample of both.
struct Columns {
    Matrix sampleA, sampleB;
    MatrixView a, b;
    Columns(MatrixView fullA, MatrixView fullB, const SimilarityOptions& options) : a(fullA), b(fullB)
    {
        if (fullA.columns <= options.mostItems) return;
        auto order = ascending(fullA.columns);
        Random(options.seed, "similarity sample").shuffle(order);
        order.resize(static_cast<std::size_t>(options.mostItems));
        std::sort(order.begin(), order.end());
        sampleA = selectColumns(fullA, order);
        sampleB = selectColumns(fullB, order);
        a = sampleA;
        b = sampleB;
    }
};

/// Owns what a group refers to.
struct Prepared {
    NeighborTable a, b;
    std::unique_ptr<MeasureGroup> group;
};

Prepared prepare(Group kind, MatrixView a, MatrixView b, const Columns& columns, const SimilarityOptions& options,
                 const Context& context)
{
    Prepared prepared;
    if (kind == Group::Columns)
        prepared.group = std::make_unique<ColumnMeasures>(columns.a, columns.b, context, options.measures);
    if (kind == Group::Ranks) prepared.group = std::make_unique<PairwiseRanks>(columns.a, columns.b, context);
    if (kind == Group::Kernels) {
        prepared.a = lists(centered(a, context), Metric::Cosine, options.groupsA, options, context);
        prepared.b = lists(centered(b, context), Metric::Cosine, options.groupsB, options, context);
        prepared.group = std::make_unique<MaskedKernels>(prepared.a, prepared.b, options.k);
    }
    if (kind == Group::Lists) {
        prepared.a = lists(a, options.metric, options.groupsA, options, context);
        prepared.b = lists(b, options.metric, options.groupsB, options, context);
        prepared.group = std::make_unique<ListMeasures>(prepared.a, prepared.b, options.k, options.persistence);
    }
    return prepared;
}

} // namespace

const std::vector<SimilarityMeasure>& similarityMeasures()
{
    static const std::vector<SimilarityMeasure> measures{
        {"cka", "Linear CKA, biased", false, "Kornblith et al. 2019",
         "rises with d/n even where nothing is shared: read it beside its null"},
        {"cka-unbiased", "Linear CKA, unbiased", false, "Kornblith et al. 2019; Song et al. 2007",
         "from 4 items on; may be negative"},
        {"cknna", "CKNNA", false, "Huh et al. 2024", "from 4 items on; not clamped"},
        {"rsa", "RSA", false, "Kriegeskorte et al. 2008", "Spearman over pairs of cosines"},
        {"svcca", "SVCCA", false, "Raghu et al. 2017",
         "of the fewest components with 99 % of the variance; not defined where both sets' are as many as the items"},
        {"pwcca-a", "PWCCA, weighted by A", false, "Morcos et al. 2018",
         "not defined where the ranks of both sets together are as many as the items"},
        {"pwcca-b", "PWCCA, weighted by B", false, "Morcos et al. 2018",
         "not defined where the ranks of both sets together are as many as the items"},
        {"procrustes", "Procrustes distance", true, "Ding et al. 2021",
         "0 for sets equal up to rotation and scale, at most 2"},
        {"knn-jaccard", "kNN Jaccard", false, "Jaccard 1901", "shared neighbors over those in either list"},
        {"rbo", "Rank-biased overlap", false, "Webber et al. 2010", "extrapolated, p = .9 unless said otherwise"},
        {"lcs", "Longest common subsequence", false, "Huh et al. 2024", "of the ordered lists, over K"},
        {"cycle-knn", "Cycle-kNN", false, "Huh et al. 2024", "share of steps to B's neighbors that lead back in A"},
    };
    return measures;
}

void SimilarityOptions::validate(Index n) const
{
    for (const std::string& id : measures) {
        const auto& all = similarityMeasures();
        if (std::any_of(all.begin(), all.end(), [&](const auto& m) { return m.id == id; })) continue;
        std::string choices;
        for (const auto& m : all)
            choices += (choices.empty() ? "" : ", ") + m.id;
        throw Error(ErrorKind::Usage, "measure '" + id + "' is not known", "choose all or of " + choices);
    }
    if (!(persistence > 0 && persistence < 1))
        throw Error(ErrorKind::Usage, "persistence must lie between 0 and 1", "a usual one is .9");
    if (permutations < 0) throw Error(ErrorKind::Usage, "permutations must not be negative", "0 turns the null off");
    if (mostItems < 4) throw Error(ErrorKind::Usage, "a sample needs 4 items or more", "a usual one is 5000");
    if (n < 3) throw Error(ErrorKind::Input, "similarity of " + std::to_string(n) + " items", "give 3 or more");
    if (k < 1 || k > n - 1)
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(k) + " neighbors, but N = " + std::to_string(n) + " items are there",
                    "choose K from 1 to " + std::to_string(n - 1));
}

std::vector<SimilarityResult> measureSimilarity(MatrixView a, MatrixView b, const SimilarityOptions& options,
                                                const Context& context)
{
    if (a.columns != b.columns)
        throw Error(ErrorKind::Input,
                    "similarity of sets of " + std::to_string(a.columns) + " and " + std::to_string(b.columns) +
                        " items",
                    "pair them first");
    options.validate(a.columns);
    std::vector<SimilarityResult> results;
    for (const SimilarityMeasure& measure : similarityMeasures()) {
        const auto& wanted = options.measures;
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), measure.id) == wanted.end()) continue;
        SimilarityResult result;
        result.measure = measure;
        result.identical = measure.distance ? 0 : 1;
        results.push_back(std::move(result));
    }
    const Columns columns(a, b, options);
    const Group groups[] = {Group::Columns, Group::Ranks, Group::Kernels, Group::Lists};
    for (std::size_t g = 0; g < std::size(groups); ++g) {
        std::vector<SimilarityResult*> ofGroup;
        for (SimilarityResult& result : results)
            if (groupOf(result.measure.id) == groups[g]) ofGroup.push_back(&result);
        context.report(static_cast<double>(g), static_cast<double>(std::size(groups)), "groups of measures");
        if (ofGroup.empty()) continue;
        const Prepared prepared = prepare(groups[g], a, b, columns, options, context);
        evaluateGroup(*prepared.group, ofGroup, options, context);
        for (SimilarityResult* result : ofGroup)
            result->sampled = result->n < a.columns;
    }
    return results;
}

} // namespace bridgescope
