#pragma once
#include "core/neighbors/search_plan.h"

#include <memory>
#include <vector>

namespace bridgescope {

/// Floats that start at a multiple of 64 bytes, not set at first.
class AlignedFloats {
public:
    AlignedFloats() = default;
    explicit AlignedFloats(Index size);
    float* data() { return m_data.get(); }
    const float* data() const { return m_data.get(); }

private:
    struct Free {
        void operator()(float* data) const;
    };
    std::unique_ptr<float[], Free> m_data;
};

/// Float32 vectors prepared so that one product per pair proposes neighbors, with a bound on how far it may be off.
///
/// For a pair with product g = z_i · z_j (float32, summed in any order) the UPPER value is
///   v_ij = scale g - p_i - p_j   and   v_ij - q_i - q_j <= true value <= v_ij,
/// in units in which the order of true values is the canonical order's up to float64 rounding (covered by the bound).
///
/// Derivation, e = 2^-24, gamma_d = d e / (1 - d e) (Higham 2002, section 3.1: holds for any order of summation, with
/// or without fused multiply-add). Cosine: z is x/‖x‖ rounded to float32, so |g - cos| <= gamma_d ‖z_i‖‖z_j‖ + (2e +
/// e²)
/// <= gamma_d + 4e; scale 1, p = -bound / 2, q = bound. Euclidean: z is (x - mean)/r with all norms at most 1,
/// n = ‖z‖²; the value -‖z_i - z_j‖² is computed as 2g - n_i - n_j with an error of at most 2 gamma_d R_i R_j (product)
/// + 2e (R_i + R_j)² (rounding z) + 8e (n_i + n_j) (rounding n and three operations) <= a (n_i + n_j) with
/// a = gamma_d + 16e, since 2 R_i R_j <= n_i + n_j; so p = (1 - a) n, q = 2 a n.
/// CSLS: twice cosine's bound and 16e more (rounding r and three operations on values up to 4); scale 2,
/// p = r - bound / 2. All get an absolute slack for numbers too small for float32's normal range. Where d e reaches a
/// half the bound is vacuous, and every pair is decided canonically.
struct ProposalSpace {
    Index dimension = 0;
    Index width = 1; ///< items a panel
    float scale = 1;
    std::vector<std::int32_t> columns; ///< of the set, one an item; ascending
    AlignedFloats panels;              ///< as PanelProduct reads them; the last panel is filled up with zeros
    std::vector<float> p;              ///< per item; filled up to whole panels with NaN, which reaches no threshold
    std::vector<float> q;              ///< per item

    Index items() const { return static_cast<Index>(columns.size()); }
    Index panelCount() const { return (items() + width - 1) / width; }
    const float* panel(Index index) const { return panels.data() + index * width * dimension; }
};

/// What is common to the spaces of queries and of items: where the origin lies and what the unit is (Euclidean).
struct ProposalFrame {
    Metric metric = Metric::Cosine;
    std::vector<double> mean;
    double unit = 1;
};
ProposalFrame makeFrame(Metric metric, MatrixView a, MatrixView b, const Context& context);

/// The columns named of a side's set, prepared in panels of `width` items.
ProposalSpace prepare(const ProposalFrame& frame, const SearchSide& side, std::vector<std::int32_t> columns,
                      Index width, const Context& context);

} // namespace bridgescope
