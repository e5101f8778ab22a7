#include "core/measurement/null_bands.h"

namespace bridgescope {

NullBands nullBandsOf(const MeasuredFold& fold, const MeasureOptions& options, Index permutations,
                      const Context& context)
{
    OverlapOptions overlap = options.overlap;
    overlap.permutations = permutations;
    overlap.kMax = fold.listsX.k(); // as the reports hold every K
    const auto band = [&](const NeighborTable& a, const NeighborTable& b) {
        const std::vector<FoldPair> pair{{&a, &b, {&a, &b}}};
        return nullBand(pair, overlap, context);
    };
    NullBands bands;
    bands.permutations = permutations;
    bands.xy = band(fold.listsX, fold.listsY);
    if (fold.f.size() == 0) return bands;
    bands.xf = band(fold.listsX, fold.listsF);
    bands.yf = band(fold.listsY, fold.listsF);
    return bands;
}

} // namespace bridgescope
