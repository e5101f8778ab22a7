#pragma once
#include "core/measurement/evaluation.h"

namespace bridgescope {

/// Standard errors of the three overlaps at every K the folds' lists hold, as Overlap::byKError has them up to 5,000
/// items: of more items they take longer than one waits, so they are asked for apart.
struct ErrorBands {
    std::vector<double> xf, yf, xy; ///< of K = 1, 2, ...; the first two empty without a mapping

    /// Fills in byKError where the report has none.
    void addTo(MappingReport& report) const;
};
/// `prepared`: one a fold, or none. @throws Cancelled
ErrorBands errorBandsOf(std::span<const std::shared_ptr<const MeasuredFold>> folds, const MeasureOptions& options,
                        const Context& context = {}, std::span<const PreparedFold> prepared = {});

} // namespace bridgescope
