#pragma once
#include "core/mapping/linear_mapping.h"

#include <optional>

namespace bridgescope {

struct RidgeOptions {
    std::optional<double> rho; ///< λ = ρ trace(XcᵀXc)/d; 0: least squares; absent: chosen by leave-one-out
};

/// One point of the leave-one-out curve: Σ‖(y_i - ŷ_i)/(1 - h_ii)‖², h_ii with the intercept's 1/n (PRESS, Allen 1974).
struct LeaveOneOut {
    double rho = 0, error = 0;
};

struct RidgeFit {
    std::shared_ptr<const LinearMapping> mapping;
    double rho = 0;
    std::vector<LeaveOneOut> curve; ///< of the grid 10^(-6 + i/4), i = 0..32, where ρ was chosen
    bool atEndOfGrid = false;
};

/// Ridge regression (Hoerl & Kennard 1970) of Y on X, both centred on the training items, in float64.
/// x: dX x n, y: dY x n. ρ = 0 is least squares by pseudo-inverse, singular values up to max(n, d)·2^-23·σ1 taken as 0.
/// @throws Error(Input) where n < 2; Error(Usage) where ρ is negative or not finite.
RidgeFit fitRidge(MatrixView x, MatrixView y, const RidgeOptions& options, const Context& context = {});

} // namespace bridgescope
