#pragma once
#include "core/base/linear_algebra.h"

namespace bridgescope {

/// The principal axes of a set (Pearson 1901): eigenvectors of the covariance, by way of whichever of the d x d scatter
/// and the n x n products of items is smaller.
struct PrincipalAxes {
    std::vector<double> mean; ///< d
    Matrix64 axes;            ///< d x count, orthonormal columns; signs as symmetricEigen() fixes them
    std::vector<double>
        variances;            ///< along each axis, divisor n - 1, descending; exactly 0 where only rounding is left
    double totalVariance = 0; ///< over all dimensions
};

/// @throws Error(Input) naming the limit where count < 1 or count > min(n, d), and where n < 2.
PrincipalAxes principalAxes(MatrixView set, Index count, const Context& context = {});

/// Eigenvalues up to this share of the greatest are rounding: max(n, d) times float64's spacing.
double roundingShare(MatrixView set);

} // namespace bridgescope
