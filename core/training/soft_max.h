#pragma once
#include "core/base/types.h"

namespace bridgescope {

/// -log softmax_j(similarities[j]/τ) at j = `own`; the similarities become its derivatives by them.
double softMaxLoss(float* similarities, Index n, Index own, double temperature);

/// Cross-entropy of softmax_{j≠own}(similarities[j]/τ) to softmax_{j≠own}(targets[j]/τ); the similarities become its
/// derivatives by them, 0 at `own`.
double neighborCrossEntropy(float* similarities, const float* targets, Index n, Index own, double temperature);

/// log(1 + e^v), without overflow.
double softPlus(double v);

} // namespace bridgescope
