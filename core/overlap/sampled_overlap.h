#pragma once
#include "core/base/context.h"
#include "core/overlap/overlap.h"

#include <functional>

namespace bridgescope {

struct SampleOptions {
    Metric metric = Metric::Cosine;
    Index k = 10;
    SelfRule self = SelfRule::Excluded;
    Index items = 0;         ///< exactly so many items; 0: doubled from `first` until the half-width is reached
    Index first = 1000;      ///< items of the first step; at least 2
    double halfWidth = .005; ///< of the 95 % interval, where `items` is 0
    std::uint64_t seed = 1;
    std::uint64_t memoryBytes = std::uint64_t(4) << 30;
    std::span<const std::int32_t> groupsA, groupsB; ///< as NeighborOptions::groups, of each set

    /// @throws Error(Usage) naming the field.
    void validate(Index n) const;
};

/// mNNO^K estimated from the lists of some items, each against all: named wherever it is shown.
struct SampledOverlap {
    Index n = 0;       ///< items of the sets
    Index sampled = 0; ///< items measured, the first of one seeded permutation; n: exact
    Index k = 0;
    double mean = 0, chance = 0;
    /// 1.96 s sqrt((1 - sampled/n) / sampled), s the standard deviation (n-1) of the items' shares. Where fewer than
    /// five items differ from the commonest share s says little, and at s = 0 nothing: at least the 95 % Poisson bound
    /// (Garwood 1936; 3/sampled, the rule of three, where none differs) on the share of such items, times as far as
    /// they can differ, times 1 - sampled/n.
    double halfWidth = 0;
    bool widened = false; ///< by that bound
    Interval interval;    ///< mean ± halfWidth: of the exact value, the sets taken as given
};
/// Below so many items (or all) the normal interval is not to be relied on.
constexpr Index leastSample = 1000;

/// Refines in steps, each told to `onStep`, until the half-width or all items are reached; a stop asked for throws
/// Cancelled, what was told stays valid. Column i of a and of b is the same item.
/// @throws Error(Input) where the sets differ in size or K > n - 1; Cancelled.
SampledOverlap sampleOverlap(MatrixView a, MatrixView b, const SampleOptions& options, const Context& context = {},
                             const std::function<void(const SampledOverlap&)>& onStep = {});

} // namespace bridgescope
