#pragma once
#include "core/training/loss.h"
#include "core/training/network_trainer.h"

namespace bridgescope {

struct AdversaryOptions {
    Index hidden = 256; ///< units of D's hidden layer (relu, glorot)
    double rate = 1e-4; ///< of its Adam
    std::uint64_t seed = 1;
};

/// D, a net that tells y from f(x) (Goodfellow et al. 2014; for embeddings Conneau et al. 2018): one step a batch on
/// the binary cross-entropy of y (1) against f(x) (0).
class Adversary {
public:
    Adversary(const AdversaryOptions& options, Index dY, Index largestBatch);

    /// One step of D on a batch. Returns the cross-entropy before it.
    double learn(MatrixView y, MatrixView f);
    /// Mean of -log D(f(x)); adds `weight` times its derivative by f to `gradient` (dY x n).
    double judge(MatrixView f, double weight, float* gradient);

    NetworkTrainer& trainer() { return m_trainer; }

private:
    AdversaryOptions m_options;
    NetworkTrainer m_trainer;
    std::vector<float> m_batch; ///< y, then f
};

} // namespace bridgescope
