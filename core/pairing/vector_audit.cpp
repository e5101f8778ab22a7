#include "core/pairing/vector_audit.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>

namespace bridgescope {
namespace {

struct Seen {
    std::uint64_t hash = 0;
    bool zero = false, nonFinite = false;
};

Seen look(std::span<const float> vector)
{
    Seen seen{0x9e3779b97f4a7c15u, true, false};
    for (const float value : vector) {
        seen.hash = (seen.hash ^ std::bit_cast<std::uint32_t>(value)) * 0xff51afd7ed558ccdu;
        seen.hash ^= seen.hash >> 32;
        seen.zero &= value == 0;
        seen.nonFinite |= !std::isfinite(value);
    }
    return seen;
}

bool sameBits(std::span<const float> a, std::span<const float> b)
{
    return std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

/// For every row used, whether another used row holds the same bits. Rows of one hash are compared with one another.
std::vector<bool> findEqual(MatrixView set, const std::vector<Index>& rows, const std::vector<Seen>& seen)
{
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return seen[a].hash < seen[b].hash; });
    std::vector<bool> equal(rows.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && seen[order[last]].hash == seen[order[first]].hash)
            ++last;
        // Rows of one hash are nearly always one vector: comparing each with the first costs one pass.
        for (std::size_t i = first + 1; i < last; ++i) {
            std::size_t j = first;
            while (j < i && !sameBits(set.column(rows[order[i]]), set.column(rows[order[j]])))
                ++j;
            if (j < i) equal[order[i]] = equal[order[j]] = true;
        }
        first = last;
    }
    return equal;
}

} // namespace

VectorAudit auditVectors(MatrixView set, std::span<const Index> rows)
{
    std::vector<Index> used(rows.begin(), rows.end());
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());

    constexpr Index blockRows = 1024;
    const auto count = static_cast<Index>(used.size());
    std::vector<Seen> seen(used.size());
    parallelFor((count + blockRows - 1) / blockRows, [&](Index block, int) {
        const Index end = std::min(count, (block + 1) * blockRows);
        for (Index i = block * blockRows; i < end; ++i)
            seen[static_cast<std::size_t>(i)] = look(set.column(used[static_cast<std::size_t>(i)]));
    });
    const auto equal = findEqual(set, used, seen);

    VectorAudit audit;
    for (const Index row : rows) {
        const auto place = static_cast<std::size_t>(std::lower_bound(used.begin(), used.end(), row) - used.begin());
        audit.equal += equal[place];
        audit.zero += seen[place].zero;
        audit.nonFinite += seen[place].nonFinite;
    }
    return audit;
}

} // namespace bridgescope
