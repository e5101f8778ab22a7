#include "core/neighbors/candidate_lists.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bridgescope {
namespace {

struct Scored {
    double value;
    std::int32_t index;
    float upper;
};

bool nearer(const Scored& a, const Scored& b)
{
    return a.value != b.value ? a.value > b.value : a.index < b.index;
}

} // namespace

CandidateLists::CandidateLists(Index queries, Rules rules)
    : m_rules(std::move(rules)), m_capacity(2 * m_rules.k + 32),
      m_candidates(static_cast<std::size_t>(checkedProduct(queries, m_capacity, "candidate lists"))),
      m_counts(static_cast<std::size_t>(queries)),
      m_thresholds(static_cast<std::size_t>(queries), -std::numeric_limits<float>::infinity())
{
}

void CandidateLists::insert(Index query, std::int32_t candidate, float value)
{
    auto& count = m_counts[static_cast<std::size_t>(query)];
    begin(query)[count++] = {value, candidate};
    if (count == m_capacity) compact(query);
}

void CandidateLists::compact(Index query)
{
    const auto at = static_cast<std::size_t>(query);
    auto& count = m_counts[at];
    Candidate* list = begin(query);
    const float own = (*m_rules.queryQ)[at];
    std::vector<float> lower(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i)
        lower[static_cast<std::size_t>(i)] =
            list[i].value - own - (*m_rules.candidateQ)[static_cast<std::size_t>(list[i].index)];
    std::nth_element(lower.begin(), lower.begin() + (m_rules.k - 1), lower.end(), std::greater<>());
    m_thresholds[at] = std::max(m_thresholds[at], lower[static_cast<std::size_t>(m_rules.k - 1)]);
    const Candidate* end =
        std::remove_if(list, list + count, [&](const Candidate& c) { return c.value < m_thresholds[at]; });
    count = static_cast<std::int32_t>(end - list);
    // Near ties fill the list: let the canonical values decide now, so that room is made for good.
    if (count > m_capacity - 16) settle(query);
}

void CandidateLists::settle(Index query)
{
    const auto at = static_cast<std::size_t>(query);
    auto& count = m_counts[at];
    Candidate* list = begin(query);
    std::vector<Scored> scored;
    for (std::int32_t i = 0; i < count; ++i)
        scored.push_back(
            {m_rules.canonical(static_cast<std::int32_t>(query), list[i].index), list[i].index, list[i].value});
    std::nth_element(scored.begin(), scored.begin() + (m_rules.k - 1), scored.end(), nearer);
    // Whoever comes later must reach the K-th canonical value; float32 and the canonical sum each round once more.
    const double kth = scored[static_cast<std::size_t>(m_rules.k - 1)].value * m_rules.exactScale;
    const double margin = std::abs(kth) * 0x1p-22 + 0x1p-140;
    m_thresholds[at] = std::max(m_thresholds[at], static_cast<float>(kth - margin));
    count = static_cast<std::int32_t>(m_rules.k);
    for (std::int32_t i = 0; i < count; ++i)
        list[i] = {scored[static_cast<std::size_t>(i)].upper, scored[static_cast<std::size_t>(i)].index};
}

void CandidateLists::finish(Index query, std::vector<std::int32_t>& candidates, std::vector<double>& values)
{
    // Only those within the bound of the K-th are worth a canonical value.
    if (m_counts[static_cast<std::size_t>(query)] > m_rules.k) compact(query);
    const Candidate* list = begin(query);
    std::vector<Scored> scored;
    for (std::int32_t i = 0; i < m_counts[static_cast<std::size_t>(query)]; ++i)
        scored.push_back({m_rules.canonical(static_cast<std::int32_t>(query), list[i].index), list[i].index, 0});
    std::sort(scored.begin(), scored.end(), nearer);
    if (scored.size() > static_cast<std::size_t>(m_rules.k)) scored.resize(static_cast<std::size_t>(m_rules.k));
    candidates.clear();
    values.clear();
    for (const Scored& s : scored) {
        candidates.push_back(s.index);
        values.push_back(s.value);
    }
}

} // namespace bridgescope
