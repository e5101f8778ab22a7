#pragma once
#include "core/neighbors/metric.h"

#include <vector>

namespace bridgescope {

/// Float32 vectors prepared so that one product per pair proposes neighbors, with a bound on how far it may be off.
///
/// For a pair with product g = z_i · z_j (float32, summed in any order) the UPPER value is
///   v_ij = scale g - p_i - p_j   and   v_ij - q_i - q_j <= true value <= v_ij,
/// in units in which the order of true values is the canonical order's up to float64 rounding (covered by the bound).
///
/// Derivation, e = 2^-24, gamma_d = d e / (1 - d e) (Higham 2002, section 3.1: holds for any order of summation, with
/// or without fused multiply-add). Cosine: z is x/‖x‖ rounded to float32, so |g - cos| <= gamma_d ‖z_i‖‖z_j‖ + (2e +
/// e²) <= (d + 4) e for d e < .01; scale 1, p = -(bound)/2, q = bound. Euclidean: z is (x - mean)/r with all norms at
/// most 1, n = ‖z‖²; the value -‖z_i - z_j‖² is computed as 2g - n_i - n_j with an error of at most 2 gamma_d R_i R_j
/// (product) + 2e (R_i + R_j)² (rounding z) + 8e (n_i + n_j) (rounding n and three operations) <= a (n_i + n_j) with a
/// = (d + 16) e, since 2 R_i R_j <= n_i + n_j; so p = (1 - a) n, q = 2 a n. Both get an absolute slack for numbers too
/// small for float32's normal range.
struct ProposalSpace {
    Index dimension = 0;
    Index items = 0;
    float scale = 1;
    std::vector<float> z;    ///< dimension x items
    std::vector<float> p, q; ///< per item
};

/// What is common to the spaces of queries and of items: where the origin lies and what the unit is (Euclidean).
struct ProposalFrame {
    Metric metric = Metric::Cosine;
    std::vector<double> mean;
    double unit = 1;
};
ProposalFrame makeFrame(Metric metric, MatrixView a, MatrixView b);

/// The columns named by `which` of the set, prepared. `norms` are canonical norms of all columns (cosine).
ProposalSpace prepare(const ProposalFrame& frame, MatrixView set, const std::vector<std::int32_t>& which,
                      const std::vector<double>& norms);

} // namespace bridgescope
