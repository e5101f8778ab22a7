#include "core/base/parallel.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>

namespace bridgescope {
namespace {

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
                    const double norm = canonicalNorm(item, d);
                    if (norm == 0) continue;
                    value = canonicalDot(query, item, d) / (queryNorm * norm);
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
    std::sort(ranked.begin(), ranked.end(), [](const RankedItem& a, const RankedItem& b) {
        return a.value != b.value ? a.value > b.value : a.index < b.index;
    });
    return ranked;
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
