#pragma once
#include "core/measurement/evaluation.h"
#include "core/overlap/permutation_null.h"

namespace bridgescope {

/// The permutation null of the three overlaps at every K the fold's lists hold: it does not depend on K, so it is made
/// once for a slider.
struct NullBands {
    NullBand xf, yf, xy; ///< the first two empty without a mapping
    Index permutations = 0;
};
NullBands nullBandsOf(const MeasuredFold& fold, const MeasureOptions& options, Index permutations,
                      const Context& context = {});

} // namespace bridgescope
