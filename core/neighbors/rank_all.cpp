#include "core/base/parallel.h"
#include "core/neighbors/search_plan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace bridgescope {
namespace {

/// A number that ascends as the float falls.
std::uint32_t descendingKey(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return bits & 0x80000000u ? bits : ~bits & 0x7fffffffu;
}

struct Keyed {
    std::uint32_t key, position;
};

/// Stable, by 11 bits at a time.
void sortByKey(std::vector<Keyed>& items)
{
    constexpr std::uint32_t bits = 11, mask = (1u << bits) - 1;
    std::vector<Keyed> sorted(items.size());
    for (std::uint32_t shift = 0; shift < 32; shift += bits) {
        std::array<std::uint32_t, mask + 2> begin{};
        for (const Keyed& item : items)
            ++begin[(item.key >> shift & mask) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const Keyed& item : items)
            sorted[begin[item.key >> shift & mask]++] = item;
        items.swap(sorted);
    }
}

/// Nearest first. `ranked` comes by ascending index. Rounding to float32 keeps the order but for those it makes equal:
/// they alone are compared in full, which is several times faster than to compare all.
std::vector<RankedItem> nearestFirst(const std::vector<RankedItem>& ranked)
{
    std::vector<Keyed> order(ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i)
        order[i] = {descendingKey(static_cast<float>(ranked[i].value) + 0.0f), static_cast<std::uint32_t>(i)};
    sortByKey(order);
    std::vector<RankedItem> result(ranked.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        result[i] = ranked[order[i].position];
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && order[end].key == order[begin].key)
            ++end;
        if (end - begin == 1) continue;
        std::sort(result.begin() + static_cast<std::ptrdiff_t>(begin),
                  result.begin() + static_cast<std::ptrdiff_t>(end), [](const RankedItem& a, const RankedItem& b) {
                      return a.value != b.value ? a.value > b.value : a.index < b.index;
                  });
    }
    return result;
}

std::vector<RankedItem> rank(MatrixView set, const float* query, Metric metric, const std::vector<bool>& leftOut)
{
    const Index d = set.rows;
    const double queryNorm = metric == Metric::Cosine ? canonicalNorm(query, d) : 1;
    std::vector<RankedItem> ranked(static_cast<std::size_t>(set.columns));
    std::vector<char> keep(static_cast<std::size_t>(set.columns), 0);
    if (queryNorm > 0) {
        constexpr Index block = 4096;
        parallelFor((set.columns + block - 1) / block, [&](Index task, int) {
            for (Index j = task * block; j < std::min(set.columns, (task + 1) * block); ++j) {
                if (!leftOut.empty() && leftOut[static_cast<std::size_t>(j)]) continue;
                const float* item = set.column(j).data();
                double value = 0;
                if (metric == Metric::Euclidean)
                    value = -canonicalSquaredDistance(query, item, d);
                else {
                    const DotAndNorm with = canonicalDotAndNorm(query, item, d);
                    if (with.norm == 0) continue;
                    value = with.dot / (queryNorm * with.norm);
                }
                ranked[static_cast<std::size_t>(j)] = {static_cast<std::int32_t>(j), value};
                keep[static_cast<std::size_t>(j)] = 1;
            }
        });
    }
    std::size_t kept = 0;
    for (std::size_t j = 0; j < ranked.size(); ++j)
        if (keep[j]) ranked[kept++] = ranked[j];
    ranked.resize(kept);
    return nearestFirst(ranked);
}

} // namespace

std::vector<RankedItem> rankAll(MatrixView set, Index item, Metric metric, std::span<const std::int32_t> groups)
{
    std::vector<bool> leftOut(static_cast<std::size_t>(set.columns), false);
    leftOut[static_cast<std::size_t>(item)] = true;
    for (std::size_t j = 0; j < groups.size(); ++j)
        if (groups[j] == groups[static_cast<std::size_t>(item)]) leftOut[j] = true;
    return rank(set, set.column(item).data(), metric, leftOut);
}

std::vector<RankedItem> rankAll(MatrixView set, std::span<const float> query, Metric metric)
{
    return rank(set, query.data(), metric, {});
}

} // namespace bridgescope
