#include "core/neighbors/search_plan.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <unordered_map>

namespace bridgescope {

SearchSide makeSide(MatrixView set, Metric metric)
{
    SearchSide side;
    side.set = set;
    if (metric == Metric::Cosine) {
        side.norms.resize(static_cast<std::size_t>(set.columns));
        constexpr Index block = 1024;
        parallelFor((set.columns + block - 1) / block, [&](Index task, int) {
            for (Index i = task * block; i < std::min(set.columns, (task + 1) * block); ++i)
                side.norms[static_cast<std::size_t>(i)] = canonicalNorm(set.column(i).data(), set.rows);
        });
    }
    for (Index i = 0; i < set.columns; ++i) {
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
    return canonicalDot(x, y, a.set.rows) /
           (a.norms[static_cast<std::size_t>(i)] * b.norms[static_cast<std::size_t>(j)]);
}

std::vector<std::int32_t> withoutSurplusCopies(const SearchSide& side, Index keep)
{
    std::unordered_map<std::string_view, Index> seen;
    seen.reserve(side.active.size());
    const auto bytes = static_cast<std::size_t>(side.set.rows) * sizeof(float);
    std::vector<std::int32_t> kept;
    for (const std::int32_t i : side.active) {
        const std::string_view content(reinterpret_cast<const char*>(side.set.column(i).data()), bytes);
        if (seen[content]++ < keep) kept.push_back(i);
    }
    return kept;
}

} // namespace bridgescope
