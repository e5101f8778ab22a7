#pragma once
#include <cstdint>

namespace bridgescope {

/// Count or position of items or dimensions. Signed, so that differences are safe.
using Index = std::int64_t;

/// An index that cannot be mixed up with another kind: the classic bug of paired embeddings.
template<class Tag> struct StrongIndex {
    std::int32_t value = 0;
    friend bool operator==(StrongIndex, StrongIndex) = default;
    friend auto operator<=>(StrongIndex, StrongIndex) = default;
};
using SourceRow = StrongIndex<struct SourceRowTag>; ///< row of the file read as X, from 0
using TargetRow = StrongIndex<struct TargetRowTag>; ///< row of the file read as Y, from 0

} // namespace bridgescope
