#include "core/training/optimizer.h"

#include "core/base/error.h"
#include "core/base/vector_clones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bridgescope {
namespace {

constexpr float beta1 = .9f, beta2 = .999f, epsilon = 1e-8f, squareDecay = .99f;

BRIDGESCOPE_VECTOR_CLONES void adam(const StepFactors f, float* __restrict w, const float* __restrict gradient,
                                    float* __restrict m, float* __restrict v, Index count)
{
    for (Index i = 0; i < count; ++i) {
        const float g = f.scale * gradient[i] + f.decay * w[i];
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        w[i] = f.keep * w[i] - f.rate * m[i] / (std::sqrt(v[i]) * f.correction + epsilon);
    }
}

BRIDGESCOPE_VECTOR_CLONES void rmsProp(const StepFactors f, float* __restrict w, const float* __restrict gradient,
                                       float* __restrict v, Index count)
{
    for (Index i = 0; i < count; ++i) {
        const float g = f.scale * gradient[i] + f.decay * w[i];
        v[i] = squareDecay * v[i] + (1 - squareDecay) * g * g;
        w[i] -= f.rate * g / (std::sqrt(v[i]) + epsilon);
    }
}

BRIDGESCOPE_VECTOR_CLONES void sgd(const StepFactors f, float* __restrict w, const float* __restrict gradient,
                                   float* __restrict u, Index count)
{
    for (Index i = 0; i < count; ++i) {
        u[i] = f.momentum * u[i] + f.scale * gradient[i] + f.decay * w[i];
        w[i] -= f.rate * u[i];
    }
}

} // namespace

const std::vector<std::string>& optimizerIds()
{
    static const std::vector<std::string> ids = {"sgd", "rmsprop", "adam", "adamw"};
    return ids;
}

OptimizerKind optimizerFromId(std::string_view id)
{
    const auto& ids = optimizerIds();
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        throw Error(ErrorKind::Usage, "optimizer '" + std::string(id) + "' is not known",
                    "choose sgd, rmsprop, adam or adamw");
    return static_cast<OptimizerKind>(found - ids.begin());
}

StepFactors stepFactors(const OptimizerOptions& options, double rate, Index step, double scale)
{
    StepFactors f;
    f.kind = options.kind;
    f.rate = static_cast<float>(rate);
    f.momentum = static_cast<float>(options.momentum);
    f.scale = static_cast<float>(scale);
    const bool apart = options.kind == OptimizerKind::AdamW;
    f.decay = apart ? 0.0f : static_cast<float>(options.weightDecay);
    f.keep = apart ? static_cast<float>(1 - rate * options.weightDecay) : 1.0f;
    if (apart || options.kind == OptimizerKind::Adam) {
        const auto t = static_cast<double>(step);
        f.rate = static_cast<float>(rate / (1 - std::pow(static_cast<double>(beta1), t)));
        f.correction = static_cast<float>(1 / std::sqrt(1 - std::pow(static_cast<double>(beta2), t)));
    }
    return f;
}

StepFactors withoutDecay(StepFactors factors)
{
    factors.decay = 0;
    factors.keep = 1;
    return factors;
}

void optimizerStep(const StepFactors& factors, float* weights, const float* gradient, float* first, float* second,
                   Index count)
{
    switch (factors.kind) {
    case OptimizerKind::Sgd:
        return sgd(factors, weights, gradient, first, count);
    case OptimizerKind::RmsProp:
        return rmsProp(factors, weights, gradient, second, count);
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
        return adam(factors, weights, gradient, first, second, count);
    }
}

const std::vector<std::string>& scheduleIds()
{
    static const std::vector<std::string> ids = {"constant", "step", "cosine"};
    return ids;
}

double scheduledRate(const std::string& schedule, double rate, double progress)
{
    if (schedule == "cosine") return rate * .5 * (1 + std::cos(std::numbers::pi * std::min(progress, 1.0)));
    if (schedule == "step") return rate * (progress >= .75 ? .01 : progress >= .5 ? .1 : 1);
    return rate;
}

} // namespace bridgescope
