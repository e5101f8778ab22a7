#pragma once
#include "core/base/types.h"

#include <optional>
#include <span>
#include <vector>

namespace bridgescope {

/// Ranks from 1, equal values with the mean of their ranks.
std::vector<double> averageRanks(std::span<const double> values);

/// Spearman's rank correlation (1904): Pearson's of the average ranks. None for fewer than two values, or where either
/// side is constant.
std::optional<double> spearman(std::span<const double> a, std::span<const double> b);

/// Two correlations that share a variable, measured on the same n items.
struct DependentTest {
    double z = 0; ///< positive where the first is the greater
    double p = 1; ///< two-sided
};

/// Steiger's Z1* (1980), pooled: r12 against r13, r23 the correlation of the two that differ. None where n < 4 or a
/// correlation is ±1 so that Fisher's z does not exist; equal correlations are z = 0.
std::optional<DependentTest> steigerTest(double r12, double r13, double r23, Index n);

} // namespace bridgescope
