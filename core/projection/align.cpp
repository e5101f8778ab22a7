#include "core/base/error.h"
#include "core/base/linear_algebra.h"
#include "core/projection/pca.h"

#include <cmath>

namespace bridgescope {
namespace {

struct Turn {
    double xx = 1, xy = 0, yx = 0, yy = 1; ///< rows of the orthogonal matrix
    double fit = 0;                        ///< trace of the turned products: the sum of their singular values
};

/// The orthogonal matrix R of greatest trace(R M), M = Σ map targetᵀ. In the plane it is the better of the best
/// rotation and the best reflection, each an angle in closed form; a tie goes to the rotation.
Turn bestTurn(double mxx, double mxy, double myx, double myy)
{
    const double cosine = mxx + myy, sine = mxy - myx;
    const double rotation = std::hypot(cosine, sine);
    const double cosineOfReflection = mxx - myy, sineOfReflection = mxy + myx;
    const double reflection = std::hypot(cosineOfReflection, sineOfReflection);
    if (rotation == 0 && reflection == 0) return {};
    if (rotation >= reflection)
        return {cosine / rotation, -sine / rotation, sine / rotation, cosine / rotation, rotation};
    const double c = cosineOfReflection / reflection, s = sineOfReflection / reflection;
    return {c, s, s, -c, reflection};
}

} // namespace

Matrix alignMap(MatrixView map, MatrixView target, MapScale scale)
{
    if (map.rows != 2 || target.rows != 2 || map.columns != target.columns)
        throw Error(ErrorKind::Input,
                    "maps of " + std::to_string(map.columns) + " and " + std::to_string(target.columns) +
                        " points cannot be aligned",
                    "give two 2-D maps of the same items");
    const auto meanMap = meanItem(map), meanTarget = meanItem(target);
    double mxx = 0, mxy = 0, myx = 0, myy = 0, sizeMap = 0, sizeTarget = 0;
    for (Index i = 0; i < map.columns; ++i) {
        const double x = map.column(i)[0] - meanMap[0], y = map.column(i)[1] - meanMap[1];
        const double u = target.column(i)[0] - meanTarget[0], v = target.column(i)[1] - meanTarget[1];
        mxx += x * u;
        mxy += x * v;
        myx += y * u;
        myy += y * v;
        sizeMap += x * x + y * y;
        sizeTarget += u * u + v * v;
    }
    const Turn turn = bestTurn(mxx, mxy, myx, myy);
    double factor = 0;
    if (sizeMap > 0) factor = scale == MapScale::AsTarget ? std::sqrt(sizeTarget / sizeMap) : turn.fit / sizeMap;
    Matrix64 w(2, 2);
    w(0, 0) = factor * turn.xx;
    w(0, 1) = factor * turn.xy;
    w(1, 0) = factor * turn.yx;
    w(1, 1) = factor * turn.yy;
    return affine(w, map, meanMap, meanTarget);
}

} // namespace bridgescope
