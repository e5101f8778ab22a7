#pragma once
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <set>
#include <vector>

namespace bridgescope::test {

/// A table of the lists given, all of one length at most k; the values do not matter here.
inline NeighborTable tableOf(const std::vector<std::vector<std::int32_t>>& lists, Index k)
{
    NeighborTable table(static_cast<Index>(lists.size()), k);
    for (std::size_t i = 0; i < lists.size(); ++i)
        table.assign(static_cast<Index>(i), lists[i], std::vector<double>(lists[i].size(), 0.0));
    return table;
}

/// For every item k different others in random order, some of them those of `like` (a share of them), so that lists
/// overlap.
inline NeighborTable randomTable(Index n, Index k, std::uint64_t seed, const NeighborTable* like = nullptr,
                                 double share = .3)
{
    Random random(seed, "lists");
    std::vector<std::vector<std::int32_t>> lists;
    for (Index i = 0; i < n; ++i) {
        std::vector<std::int32_t> list;
        while (static_cast<Index>(list.size()) < k) {
            auto j = static_cast<std::int32_t>(random.below(n));
            if (like && random.uniform() < share)
                j = like->neighbors(i)[static_cast<std::size_t>(random.below(like->count(i)))];
            if (j != i && std::find(list.begin(), list.end(), j) == list.end()) list.push_back(j);
        }
        lists.push_back(list);
    }
    return tableOf(lists, k);
}

/// The first k entries by the self rule: with it rank 1 is the item itself.
inline std::set<Index> firstOf(const NeighborTable& table, Index item, Index k, bool self)
{
    std::set<Index> first;
    if (table.count(item) == 0) return first;
    if (self) first.insert(item);
    for (const auto j : table.neighbors(item)) {
        if (static_cast<Index>(first.size()) == k) break;
        first.insert(j);
    }
    return first;
}

/// NNO^K by sets, one K at a time.
inline Index slowCount(const NeighborTable& a, const NeighborTable& b, Index item, Index k, bool self)
{
    const auto inB = firstOf(b, item, k, self);
    Index shared = 0;
    for (const Index j : firstOf(a, item, k, self))
        shared += static_cast<Index>(inB.count(j));
    return shared;
}

inline Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal());
    return set;
}

inline NeighborTable listsOf(MatrixView set, Index k, Metric metric = Metric::Cosine)
{
    NeighborOptions options;
    options.k = k;
    options.metric = metric;
    return exactNeighbors(set, options);
}

} // namespace bridgescope::test
