#include "core/neighbors/candidate_lists.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bridgescope {
namespace {

Index countAtLeast(const std::vector<float>& values, float bound)
{
    std::int32_t count = 0;
    for (const float v : values)
        count += v >= bound;
    return count;
}

/// A bound that at least k of the values reach and few more do, by halving the range: counting is what processors do
/// fastest. There are k values or more.
float boundReachedBy(Index k, const std::vector<float>& values)
{
    float low = values.front(), high = values.front();
    for (const float v : values) {
        low = std::min(low, v);
        high = std::max(high, v);
    }
    const Index enough = k + k / 16;
    for (int step = 0; step < 24; ++step) {
        const float middle = low + (high - low) / 2;
        if (!(middle > low && middle < high)) break;
        const Index reaching = countAtLeast(values, middle);
        if (reaching < k)
            high = middle;
        else
            low = middle;
        if (reaching >= k && reaching <= enough) break;
    }
    return low;
}

} // namespace

Index CandidateLists::capacity(Index k)
{
    return 2 * k + 32;
}

std::uint64_t CandidateLists::bytesPerQuery(Index k)
{
    return static_cast<std::uint64_t>(capacity(k)) * (sizeof(float) + sizeof(std::int32_t)) + sizeof(std::int32_t) +
           sizeof(float);
}

CandidateLists::CandidateLists(Index queries, Rules rules)
    : m_rules(std::move(rules)), m_capacity(capacity(m_rules.k)), m_counts(static_cast<std::size_t>(queries)),
      m_thresholds(static_cast<std::size_t>(queries), -std::numeric_limits<float>::infinity())
{
    const auto size = static_cast<std::size_t>(checkedProduct(queries, m_capacity, "candidate lists"));
    m_values = std::make_unique_for_overwrite<float[]>(size);
    m_indices = std::make_unique_for_overwrite<std::int32_t[]>(size);
}

void CandidateLists::compact(Index query)
{
    const auto at = static_cast<std::size_t>(query);
    auto& count = m_counts[at];
    float* value = values(query);
    std::int32_t* index = indices(query);
    const float own = m_rules.queryQ[at];
    thread_local std::vector<float> lower;
    lower.resize(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i)
        lower[static_cast<std::size_t>(i)] = value[i] - own - m_rules.candidateQ[static_cast<std::size_t>(index[i])];
    const float threshold = m_thresholds[at] = std::max(m_thresholds[at], boundReachedBy(m_rules.k, lower));
    std::int32_t kept = 0;
    for (std::int32_t i = 0; i < count; ++i) {
        value[kept] = value[i];
        index[kept] = index[i];
        kept += value[i] >= threshold;
    }
    count = kept;
    // Near ties fill the list: let the canonical values decide now, so that room is made for good.
    if (count > m_capacity - 16) settle(query);
}

/// Every candidate kept with its canonical value, in a buffer of this thread.
std::vector<CandidateLists::Scored>& CandidateLists::score(Index query)
{
    thread_local std::vector<Scored> scored;
    thread_local std::vector<double> exact;
    const auto count = static_cast<std::size_t>(m_counts[static_cast<std::size_t>(query)]);
    exact.resize(count);
    m_rules.canonical(static_cast<std::int32_t>(query), {indices(query), count}, exact.data());
    scored.clear();
    for (std::size_t i = 0; i < count; ++i)
        scored.push_back({exact[i], indices(query)[i], values(query)[i]});
    return scored;
}

void CandidateLists::settle(Index query)
{
    const auto at = static_cast<std::size_t>(query);
    auto& count = m_counts[at];
    float* value = values(query);
    std::int32_t* index = indices(query);
    auto& scored = score(query);
    std::nth_element(scored.begin(), scored.begin() + (m_rules.k - 1), scored.end(), nearer);
    // Whoever comes later must reach the K-th canonical value; float32 and the canonical sum each round once more.
    const double kth = scored[static_cast<std::size_t>(m_rules.k - 1)].value * m_rules.exactScale;
    const double margin = std::abs(kth) * 0x1p-22 + 0x1p-140;
    m_thresholds[at] = std::max(m_thresholds[at], static_cast<float>(kth - margin));
    count = static_cast<std::int32_t>(m_rules.k);
    for (std::int32_t i = 0; i < count; ++i) {
        value[i] = scored[static_cast<std::size_t>(i)].upper;
        index[i] = scored[static_cast<std::size_t>(i)].index;
    }
}

void CandidateLists::finish(Index query, std::vector<std::int32_t>& candidates, std::vector<double>& canonicalValues)
{
    // Only those within the bound of the K-th are worth a canonical value.
    if (m_counts[static_cast<std::size_t>(query)] > m_rules.k) compact(query);
    auto& scored = score(query);
    std::sort(scored.begin(), scored.end(), nearer);
    if (scored.size() > static_cast<std::size_t>(m_rules.k)) scored.resize(static_cast<std::size_t>(m_rules.k));
    candidates.clear();
    canonicalValues.clear();
    for (const Scored& s : scored) {
        candidates.push_back(s.index);
        canonicalValues.push_back(s.value);
    }
}

} // namespace bridgescope
