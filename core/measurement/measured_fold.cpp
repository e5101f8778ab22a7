#include "core/base/error.h"
#include "core/measurement/evaluation.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <string>

namespace bridgescope {
namespace {

/// Longest lists needed: kMax and K, lowered to what n items allow. Throws where K itself is not possible.
Index listLength(Index n, const MeasureOptions& options)
{
    const Index k = options.overlap.k;
    if (k < 1)
        throw Error(ErrorKind::Usage, "K = " + std::to_string(k) + " is not a number of neighbors", "choose K from 1");
    if (k > n - 1)
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(k) + " but only N = " + std::to_string(n) +
                        " items are measured, so an item has " + std::to_string(std::max<Index>(n - 1, 0)) + " others",
                    n < 2 ? "give at least two items" : "choose K of at most " + std::to_string(n - 1));
    return std::min(std::max(options.overlap.kMax, k), n - 1);
}

std::vector<std::int32_t> groupsOf(const std::vector<std::int32_t>& groups, std::span<const Index> items)
{
    std::vector<std::int32_t> chosen;
    if (groups.empty()) return chosen;
    chosen.reserve(items.size());
    for (const Index item : items)
        chosen.push_back(groups[static_cast<std::size_t>(item)]);
    return chosen;
}

NeighborTable lists(MatrixView set, const std::vector<std::int32_t>& groups, const MeasureOptions& options,
                    const Context& context)
{
    NeighborOptions neighbors;
    neighbors.metric = options.metric;
    neighbors.k = listLength(set.columns, options);
    neighbors.memoryBytes = options.memoryBytes;
    neighbors.groups = groups;
    return exactNeighbors(set, neighbors, context);
}

/// All columns in order need no copy.
Vectors columnsOf(const Vectors& set, std::span<const Index> items)
{
    bool whole = static_cast<Index>(items.size()) == set.size();
    for (std::size_t i = 0; whole && i < items.size(); ++i)
        whole = items[i] == static_cast<Index>(i);
    return whole ? set : Vectors(selectColumns(set, items));
}

} // namespace

std::shared_ptr<const MeasuredFold> measureFold(const PairedSet& pairs, std::vector<Index> items, const Vectors& f,
                                                const MeasureOptions& options, const Context& context)
{
    auto fold = std::make_shared<MeasuredFold>();
    fold->x = columnsOf(pairs.x, items);
    fold->y = columnsOf(pairs.y, items);
    fold->listsX = lists(fold->x, groupsOf(pairs.groupsX, items), options, context);
    fold->listsY = lists(fold->y, groupsOf(pairs.groupsY, items), options, context);
    fold->items = std::move(items);
    return f.size() == 0 ? fold : withPrediction(*fold, pairs, f, options, context);
}

std::shared_ptr<const MeasuredFold> withPrediction(const MeasuredFold& spaces, const PairedSet& pairs, const Vectors& f,
                                                   const MeasureOptions& options, const Context& context)
{
    if (f.size() != static_cast<Index>(spaces.items.size()))
        throw Error(ErrorKind::Input,
                    std::to_string(f.size()) + " predictions for " + std::to_string(spaces.items.size()) + " items");
    auto fold = std::make_shared<MeasuredFold>(spaces);
    fold->f = f;
    // Items that share their X vector share f(x): they are left out of each other's lists in f(X) too.
    fold->listsF = lists(f, groupsOf(pairs.groupsX, spaces.items), options, context);
    return fold;
}

} // namespace bridgescope
