#pragma once
#include "core/base/random.h"
#include "core/mapping/network.h"
#include "core/mapping/tiled_product.h"
#include "core/training/optimizer.h"

#include <functional>
#include <vector>

namespace bridgescope {

struct TrainerOptions {
    OptimizerOptions optimizer;
    double dropout = 0;         ///< share of the hidden units that are silent in a batch; the others are scaled up
    double clip = 0;            ///< greatest norm of the whole gradient, longer ones are shortened to it; 0: none
    bool inputGradient = false; ///< whether backward() goes on to the input
    std::uint64_t seed = 1;     ///< of dropout
};

/// Work done in the same parallel loop as a step: what the next batch needs.
struct SideWork {
    Index tasks = 0;
    std::function<void(Index task)> run;
};

/// A net that is being trained, batch by batch: forward(), fill outputGradient(), backward(), step().
///
/// Each pass is cut into tiles whose shape depends on the sizes alone. A weight tile's gradient is multiplied and used
/// up by the optimizer while it is in cache, so that no gradient is ever stored, unless clipping needs its norm first.
/// All memory is taken once: weights, moments, and the values of one batch.
class NetworkTrainer {
public:
    NetworkTrainer(Network network, const TrainerOptions& options, Index largestBatch);

    /// f(x), dY x n; good until the next call. x must live until step().
    MatrixView forward(MatrixView x);
    /// Where the loss's derivative by f(x) goes, dY x n.
    float* outputGradient() { return m_layers.back().delta.data(); }
    void backward();
    /// After backward(), if asked for: dX x n.
    const float* inputGradient() const { return m_inputGradient.data(); }
    void step(double rate, const SideWork& beside = {});
    /// The gradient of the batch last carried back, in the net's shape.
    std::vector<Layer> gradient();

    const Network& network() const { return m_network; }
    Network& network() { return m_network; }

    /// What a checkpoint holds besides the weights.
    struct Moments {
        std::vector<float> first, second; ///< a layer's weights, then its biases
    };
    std::vector<Moments>& moments() { return m_moments; }
    Random& random() { return m_random; }
    Index& steps() { return m_steps; }

private:
    /// What a layer made of the present batch, out x n.
    struct LayerState {
        std::vector<float> sums;   ///< only of gelu
        std::vector<float> values; ///< activation(sums); of the last layer the sums themselves
        std::vector<float> mask;   ///< of dropout: 0 or 1/(1 - share)
        std::vector<float> output; ///< of dropout: values times mask
        std::vector<float> delta;  ///< the loss's derivative by the sums
    };
    struct Tile {
        std::size_t layer;
        Index row, rows, column, columns;
    };

    const float* input(std::size_t layer) const;
    void finishTile(std::size_t layer, Index row, Index rows, Index column, Index columns);
    void drawMasks();
    void backwardTile(std::size_t layer, const Cut& cut, Index i);
    void tileGradient(const Tile& tile, float* weights, Index leading, float* biases) const;
    void stepTile(const Tile& tile, const StepFactors& factors, const float* weights, Index leading,
                  const float* biases);
    double storeGradient();

    Network m_network;
    TrainerOptions m_options;
    MatrixView m_x;
    std::vector<LayerState> m_layers;
    std::vector<Moments> m_moments;
    std::vector<Tile> m_tiles;
    std::vector<std::vector<float>> m_scratch; ///< of a worker: one tile's gradient
    std::vector<Layer> m_gradient;             ///< only of clipping, or where gradient() was asked for
    std::vector<double> m_squares;             ///< of a tile's gradient
    std::vector<float> m_inputGradient;
    Random m_random;
    Index m_steps = 0;
};

} // namespace bridgescope
