#pragma once
#include "core/mapping/linear_mapping.h"

#include <optional>

namespace bridgescope {

struct CcaOptions {
    double rho = .001;               ///< ρ trace(C)/d is added to each covariance's diagonal
    std::optional<Index> components; ///< directions kept; absent: all
};

/// Canonical correlation analysis (Hotelling 1936; ridge after Vinod 1976) as a mapping into Y's space: with directions
/// A, B and correlations r, f(x) = ȳ + Cyy B diag(r) Aᵀ(x - x̄). Cxx and Cyy are the covariances with their ridge. With
/// all components it equals ridge regression at ρ, and least squares at ρ = 0.
/// Directions in which a covariance has no variance beyond rounding are left out.
/// x: dX x n, y: dY x n. @throws Error(Input) where n < 2 or there are more components than directions.
std::shared_ptr<const LinearMapping> fitCca(MatrixView x, MatrixView y, const CcaOptions& options,
                                            const Context& context = {});

} // namespace bridgescope
