#include "core/mapping/network.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/mapping/tensor_convert.h"

#include <algorithm>
#include <cblas-openblas.h>
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
                       std::uint64_t seed)
{
    Random random(seed, "net.init");
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

void tiledProduct(bool transposeA, bool transposeB, Index m, Index n, Index k, const float* a, const float* b,
                  float beta, float* c)
{
    const auto lda = static_cast<blasint>(transposeA ? k : m), ldb = static_cast<blasint>(transposeB ? n : k);
    const auto product = [&](Index row, Index rows, Index column, Index columns) {
        cblas_sgemm(CblasColMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
                    static_cast<blasint>(rows), static_cast<blasint>(columns), static_cast<blasint>(k), 1.0f,
                    a + (transposeA ? row * lda : row), lda, b + (transposeB ? column : column * ldb), ldb, beta,
                    c + column * m + row, static_cast<blasint>(m));
    };
    // Below this many products a hand-over to another thread costs more than it saves.
    constexpr Index worthwhile = Index(1) << 22;
    if (m * n * k < worthwhile) return product(0, m, 0, n);
    const bool byRows = m >= n;
    const Index length = byRows ? m : n;
    const Index tile = ((length + 3) / 4 + 15) / 16 * 16;
    parallelFor((length + tile - 1) / tile, [&](Index task, int) {
        const Index begin = task * tile, count = std::min(tile, length - begin);
        if (byRows)
            product(begin, count, 0, n);
        else
            product(0, m, begin, count);
    });
}

std::string NetworkMapping::describe() const
{
    std::string text = "net ";
    for (const Index size : m_network.sizes())
        text += (text.back() == ' ' ? "" : "-") + std::to_string(size);
    if (m_network.layers.size() > 1) text += ", " + std::string(activationId(m_network.activation));
    return text + ", " + std::to_string(m_network.parameterCount()) + " weights";
}

Matrix NetworkMapping::apply(MatrixView x, const Context& context) const
{
    constexpr Index block = 512;
    Matrix result(outputDimension(), x.columns);
    for (Index begin = 0; begin < x.columns; begin += block) {
        context.checkStop();
        const Index count = std::min(block, x.columns - begin);
        std::vector<float> values(x.data + begin * x.rows, x.data + (begin + count) * x.rows), sums;
        for (std::size_t l = 0; l < m_network.layers.size(); ++l) {
            const Layer& layer = m_network.layers[l];
            const Index out = layer.weight.rows();
            sums.resize(static_cast<std::size_t>(out * count));
            for (Index i = 0; i < count; ++i)
                std::copy(layer.bias.begin(), layer.bias.end(), sums.begin() + i * out);
            tiledProduct(false, false, out, count, layer.weight.columns(), layer.weight.data(), values.data(), 1.0f,
                         sums.data());
            values.resize(sums.size());
            const bool last = l + 1 == m_network.layers.size();
            activate(last ? Activation::Identity : m_network.activation, sums.data(), values.data(), out * count);
        }
        std::copy(values.begin(), values.end(), result.column(begin).begin());
    }
    return result;
}

Tensors NetworkMapping::tensors() const
{
    Tensors tensors;
    for (std::size_t l = 0; l < m_network.layers.size(); ++l) {
        tensors["layer" + std::to_string(l) + ".weight"] = toTensor(m_network.layers[l].weight);
        tensors["layer" + std::to_string(l) + ".bias"] = toTensor(m_network.layers[l].bias);
    }
    return tensors;
}

nlohmann::ordered_json NetworkMapping::settings() const
{
    return {{"layers", m_network.layers.size()}, {"activation", activationId(m_network.activation)}};
}

} // namespace bridgescope
