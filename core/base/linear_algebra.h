#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <span>
#include <vector>

namespace bridgescope {

/// Owned float64 matrix, column-major, zero at first: for statistics and closed forms. Items never live here in bulk.
class Matrix64 {
public:
    Matrix64() = default;
    Matrix64(Index rows, Index columns); ///< throws Error where the size in bytes is out of range

    Index rows() const { return m_rows; }
    Index columns() const { return m_columns; }
    double* data() { return m_values.data(); }
    const double* data() const { return m_values.data(); }
    std::span<double> column(Index j) { return {data() + j * m_rows, static_cast<std::size_t>(m_rows)}; }
    std::span<const double> column(Index j) const { return {data() + j * m_rows, static_cast<std::size_t>(m_rows)}; }
    double& operator()(Index row, Index column) { return m_values[static_cast<std::size_t>(column * m_rows + row)]; }
    double operator()(Index row, Index column) const
    {
        return m_values[static_cast<std::size_t>(column * m_rows + row)];
    }

private:
    Index m_rows = 0, m_columns = 0;
    std::vector<double> m_values;
};

Matrix64 toFloat64(MatrixView matrix);
Matrix toFloat32(const Matrix64& matrix);

/// Everything below gives the same bytes for any number of threads.

/// The mean item (d numbers). Zeros where there is no item.
std::vector<double> meanItem(MatrixView set, const Context& context = {});

/// Σ over items of (x - meanX)(y - meanY)ᵀ, dX x dY; x and y have the same number of items.
Matrix64 crossScatter(MatrixView x, std::span<const double> meanX, MatrixView y, std::span<const double> meanY,
                      const Context& context = {});
/// Σ over items of (x - mean)(x - mean)ᵀ, d x d, symmetric to the last bit.
Matrix64 scatter(MatrixView set, std::span<const double> mean, const Context& context = {});
/// (x_i - mean)·(x_j - mean) of all items, n x n, symmetric to the last bit.
Matrix64 gram(MatrixView set, std::span<const double> mean, const Context& context = {});

Matrix64 multiply(const Matrix64& a, const Matrix64& b); ///< a b

/// The `count` greatest eigenvalues of a symmetric matrix (its upper triangle is read), descending, with unit
/// eigenvectors as columns. Signs are fixed: the entry of greatest magnitude is positive, ties to the lower index.
/// @throws Error(Work) where LAPACK does not converge (as for NaN).
struct SymmetricEigen {
    std::vector<double> values;
    Matrix64 vectors;
};
SymmetricEigen symmetricEigen(Matrix64 matrix, Index count);

/// W (x - mean) + offset for every item, float64 within and rounded once; `mean` and `offset` may be empty.
/// An item's result does not depend on the items beside it.
Matrix affine(const Matrix64& w, MatrixView x, std::span<const double> mean, std::span<const double> offset,
              const Context& context = {});

} // namespace bridgescope
