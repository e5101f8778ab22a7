#pragma once
#include "core/base/context.h"
#include "core/overlap/overlap.h"

#include <vector>

namespace bridgescope {

/// Null by permuting the correspondence (Gröger, Wen, Brbić 2026): lists are computed once, only indices are
/// relabelled, within folds, and within strata where the folds have them.
struct PermutationNull {
    std::vector<double> values; ///< mean overlap of each permutation
    double pValue = 1;          ///< (1 + #{null >= observed}) / (P + 1)
    double tau = 0;        ///< ceil((1 - alpha)(P + 1))-th smallest of the P + 1 values, observed included; alpha = .05
    double calibrated = 0; ///< clamp((observed - tau) / (1 - tau), 0, 1)
};
/// `folds`: lists of A and B of each fold. The observed value is the mean of fold means at options.k.
PermutationNull permuteCorrespondence(std::span<const FoldPair> folds, double observed, const OverlapOptions& options,
                                      const Context& context);

/// p, tau and calibrated from the values of a null.
void judgeNull(PermutationNull& null, double observed);

/// The null at every K from 1 to options.kMax: mean and the middle 95 % of the permutations (of P + 1 ranks, the
/// values at ranks .025 (P + 1) and .975 (P + 1), rounded outwards).
struct NullBand {
    std::vector<double> mean, low, high; ///< k = 1..kMax
};
/// options.permutations of them; 200 serve a band.
NullBand nullBand(std::span<const FoldPair> folds, const OverlapOptions& options, const Context& context = {});

} // namespace bridgescope
