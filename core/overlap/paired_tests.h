#pragma once
#include <span>
#include <vector>

namespace bridgescope {

/// Two-sided p of z under the standard normal distribution.
double twoSidedNormalP(double z);

/// Wilcoxon's signed-rank test (1945) of paired differences: zeros dropped, tie-corrected normal approximation without
/// continuity correction, two-sided; 1 where all differences are 0. As scipy.stats.wilcoxon(zero_method='wilcox',
/// correction=False, mode='approx').
double wilcoxonP(std::span<const double> differences);

/// Matched-pairs rank-biserial correlation (Kerby 2014): (favorable - unfavorable) / total rank sum, zeros dropped; 0
/// where all are 0.
double rankBiserial(std::span<const double> differences);

/// Holm's (1979) step-down adjusted p values, in the order given.
std::vector<double> holmAdjusted(std::span<const double> pValues);

} // namespace bridgescope
