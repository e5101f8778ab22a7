#include "core/base/linear_algebra.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cblas-openblas.h>
#include <cmath>
#include <utility>

extern "C" void dsyevr_(const char* job, const char* range, const char* triangle, const int* n, double* a,
                        const int* lda, const double* lowest, const double* highest, const int* first, const int* last,
                        const double* tolerance, int* found, double* values, double* vectors, const int* ldz,
                        int* support, double* work, const int* workSize, int* integers, const int* integerSize,
                        int* info);

namespace bridgescope {
namespace {

constexpr Index tile = 192;    ///< rows and columns of a product's tile
constexpr Index depth = 512;   ///< items (or dimensions) summed by one call of BLAS
constexpr Index together = 64; ///< items an affine map takes at once; shorter blocks are filled up with zeros

Index blocks(Index count, Index size)
{
    return (count + size - 1) / size;
}

/// Dimensions [first, first + rows) of items [item, item + items), centred, as rows x items.
struct DimensionsOfItems {
    MatrixView set;
    std::span<const double> mean;

    Index indices() const { return set.rows; }
    Index summed() const { return set.columns; }
    void fill(Index first, Index rows, Index item, Index items, double* to) const
    {
        for (Index j = 0; j < items; ++j) {
            const float* from = set.data + (item + j) * set.rows + first;
            for (Index i = 0; i < rows; ++i)
                to[j * rows + i] = double(from[i]) - mean[static_cast<std::size_t>(first + i)];
        }
    }
};

/// The same numbers with items as rows: for products of items with one another.
struct ItemsOfDimensions {
    MatrixView set;
    std::span<const double> mean;

    Index indices() const { return set.columns; }
    Index summed() const { return set.rows; }
    void fill(Index item, Index items, Index first, Index dimensions, double* to) const
    {
        for (Index i = 0; i < items; ++i) {
            const float* from = set.data + (item + i) * set.rows + first;
            for (Index k = 0; k < dimensions; ++k)
                to[k * items + i] = double(from[k]) - mean[static_cast<std::size_t>(first + k)];
        }
    }
};

/// A Bᵀ tile by tile; the cut depends on the sizes only. Symmetric: only tiles on and above the diagonal, then
/// mirrored.
template<class Left, class Right>
Matrix64 product(const Left& a, const Right& b, bool symmetric, const Context& context)
{
    Matrix64 result(a.indices(), b.indices());
    const Index down = blocks(a.indices(), tile), across = blocks(b.indices(), tile);
    std::vector<std::vector<double>> scratch(static_cast<std::size_t>(threadCount()));
    parallelFor(down * across, [&](Index task, int worker) {
        const Index row = task % down * tile, column = task / down * tile;
        if (symmetric && row > column) return;
        const Index rows = std::min(tile, a.indices() - row), columns = std::min(tile, b.indices() - column);
        auto& buffer = scratch[static_cast<std::size_t>(worker)];
        buffer.resize(2 * tile * depth);
        double* left = buffer.data();
        double* right = left + tile * depth;
        for (Index k = 0; k < a.summed(); k += depth) {
            context.checkStop();
            const Index count = std::min(depth, a.summed() - k);
            a.fill(row, rows, k, count, left);
            b.fill(column, columns, k, count, right);
            cblas_dgemm(CblasColMajor, CblasNoTrans, CblasTrans, static_cast<int>(rows), static_cast<int>(columns),
                        static_cast<int>(count), 1, left, static_cast<int>(rows), right, static_cast<int>(columns), 1,
                        &result(row, column), static_cast<int>(result.rows()));
        }
    });
    if (symmetric)
        for (Index j = 0; j < result.columns(); ++j)
            for (Index i = 0; i < j; ++i)
                result(j, i) = result(i, j);
    return result;
}

void requireInt(Index size)
{
    if (size > 46340) // its square is the last that LAPACK's 32-bit integers hold
        throw Error(ErrorKind::Input,
                    "a matrix of " + std::to_string(size) + " x " + std::to_string(size) + " is too large",
                    "use fewer dimensions or fewer items");
}

void fixSigns(Matrix64& vectors)
{
    for (Index j = 0; j < vectors.columns(); ++j) {
        auto column = vectors.column(j);
        const auto greatest = std::max_element(column.begin(), column.end(),
                                               [](double a, double b) { return std::abs(a) < std::abs(b); });
        if (greatest != column.end() && *greatest < 0)
            for (double& value : column)
                value = -value;
    }
}

} // namespace

Matrix64::Matrix64(Index rows, Index columns) : m_rows(rows), m_columns(columns)
{
    const Index count = checkedProduct(rows, columns, "matrix size");
    checkedProduct(count, sizeof(double), "matrix size in bytes");
    m_values.resize(static_cast<std::size_t>(count));
}

Matrix64 toFloat64(MatrixView matrix)
{
    Matrix64 wide(matrix.rows, matrix.columns);
    std::copy_n(matrix.data, matrix.size(), wide.data());
    return wide;
}

Matrix toFloat32(const Matrix64& matrix)
{
    Matrix narrow(matrix.rows(), matrix.columns());
    std::transform(matrix.data(), matrix.data() + matrix.rows() * matrix.columns(), narrow.data(),
                   [](double value) { return static_cast<float>(value); });
    return narrow;
}

std::vector<double> meanItem(MatrixView set, const Context& context)
{
    constexpr Index blockItems = 1024;
    const Index count = blocks(set.columns, blockItems);
    Matrix64 sums(set.rows, count);
    parallelFor(count, [&](Index block, int) {
        context.checkStop();
        auto sum = sums.column(block);
        for (Index j = block * blockItems; j < std::min(set.columns, (block + 1) * blockItems); ++j) {
            const auto item = set.column(j);
            for (std::size_t i = 0; i < item.size(); ++i)
                sum[i] += double(item[i]);
        }
    });
    std::vector<double> mean(static_cast<std::size_t>(set.rows));
    for (Index block = 0; block < count; ++block)
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += sums.column(block)[i];
    for (double& value : mean)
        value /= double(std::max<Index>(set.columns, 1));
    return mean;
}

Matrix64 crossScatter(MatrixView x, std::span<const double> meanX, MatrixView y, std::span<const double> meanY,
                      const Context& context)
{
    return product(DimensionsOfItems{x, meanX}, DimensionsOfItems{y, meanY}, false, context);
}

Matrix64 scatter(MatrixView set, std::span<const double> mean, const Context& context)
{
    const DimensionsOfItems dimensions{set, mean};
    return product(dimensions, dimensions, true, context);
}

Matrix64 gram(MatrixView set, std::span<const double> mean, const Context& context)
{
    const ItemsOfDimensions items{set, mean};
    return product(items, items, true, context);
}

Matrix64 multiply(const Matrix64& a, const Matrix64& b)
{
    Matrix64 result(a.rows(), b.columns());
    if (a.columns() == 0) return result;
    parallelFor(blocks(b.columns(), tile), [&](Index block, int) {
        const Index first = block * tile, columns = std::min(tile, b.columns() - first);
        cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, static_cast<int>(a.rows()), static_cast<int>(columns),
                    static_cast<int>(a.columns()), 1, a.data(), static_cast<int>(a.rows()), b.column(first).data(),
                    static_cast<int>(b.rows()), 0, result.column(first).data(), static_cast<int>(result.rows()));
    });
    return result;
}

