#include "core/neighbors/search_plan.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace bridgescope {
namespace {

/// Drops of a run of columns (ascending, of one norm) those that have `keep` equals before them.
void markSurplus(const SearchSide& side, std::span<const std::int32_t> run, Index keep, std::vector<bool>& surplus)
{
    std::unordered_map<std::string_view, Index> seen;
    const auto bytes = static_cast<std::size_t>(side.set.rows) * sizeof(float);
    for (const std::int32_t i : run) {
        const std::string_view content(reinterpret_cast<const char*>(side.set.column(i).data()), bytes);
        if (seen[content]++ >= keep) surplus[static_cast<std::size_t>(i)] = true;
    }
}

} // namespace

Index largestGroup(std::span<const std::int32_t> groups)
{
    std::vector<std::int32_t> sorted(groups.begin(), groups.end());
    std::sort(sorted.begin(), sorted.end());
    Index largest = 1;
    for (std::size_t begin = 0, i = 0; i <= sorted.size(); ++i)
        if (i == sorted.size() || sorted[i] != sorted[begin]) {
            largest = std::max(largest, static_cast<Index>(i - begin));
            begin = i;
        }
    return largest;
}

void requireK(Index k, Index others, Index n)
{
    if (k >= 1 && k <= others) return;
    throw Error(ErrorKind::Input,
                "K = " + std::to_string(k) + " neighbors, but N = " + std::to_string(n) + " items are there",
                others < 1 ? "give more items" : "choose K from 1 to " + std::to_string(others));
}

SearchSide makeSide(MatrixView set, Metric metric, const Context& context)
{
    SearchSide side;
    side.set = set;
    side.norms.resize(static_cast<std::size_t>(set.columns));
    constexpr Index block = 1024;
    parallelFor((set.columns + block - 1) / block, [&](Index task, int) {
        context.checkStop();
        for (Index i = task * block; i < std::min(set.columns, (task + 1) * block); ++i)
            side.norms[static_cast<std::size_t>(i)] = canonicalNorm(set.column(i).data(), set.rows);
    });
    for (Index i = 0; i < set.columns; ++i) {
        if (!std::isfinite(side.norms[static_cast<std::size_t>(i)]))
            throw Error(ErrorKind::Input, "vector " + std::to_string(i + 1) + " holds a NaN or an infinity",
                        "leave it out or mend it");
        if (metric == Metric::Cosine && side.norms[static_cast<std::size_t>(i)] == 0)
            ++side.zeroVectors;
        else
            side.active.push_back(static_cast<std::int32_t>(i));
    }
    return side;
}

double canonicalValue(const SearchSide& a, std::int32_t i, const SearchSide& b, std::int32_t j, Metric metric)
{
    const float* x = a.set.column(i).data();
    const float* y = b.set.column(j).data();
    if (metric == Metric::Euclidean) return -canonicalSquaredDistance(x, y, a.set.rows);
    const auto at = static_cast<std::size_t>(i), other = static_cast<std::size_t>(j);
    const double cosine = canonicalDot(x, y, a.set.rows) / (a.norms[at] * b.norms[other]);
    return a.nearness.empty() ? cosine : 2 * cosine - (a.nearness[at] + b.nearness[other]);
}

std::vector<std::int32_t> withoutSurplusCopies(const SearchSide& side, Index keep)
{
    // Equals have equal norms: only a run of more than `keep` equal norms can hold a surplus.
    std::vector<std::int32_t> order = side.active;
    const auto norm = [&](std::int32_t i) { return side.norms[static_cast<std::size_t>(i)]; };
    std::sort(order.begin(), order.end(),
              [&](std::int32_t a, std::int32_t b) { return norm(a) != norm(b) ? norm(a) < norm(b) : a < b; });
    std::vector<bool> surplus;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && norm(order[end]) == norm(order[begin]))
            ++end;
        if (static_cast<Index>(end - begin) <= keep) continue;
        surplus.resize(static_cast<std::size_t>(side.set.columns));
        markSurplus(side, std::span(order).subspan(begin, end - begin), keep, surplus);
    }
    if (surplus.empty()) return side.active;
    std::vector<std::int32_t> kept;
    for (const std::int32_t i : side.active)
        if (!surplus[static_cast<std::size_t>(i)]) kept.push_back(i);
    return kept;
}

} // namespace bridgescope
