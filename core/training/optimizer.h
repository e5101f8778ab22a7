#pragma once
#include "core/base/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// How a gradient becomes a step.
/// - sgd: with momentum μ, step = rate · u, u = μ u + g (Polyak 1964, as torch has it).
/// - rmsprop: g over the root of its mean square, decay .99 (Tieleman & Hinton 2012).
/// - adam: β .9 and .999, ε 1e-8 added to the root (Kingma & Ba 2015).
/// - adamw: adam with weights decayed apart from the gradient (Loshchilov & Hutter 2019).
/// Weight decay δ adds δ w to the gradient (the gradient of ½δ‖W‖²); adamw takes rate · δ off the weight. Biases do not
/// decay.
enum class OptimizerKind { Sgd, RmsProp, Adam, AdamW };
const std::vector<std::string>& optimizerIds();     ///< sgd, rmsprop, adam, adamw
OptimizerKind optimizerFromId(std::string_view id); ///< throws Error(Usage) naming the choices

struct OptimizerOptions {
    OptimizerKind kind = OptimizerKind::Adam;
    double momentum = 0.9; ///< of sgd
    double weightDecay = 0;
};

/// The numbers of one step that are the same for every weight.
struct StepFactors {
    OptimizerKind kind = OptimizerKind::Adam;
    float rate = 0;       ///< of adam over 1 - β1^t
    float momentum = 0;   ///< of sgd
    float decay = 0;      ///< times the weight, added to the gradient
    float keep = 1;       ///< of the weight, before the step (adamw)
    float scale = 1;      ///< of the gradient (clipping)
    float correction = 1; ///< of adam: 1/sqrt(1 - β2^t)
};
/// step: counted from 1. scale: what clipping multiplies the gradient by.
StepFactors stepFactors(const OptimizerOptions& options, double rate, Index step, double scale);
/// The same for numbers that do not decay (biases).
StepFactors withoutDecay(StepFactors factors);

/// One step of `count` weights along their gradients. `first` is the momentum or the mean gradient, `second` the mean
/// square (rmsprop uses only `second`, sgd only `first`).
void optimizerStep(const StepFactors& factors, float* weights, const float* gradient, float* first, float* second,
                   Index count);

/// How the learning rate moves over a run.
/// - constant
/// - step: a tenth from half of the epochs on, a hundredth from three quarters on (He et al. 2016).
/// - cosine: rate · ½(1 + cos(π t/T)) over all batches (Loshchilov & Hutter 2017, no restart).
const std::vector<std::string>& scheduleIds();
/// progress: share of the run that is done, from 0 to 1.
double scheduledRate(const std::string& schedule, double rate, double progress);

} // namespace bridgescope
