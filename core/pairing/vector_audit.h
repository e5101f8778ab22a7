#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

namespace bridgescope {

/// What is odd about the vectors of the paired items of one set.
struct VectorAudit {
    Index equal = 0;     ///< items whose vector equals, bit for bit, that of another row
    Index zero = 0;      ///< items whose vector is all zero
    Index nonFinite = 0; ///< items whose vector has a NaN or an infinity
};

/// `rows`: the row of each item; a row that several items share is not equal to itself.
VectorAudit auditVectors(MatrixView set, std::span<const Index> rows, const Context& context = {});

} // namespace bridgescope
