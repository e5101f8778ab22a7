#include "core/base/matrix.h"

#include "core/base/error.h"

#include <algorithm>
#include <string>

namespace bridgescope {

Matrix::Matrix(Index rows, Index columns) : m_rows(rows), m_columns(columns)
{
    const Index count = checkedProduct(rows, columns, "matrix size");
    checkedProduct(count, sizeof(float), "matrix size in bytes");
    m_values.resize(static_cast<std::size_t>(count));
}

Vectors::Vectors(Matrix matrix)
{
    auto owner = std::make_shared<const Matrix>(std::move(matrix));
    m_view = owner->view();
    m_owner = std::move(owner);
}

Matrix selectColumns(MatrixView from, std::span<const Index> columns)
{
    Matrix chosen(from.rows, static_cast<Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const auto source = from.column(columns[j]);
        std::copy(source.begin(), source.end(), chosen.column(static_cast<Index>(j)).begin());
    }
    return chosen;
}

Index checkedProduct(Index a, Index b, const char* what)
{
    Index product = 0;
    if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &product))
        throw Error(ErrorKind::Input,
                    std::string(what) + " " + std::to_string(a) + " x " + std::to_string(b) + " is out of range");
    return product;
}

} // namespace bridgescope
