#include "core/measurement/mapping_comparison.h"

#include "core/base/error.h"

#include <numeric>

namespace bridgescope {
namespace {

Overlap overlapOf(const NeighborTable& a, const NeighborTable& b, const OverlapOptions& options)
{
    Overlap overlap;
    overlap.n = a.items();
    overlap.k = options.k;
    overlap.perItem = OverlapCounts(a, b, options.k, options.self).counts(options.k);
    const double sum = std::accumulate(overlap.perItem.begin(), overlap.perItem.end(), 0.0);
    overlap.mean = sum / static_cast<double>(overlap.n) / static_cast<double>(options.k);
    return overlap;
}

PairedOverlap pairedOverlap(const NeighborTable& space, const NeighborTable& first, const NeighborTable& second,
                            const OverlapOptions& options)
{
    const Overlap of = overlapOf(space, first, options), against = overlapOf(space, second, options);
    const FoldPair fold{&space, &first, {&space, &first, &second}};
    return {of.mean, against.mean, testDifference(of, against, {&fold, 1})};
}

nlohmann::ordered_json toJson(const PairedOverlap& overlap)
{
    nlohmann::ordered_json json = {{"first", overlap.first}, {"second", overlap.second}};
    json.update(toJson(overlap.test));
    return json;
}

} // namespace

MappingComparison compareMappings(const MeasuredFold& first, const MeasuredFold& second, const MeasureOptions& options)
{
    if (first.items != second.items)
        throw Error(ErrorKind::Usage, "the two mappings were measured on different items",
                    "a paired test needs the same held-out items of both");
    const OverlapOptions& asked = options.overlap;
    const Index others = asked.self == SelfRule::Included ? asked.k - 1 : asked.k;
    if (asked.k < 1 || others > first.listsX.k() || others > first.listsF.k() || others > second.listsF.k())
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(asked.k) + " is more than the lists of " +
                        std::to_string(first.items.size()) + " items hold",
                    "use a smaller K");
    MappingComparison comparison;
    comparison.n = static_cast<Index>(first.items.size());
    comparison.k = asked.k;
    comparison.metric = options.metric;
    comparison.self = asked.self;
    comparison.xf = pairedOverlap(first.listsX, first.listsF, second.listsF, asked);
    comparison.yf = pairedOverlap(first.listsY, first.listsF, second.listsF, asked);
    return comparison;
}

nlohmann::ordered_json toJson(const MappingComparison& comparison)
{
    return {{"x_fx", toJson(comparison.xf)}, {"y_fx", toJson(comparison.yf)}};
}

} // namespace bridgescope
