#pragma once
#include "core/neighbors/neighbor_table.h"

#include <algorithm>
#include <vector>

namespace bridgescope {

/// Unordered pairs of items of which one stands in a K-list of the other in any of the spaces compared, by the smallest
/// such K. What the network-robust variance (Kojevnikov, Marmer, Song 2021) sums over.
class RelatedPairs {
public:
    RelatedPairs() = default;
    /// Pairs up to K = kMax.
    RelatedPairs(std::span<const NeighborTable* const> spaces, Index kMax);

    Index items() const { return m_items; }
    Index kMax() const { return static_cast<Index>(m_begin.size()) - 2; }
    /// SE of mean(values): SE² = (1/n²) Σ (v_i - v̄)(v_j - v̄) over i = j and all ordered related pairs at K; a sum that
    /// is not positive (beyond rounding: where all pairs are related it is 0) is replaced by the diagonal alone. K
    /// counts others: 0 relates nobody.
    double standardError(std::span<const double> values, Index k) const;
    /// Of all pairs of items, the share related at K.
    double share(Index k) const;
    /// The same for the mean of each group of items, over its own items and the related pairs within it. `groupOf`: one
    /// number an item, 0 to groups - 1. 0 for a group without items or of one item.
    std::vector<double> standardErrors(std::span<const double> values, std::span<const std::int32_t> groupOf,
                                       Index groups, Index k) const;

private:
    struct Pair {
        std::int32_t first, second;
    };
    std::size_t pairsAt(Index k) const { return m_begin[static_cast<std::size_t>(std::min(k, kMax())) + 1]; }

    Index m_items = 0;
    std::vector<Pair> m_pairs;        ///< ordered by the K at which they come in
    std::vector<std::size_t> m_begin; ///< m_begin[k]: first pair that comes in at k; one past the last at the end
};

} // namespace bridgescope
