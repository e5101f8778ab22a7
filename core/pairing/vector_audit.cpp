#include "core/pairing/vector_audit.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

namespace bridgescope {
namespace {

struct Seen {
    std::uint64_t hash = 0;
    bool zero = false, nonFinite = false;
};

/// Four lanes of 64 bits, so that neither the hash nor the two tests wait for the value before.
Seen look(std::span<const float> vector)
{
    constexpr std::size_t lanes = 4;
    constexpr std::uint32_t infinity = 0x7f800000u;
    std::uint64_t hash[lanes] = {1, 2, 3, 4};
    std::uint32_t any = 0, nonFinite = 0;
    for (const float value : vector) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        any |= bits & ~0x80000000u;
        nonFinite |= (bits & infinity) == infinity;
    }
    const std::size_t whole = vector.size() / (2 * lanes) * (2 * lanes);
    for (std::size_t i = 0; i < whole; i += 2 * lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            std::uint64_t two;
            std::memcpy(&two, vector.data() + i + 2 * lane, sizeof two);
            hash[lane] = std::rotl((hash[lane] ^ two) * 0x9fb21c651e98df25u, 29);
        }
    std::uint64_t all = 0;
    for (const auto lane : hash)
        all = std::rotl((all ^ lane) * 0x9fb21c651e98df25u, 29);
    for (std::size_t i = whole; i < vector.size(); ++i)
        all = std::rotl((all ^ std::bit_cast<std::uint32_t>(vector[i])) * 0x9fb21c651e98df25u, 29);
    return {all, any == 0, nonFinite != 0};
}

bool sameBits(std::span<const float> a, std::span<const float> b)
{
    return std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

/// For every row used, whether another used row holds the same bits. Only rows of one hash are compared.
std::vector<bool> findEqual(MatrixView set, const std::vector<Index>& rows, const std::vector<Seen>& seen)
{
    std::vector<std::pair<std::uint64_t, std::size_t>> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = {seen[i].hash, i};
    std::sort(order.begin(), order.end());
    const auto vector = [&](std::size_t place) { return set.column(rows[order[place].second]); };
    std::vector<bool> equal(rows.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        for (; last < order.size() && order[last].first == order[first].first; ++last) {
            // Rows of one hash are nearly always one vector, so that the first of them answers at once.
            std::size_t other = first;
            while (other < last && !sameBits(vector(last), vector(other)))
                ++other;
            if (other < last) equal[order[last].second] = equal[order[other].second] = true;
        }
        first = last;
    }
    return equal;
}

} // namespace

VectorAudit auditVectors(MatrixView set, std::span<const Index> rows, const Context& context)
{
    std::vector<Index> used(rows.begin(), rows.end());
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());

    constexpr Index blockRows = 1024;
    const auto count = static_cast<Index>(used.size());
    std::vector<Seen> seen(used.size());
    parallelFor((count + blockRows - 1) / blockRows, [&](Index block, int) {
        context.checkStop();
        const Index end = std::min(count, (block + 1) * blockRows);
        for (Index i = block * blockRows; i < end; ++i)
            seen[static_cast<std::size_t>(i)] = look(set.column(used[static_cast<std::size_t>(i)]));
    });
    context.checkStop();
    const auto equal = findEqual(set, used, seen);
    context.checkStop();

    std::vector<std::int32_t> place(static_cast<std::size_t>(set.columns));
    for (std::size_t i = 0; i < used.size(); ++i)
        place[static_cast<std::size_t>(used[i])] = static_cast<std::int32_t>(i);
    VectorAudit audit;
    for (const Index row : rows) {
        const auto i = static_cast<std::size_t>(place[static_cast<std::size_t>(row)]);
        audit.equal += equal[i];
        audit.zero += seen[i].zero;
        audit.nonFinite += seen[i].nonFinite;
    }
    return audit;
}

} // namespace bridgescope
