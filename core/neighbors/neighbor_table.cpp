#include "core/neighbors/neighbor_table.h"

#include <algorithm>

namespace bridgescope {

NeighborTable::NeighborTable(Index items, Index k)
    : m_items(items), m_k(k), m_counts(static_cast<std::size_t>(items)),
      m_indices(static_cast<std::size_t>(checkedProduct(items, k, "neighbor table"))), m_values(m_indices.size())
{
}

std::span<const std::int32_t> NeighborTable::neighbors(Index item) const
{
    return {m_indices.data() + item * m_k, static_cast<std::size_t>(count(item))};
}

std::span<const double> NeighborTable::values(Index item) const
{
    return {m_values.data() + item * m_k, static_cast<std::size_t>(count(item))};
}

void NeighborTable::assign(Index item, std::span<const std::int32_t> neighbors, std::span<const double> values)
{
    const auto length = std::min(neighbors.size(), static_cast<std::size_t>(m_k));
    m_counts[static_cast<std::size_t>(item)] = static_cast<std::int32_t>(length);
    std::copy_n(neighbors.begin(), length, m_indices.begin() + item * m_k);
    std::copy_n(values.begin(), length, m_values.begin() + item * m_k);
}

} // namespace bridgescope
