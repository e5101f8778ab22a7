#pragma once
#include "core/base/context.h"
#include "core/mapping/network.h"

#include <vector>

namespace bridgescope {

/// Gradient descent on a net, batch by batch: mean over the batch of ½‖f(x) - y‖² (summed over dimensions), Adam
/// (Kingma & Ba 2015; β .9 and .999, ε 1e-8). All memory is taken once.
class NetworkTrainer {
public:
    NetworkTrainer(Network network, double learningRate, Index largestBatch);

    /// Loss and gradient at the present weights; x: dX x n, y: dY x n, n at most the largest batch.
    double computeGradient(MatrixView x, MatrixView y);
    /// One step along the gradient last computed.
    void step();

    const Network& network() const { return m_network; }
    Network& network() { return m_network; }
    /// The gradient last computed, in the net's shape.
    const std::vector<Layer>& gradient() const { return m_gradient; }

private:
    struct Moments {
        std::vector<float> first, second;
    };
    void stepOn(float* weights, const float* gradient, Moments& moments, Index count, float rate, float correction);

    Network m_network;
    double m_learningRate;
    std::vector<Layer> m_gradient;
    std::vector<Moments> m_weightMoments, m_biasMoments;
    std::vector<std::vector<float>> m_sums, m_values, m_deltas; ///< of each layer, out x batch
    Index m_steps = 0;
};

} // namespace bridgescope
