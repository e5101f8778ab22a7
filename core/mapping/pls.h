#pragma once
#include "core/mapping/linear_mapping.h"

#include <optional>

namespace bridgescope {

struct PlsOptions {
    std::optional<Index> components; ///< absent: chosen by five-fold cross-validation on the training items
    std::uint64_t seed = 1;          ///< of the folds
};

struct PlsFit {
    std::shared_ptr<const LinearMapping> mapping;
    Index components = 0;
    std::vector<double> curve; ///< Σ‖y - ŷ‖² over all folds with 1, 2, ... components, where they were chosen
    bool atEnd = false;        ///< whether more components might have been better
};

/// Partial least squares (PLS2 by NIPALS, Wold 1966), both sets centred, not scaled. Only the cross-product XcᵀYc is
/// deflated (Dayal & MacGregor 1997), which gives NIPALS' components. Fewer components come out where XcᵀYc is used up.
/// The choice is among at most 100 components, ties to the fewer.
/// x: dX x n, y: dY x n. @throws Error(Input) where n < 2 (5 where components are chosen), or where more components are
/// asked for than min(dX, n - 1).
PlsFit fitPls(MatrixView x, MatrixView y, const PlsOptions& options, const Context& context = {});

} // namespace bridgescope
