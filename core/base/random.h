#pragma once
#include "core/base/types.h"

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace bridgescope {

/// A seeded stream of random numbers. Streams of one seed are told apart by name ("split", "net.init", "permutations"),
/// so that adding one kind of randomness never changes another. Same seed and name: same numbers on every machine.
class Random {
public:
    Random(std::uint64_t seed, std::string_view stream);

    std::uint64_t bits() { return m_engine(); }
    double uniform();                        ///< [0, 1), 53 bits
    double normal();                         ///< mean 0, sd 1 (polar method)
    Index below(Index bound);                ///< uniform in [0, bound), without modulo bias
    void shuffle(std::vector<Index>& order); ///< Fisher-Yates

    /// The engine's state as text, for checkpoints.
    std::string state() const;
    void restore(const std::string& state);

private:
    std::mt19937_64 m_engine;
    bool m_hasSpare = false;
    double m_spare = 0;
};

/// 0, 1, ..., n-1.
std::vector<Index> ascending(Index n);

} // namespace bridgescope
