#pragma once
#include "core/base/context.h"
#include "core/base/linear_algebra.h"
#include "core/similarity/measure_group.h"

#include <vector>

namespace bridgescope {

/// RSA (Kriegeskorte, Mur, Bandettini 2008): Spearman correlation over i < j of the cosines of centred items, ties (to
/// 1e-12) with their mean rank. A centred item of length 0 has cosine 0 with all.
class PairwiseRanks : public MeasureGroup {
public:
    PairwiseRanks(MatrixView a, MatrixView b, const Context& context);
    Index items() const override { return m_a.rows(); }
    std::map<std::string, MeasureValue> evaluate(std::span<const std::int32_t> relabelling) const override;

private:
    Matrix64 m_a, m_b; ///< n x n: each pair's rank less the mean rank; the diagonal is 0
    double m_squaresA = 0, m_squaresB = 0;
};

} // namespace bridgescope
