#pragma once
#include "core/base/linear_algebra.h"
#include "core/mapping/mapping.h"

namespace bridgescope {

/// Column-major matrices to row-major tensors and back. The way back checks the shape. @throws Error(Input) naming the
/// tensor.
Tensor toTensor(const Matrix64& matrix);
Tensor toTensor(const Matrix& matrix);
Tensor toTensor(const std::vector<double>& values);
Tensor toTensor(const std::vector<float>& values);
Matrix64 toMatrix64(const Tensors& tensors, const std::string& name);
Matrix toMatrix(const Tensors& tensors, const std::string& name);
std::vector<double> toDoubles(const Tensors& tensors, const std::string& name);
std::vector<float> toFloats(const Tensors& tensors, const std::string& name);

} // namespace bridgescope
