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
    Index unmatched = 0;      ///< predictions of rows or labels that no pair has
};

/// F.rows.txt (X's rows from 1, one a prediction) decides where it stands beside the file; else labels that do not
/// repeat; else the order, where there are as many predictions as pairs. @throws Error(Input) saying which of them is
/// missing, which line of F.rows.txt names a row a second time (allowed where pairs share rows of X), or that rows and
/// labels contradict each other: one of both is of other predictions.
JoinedPredictions joinPredictions(const PairedSet& pairs, const EmbeddingSet& f);

/// f(X) lives in Y's space. @throws Error(Input) naming both dimensions.
void requireSameDimension(const EmbeddingSet& f, const EmbeddingSet& y);

} // namespace bridgescope
