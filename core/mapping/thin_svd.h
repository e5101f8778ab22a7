#pragma once
#include "core/base/linear_algebra.h"

namespace bridgescope {

/// a = U diag(values) Vᵀ with r = min(rows, columns) columns each, values descending, by LAPACK's dgesdd. The greatest
/// entry of each column of U is positive. @throws Error(Work) where it does not converge (as for NaN).
struct ThinSvd {
    Matrix64 u, v;
    std::vector<double> values;
};
ThinSvd thinSvd(Matrix64 a);

Matrix64 transposed(const Matrix64& matrix);
/// Columns times their factors.
Matrix64 scaledColumns(Matrix64 matrix, const std::vector<double>& factors);
/// The first `count` columns.
Matrix64 firstColumns(const Matrix64& matrix, Index count);
double trace(const Matrix64& matrix);

} // namespace bridgescope
