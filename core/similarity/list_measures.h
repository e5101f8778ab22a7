#pragma once
#include "core/neighbors/neighbor_table.h"
#include "core/similarity/measure_group.h"

#include <vector>

namespace bridgescope {

/// Measures of two tables of lists of the same items, all at K: kNN Jaccard (mean over items of shared over either),
/// rank-biased overlap extrapolated to depth K (Webber, Moffat, Zobel 2010, equation 32), the longest common
/// subsequence of the ordered lists over K, and cycle-kNN: the share of (i, j in the list of i in B) with i in the list
/// of j in A. An item without a list in either scores 0.
class ListMeasures : public MeasureGroup {
public:
    ListMeasures(const NeighborTable& a, const NeighborTable& b, Index k, double persistence);
    Index items() const override { return m_a.items(); }
    std::map<std::string, MeasureValue> evaluate(std::span<const std::int32_t> relabelling) const override;
    /// Of A with itself: less than 1 where lists are short, or for cycle-kNN not mutual.
    std::map<std::string, std::optional<double>> identical() const override;

private:
    std::span<const std::int32_t> list(const NeighborTable& table, Index item) const;
    std::map<std::string, MeasureValue> evaluate(const NeighborTable& b,
                                                 std::span<const std::int32_t> relabelling) const;
    double rankBiased(const std::vector<Index>& sharedAtDepth, Index depth) const;

    const NeighborTable& m_a;
    const NeighborTable& m_b;
    Index m_k;
    double m_persistence;
    std::vector<std::vector<std::int32_t>> m_listedBy; ///< items in whose list of A an item stands
};

/// CKNNA (Huh et al. 2024): unbiased HSIC (Song et al. 2007) of both sets' inner products of unit items where both have
/// an entry of a K-list, over the root of the two self terms, each with its own entries only. Not clamped.
class MaskedKernels : public MeasureGroup {
public:
    /// Lists by the cosine, their values the inner products.
    MaskedKernels(const NeighborTable& a, const NeighborTable& b, Index k);
    Index items() const override { return m_a.items(); }
    std::map<std::string, MeasureValue> evaluate(std::span<const std::int32_t> relabelling) const override;

private:
    struct Edge {
        std::int32_t to;
        double a, b;
    };
    using Edges = std::vector<std::vector<Edge>>;
    Edges shared(const NeighborTable& a, const NeighborTable& b, std::span<const std::int32_t> relabelling) const;
    double unbiasedHsic(const Edges& edges) const;

    const NeighborTable& m_a;
    const NeighborTable& m_b;
    Index m_k;
    double m_selfA = 0, m_selfB = 0;
};

} // namespace bridgescope
