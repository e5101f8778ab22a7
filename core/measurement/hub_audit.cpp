#include "core/measurement/hub_audit.h"

#include "core/measurement/mapping_comparison.h"
#include "core/neighbors/neighbors.h"

#include <cmath>
#include <cstdio>

namespace bridgescope {
namespace {

std::string decimal(double value)
{
    char text[32];
    const double shown = std::abs(value) < 0.005 ? 0 : value;
    std::snprintf(text, sizeof text, "%.2f", std::abs(shown));
    return (shown < 0 ? "\u2212" : "") + std::string(text);
}

} // namespace

NeighborTable cslsListsOf(MatrixView set, const std::vector<std::int32_t>& groups, std::span<const Index> items,
                          const MeasureOptions& options, Index cslsK, const Context& context)
{
    const auto chosen = groupsAmong(groups, items);
    NeighborOptions neighbors;
    neighbors.metric = options.metric;
    neighbors.k = options.overlap.kMax;
    neighbors.memoryBytes = options.memoryBytes;
    neighbors.groups = chosen;
    return cslsNeighbors(set, neighbors, cslsK, context);
}

std::shared_ptr<const MeasuredFold> withCslsLists(const MeasuredFold& fold, const PairedSet& pairs,
                                                  const MeasureOptions& options, const Context& context)
{
    auto discounted = std::make_shared<MeasuredFold>(fold);
    MeasureOptions asLong = options;
    asLong.overlap.kMax = fold.listsX.k();
    const Index r = std::min<Index>(options.cslsK, static_cast<Index>(fold.items.size()) - 1);
    discounted->listsX = cslsListsOf(fold.x, pairs.groupsX, fold.items, asLong, r, context);
    discounted->listsY = cslsListsOf(fold.y, pairs.groupsY, fold.items, asLong, r, context);
    // as in the fold's own lists, items that share their X vector share f(x)
    if (fold.f.size() > 0) discounted->listsF = cslsListsOf(fold.f, pairs.groupsX, fold.items, asLong, r, context);
    return discounted;
}

MappingReport cslsReport(std::span<const std::shared_ptr<const MeasuredFold>> folds, const PairedSet& pairs,
                         const MeasureOptions& options, const Context& context)
{
    MeasureOptions own = options;
    own.overlap.permutations = 0;
    own.overlap.bootstrap = 0;
    own.fitAndRetrieval = false;
    std::vector<std::shared_ptr<const MeasuredFold>> discounted;
    for (const auto& fold : folds)
        discounted.push_back(withCslsLists(*fold, pairs, own, context));
    return reportMapping(discounted, own, context);
}

nlohmann::ordered_json cslsJson(const MappingReport& plain, const MappingReport& csls)
{
    return {{"csls_k", csls.options.cslsK},
            {"x_fx", toJson(csls.xf)},
            {"y_fx", toJson(csls.yf)},
            {"x_y", toJson(csls.xy)},
            {"difference", toJson(csls.difference)},
            {"gain", toJson(csls.gain)},
            {"answer", hubSentence(plain, csls)}};
}

std::string hubSentence(const MappingReport& plain, const MappingReport& csls, double alpha)
{
    const bool differs = plain.difference.pValue < alpha && plain.difference.mean != 0;
    const bool still = csls.difference.pValue < alpha && csls.difference.mean != 0;
    const std::string without = decimal(csls.difference.mean);
    if (!differs)
        return still ? "Hubs hide a difference: with CSLS it is " + without + "."
                     : "There is no difference for hubs to explain: with CSLS it is " + without + ".";
    if (!still) return "It may be hubs: with CSLS the difference is " + without + ", not told from 0.";
    if ((plain.difference.mean > 0) != (csls.difference.mean > 0))
        return "It may be hubs: with CSLS the difference turns to " + without + ".";
    if (std::abs(csls.difference.mean) < 0.5 * std::abs(plain.difference.mean))
        return "Hubs explain more than half of it: with CSLS the difference falls to " + without + ".";
    return "Hubs do not explain it: with CSLS the difference stays at " + without + ".";
}

std::string hubSentence(const Overlap& plain, const Overlap& csls, double alpha)
{
    const auto beyond = [alpha](const Overlap& overlap) {
        return overlap.pValue ? *overlap.pValue < alpha : overlap.interval.low > overlap.chance;
    };
    const std::string without = decimal(csls.mean);
    if (!beyond(plain))
        return beyond(csls) ? "Hubs hide an overlap: with CSLS it is " + without + "."
                            : "There is no overlap beyond chance for hubs to explain: with CSLS it is " + without + ".";
    if (!beyond(csls)) return "It may be hubs: with CSLS the overlap is " + without + ", not told from chance.";
    const double excess = plain.mean - plain.chance, left = csls.mean - csls.chance;
    if (left < 0.5 * excess)
        return "Hubs explain more than half of it: with CSLS the overlap beyond chance falls from " + decimal(excess) +
               " to " + decimal(left) + ".";
    return "Hubs do not explain it: with CSLS the overlap is " + without + ".";
}

} // namespace bridgescope
