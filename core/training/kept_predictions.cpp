#include "core/training/kept_predictions.h"

#include <algorithm>

namespace bridgescope {

void KeptPredictions::add(Index epoch, MatrixView predictions)
{
    Matrix copy(predictions.rows, predictions.columns);
    std::copy_n(predictions.data, predictions.size(), copy.data());
    const std::lock_guard lock(m_mutex);
    m_kept.erase(m_kept.lower_bound(epoch), m_kept.end());
    m_kept.emplace(epoch, std::move(copy));
    thin();
}

void KeptPredictions::pin(Index epoch)
{
    const std::lock_guard lock(m_mutex);
    if (!m_kept.contains(epoch)) return;
    m_pinned = epoch;
    thin();
}

void KeptPredictions::lowerBudget(std::uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_budget = std::min(m_budget, bytes);
    thin();
}

std::vector<KeptEpoch> KeptPredictions::epochs() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<KeptEpoch> all;
    all.reserve(m_kept.size());
    for (const auto& [epoch, predictions] : m_kept)
        all.push_back({epoch, predictions});
    return all;
}

std::uint64_t KeptPredictions::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return used();
}

std::uint64_t KeptPredictions::used() const
{
    std::uint64_t sum = 0;
    for (const auto& [epoch, predictions] : m_kept)
        sum += static_cast<std::uint64_t>(predictions.view().size()) * sizeof(float);
    return sum;
}

bool KeptPredictions::mayGo(Index epoch) const
{
    const Index first = m_kept.begin()->first, last = m_kept.rbegin()->first;
    return epoch != first && epoch != last && epoch != m_pinned && (epoch - first) % m_stride != 0;
}

/// What was last or pinned until now goes unless it lies on the stride; the stride doubles until all fits.
void KeptPredictions::thin()
{
    if (m_kept.empty()) return;
    std::erase_if(m_kept, [this](const auto& each) { return mayGo(each.first); });
    while (used() > m_budget && m_stride < m_kept.rbegin()->first - m_kept.begin()->first) {
        m_stride *= 2;
        std::erase_if(m_kept, [this](const auto& each) { return mayGo(each.first); });
    }
}

} // namespace bridgescope
