#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"
#include "core/projection/map_quality.h"

#include <vector>

namespace bridgescope {

/// The first components of centred vectors (PCA by SVD or eigenvectors of the covariance). Signs are fixed: the entry
/// of greatest magnitude of each axis is positive, ties to the lower index.
struct Pca {
    std::vector<double> mean;      ///< d
    Matrix axes;                   ///< d x components, orthonormal columns
    std::vector<double> variances; ///< of each component, divisor n - 1, descending
    double totalVariance = 0;
};
/// @throws Error(Input) naming the limit where components < 1 or > min(n, d), and where n < 2.
Pca fitPca(MatrixView set, Index components, const Context& context = {});
Matrix projectPca(const Pca& pca, MatrixView set, const Context& context = {}); ///< components x n

/// The 2-D map of a set by its first two components, 2 x n. What a set of one dimension or one item lacks is 0.
Matrix pcaMap(MatrixView set, const Context& context = {});

/// How alignMap() chooses the map's size: as least squares has it (a map unlike the target shrinks), or as the
/// target's.
enum class MapScale { LeastSquares, AsTarget };

/// Rotates (reflections allowed), scales uniformly and shifts `map` (2 x n) onto `target` (2 x n): orthogonal
/// Procrustes (Schönemann 1966, Gower 1975). Returns the aligned map; a map of equal points lands on the target's mean.
Matrix alignMap(MatrixView map, MatrixView target, MapScale scale = MapScale::LeastSquares);

} // namespace bridgescope
