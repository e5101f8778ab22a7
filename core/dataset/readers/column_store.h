#pragma once
#include "core/base/matrix.h"

#include <memory>
#include <span>

namespace bridgescope {

/// Room for d x N float32 that a reader is about to fill in whole. Unlike Matrix it is not zeroed, so that the threads
/// that fill it are the first to touch its pages. The size must have been checked against the file's real size.
class ColumnStore {
public:
    ColumnStore(Index rows, Index columns)
        : m_rows(rows), m_columns(columns), m_values(std::make_shared_for_overwrite<float[]>(
                                                static_cast<std::size_t>(checkedProduct(rows, columns, "matrix size"))))
    {
    }

    std::span<float> column(Index j) { return {m_values.get() + j * m_rows, static_cast<std::size_t>(m_rows)}; }
    Vectors finish() { return Vectors(m_values, MatrixView{m_values.get(), m_rows, m_columns}); }

private:
    Index m_rows, m_columns;
    std::shared_ptr<float[]> m_values;
};

} // namespace bridgescope
