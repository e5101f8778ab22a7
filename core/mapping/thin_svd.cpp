#include "core/mapping/thin_svd.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

extern "C" void dgesdd_(const char* job, const int* m, const int* n, double* a, const int* lda, double* values,
                        double* u, const int* ldu, double* vt, const int* ldvt, double* work, const int* workSize,
                        int* integers, int* info);

namespace bridgescope {

ThinSvd thinSvd(Matrix64 a)
{
    const Index rows = a.rows(), columns = a.columns(), rank = std::min(rows, columns);
    if (std::max(rows, columns) > 46340) // its square is the last that LAPACK's 32-bit integers hold
        throw Error(ErrorKind::Input,
                    "a matrix of " + std::to_string(rows) + " x " + std::to_string(columns) + " is too large",
                    "use fewer dimensions");
    ThinSvd svd{Matrix64(rows, rank), {}, std::vector<double>(static_cast<std::size_t>(rank))};
    Matrix64 vt(rank, columns);
    const int m = static_cast<int>(rows), n = static_cast<int>(columns), r = static_cast<int>(rank);
    std::vector<int> integers(static_cast<std::size_t>(8 * rank));
    std::vector<double> work(1);
    int workSize = -1, info = 0;
    for (int call = 0; call < 2 && info == 0; ++call) { // the first only asks how much scratch memory it takes
        dgesdd_("S", &m, &n, a.data(), &m, svd.values.data(), svd.u.data(), &m, vt.data(), &r, work.data(), &workSize,
                integers.data(), &info);
        workSize = static_cast<int>(work[0]);
        work.resize(static_cast<std::size_t>(std::max(workSize, 1)));
    }
    if (info != 0)
        throw Error(ErrorKind::Work,
                    "the singular vectors of a " + std::to_string(m) + " x " + std::to_string(n) +
                        " matrix were not found",
                    "check the vectors for values beyond any scale");
    svd.v = transposed(vt);
    for (Index j = 0; j < rank; ++j) {
        auto column = svd.u.column(j);
        const auto greatest =
            std::ranges::max_element(column, [](double p, double q) { return std::abs(p) < std::abs(q); });
        if (greatest == column.end() || *greatest >= 0) continue;
        for (auto part : {column, svd.v.column(j)})
            for (double& value : part)
                value = -value;
    }
    return svd;
}

Matrix64 transposed(const Matrix64& matrix)
{
    Matrix64 t(matrix.columns(), matrix.rows());
    for (Index c = 0; c < matrix.columns(); ++c)
        for (Index r = 0; r < matrix.rows(); ++r)
            t(c, r) = matrix(r, c);
    return t;
}

Matrix64 scaledColumns(Matrix64 matrix, const std::vector<double>& factors)
{
    for (Index c = 0; c < matrix.columns(); ++c)
        for (double& value : matrix.column(c))
            value *= factors[static_cast<std::size_t>(c)];
    return matrix;
}

Matrix64 firstColumns(const Matrix64& matrix, Index count)
{
    Matrix64 first(matrix.rows(), count);
    std::copy_n(matrix.data(), matrix.rows() * count, first.data());
    return first;
}

double trace(const Matrix64& matrix)
{
    double sum = 0;
    for (Index i = 0; i < std::min(matrix.rows(), matrix.columns()); ++i)
        sum += matrix(i, i);
    return sum;
}

} // namespace bridgescope
