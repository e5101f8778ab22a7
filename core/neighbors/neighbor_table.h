#pragma once
#include "core/neighbors/metric.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bridgescope {

/// The K nearest others of every item, nearest first. Ties go to the lower index.
/// An item's list is shorter than K where fewer candidates exist (zero vectors under cosine, shared rows): see count().
class NeighborTable {
public:
    NeighborTable() = default;
    NeighborTable(Index items, Index k);

    Index items() const { return m_items; }
    Index k() const { return m_k; } ///< Kmax: the longest list possible
    Index count(Index item) const { return m_counts[static_cast<std::size_t>(item)]; }
    std::span<const std::int32_t> neighbors(Index item) const; ///< count(item) indices
    std::span<const double> values(Index item) const;          ///< cosine, or minus the squared distance; not ascending
    void assign(Index item, std::span<const std::int32_t> neighbors, std::span<const double> values);

    Index zeroVectors = 0; ///< items with an empty list because their vector is zero under cosine

private:
    Index m_items = 0, m_k = 0;
    std::vector<std::int32_t> m_counts, m_indices; ///< k entries an item
    std::vector<double> m_values;
};

} // namespace bridgescope
