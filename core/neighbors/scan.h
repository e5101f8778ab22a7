#pragma once
#include "core/base/types.h"

#include <cstdint>
#include <vector>

namespace bridgescope {

/// A product block seen from both sides: g is rows x columns, column-major, leading dimension `rows`.
/// The upper value of (r, c) is scale g - rowP[r] - columnP[c] (see ProposalSpace).
struct ScanBlock {
    const float* g = nullptr;
    Index rows = 0, columns = 0;
    float scale = 1;
    const float* rowP = nullptr;
    const float* columnP = nullptr;
    const float* rowThresholds = nullptr;
    const float* columnThresholds = nullptr; ///< null: only rows collect
};

/// One entry that reaches the row's threshold, the column's, or both.
struct ScanHit {
    std::int32_t row;
    float value;
    bool forRow, forColumn;
};

/// The entries of one column that reach a threshold. Most of a column does not, and is passed over eight at a time.
void scanColumn(const ScanBlock& block, Index column, std::vector<ScanHit>& hits);

} // namespace bridgescope