SymmetricEigen symmetricEigen(Matrix64 matrix, Index count)
{
    requireInt(matrix.rows());
    SymmetricEigen eigen;
    const int n = static_cast<int>(matrix.rows());
    const int first = n - static_cast<int>(count) + 1;
    if (count < 1) return eigen;
    Matrix64 ascending(n, count);
    std::vector<double> values(static_cast<std::size_t>(n));
    std::vector<int> support(2 * static_cast<std::size_t>(n)), integers(1);
    std::vector<double> work(1);
    const double unused = 0;
    int found = 0, info = 0, workSize = -1, integerSize = -1;
    // The first call only asks how much scratch memory the second one needs.
    for (int call = 0; call < 2; ++call) {
        dsyevr_("V", "I", "U", &n, matrix.data(), &n, &unused, &unused, &first, &n, &unused, &found, values.data(),
                ascending.data(), &n, support.data(), work.data(), &workSize, integers.data(), &integerSize, &info);
        if (info != 0) break;
        if (call == 1) continue;
        workSize = static_cast<int>(work[0]);
        integerSize = integers[0];
        work.resize(static_cast<std::size_t>(workSize));
        integers.resize(static_cast<std::size_t>(integerSize));
    }
    if (info != 0 || found != count)
        throw Error(ErrorKind::Work,
                    "the eigenvectors of a " + std::to_string(n) + " x " + std::to_string(n) + " matrix were not found",
                    "check the vectors for values beyond any scale");
    eigen.vectors = Matrix64(n, count);
    for (Index j = 0; j < count; ++j) {
        eigen.values.push_back(values[static_cast<std::size_t>(count - 1 - j)]);
        std::ranges::copy(ascending.column(count - 1 - j), eigen.vectors.column(j).begin());
    }
    fixSigns(eigen.vectors);
    return eigen;
}

Matrix affine(const Matrix64& w, MatrixView x, std::span<const double> mean, std::span<const double> offset,
              const Context& context)
{
    if (w.columns() != x.rows)
        throw Error(ErrorKind::Input,
                    "vectors of " + std::to_string(x.rows) + " dimensions where " + std::to_string(w.columns()) +
                        " are needed",
                    "give vectors of the same kind");
    Matrix result(w.rows(), x.columns);
    std::vector<std::vector<double>> scratch(static_cast<std::size_t>(threadCount()));
    parallelFor(blocks(x.columns, together), [&](Index block, int worker) {
        context.checkStop();
        auto& buffer = scratch[static_cast<std::size_t>(worker)];
        buffer.assign(static_cast<std::size_t>((x.rows + w.rows()) * together), 0);
        double* in = buffer.data();
        double* out = in + x.rows * together;
        const Index first = block * together, items = std::min(together, x.columns - first);
        for (Index j = 0; j < items; ++j)
            for (Index i = 0; i < x.rows; ++i)
                in[j * x.rows + i] = double(x.column(first + j)[static_cast<std::size_t>(i)]) -
                                     (mean.empty() ? 0 : mean[static_cast<std::size_t>(i)]);
        cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, static_cast<int>(w.rows()), static_cast<int>(together),
                    static_cast<int>(x.rows), 1, w.data(), static_cast<int>(w.rows()), in, static_cast<int>(x.rows), 0,
                    out, static_cast<int>(w.rows()));
        for (Index j = 0; j < items; ++j)
            for (Index i = 0; i < w.rows(); ++i)
                result(i, first + j) = static_cast<float>(out[j * w.rows() + i] +
                                                          (offset.empty() ? 0 : offset[static_cast<std::size_t>(i)]));
    });
    return result;
}

} // namespace bridgescope
