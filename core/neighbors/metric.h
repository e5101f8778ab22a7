#pragma once
#include "core/base/matrix.h"

#include <string>
#include <string_view>

namespace bridgescope {

enum class Metric { Cosine, Euclidean };
std::string_view metricId(Metric metric); ///< "cosine", "euclidean"
Metric metricFromId(std::string_view id); ///< throws Error(Usage) naming the choices

/// The one value that orders neighbors, greater is nearer (DESIGN section 2). Cosine: float64 dot product over the
/// product of the float64 norms; Euclidean: minus the float64 sum of squared differences. Each accumulated by one fixed
/// routine.
double canonicalDot(const float* a, const float* b, Index d);
double canonicalNorm(const float* a, Index d);
double canonicalSquaredDistance(const float* a, const float* b, Index d);

} // namespace bridgescope
