#pragma once
#include "core/neighbors/neighbors.h"

#include <vector>

namespace bridgescope {

/// @throws Error(Input) naming N = n where k is not from 1 to `others`.
void requireK(Index k, Index others, Index n);

/// Items of the largest group; 1 without groups.
Index largestGroup(std::span<const std::int32_t> groups);

/// Which columns take part in a search, and the canonical norms they are compared by.
struct SearchSide {
    MatrixView set;
    std::vector<double> norms; ///< canonical norms
    std::vector<std::int32_t>
        active; ///< columns with a direction: all of them, or under cosine those that are not zero
    Index zeroVectors = 0;
    std::vector<double> nearness; ///< r of CSLS, one a column; empty: plain values
};
/// @throws Error(Input) naming the first vector with a NaN or an infinity; Cancelled.
SearchSide makeSide(MatrixView set, Metric metric, const Context& context);

struct DotAndNorm {
    double dot, norm;
};
/// canonicalDot(a, b, d) and canonicalNorm(b, d), bit for bit, for one reading of b. In metric.cpp.
DotAndNorm canonicalDotAndNorm(const float* a, const float* b, Index d);

/// The canonical value of a pair (DESIGN section 2); with nearness 2 cos - (r_i + r_j).
double canonicalValue(const SearchSide& a, std::int32_t i, const SearchSide& b, std::int32_t j, Metric metric);

/// Of columns that are equal bit for bit only the first few can stand in a list, since ties go to the lower index: of
/// each class of equals those at a position below `keep`. All of `side.active` where nothing repeats.
std::vector<std::int32_t> withoutSurplusCopies(const SearchSide& side, Index keep);

} // namespace bridgescope
