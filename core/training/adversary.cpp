#include "core/training/adversary.h"

#include "core/training/soft_max.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

NetworkTrainer makeTrainer(const AdversaryOptions& options, Index dY, Index largestBatch)
{
    TrainerOptions trainer;
    trainer.inputGradient = true;
    trainer.seed = options.seed;
    return {initialNetwork({dY, options.hidden, 1}, Activation::Relu, "glorot", options.seed, "discriminator.init"),
            trainer, 2 * largestBatch};
}

float sigmoid(double v)
{
    return static_cast<float>(1 / (1 + std::exp(-v)));
}

} // namespace

Adversary::Adversary(const AdversaryOptions& options, Index dY, Index largestBatch)
    : m_options(options), m_trainer(makeTrainer(options, dY, largestBatch)),
      m_batch(static_cast<std::size_t>(2 * largestBatch * dY))
{
}

double Adversary::learn(MatrixView y, MatrixView f)
{
    const Index n = f.columns, all = 2 * n;
    std::copy_n(f.data, f.size(), std::copy_n(y.data, y.size(), m_batch.data()));
    const MatrixView scores = m_trainer.forward({m_batch.data(), f.rows, all});
    double loss = 0;
    for (Index i = 0; i < all; ++i) {
        const double score = scores.data[i];
        loss += softPlus(i < n ? -score : score) / double(all);
        m_trainer.outputGradient()[i] = (sigmoid(score) - (i < n ? 1.0f : 0.0f)) / static_cast<float>(all);
    }
    m_trainer.backward();
    m_trainer.step(m_options.rate);
    return loss;
}

double Adversary::judge(MatrixView f, double weight, float* gradient)
{
    const MatrixView scores = m_trainer.forward(f);
    double loss = 0;
    for (Index i = 0; i < f.columns; ++i) {
        const double score = scores.data[i];
        loss += softPlus(-score) / double(f.columns);
        m_trainer.outputGradient()[i] = (sigmoid(score) - 1.0f) / static_cast<float>(f.columns);
    }
    m_trainer.backward();
    for (Index k = 0; k < f.size(); ++k)
        gradient[k] += static_cast<float>(weight) * m_trainer.inputGradient()[k];
    return loss;
}

} // namespace bridgescope
