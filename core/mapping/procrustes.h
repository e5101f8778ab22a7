#pragma once
#include "core/mapping/linear_mapping.h"

namespace bridgescope {

struct ProcrustesOptions {
    bool scaling = false; ///< times trace(S)/‖Xc‖²
    bool centre = true;   ///< on the training items' means, which are put back
};

/// The rotation (or reflection) that carries X nearest to Y (Schönemann 1966): XcᵀYc = U S Vᵀ (items as rows, thin),
/// W = U Vᵀ. Where dimensions differ W has orthonormal rows or columns, whichever is fewer.
/// x: dX x n, y: dY x n. @throws Error(Input) where n < 2, or n < 1 about the origin.
std::shared_ptr<const LinearMapping> fitProcrustes(MatrixView x, MatrixView y, const ProcrustesOptions& options,
                                                   const Context& context = {});

} // namespace bridgescope
