#pragma once
#include "core/pairing/pairing.h"

#include <string>
#include <vector>

namespace bridgescope {

/// Predictions brought into the order of the pairs they belong to.
struct JoinedPredictions {
    std::vector<Index> items; ///< positions in the PairedSet, ascending
    Vectors f;                ///< d x items
    std::string by;           ///< "rows", "label", "row order"
};

/// F.rows.txt (X's rows from 1, one a prediction) decides where it stands beside the file; else labels that do not
/// repeat; else the order, where there are as many predictions as pairs. @throws Error(Input) saying which of them is
/// missing, or which line of F.rows.txt names a row a second time (allowed where pairs share rows of X).
JoinedPredictions joinPredictions(const PairedSet& pairs, const EmbeddingSet& f);

/// f(X) lives in Y's space. @throws Error(Input) naming both dimensions.
void requireSameDimension(const EmbeddingSet& f, const EmbeddingSet& y);

} // namespace bridgescope
