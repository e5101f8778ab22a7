#include "core/training/network_trainer.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr Index stepBlock = 1 << 15; ///< weights an Adam task updates

/// ½‖f - y‖² summed over dimensions, its mean over the batch; delta becomes (f - y)/n.
double squaredError(const float* f, MatrixView y, float* delta)
{
    double loss = 0;
    const auto scale = 1.0f / static_cast<float>(y.columns);
    for (Index i = 0; i < y.columns; ++i) {
        double sum = 0;
        const auto target = y.column(i);
        for (Index k = 0; k < y.rows; ++k) {
            const float e = f[i * y.rows + k] - target[static_cast<std::size_t>(k)];
            sum += static_cast<double>(e) * static_cast<double>(e);
            delta[i * y.rows + k] = e * scale;
        }
        loss += sum / 2;
    }
    return loss / static_cast<double>(y.columns);
}

} // namespace

NetworkTrainer::NetworkTrainer(Network network, double learningRate, Index largestBatch)
    : m_network(std::move(network)), m_learningRate(learningRate)
{
    for (const Layer& layer : m_network.layers) {
        const auto weights = static_cast<std::size_t>(layer.weight.view().size()), out = layer.bias.size();
        m_gradient.push_back({Matrix(layer.weight.rows(), layer.weight.columns()), std::vector<float>(out)});
        m_weightMoments.push_back({std::vector<float>(weights), std::vector<float>(weights)});
        m_biasMoments.push_back({std::vector<float>(out), std::vector<float>(out)});
        const auto size = out * static_cast<std::size_t>(largestBatch);
        m_sums.emplace_back(size);
        m_values.emplace_back(size);
        m_deltas.emplace_back(size);
    }
}

double NetworkTrainer::computeGradient(MatrixView x, MatrixView y)
{
    const Index n = x.columns;
    const std::size_t last = m_network.layers.size() - 1;
    for (std::size_t l = 0; l <= last; ++l) {
        const Layer& layer = m_network.layers[l];
        const Index out = layer.weight.rows();
        for (Index i = 0; i < n; ++i)
            std::copy(layer.bias.begin(), layer.bias.end(), m_sums[l].begin() + i * out);
        const float* input = l == 0 ? x.data : m_values[l - 1].data();
        tiledProduct(false, false, out, n, layer.weight.columns(), layer.weight.data(), input, 1.0f, m_sums[l].data());
        if (l < last) activate(m_network.activation, m_sums[l].data(), m_values[l].data(), out * n);
    }
    const double loss = squaredError(m_sums[last].data(), y, m_deltas[last].data());
    for (std::size_t l = last + 1; l-- > 0;) {
        Layer& gradient = m_gradient[l];
        const Index out = gradient.weight.rows(), in = gradient.weight.columns();
        const float* input = l == 0 ? x.data : m_values[l - 1].data();
        const float* delta = m_deltas[l].data();
        tiledProduct(false, true, out, in, n, delta, input, 0.0f, gradient.weight.data());
        std::fill(gradient.bias.begin(), gradient.bias.end(), 0.0f);
        for (Index i = 0; i < n; ++i)
            for (Index k = 0; k < out; ++k)
                gradient.bias[static_cast<std::size_t>(k)] += delta[i * out + k];
        if (l == 0) break;
        tiledProduct(true, false, in, n, out, m_network.layers[l].weight.data(), delta, 0.0f, m_deltas[l - 1].data());
        multiplyByDerivative(m_network.activation, m_sums[l - 1].data(), m_values[l - 1].data(), m_deltas[l - 1].data(),
                             in * n);
    }
    return loss;
}

void NetworkTrainer::stepOn(float* weights, const float* gradient, Moments& moments, Index count, float rate,
                            float correction)
{
    constexpr float beta1 = .9f, beta2 = .999f, epsilon = 1e-8f;
    parallelFor((count + stepBlock - 1) / stepBlock, [&](Index task, int) {
        float* first = moments.first.data();
        float* second = moments.second.data();
        for (Index i = task * stepBlock; i < std::min(count, (task + 1) * stepBlock); ++i) {
            const float g = gradient[i];
            first[i] = beta1 * first[i] + (1 - beta1) * g;
            second[i] = beta2 * second[i] + (1 - beta2) * g * g;
            weights[i] -= rate * first[i] / (std::sqrt(second[i]) * correction + epsilon);
        }
    });
}

void NetworkTrainer::step()
{
    ++m_steps;
    const double t = static_cast<double>(m_steps);
    const auto rate = static_cast<float>(m_learningRate / (1 - std::pow(.9, t)));
    const auto correction = static_cast<float>(1 / std::sqrt(1 - std::pow(.999, t)));
    for (std::size_t l = 0; l < m_network.layers.size(); ++l) {
        Layer& layer = m_network.layers[l];
        stepOn(layer.weight.data(), m_gradient[l].weight.data(), m_weightMoments[l], layer.weight.view().size(), rate,
               correction);
        stepOn(layer.bias.data(), m_gradient[l].bias.data(), m_biasMoments[l], static_cast<Index>(layer.bias.size()),
               rate, correction);
    }
}

} // namespace bridgescope
