#pragma once
#include "core/base/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// What a hidden layer applies to each of its sums.
enum class Activation { Relu, Tanh, Sigmoid, Gelu, Identity };
const std::vector<std::string>& activationIds();  ///< relu, tanh, sigmoid, gelu, identity
Activation activationFromId(std::string_view id); ///< throws Error(Usage) naming the choices
std::string_view activationId(Activation activation);

/// values[i] = a(sums[i]); both may be the same place. gelu is x Φ(x) (Hendrycks & Gimpel 2016), by the error function.
void activate(Activation activation, const float* sums, float* values, Index count);
/// gradients[i] *= a'(sums[i]); `values` are a(sums). Only gelu looks at the sums, only the others
/// at the values.
void multiplyByDerivative(Activation activation, const float* sums, const float* values, float* gradients, Index count);

} // namespace bridgescope
