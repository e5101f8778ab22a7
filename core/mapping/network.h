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
/// where a relu follows, else 0. "uniform": weights and biases uniform in ±1/sqrt(fan-in). `stream` names the random
/// stream, so that two nets of one seed differ.
Network initialNetwork(const std::vector<Index>& sizes, Activation activation, const std::string& init,
                       std::uint64_t seed, const std::string& stream = "net.init");

/// The weights as tensors PREFIXlayerN.weight and PREFIXlayerN.bias, N from 0, and back. @throws Error(Input) naming
/// what is missing or does not fit.
void addTensors(const Network& network, const std::string& prefix, Tensors& tensors);
Network networkFrom(const Tensors& tensors, const std::string& prefix, std::size_t layers,
                    const std::string& activation);

/// f(x) of every item; same bytes for any number of threads. Other items beside an item may change its last bits.
Matrix applyNetwork(const Network& network, MatrixView x, const Context& context = {});

/// The trained net as a mapping.
class NetworkMapping : public Mapping {
public:
    explicit NetworkMapping(Network network) : m_network(std::move(network)) {}
    std::string id() const override { return "net"; }
    std::string describe() const override; ///< "net 100-512-128, relu, 117,376 weights"
    Index inputDimension() const override { return m_network.inputDimension(); }
    Index outputDimension() const override { return m_network.outputDimension(); }
    Index parameterCount() const override { return m_network.parameterCount(); }
    Matrix apply(MatrixView x, const Context& context = {}) const override
    {
        return applyNetwork(m_network, x, context);
    }
    Tensors tensors() const override;
    nlohmann::ordered_json settings() const override;
    const Network& network() const { return m_network; }

private:
    Network m_network;
};

} // namespace bridgescope
