#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/overlap/overlap.h"

#include <algorithm>

namespace bridgescope {
namespace {

constexpr Index block = 256;

/// Adds 1 at K = max(r, s) for every entry that stands at rank r in one list and s in the other.
void addShared(std::span<const std::int32_t> a, std::span<const std::int32_t> b, Index kMax, Index shift,
               std::vector<std::uint16_t>& rankInA, std::uint16_t* counts)
{
    const auto length = [&](std::span<const std::int32_t> list) {
        return std::min(static_cast<Index>(list.size()), kMax - shift);
    };
    for (Index r = 0; r < length(a); ++r)
        rankInA[static_cast<std::size_t>(a[static_cast<std::size_t>(r)])] = static_cast<std::uint16_t>(r + 1);
    for (Index s = 0; s < length(b); ++s) {
        const Index r = rankInA[static_cast<std::size_t>(b[static_cast<std::size_t>(s)])];
        if (r > 0) ++counts[std::max(r, s + 1) + shift - 1];
    }
    for (Index r = 0; r < length(a); ++r)
        rankInA[static_cast<std::size_t>(a[static_cast<std::size_t>(r)])] = 0;
}

/// Items may be some of a larger set: one more than the largest index in any list.
std::size_t indicesIn(const NeighborTable& a, const NeighborTable& b)
{
    std::vector<std::int32_t> largest(static_cast<std::size_t>((a.items() + block - 1) / block), -1);
    parallelFor(static_cast<Index>(largest.size()), [&](Index task, int) {
        std::int32_t most = -1;
        for (const NeighborTable* table : {&a, &b})
            for (Index i = task * block; i < std::min(a.items(), (task + 1) * block); ++i)
                for (const std::int32_t j : table->neighbors(i))
                    most = std::max(most, j);
        largest[static_cast<std::size_t>(task)] = most;
    });
    return largest.empty() ? 0 : static_cast<std::size_t>(*std::max_element(largest.begin(), largest.end()) + 1);
}

} // namespace

std::string_view selfRuleId(SelfRule rule)
{
    return rule == SelfRule::Excluded ? "excluded" : "included";
}

double chanceOverlap(Index n, Index k, SelfRule self)
{
    if (n < 2) return 1;
    const double others = static_cast<double>(n - 1), size = static_cast<double>(k);
    if (self == SelfRule::Excluded) return size / others;
    return (1 + (size - 1) * (size - 1) / others) / size;
}

OverlapCounts::OverlapCounts(const NeighborTable& a, const NeighborTable& b, Index kMax, SelfRule self)
    : m_items(a.items()), m_kMax(kMax)
{
    const Index shift = self == SelfRule::Included ? 1 : 0;
    if (a.items() != b.items() || kMax < 1 || kMax - shift > std::min(a.k(), b.k()) || kMax > 65535)
        throw Error(ErrorKind::Input, "overlap of lists of " + std::to_string(a.items()) + " and " +
                                          std::to_string(b.items()) + " items at K = " + std::to_string(kMax));
    m_cumulative.resize(static_cast<std::size_t>(m_items * m_kMax));
    const std::size_t indices = indicesIn(a, b);
    std::vector<std::vector<std::uint16_t>> ranks(static_cast<std::size_t>(threadCount()));
    parallelFor((m_items + block - 1) / block, [&](Index task, int worker) {
        auto& rankInA = ranks[static_cast<std::size_t>(worker)];
        rankInA.resize(indices, 0);
        for (Index i = task * block; i < std::min(m_items, (task + 1) * block); ++i) {
            std::uint16_t* counts = m_cumulative.data() + i * m_kMax;
            // Rank 1 is the item itself where it counts and has a list in both spaces at all.
            if (shift == 1 && a.count(i) > 0 && b.count(i) > 0) counts[0] = 1;
            addShared(a.neighbors(i), b.neighbors(i), m_kMax, shift, rankInA, counts);
            for (Index k = 1; k < m_kMax; ++k)
                counts[k] = static_cast<std::uint16_t>(counts[k] + counts[k - 1]);
        }
    });
}

int OverlapCounts::count(Index item, Index k) const
{
    return m_cumulative[static_cast<std::size_t>(item * m_kMax + k - 1)];
}

std::vector<int> OverlapCounts::counts(Index k) const
{
    std::vector<int> all(static_cast<std::size_t>(m_items));
    for (Index i = 0; i < m_items; ++i)
        all[static_cast<std::size_t>(i)] = count(i, k);
    return all;
}

std::vector<double> OverlapCounts::means() const
{
    // Sums of a few thousand items fit 32 bits: twice as many at once.
    std::vector<std::int64_t> sums(static_cast<std::size_t>(m_kMax), 0);
    std::vector<std::uint32_t> some(sums.size());
    for (Index begin = 0; begin < m_items; begin += 4096) {
        std::fill(some.begin(), some.end(), 0u);
        for (Index i = begin; i < std::min(m_items, begin + 4096); ++i) {
            const std::uint16_t* counts = m_cumulative.data() + i * m_kMax;
            for (std::size_t k = 0; k < some.size(); ++k)
                some[k] += counts[k];
        }
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += some[k];
    }
    std::vector<double> means;
    for (Index k = 1; k <= m_kMax; ++k)
        means.push_back(static_cast<double>(sums[static_cast<std::size_t>(k - 1)]) /
                        (static_cast<double>(m_items) * static_cast<double>(k)));
    return means;
}

} // namespace bridgescope
