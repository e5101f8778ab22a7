#include "core/overlap/related_pairs.h"

#include "core/overlap/overlap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

struct Entry {
    std::int32_t other, rank;
};

/// Entries of all lists, by the smaller item of each pair.
struct ByItem {
    std::vector<std::size_t> begin;
    std::vector<Entry> entries;
};

ByItem gather(std::span<const NeighborTable* const> spaces, Index items, Index kMax)
{
    ByItem by;
    by.begin.assign(static_cast<std::size_t>(items) + 1, 0);
    const auto each = [&](auto&& visit) {
        for (const NeighborTable* table : spaces)
            for (Index i = 0; i < items; ++i) {
                const auto list = table->neighbors(i);
                const auto length = std::min(static_cast<Index>(list.size()), kMax);
                for (Index r = 0; r < length; ++r) {
                    const Index j = list[static_cast<std::size_t>(r)];
                    visit(static_cast<std::size_t>(std::min(i, j)), static_cast<std::int32_t>(std::max(i, j)),
                          static_cast<std::int32_t>(r + 1));
                }
            }
    };
    each([&](std::size_t smaller, std::int32_t, std::int32_t) { ++by.begin[smaller + 1]; });
    std::partial_sum(by.begin.begin(), by.begin.end(), by.begin.begin());
    by.entries.resize(by.begin.back());
    std::vector<std::size_t> next(by.begin.begin(), by.begin.end() - 1);
    each([&](std::size_t smaller, std::int32_t other, std::int32_t rank) {
        by.entries[next[smaller]++] = {other, rank};
    });
    return by;
}

/// The sum over related pairs, or the diagonal where it is not positive. Rounding of n² products leaves about
/// n eps diagonal where the sum is 0.
double robustSum(double diagonal, double related, double n)
{
    const double sum = diagonal + 2 * related;
    return sum <= 1e-12 * n * diagonal ? diagonal : sum;
}

} // namespace

RelatedPairs::RelatedPairs(std::span<const NeighborTable* const> spaces, Index kMax)
    : m_items(spaces.empty() ? 0 : spaces.front()->items())
{
    const ByItem by = gather(spaces, m_items, kMax);
    // The smallest rank of each pair, then a counting sort by rank.
    std::vector<std::int32_t> best(static_cast<std::size_t>(m_items), 0);
    std::vector<std::pair<Pair, std::int32_t>> unique;
    unique.reserve(by.entries.size() / 2);
    m_begin.assign(static_cast<std::size_t>(kMax) + 2, 0);
    for (Index i = 0; i < m_items; ++i) {
        const std::span<const Entry> entries(by.entries.data() + by.begin[static_cast<std::size_t>(i)],
                                             by.entries.data() + by.begin[static_cast<std::size_t>(i) + 1]);
        for (const Entry& entry : entries) {
            auto& rank = best[static_cast<std::size_t>(entry.other)];
            if (rank == 0 || entry.rank < rank) rank = entry.rank;
        }
        for (const Entry& entry : entries) {
            auto& rank = best[static_cast<std::size_t>(entry.other)];
            if (rank == 0) continue;
            unique.push_back({{static_cast<std::int32_t>(i), entry.other}, rank});
            ++m_begin[static_cast<std::size_t>(rank) + 1];
            rank = 0;
        }
    }
    std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
    m_pairs.resize(unique.size());
    std::vector<std::size_t> next(m_begin);
    for (const auto& [pair, rank] : unique)
        m_pairs[next[static_cast<std::size_t>(rank)]++] = pair;
}

double RelatedPairs::standardError(std::span<const double> values, Index k) const
{
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double diagonal = 0, related = 0;
    for (const double v : values)
        diagonal += (v - mean) * (v - mean);
    const std::size_t end = pairsAt(k);
    for (std::size_t p = 0; p < end; ++p)
        related += (values[static_cast<std::size_t>(m_pairs[p].first)] - mean) *
                   (values[static_cast<std::size_t>(m_pairs[p].second)] - mean);
    return std::sqrt(robustSum(diagonal, related, n)) / n;
}

double RelatedPairs::share(Index k) const
{
    const auto n = static_cast<double>(m_items);
    return m_items < 2 ? 0 : static_cast<double>(pairsAt(k)) / (n * (n - 1) / 2);
}

std::vector<double> RelatedPairs::standardErrors(std::span<const double> values, std::span<const std::int32_t> groupOf,
                                                 Index groups, Index k) const
{
    struct Group {
        double n = 0, mean = 0, diagonal = 0, related = 0;
    };
    std::vector<Group> all(static_cast<std::size_t>(groups));
    const auto of = [&](std::size_t item) -> Group& { return all[static_cast<std::size_t>(groupOf[item])]; };
    for (std::size_t i = 0; i < values.size(); ++i) {
        of(i).n += 1;
        of(i).mean += values[i];
    }
    for (Group& group : all)
        if (group.n > 0) group.mean /= group.n;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double deviation = values[i] - of(i).mean;
        of(i).diagonal += deviation * deviation;
    }
    const std::size_t end = pairsAt(k);
    for (std::size_t p = 0; p < end; ++p) {
        const auto first = static_cast<std::size_t>(m_pairs[p].first),
                   second = static_cast<std::size_t>(m_pairs[p].second);
        if (groupOf[first] != groupOf[second]) continue;
        of(first).related += (values[first] - of(first).mean) * (values[second] - of(first).mean);
    }
    std::vector<double> errors;
    for (const Group& group : all)
        errors.push_back(group.n > 0 ? std::sqrt(robustSum(group.diagonal, group.related, group.n)) / group.n : 0);
    return errors;
}

double networkRobustError(std::span<const double> values, std::span<const NeighborTable* const> spaces, Index k)
{
    return RelatedPairs(spaces, k).standardError(values, k);
}

} // namespace bridgescope
