#pragma once
#include "core/base/matrix.h"
#include "core/training/training_options.h"

#include <string>

namespace bridgescope {

/// How far a net's gradients are from central differences of its loss.
struct GradientCheck {
    double worst = 0;   ///< greatest difference, as a share of the greatest derivative of its tensor
    std::string where;  ///< "layer1.weight", "layer0.bias", "f"
    Index compared = 0; ///< derivatives
    Index skipped = 0;  ///< at a kink: the differences to both sides do not agree
};

/// Compares every derivative that training the net of `options` on one batch would use: of the loss with its structure
/// and adversarial terms by f(x), and carried back to each weight and bias, weight decay included. Dropout and clipping
/// are left out. In float32, so that a share of 1e-3 is as good as it gets. For small nets.
GradientCheck checkGradients(const TrainingOptions& options, MatrixView x, MatrixView y, double step = 4e-3);

} // namespace bridgescope
