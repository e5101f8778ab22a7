#include "core/training/network_trainer.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bridgescope {
namespace {

constexpr Index tileLength = 256; ///< of a weight tile: a quarter of a MiB, well inside a core's own cache

/// How many rows of a layer's sums (or of its input's gradient) a task computes.
Cut cutRows(Index rows, Index batch, Index depth)
{
    constexpr Index worthwhile = Index(1) << 20; ///< products below which sharing costs more than it saves
    return {rows, tileLength, rows * batch * depth < worthwhile ? 1 : 2};
}

} // namespace

NetworkTrainer::NetworkTrainer(Network network, const TrainerOptions& options, Index largestBatch)
    : m_network(std::move(network)), m_options(options), m_random(options.seed, "net.dropout")
{
    const std::size_t count = m_network.layers.size();
    for (std::size_t l = 0; l < count; ++l) {
        const Layer& layer = m_network.layers[l];
        const Index out = layer.weight.rows(), in = layer.weight.columns();
        const auto size = static_cast<std::size_t>(checkedProduct(out, largestBatch, "a batch's size"));
        LayerState state;
        const bool hidden = l + 1 < count;
        if (hidden && m_network.activation == Activation::Gelu) state.sums.resize(size);
        state.values.resize(size);
        state.delta.resize(size);
        if (hidden && options.dropout > 0) {
            state.mask.resize(size);
            state.output.resize(size);
        }
        m_layers.push_back(std::move(state));
        const auto weights = static_cast<std::size_t>(out * in + out);
        const bool first = options.optimizer.kind != OptimizerKind::RmsProp;
        const bool second = options.optimizer.kind != OptimizerKind::Sgd;
        m_moments.push_back({std::vector<float>(first ? weights : 0), std::vector<float>(second ? weights : 0)});
        const Cut rows(out, tileLength), columns(in, tileLength, rows.count == 1 ? 2 : 1);
        for (Index j = 0; j < columns.count; ++j)
            for (Index i = 0; i < rows.count; ++i)
                m_tiles.push_back({l, rows.begin(i), rows.size(i), columns.begin(j), columns.size(j)});
    }
    m_squares.resize(m_tiles.size());
    if (options.inputGradient)
        m_inputGradient.resize(static_cast<std::size_t>(m_network.inputDimension() * largestBatch));
}

const float* NetworkTrainer::input(std::size_t layer) const
{
    if (layer == 0) return m_x.data;
    const LayerState& before = m_layers[layer - 1];
    return before.output.empty() ? before.values.data() : before.output.data();
}

/// Bias, activation and dropout of rows [row, row + rows) of the batch's sums, while they are in cache.
void NetworkTrainer::finishTile(std::size_t l, Index row, Index rows, Index column, Index columns)
{
    LayerState& state = m_layers[l];
    const std::vector<float>& bias = m_network.layers[l].bias;
    const Index out = static_cast<Index>(bias.size());
    const bool hidden = l + 1 < m_layers.size();
    for (Index i = column; i < column + columns; ++i) {
        float* const sums = (state.sums.empty() ? state.values.data() : state.sums.data()) + i * out + row;
        float* const values = state.values.data() + i * out + row;
        for (Index k = 0; k < rows; ++k)
            sums[k] += bias[static_cast<std::size_t>(row + k)];
        if (hidden) activate(m_network.activation, sums, values, rows);
        if (state.mask.empty()) continue;
        for (Index k = 0; k < rows; ++k)
            state.output[static_cast<std::size_t>(i * out + row + k)] =
                values[k] * state.mask[static_cast<std::size_t>(i * out + row + k)];
    }
}

/// Four units share one draw of 64 bits.
void NetworkTrainer::drawMasks()
{
    const auto threshold = static_cast<std::uint64_t>(std::lround(m_options.dropout * 65536));
    const auto kept = static_cast<float>(1 / (1 - m_options.dropout));
    for (std::size_t l = 0; l + 1 < m_layers.size(); ++l) {
        const std::size_t used = m_network.layers[l].bias.size() * static_cast<std::size_t>(m_x.columns);
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < used; ++i, bits >>= 16) {
            if (i % 4 == 0) bits = m_random.bits();
            m_layers[l].mask[i] = (bits & 0xFFFF) < threshold ? 0.0f : kept;
        }
    }
}

MatrixView NetworkTrainer::forward(MatrixView x)
{
    m_x = x;
    if (m_options.dropout > 0) drawMasks();
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const Layer& layer = m_network.layers[l];
        const Index out = layer.weight.rows(), in = layer.weight.columns();
        LayerState& state = m_layers[l];
        float* const sums = state.sums.empty() ? state.values.data() : state.sums.data();
        const Cut cut = cutRows(out, x.columns, in);
        parallelFor(cut.count, [&](Index i, int) {
            const Index row = cut.begin(i);
            product(cut.size(i), x.columns, in, {layer.weight.data() + row, out}, {input(l), in}, 0, sums + row, out);
            finishTile(l, row, cut.size(i), 0, x.columns);
        });
    }
    return {m_layers.back().values.data(), m_network.outputDimension(), x.columns};
}

