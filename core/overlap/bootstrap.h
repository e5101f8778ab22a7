#pragma once
#include "core/base/context.h"
#include "core/overlap/overlap.h"

namespace bridgescope {

/// The percentile bootstrap over items that papers report (Efron 1979), conditional on the lists: items of each fold
/// are drawn anew with replacement, the value is the mean of the folds' means, and the interval goes from the 2.5th to
/// the 97.5th percentile (interpolated linearly between order statistics, as numpy.percentile does). It takes items as
/// independent, which they are not; see Overlap::interval. `values`: one an item, fold after fold; `folds`: items of
/// each fold.
Interval bootstrapItems(std::span<const double> values, std::span<const Index> folds, Index resamples,
                        std::uint64_t seed, const Context& context = {});

} // namespace bridgescope
