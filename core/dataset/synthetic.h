#pragma once
#include "core/dataset/embedding_set.h"

#include <cstdint>
#include <optional>

namespace bridgescope {

/// How Y comes from X in a made pair.
enum class SyntheticKind {
    Rotation,      ///< y = Q x, Q orthogonal: every neighbor is kept
    NoisyRotation, ///< y = Q x + noise: fewer neighbors are kept, the more noise
    Nonlinear,     ///< y = B tanh(3 A x): a net can learn it, a linear map can not
    Independent    ///< y drawn as x was, by itself: overlap at chance
};

struct SyntheticOptions {
    SyntheticKind kind = SyntheticKind::Rotation;
    Index items = 500;
    Index dimension = 20; ///< of X and of Y
    Index clusters = 10;  ///< items gather around so many centers, named in the column `cluster`
    double noise =
        0.5; ///< standard deviation per dimension, of NoisyRotation; items spread by 1 around centers spread by 2
    std::uint64_t seed = 1;
    void validate() const; ///< throws Error(Usage) naming the field
};

/// Two sets of the same items, of which something is known beforehand.
struct SyntheticPair {
    EmbeddingSet x, y;
    /// mNNO(X, Y) as it is expected at K neighbors: 1 where every neighbor is kept, K/(N-1) where none is by more than
    /// chance; none where only the direction is known.
    std::optional<double> expectedOverlap(Index k) const;
    SyntheticKind kind = SyntheticKind::Rotation;
};

SyntheticPair makeSyntheticPair(const SyntheticOptions& options = {});

} // namespace bridgescope
