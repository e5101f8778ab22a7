#include "core/mapping/activation.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

float geluShare(float x) ///< Φ(x)
{
    return 0.5f * (1.0f + std::erf(x * 0.70710678f));
}

float sigmoid(float x)
{
    return 1.0f / (1.0f + std::exp(-x));
}

} // namespace

const std::vector<std::string>& activationIds()
{
    static const std::vector<std::string> ids = {"relu", "tanh", "sigmoid", "gelu", "identity"};
    return ids;
}

Activation activationFromId(std::string_view id)
{
    const auto& ids = activationIds();
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        throw Error(ErrorKind::Usage, "activation '" + std::string(id) + "' is not known",
                    "choose relu, tanh, sigmoid, gelu or identity");
    return static_cast<Activation>(found - ids.begin());
}

std::string_view activationId(Activation activation)
{
    return activationIds()[static_cast<std::size_t>(activation)];
}

void activate(Activation activation, const float* s, float* v, Index n)
{
    switch (activation) {
    case Activation::Relu:
        for (Index i = 0; i < n; ++i)
            v[i] = s[i] > 0 ? s[i] : 0;
        return;
    case Activation::Tanh:
        for (Index i = 0; i < n; ++i)
            v[i] = std::tanh(s[i]);
        return;
    case Activation::Sigmoid:
        for (Index i = 0; i < n; ++i)
            v[i] = sigmoid(s[i]);
        return;
    case Activation::Gelu:
        for (Index i = 0; i < n; ++i)
            v[i] = s[i] * geluShare(s[i]);
        return;
    case Activation::Identity:
        if (s != v) std::copy_n(s, n, v);
        return;
    }
}

void multiplyByDerivative(Activation activation, const float* s, const float* v, float* g, Index n)
{
    switch (activation) {
    case Activation::Relu:
        for (Index i = 0; i < n; ++i)
            g[i] = v[i] > 0 ? g[i] : 0;
        return;
    case Activation::Tanh:
        for (Index i = 0; i < n; ++i)
            g[i] *= 1 - v[i] * v[i];
        return;
    case Activation::Sigmoid:
        for (Index i = 0; i < n; ++i)
            g[i] *= v[i] * (1 - v[i]);
        return;
    case Activation::Gelu:
        for (Index i = 0; i < n; ++i)
            g[i] *= geluShare(s[i]) + s[i] * 0.39894228f * std::exp(-0.5f * s[i] * s[i]);
        return;
    case Activation::Identity:
        return;
    }
}

} // namespace bridgescope
