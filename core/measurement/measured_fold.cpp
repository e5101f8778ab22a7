#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/measurement/evaluation.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <string>

namespace bridgescope {
namespace {

/// A space of a fold, and where its lists and what is known of them go.
struct SpaceOfFold {
    MatrixView set;
    std::vector<std::int32_t> groups;
    NeighborTable& lists;
    std::optional<ListRecall>& recall;
};

NeighborOptions listOptions(const SpaceOfFold& space, const MeasureOptions& options)
{
    NeighborOptions neighbors;
    neighbors.metric = options.metric;
    neighbors.k = listLength(space.set.columns, options);
    neighbors.memoryBytes = options.memoryBytes;
    neighbors.groups = space.groups;
    return neighbors;
}

/// Each graph is built by one thread, all of them at once.
void approximateLists(std::span<SpaceOfFold> spaces, const MeasureOptions& options, const Context& context)
{
    constexpr Index checkedItems = 1000;
    std::vector<std::unique_ptr<ApproximateIndex>> indices(spaces.size());
    GraphOptions graph;
    graph.seed = options.overlap.seed;
    Context silent = context;
    silent.progress = {}; // of one graph is enough
    parallelFor(static_cast<Index>(spaces.size()), [&](Index task, int) {
        const auto at = static_cast<std::size_t>(task);
        indices[at] = std::make_unique<ApproximateIndex>(spaces[at].set, listOptions(spaces[at], options), graph,
                                                         task == 0 ? context : silent);
    });
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        spaces[i].lists = indices[i]->lists(context);
        indices[i].reset();
        NeighborOptions atK = listOptions(spaces[i], options);
        atK.k = options.overlap.k;
        spaces[i].recall = recallOf(spaces[i].set, spaces[i].lists, atK, checkedItems, graph.seed, context);
    }
}

void makeLists(std::vector<SpaceOfFold> spaces, const MeasureOptions& options, const Context& context)
{
    if (options.approximate) return approximateLists(spaces, options, context);
    for (SpaceOfFold& space : spaces)
        space.lists = exactNeighbors(space.set, listOptions(space, options), context);
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

Index listLength(Index n, const MeasureOptions& options)
{
    const Index k = options.overlap.k;
    if (k < 1)
        throw Error(ErrorKind::Usage, "K = " + std::to_string(k) + " is not a number of neighbors", "choose K from 1");
    if (k > n - 1)
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(k) + " but only N = " + std::to_string(n) +
                        (n == 1 ? " item is" : " items are") + " measured, so an item has " +
                        std::to_string(std::max<Index>(n - 1, 0)) + (n == 2 ? " other" : " others"),
                    n >= 2  ? "choose K of at most " + std::to_string(n - 1)
                    : k > 1 ? "give " + std::to_string(k + 1) + " items or more, or 2 with K = 1"
                            : "give 2 items or more");
    return std::min(std::max(options.overlap.kMax, k), n - 1);
}

std::shared_ptr<const MeasuredFold> measureFold(const PairedSet& pairs, std::vector<Index> items, const Vectors& f,
                                                const MeasureOptions& options, const Context& context)
{
    auto fold = std::make_shared<MeasuredFold>();
    fold->x = columnsOf(pairs.x, items);
    fold->y = columnsOf(pairs.y, items);
    makeLists({{fold->x, groupsAmong(pairs.groupsX, items), fold->listsX, fold->recallX},
               {fold->y, groupsAmong(pairs.groupsY, items), fold->listsY, fold->recallY}},
              options, context);
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
    makeLists({{fold->f, groupsAmong(pairs.groupsX, spaces.items), fold->listsF, fold->recallF}}, options, context);
    return fold;
}

} // namespace bridgescope
