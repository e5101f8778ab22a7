#include "core/projection/pca.h"

#include "core/base/principal_axes.h"

#include <algorithm>

namespace bridgescope {

Pca fitPca(MatrixView set, Index components, const Context& context)
{
    auto axes = principalAxes(set, components, context);
    return {std::move(axes.mean), toFloat32(axes.axes), std::move(axes.variances), axes.totalVariance};
}

Matrix projectPca(const Pca& pca, MatrixView set, const Context& context)
{
    Matrix64 across(pca.axes.columns(), pca.axes.rows());
    for (Index j = 0; j < pca.axes.columns(); ++j)
        for (Index i = 0; i < pca.axes.rows(); ++i)
            across(j, i) = pca.axes(i, j);
    return affine(across, set, pca.mean, {}, context);
}

Matrix pcaMap(MatrixView set, const Context& context)
{
    Matrix map(2, set.columns);
    if (set.columns < 2) return map;
    const Matrix found = projectPca(fitPca(set, std::min<Index>({2, set.rows, set.columns}), context), set, context);
    for (Index item = 0; item < set.columns; ++item)
        std::ranges::copy(found.column(item), map.column(item).begin());
    return map;
}

} // namespace bridgescope
