#include "core/pairing/group_split.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

namespace bridgescope {
namespace {

struct Sides {
    std::vector<std::int32_t> ofGroups; ///< 1: held out
    Index held = 0;                     ///< items
};

/// Brings one group in, takes one out, or both, as comes nearest to the target; false where no such step comes nearer.
bool comeNearer(Sides& sides, const std::vector<Index>& sizes, const std::vector<Index>& order, Index target,
                Index total)
{
    constexpr Index none = -1;
    std::map<Index, Index> held{{0, none}}, free{{0, none}}; // the first group of each size
    for (const Index group : order)
        (sides.ofGroups[static_cast<std::size_t>(group)] ? held : free)
            .emplace(sizes[static_cast<std::size_t>(group)], group);
    Index out = none, in = none, best = sides.held;
    for (const auto& [sizeOut, groupOut] : held)
        for (const auto& [sizeIn, groupIn] : free) {
            const Index reached = sides.held - sizeOut + sizeIn;
            if (reached < 1 || reached > total - 1) continue;
            if (best > 0 && std::abs(reached - target) >= std::abs(best - target)) continue;
            best = reached;
            out = groupOut;
            in = groupIn;
        }
    if (out >= 0) sides.ofGroups[static_cast<std::size_t>(out)] = 0;
    if (in >= 0) sides.ofGroups[static_cast<std::size_t>(in)] = 1;
    sides.held = best;
    return out >= 0 || in >= 0;
}

} // namespace

std::vector<Index> groupSizes(const Groups& groups)
{
    std::vector<Index> sizes;
    for (const auto group : groups) {
        if (static_cast<std::size_t>(group) >= sizes.size()) sizes.resize(static_cast<std::size_t>(group) + 1);
        ++sizes[static_cast<std::size_t>(group)];
    }
    return sizes;
}

std::vector<std::int32_t> holdOutGroups(const std::vector<Index>& sizes, Index target, Random& random)
{
    auto order = ascending(static_cast<Index>(sizes.size()));
    random.shuffle(order);
    Sides sides{std::vector<std::int32_t>(sizes.size()), 0};
    const Index total = std::accumulate(sizes.begin(), sizes.end(), Index(0));
    for (const Index group : order) {
        const Index size = sizes[static_cast<std::size_t>(group)];
        if (sides.held + size > target) continue;
        sides.ofGroups[static_cast<std::size_t>(group)] = 1;
        sides.held += size;
    }
    while (sides.held != target && comeNearer(sides, sizes, order, target, total)) {
    }
    return sides.ofGroups;
}

std::vector<std::int32_t> foldGroups(const std::vector<Index>& sizes, int folds, Random& random)
{
    auto order = ascending(static_cast<Index>(sizes.size()));
    random.shuffle(order);
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
        return sizes[static_cast<std::size_t>(a)] > sizes[static_cast<std::size_t>(b)];
    });
    std::vector<Index> filled(static_cast<std::size_t>(folds));
    std::vector<std::int32_t> assigned(sizes.size());
    for (const Index group : order) {
        const auto smallest = std::min_element(filled.begin(), filled.end());
        *smallest += sizes[static_cast<std::size_t>(group)];
        assigned[static_cast<std::size_t>(group)] = static_cast<std::int32_t>(smallest - filled.begin());
    }
    auto bySize = ascending(folds);
    std::stable_sort(bySize.begin(), bySize.end(), [&](Index a, Index b) {
        return filled[static_cast<std::size_t>(a)] > filled[static_cast<std::size_t>(b)];
    });
    std::vector<std::int32_t> rank(static_cast<std::size_t>(folds));
    for (std::size_t i = 0; i < bySize.size(); ++i)
        rank[static_cast<std::size_t>(bySize[i])] = static_cast<std::int32_t>(i);
    for (auto& fold : assigned)
        fold = rank[static_cast<std::size_t>(fold)];
    return assigned;
}

} // namespace bridgescope
