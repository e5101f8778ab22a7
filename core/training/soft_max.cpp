#include "core/training/soft_max.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// log Σ e^(values/τ), without `own` where it is not negative.
double logSum(const float* values, Index n, Index own, double temperature)
{
    float greatest = -2; // cosines are not below -1
    for (Index j = 0; j < n; ++j)
        if (j != own) greatest = std::max(greatest, values[j]);
    double sum = 0;
    for (Index j = 0; j < n; ++j)
        if (j != own) sum += std::exp(static_cast<float>((values[j] - greatest) / temperature));
    return greatest / temperature + std::log(sum);
}

} // namespace

double softMaxLoss(float* s, Index n, Index own, double temperature)
{
    const double total = logSum(s, n, -1, temperature);
    const double loss = total - s[own] / temperature;
    for (Index j = 0; j < n; ++j) {
        const double share = std::exp(static_cast<float>(s[j] / temperature - total));
        s[j] = static_cast<float>((share - (j == own ? 1 : 0)) / temperature);
    }
    return loss;
}

double neighborCrossEntropy(float* s, const float* targets, Index n, Index own, double temperature)
{
    const double total = logSum(s, n, own, temperature), totalOfTargets = logSum(targets, n, own, temperature);
    double loss = 0;
    for (Index j = 0; j < n; ++j) {
        if (j == own) continue;
        const double logShare = s[j] / temperature - total;
        const double wanted = std::exp(static_cast<float>(targets[j] / temperature - totalOfTargets));
        loss -= wanted * logShare;
        s[j] = static_cast<float>((std::exp(static_cast<float>(logShare)) - wanted) / temperature);
    }
    s[own] = 0;
    return loss;
}

double softPlus(double v)
{
    return v > 0 ? v + std::log1p(std::exp(-v)) : std::log1p(std::exp(v));
}

} // namespace bridgescope
