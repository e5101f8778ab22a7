#pragma once
#include "core/base/types.h"

#include <memory>
#include <span>
#include <vector>

namespace bridgescope {

/// A look at float32 numbers, column-major without gaps: `rows` dimensions x `columns` items, ONE ITEM A COLUMN.
struct MatrixView {
    const float* data = nullptr;
    Index rows = 0;
    Index columns = 0;

    std::span<const float> column(Index j) const { return {data + j * rows, static_cast<std::size_t>(rows)}; }
    Index size() const { return rows * columns; }
};

/// Owned float32 matrix, d x N, one item a column, zero at first. Its size is checked before anything is allocated.
class Matrix {
public:
    Matrix() = default;
    Matrix(Index rows, Index columns); ///< throws Error where rows * columns overflows or is negative

    Index rows() const { return m_rows; }
    Index columns() const { return m_columns; }
    float* data() { return m_values.data(); }
    const float* data() const { return m_values.data(); }
    std::span<float> column(Index j) { return {data() + j * m_rows, static_cast<std::size_t>(m_rows)}; }
    std::span<const float> column(Index j) const { return view().column(j); }
    float& operator()(Index row, Index column) { return m_values[static_cast<std::size_t>(column * m_rows + row)]; }
    float operator()(Index row, Index column) const
    {
        return m_values[static_cast<std::size_t>(column * m_rows + row)];
    }
    MatrixView view() const { return {data(), m_rows, m_columns}; }
    operator MatrixView() const { return view(); }

private:
    Index m_rows = 0;
    Index m_columns = 0;
    std::vector<float> m_values;
};

/// Immutable vectors that are cheap to copy and keep their memory (own, or a mapped file) alive. d x N, one item a
/// column.
class Vectors {
public:
    Vectors() = default;
    Vectors(Matrix matrix); // NOLINT: meant to convert
    Vectors(std::shared_ptr<const void> owner, MatrixView view) : m_owner(std::move(owner)), m_view(view) {}

    Index dimension() const { return m_view.rows; }
    Index size() const { return m_view.columns; } ///< number of items
    std::span<const float> item(Index i) const { return m_view.column(i); }
    MatrixView view() const { return m_view; }
    operator MatrixView() const { return m_view; }

private:
    std::shared_ptr<const void> m_owner;
    MatrixView m_view;
};

/// The named columns, in the order given.
Matrix selectColumns(MatrixView from, std::span<const Index> columns);

/// a * b, or throws Error(Input) naming `what` where the product does not fit 63 bits or either is negative.
Index checkedProduct(Index a, Index b, const char* what);

} // namespace bridgescope
