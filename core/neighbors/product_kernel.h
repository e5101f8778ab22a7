#pragma once
#include <cstdint>
#include <span>

namespace bridgescope {

/// A panel is `width` items side by side: number k of item c lies at [k * width + c], aligned to 64 bytes.
/// One product: every item of panel a with every item of panel b over `depth` numbers, and which pairs reach a
/// threshold.
struct PanelProduct {
    const float* a = nullptr;
    const float* b = nullptr;
    std::int64_t depth = 0;
    float* sums = nullptr; ///< width x width: sums over earlier numbers are read here and left here
    bool first = true;     ///< nothing was summed before
    bool last = true;      ///< nothing follows: values are compared, not left in `sums`
    /// The value of a pair is (scale * sum - aP) - bP. It is reached where value >= aThresholds[a] or >=
    /// bThresholds[b].
    float scale = 1;
    const float* aP = nullptr;
    const float* bP = nullptr;
    const float* aThresholds = nullptr;
    const float* bThresholds = nullptr;
    float* values = nullptr;          ///< width x width: the values of each item of a that has any pair reached
    std::uint32_t* reached = nullptr; ///< an item of a: bit c stands for item c of b; written where last
};

/// Products of panels for one kind of processor. All sum in float32, in some order, with or without fused operations:
/// sums of different kernels differ within the rounding bound (ProposalSpace), which is all that is asked of them.
struct ProductKernel {
    const char* name;
    std::int64_t width;                            ///< items a panel; at most 32
    bool (*multiply)(const PanelProduct& product); ///< whether any pair was reached
};

/// The kernels that run on this processor, fastest first.
std::span<const ProductKernel> productKernels();

} // namespace bridgescope
