#include "core/overlap/list_changes.h"

#include <algorithm>
#include <tuple>

namespace bridgescope {
namespace {

using Change = ListChanges::Entry;

std::span<const std::int32_t> firstOf(const NeighborTable& table, Index item, Index k)
{
    return table.neighbors(item).first(static_cast<std::size_t>(std::min(k, table.count(item))));
}

std::vector<std::int32_t> sortedFirst(const NeighborTable& table, Index item, Index k)
{
    const auto first = firstOf(table, item, k);
    std::vector<std::int32_t> sorted(first.begin(), first.end());
    std::ranges::sort(sorted);
    return sorted;
}

bool has(const std::vector<std::int32_t>& sorted, std::int32_t neighbor)
{
    return std::ranges::binary_search(sorted, neighbor);
}

/// One entry a neighbor, from one an occurrence.
void putTogether(std::vector<Change>& entries)
{
    std::ranges::sort(entries, {}, &Change::neighbor);
    std::size_t last = 0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const Change& each = entries[i];
        if (each.neighbor != entries[last].neighbor) {
            entries[++last] = each;
            continue;
        }
        Change& sum = entries[last];
        sum.lists += each.lists;
        sum.inX += each.inX;
        sum.inY += each.inY;
        sum.bestRank = std::min(sum.bestRank, each.bestRank);
    }
    if (!entries.empty()) entries.resize(last + 1);
    std::ranges::sort(entries, [](const Change& a, const Change& b) {
        return std::tuple(-a.lists, a.bestRank, a.neighbor) < std::tuple(-b.lists, b.bestRank, b.neighbor);
    });
}

} // namespace

Index sumOf(const std::vector<Change>& entries, Index Change::*field)
{
    Index sum = 0;
    for (const Change& entry : entries)
        sum += entry.*field;
    return sum;
}

ListChanges changesOf(const NeighborTable& before, const NeighborTable& after, const NeighborTable& x,
                      const NeighborTable& y, Index k)
{
    ListChanges changes;
    for (Index item = 0; item < after.items(); ++item) {
        const auto then = sortedFirst(before, item, k), now = sortedFirst(after, item, k),
                   inX = sortedFirst(x, item, k), inY = sortedFirst(y, item, k);
        const auto entry = [&](std::int32_t neighbor, Index rank) {
            return Change{neighbor, 1, has(inX, neighbor), has(inY, neighbor), rank};
        };
        Index rank = 0;
        for (const std::int32_t neighbor : firstOf(after, item, k))
            (has(then, neighbor) ? changes.kept : changes.gained).push_back(entry(neighbor, ++rank));
        rank = 0;
        for (const std::int32_t neighbor : firstOf(before, item, k)) {
            ++rank;
            if (!has(now, neighbor)) changes.lost.push_back(entry(neighbor, rank));
        }
    }
    for (auto* group : {&changes.kept, &changes.gained, &changes.lost})
        putTogether(*group);
    return changes;
}

} // namespace bridgescope