/// Rows of the gradient of layer `l`'s input, carried on to the sums of the layer before.
void NetworkTrainer::backwardTile(std::size_t l, const Cut& cut, Index i)
{
    const Layer& layer = m_network.layers[l];
    const Index out = layer.weight.rows(), in = layer.weight.columns(), row = cut.begin(i), rows = cut.size(i);
    float* const to = l == 0 ? m_inputGradient.data() : m_layers[l - 1].delta.data();
    product(rows, m_x.columns, out, {layer.weight.data() + row * out, out, true}, {m_layers[l].delta.data(), out}, 0,
            to + row, in);
    if (l == 0) return;
    const LayerState& before = m_layers[l - 1];
    for (Index j = 0; j < m_x.columns; ++j) {
        float* const delta = to + j * in + row;
        const Index at = j * in + row;
        if (!before.mask.empty())
            for (Index k = 0; k < rows; ++k)
                delta[k] *= before.mask[static_cast<std::size_t>(at + k)];
        const float* const values = before.values.data() + at;
        multiplyByDerivative(m_network.activation, before.sums.empty() ? values : before.sums.data() + at, values,
                             delta, rows);
    }
}

void NetworkTrainer::backward()
{
    for (std::size_t l = m_layers.size(); l-- > (m_options.inputGradient ? 0u : 1u);) {
        const Layer& layer = m_network.layers[l];
        const Cut cut = cutRows(layer.weight.columns(), m_x.columns, layer.weight.rows());
        parallelFor(cut.count, [&](Index i, int) { backwardTile(l, cut, i); });
    }
}

/// A tile's weight gradient (rows x columns, `leading` apart) and, of the first tile of its rows, their bias gradient.
void NetworkTrainer::tileGradient(const Tile& t, float* weights, Index leading, float* biases) const
{
    const Layer& layer = m_network.layers[t.layer];
    const Index out = layer.weight.rows(), in = layer.weight.columns();
    const float* const delta = m_layers[t.layer].delta.data() + t.row;
    product(t.rows, t.columns, m_x.columns, {delta, out}, {input(t.layer) + t.column, in, true}, 0, weights, leading);
    if (t.column != 0) return;
    std::fill_n(biases, t.rows, 0.0f);
    for (Index i = 0; i < m_x.columns; ++i)
        for (Index k = 0; k < t.rows; ++k)
            biases[k] += delta[i * out + k];
}

void NetworkTrainer::stepTile(const Tile& t, const StepFactors& factors, const float* weights, Index leading,
                              const float* biases)
{
    Layer& layer = m_network.layers[t.layer];
    Moments& moments = m_moments[t.layer];
    const Index out = layer.weight.rows(), all = layer.weight.view().size();
    const auto at = [](std::vector<float>& values, Index i) { return values.empty() ? nullptr : values.data() + i; };
    const bool whole = t.rows == out && leading == out; // columns without gaps
    const Index pieces = whole ? 1 : t.columns, length = whole ? t.rows * t.columns : t.rows;
    for (Index c = 0; c < pieces; ++c) {
        const Index begin = (t.column + c) * out + t.row;
        optimizerStep(factors, layer.weight.data() + begin, weights + c * leading, at(moments.first, begin),
                      at(moments.second, begin), length);
    }
    if (t.column == 0)
        optimizerStep(withoutDecay(factors), layer.bias.data() + t.row, biases, at(moments.first, all + t.row),
                      at(moments.second, all + t.row), t.rows);
}

/// The whole gradient into m_gradient; returns its norm.
double NetworkTrainer::storeGradient()
{
    if (m_gradient.empty())
        for (const Layer& layer : m_network.layers)
            m_gradient.push_back(
                {Matrix(layer.weight.rows(), layer.weight.columns()), std::vector<float>(layer.bias.size())});
    parallelFor(static_cast<Index>(m_tiles.size()), [&](Index task, int) {
        const Tile& t = m_tiles[static_cast<std::size_t>(task)];
        Layer& g = m_gradient[t.layer];
        const Index out = g.weight.rows();
        tileGradient(t, &g.weight(t.row, t.column), out, g.bias.data() + t.row);
        double sum = 0;
        for (Index c = 0; c < t.columns; ++c)
            for (Index r = 0; r < t.rows; ++r) {
                const double v = g.weight(t.row + r, t.column + c);
                sum += v * v;
            }
        for (Index r = 0; t.column == 0 && r < t.rows; ++r)
            sum += double(g.bias[static_cast<std::size_t>(t.row + r)]) * g.bias[static_cast<std::size_t>(t.row + r)];
        m_squares[static_cast<std::size_t>(task)] = sum;
    });
    double sum = 0;
    for (const double part : m_squares)
        sum += part;
    return std::sqrt(sum);
}

void NetworkTrainer::step(double rate, const SideWork& beside)
{
    double scale = 1;
    if (m_options.clip > 0) {
        const double norm = storeGradient();
        if (norm > m_options.clip) scale = m_options.clip / norm;
    }
    const StepFactors factors = stepFactors(m_options.optimizer, rate, ++m_steps, scale);
    while (m_scratch.size() < static_cast<std::size_t>(threadCount())) // all at once: which worker comes when is chance
        m_scratch.emplace_back(static_cast<std::size_t>(tileLength * (tileLength + 1)));
    const auto tiles = static_cast<Index>(m_tiles.size());
    parallelFor(tiles + beside.tasks, [&](Index task, int worker) {
        if (task >= tiles) return beside.run(task - tiles);
        const Tile& t = m_tiles[static_cast<std::size_t>(task)];
        if (m_options.clip > 0) {
            const Layer& g = m_gradient[t.layer];
            return stepTile(t, factors, g.weight.data() + t.column * g.weight.rows() + t.row, g.weight.rows(),
                            g.bias.data() + t.row);
        }
        auto& buffer = m_scratch[static_cast<std::size_t>(worker)];
        float* const biases = buffer.data() + tileLength * tileLength;
        tileGradient(t, buffer.data(), t.rows, biases);
        stepTile(t, factors, buffer.data(), t.rows, biases);
    });
}

std::vector<Layer> NetworkTrainer::gradient()
{
    storeGradient();
    return m_gradient;
}

} // namespace bridgescope
