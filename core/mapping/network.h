#pragma once
#include "core/mapping/activation.h"
#include "core/mapping/mapping.h"

namespace bridgescope {

/// One layer: sums = W x + b. W is out x in.
struct Layer {
    Matrix weight;
    std::vector<float> bias;
};

/// A feed-forward net: hidden layers with one activation, a linear output layer.
struct Network {
    Activation activation = Activation::Relu;
    std::vector<Layer> layers; ///< at least one

    Index inputDimension() const { return layers.front().weight.columns(); }
    Index outputDimension() const { return layers.back().weight.rows(); }
    Index parameterCount() const;
    std::vector<Index> sizes() const; ///< input, hidden..., output
};

/// Fresh weights. "glorot": normal with sd sqrt(2/(fan-in + fan-out)) cut at two sd (Glorot & Bengio 2010), bias .1
/// where a relu follows, else 0. "uniform": weights and biases uniform in ±1/sqrt(fan-in).
Network initialNetwork(const std::vector<Index>& sizes, Activation activation, const std::string& init,
                       std::uint64_t seed);

/// c = op(a) op(b) (+ c): float32, cut into tiles whose shape depends on the sizes alone, so that the bytes do not
/// depend on threads. transposeA: a is used as aᵀ. All column-major with the leading dimension of the stored matrix.
/// beta 0 or 1.
void tiledProduct(bool transposeA, bool transposeB, Index m, Index n, Index k, const float* a, const float* b,
                  float beta, float* c);

/// The trained net as a mapping.
class NetworkMapping : public Mapping {
public:
    explicit NetworkMapping(Network network) : m_network(std::move(network)) {}
    std::string id() const override { return "net"; }
    std::string describe() const override; ///< "net 100-512-128, relu, 117,376 weights"
    Index inputDimension() const override { return m_network.inputDimension(); }
    Index outputDimension() const override { return m_network.outputDimension(); }
    Index parameterCount() const override { return m_network.parameterCount(); }
    Matrix apply(MatrixView x, const Context& context = {}) const override;
    Tensors tensors() const override;
    nlohmann::ordered_json settings() const override;
    const Network& network() const { return m_network; }

private:
    Network m_network;
};

} // namespace bridgescope
