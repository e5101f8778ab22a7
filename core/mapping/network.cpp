#include "core/mapping/network.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/mapping/tensor_convert.h"
#include "core/mapping/tiled_product.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

float truncatedNormal(Random& random)
{
    double value = 0;
    do
        value = random.normal();
    while (std::abs(value) > 2);
    return static_cast<float>(value);
}

/// Items carried through the net at once. Fewer are filled up with zeros: a product's last bits depend on its shape,
/// which must not depend on how many items there are.
constexpr Index together = 64;

/// f of `together` items; `in` and `out` are buffers that take turns, as wide as the widest layer. Returns where f is.
const float* forwardBlock(const Network& network, float* in, float* out)
{
    for (const Layer& layer : network.layers) {
        const Index rows = layer.weight.rows(), columns = layer.weight.columns();
        product(rows, together, columns, {layer.weight.data(), rows}, {in, columns}, 0, out, rows);
        for (Index i = 0; i < together; ++i)
            for (Index k = 0; k < rows; ++k)
                out[i * rows + k] += layer.bias[static_cast<std::size_t>(k)];
        if (&layer != &network.layers.back()) activate(network.activation, out, out, rows * together);
        std::swap(in, out);
    }
    return in;
}

} // namespace

Index Network::parameterCount() const
{
    Index count = 0;
    for (const Layer& layer : layers)
        count += layer.weight.view().size() + static_cast<Index>(layer.bias.size());
    return count;
}

std::vector<Index> Network::sizes() const
{
    std::vector<Index> sizes{inputDimension()};
    for (const Layer& layer : layers)
        sizes.push_back(layer.weight.rows());
    return sizes;
}

Network initialNetwork(const std::vector<Index>& sizes, Activation activation, const std::string& init,
                       std::uint64_t seed, const std::string& stream)
{
    Random random(seed, stream);
    Network network;
    network.activation = activation;
    for (std::size_t l = 0; l + 1 < sizes.size(); ++l) {
        const Index in = sizes[l], out = sizes[l + 1];
        Layer layer{Matrix(out, in), std::vector<float>(static_cast<std::size_t>(out), 0.0f)};
        const bool last = l + 2 == sizes.size();
        if (init == "uniform") {
            const double bound = 1 / std::sqrt(static_cast<double>(in));
            const auto draw = [&] { return static_cast<float>(bound * (2 * random.uniform() - 1)); };
            for (Index c = 0; c < in; ++c)
                for (float& w : layer.weight.column(c))
                    w = draw();
            for (float& b : layer.bias)
                b = draw();
        } else {
            const auto sd = static_cast<float>(std::sqrt(2.0 / static_cast<double>(in + out)));
            for (Index c = 0; c < in; ++c)
                for (float& w : layer.weight.column(c))
                    w = sd * truncatedNormal(random);
            if (!last && activation == Activation::Relu) std::fill(layer.bias.begin(), layer.bias.end(), 0.1f);
        }
        network.layers.push_back(std::move(layer));
    }
    return network;
}

Matrix applyNetwork(const Network& network, MatrixView x, const Context& context)
{
    if (x.rows != network.inputDimension())
        throw Error(ErrorKind::Input,
                    "the net takes vectors of " + std::to_string(network.inputDimension()) + " dimensions, not " +
                        std::to_string(x.rows),
                    "give vectors of the same kind as those trained on");
    Index widest = 0;
    for (const Index size : network.sizes())
        widest = std::max(widest, size);
    Matrix result(network.outputDimension(), x.columns);
    std::vector<std::vector<float>> scratch(static_cast<std::size_t>(threadCount()));
    parallelFor((x.columns + together - 1) / together, [&](Index block, int worker) {
        context.checkStop();
        auto& buffer = scratch[static_cast<std::size_t>(worker)];
        buffer.resize(static_cast<std::size_t>(2 * widest * together));
        const Index first = block * together, count = std::min(together, x.columns - first);
        float* in = buffer.data();
        std::fill(std::copy_n(x.data + first * x.rows, count * x.rows, in), in + together * x.rows, 0.0f);
        const float* f = forwardBlock(network, in, in + widest * together);
        std::copy_n(f, count * result.rows(), result.column(first).data());
    });
    return result;
}

std::string NetworkMapping::describe() const
{
    std::string text = "net ";
    for (const Index size : m_network.sizes())
        text += (text.back() == ' ' ? "" : "-") + std::to_string(size);
    if (m_network.layers.size() > 1) text += ", " + std::string(activationId(m_network.activation));
    return text + ", " + std::to_string(m_network.parameterCount()) + " weights";
}

void addTensors(const Network& network, const std::string& prefix, Tensors& tensors)
{
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const std::string name = prefix + "layer" + std::to_string(l);
        tensors[name + ".weight"] = toTensor(network.layers[l].weight);
        tensors[name + ".bias"] = toTensor(network.layers[l].bias);
    }
}

Network networkFrom(const Tensors& tensors, const std::string& prefix, std::size_t layers,
                    const std::string& activation)
{
    const auto refuse = [](const std::string& what) { throw Error(ErrorKind::Input, what, "save the model again"); };
    Network network;
    network.activation = activationFromId(activation);
    if (layers < 1 || layers > 6) refuse("the model claims " + std::to_string(layers) + " layers");
    for (std::size_t l = 0; l < layers; ++l) {
        const std::string name = prefix + "layer" + std::to_string(l);
        Layer layer{toMatrix(tensors, name + ".weight"), toFloats(tensors, name + ".bias")};
        if (static_cast<Index>(layer.bias.size()) != layer.weight.rows())
            refuse("the model's " + name + " has a bias that does not fit its weights");
        if (l > 0 && layer.weight.columns() != network.layers.back().weight.rows())
            refuse("the model's " + name + " does not fit the one before");
        network.layers.push_back(std::move(layer));
    }
    return network;
}

Tensors NetworkMapping::tensors() const
{
    Tensors tensors;
    addTensors(m_network, "", tensors);
    return tensors;
}

nlohmann::ordered_json NetworkMapping::settings() const
{
    return {{"layers", m_network.layers.size()}, {"activation", activationId(m_network.activation)}};
}

} // namespace bridgescope
