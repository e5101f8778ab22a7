#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <vector>

namespace bridgescope {

/// The first components of centred vectors (PCA by SVD or eigenvectors of the covariance). Signs are fixed: the entry of
/// greatest magnitude of each axis is positive, ties to the lower index.
struct Pca {
    std::vector<double> mean;      ///< d
    Matrix axes;                   ///< d x components, orthonormal columns
    std::vector<double> variances; ///< of each component, divisor n - 1, descending
    double totalVariance = 0;
};
Pca fitPca(MatrixView set, Index components);
Matrix projectPca(const Pca& pca, MatrixView set); ///< components x n

/// Rotates (reflections allowed), scales uniformly and shifts `map` (2 x n) onto `target` (2 x n): orthogonal Procrustes
/// (Schönemann 1966, Gower 1975). Returns the aligned map.
Matrix alignMap(MatrixView map, MatrixView target);

/// Map quality at K (Venna & Kaski 2001): both 1 for a map that keeps every neighbor. Euclidean in the map, cosine in the set.
struct MapQuality {
    double trustworthiness = 0, continuity = 0;
    Index k = 0;
};
MapQuality measureMapQuality(MatrixView set, MatrixView map, Index k, const Context& context = {});

} // namespace bridgescope
