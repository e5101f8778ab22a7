#pragma once
#include <optional>
#include <span>

namespace bridgescope {

double meanOf(std::span<const double> values); ///< of at least one
/// Standard deviation with n - 1; none for fewer than two values.
std::optional<double> sdOf(std::span<const double> values);
double medianOf(std::span<const double> values); ///< of at least one; mean of the middle two

} // namespace bridgescope
