#include "core/similarity/column_measures.h"

#include "core/base/error.h"

#include <algorithm>
#include <cblas-openblas.h>
#include <cmath>
#include <limits>
#include <numeric>

extern "C" void dgesdd_(const char* job, const int* m, const int* n, double* a, const int* lda, double* s, double* u,
                        const int* ldu, double* vt, const int* ldvt, double* work, const int* workSize, int* integers,
                        int* info);

namespace bridgescope {
namespace {

double sumOfSquares(std::span<const double> values)
{
    return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
}

/// ‖S²‖_F
double selfNorm(const ColumnBasis& basis)
{
    double sum = 0;
    for (const double s : basis.s)
        sum += s * s * s * s;
    return std::sqrt(sum);
}

/// Fewest leading components with 99 % of the variance.
Index mostOfVariance(const ColumnBasis& basis)
{
    const double all = sumOfSquares(basis.s);
    double sum = 0;
    for (std::size_t k = 0; k < basis.s.size(); ++k) {
        sum += basis.s[k] * basis.s[k];
        if (sum >= .99 * all) return static_cast<Index>(k) + 1;
    }
    return static_cast<Index>(basis.s.size());
}

/// Unbiased HSIC (Song et al. 2007) of products of centred items, whose rows sum to 0: with the diagonal left out they
/// sum to -k_ii, so that three sums over items say it all.
double unbiasedHsic(double inner, double diagonals, double traceK, double traceL, double n)
{
    const double trace = inner - diagonals;
    return (trace + traceK * traceL / ((n - 1) * (n - 2)) - 2 / (n - 2) * diagonals) / (n * (n - 3));
}

/// Σ_i w_i ρ_i / Σ_i w_i with w_i = Σ_j |h_i · x_j| over the columns x_j of one set, h_i = U u_i its canonical
/// variates: Xcᵀ U u_i = V S u_i. `directions`: u_i as columns.
double projectionWeighted(const ColumnBasis& basis, const Matrix64& directions, std::span<const double> correlations)
{
    Matrix64 scaled = directions;
    for (Index i = 0; i < scaled.columns(); ++i)
        for (Index k = 0; k < scaled.rows(); ++k)
            scaled(k, i) *= basis.s[static_cast<std::size_t>(k)];
    double weights = 0, sum = 0;
    for (std::size_t i = 0; i < correlations.size(); ++i) {
        std::vector<double> along(static_cast<std::size_t>(basis.v.columns()), 0.0);
        const auto direction = scaled.column(static_cast<Index>(i));
        for (std::size_t j = 0; j < along.size(); ++j) {
            const auto axis = basis.v.column(static_cast<Index>(j));
            along[j] = std::inner_product(axis.begin(), axis.end(), direction.begin(), 0.0);
        }
        double weight = 0;
        for (const double x : along)
            weight += std::abs(x);
        weights += weight;
        sum += weight * correlations[i];
    }
    return sum / weights;
}

std::string tooMany(Index x, Index y, Index n)
{
    return std::to_string(x) + " and " + std::to_string(y) + " components of " + std::to_string(n) +
           " items correlate perfectly whatever they are";
}

} // namespace

std::vector<double> singularValues(Matrix64 matrix, Matrix64* left, Matrix64* right)
{
    const int m = static_cast<int>(matrix.rows()), n = static_cast<int>(matrix.columns()), least = std::min(m, n);
    std::vector<double> values(static_cast<std::size_t>(least));
    if (least == 0) return values;
    Matrix64 u(left ? m : 1, left ? least : 1), vt(left ? least : 1, left ? n : 1);
    std::vector<int> integers(static_cast<std::size_t>(8 * least));
    const char job = left ? 'S' : 'N';
    const int ldu = left ? m : 1, ldvt = left ? least : 1;
    int size = -1, info = 0;
    double wanted = 0;
    dgesdd_(&job, &m, &n, matrix.data(), &m, values.data(), u.data(), &ldu, vt.data(), &ldvt, &wanted, &size,
            integers.data(), &info);
    size = static_cast<int>(wanted);
    std::vector<double> work(static_cast<std::size_t>(size));
    dgesdd_(&job, &m, &n, matrix.data(), &m, values.data(), u.data(), &ldu, vt.data(), &ldvt, work.data(), &size,
            integers.data(), &info);
    if (info != 0)
        throw Error(ErrorKind::Work, "singular values of a " + std::to_string(m) + " x " + std::to_string(n) +
                                         " matrix do not converge");
    if (left) *left = std::move(u);
    if (right) *right = std::move(vt);
    return values;
}

ColumnBasis columnBasis(MatrixView set, const Context& context)
{
    const auto mean = meanItem(set, context);
    Matrix64 centered(set.columns, set.rows);
    ColumnBasis basis;
    for (Index i = 0; i < set.columns; ++i) {
        double square = 0;
        for (Index j = 0; j < set.rows; ++j) {
            const double x =
                static_cast<double>(set.column(i)[static_cast<std::size_t>(j)]) - mean[static_cast<std::size_t>(j)];
            centered(i, j) = x;
            square += x * x;
        }
        basis.squares.push_back(square);
    }
    context.checkStop();
    Matrix64 u, v;
    const auto s = singularValues(std::move(centered), &u, &v);
    const double least =
        static_cast<double>(std::max(set.rows, set.columns)) * std::numeric_limits<double>::epsilon() * s.front();
    const auto rank = static_cast<Index>(std::count_if(s.begin(), s.end(), [&](double x) { return x > least; }));
    basis.s.assign(s.begin(), s.begin() + rank);
    basis.u = Matrix64(set.columns, rank);
    basis.v = Matrix64(rank, set.rows);
    for (Index k = 0; k < rank; ++k) {
        std::copy(u.column(k).begin(), u.column(k).end(), basis.u.column(k).begin());
        for (Index j = 0; j < set.rows; ++j)
            basis.v(k, j) = v(k, j);
    }
    return basis;
}

ColumnMeasures::ColumnMeasures(MatrixView a, MatrixView b, const Context& context, std::vector<std::string> wanted)
    : m_wanted(std::move(wanted)), m_a(columnBasis(a, context)), m_b(columnBasis(b, context))
{
}

Matrix64 ColumnMeasures::cross(std::span<const std::int32_t> relabelling) const
{
    Matrix64 relabelled(items(), m_b.u.columns()), c(m_a.u.columns(), m_b.u.columns());
    for (Index k = 0; k < relabelled.columns(); ++k)
        for (Index i = 0; i < items(); ++i)
            relabelled(i, k) = m_b.u(relabelling[static_cast<std::size_t>(i)], k);
    cblas_dgemm(CblasColMajor, CblasTrans, CblasNoTrans, static_cast<blasint>(c.rows()),
                static_cast<blasint>(c.columns()), static_cast<blasint>(items()), 1.0, m_a.u.data(),
                static_cast<blasint>(items()), relabelled.data(), static_cast<blasint>(items()), 0.0, c.data(),
                static_cast<blasint>(c.rows()));
    return c;
}

MeasureValue ColumnMeasures::unbiasedCka(double crossSquared, std::span<const std::int32_t> relabelling) const
{
    const auto n = static_cast<double>(items());
    if (items() < 4) return {std::nullopt, "needs 4 items"};
    const double traceA = sumOfSquares(m_a.s), traceB = sumOfSquares(m_b.s);
    double diagonals = 0;
    for (std::size_t i = 0; i < relabelling.size(); ++i)
        diagonals += m_a.squares[i] * m_b.squares[static_cast<std::size_t>(relabelling[i])];
    const double normA = selfNorm(m_a), normB = selfNorm(m_b);
    const double selfA = unbiasedHsic(normA * normA, sumOfSquares(m_a.squares), traceA, traceA, n);
    const double selfB = unbiasedHsic(normB * normB, sumOfSquares(m_b.squares), traceB, traceB, n);
    if (!(selfA > 0 && selfB > 0)) return {std::nullopt, "a set's unbiased self-similarity is not positive"};
    return {unbiasedHsic(crossSquared, diagonals, traceA, traceB, n) / std::sqrt(selfA * selfB), {}};
}

void ColumnMeasures::addSvcca(const Matrix64& c, std::map<std::string, MeasureValue>& values) const
{
    const Index x = mostOfVariance(m_a), y = mostOfVariance(m_b);
    if (x + y >= items()) {
        values["svcca"] = {std::nullopt, tooMany(x, y, items())};
        return;
    }
    Matrix64 leading(x, y);
    for (Index j = 0; j < y; ++j)
        for (Index i = 0; i < x; ++i)
            leading(i, j) = c(i, j);
    const auto correlations = singularValues(std::move(leading));
    values["svcca"] = {
        std::accumulate(correlations.begin(), correlations.end(), 0.0) / static_cast<double>(correlations.size()), {}};
}

void ColumnMeasures::addPwcca(const Matrix64& c, std::map<std::string, MeasureValue>& values) const
{
    if (c.rows() + c.columns() >= items()) {
        values["pwcca-a"] = values["pwcca-b"] = {std::nullopt, tooMany(c.rows(), c.columns(), items())};
        return;
    }
    Matrix64 left, right;
    const auto correlations = singularValues(c, &left, &right);
    Matrix64 directionsB(right.columns(), right.rows());
    for (Index i = 0; i < right.rows(); ++i)
        for (Index k = 0; k < right.columns(); ++k)
            directionsB(k, i) = right(i, k);
    values["pwcca-a"] = {projectionWeighted(m_a, left, correlations), {}};
    values["pwcca-b"] = {projectionWeighted(m_b, directionsB, correlations), {}};
}

bool ColumnMeasures::wants(std::string_view id) const
{
    return m_wanted.empty() || std::find(m_wanted.begin(), m_wanted.end(), id) != m_wanted.end();
}

std::map<std::string, MeasureValue> ColumnMeasures::evaluate(std::span<const std::int32_t> relabelling) const
{
    std::map<std::string, MeasureValue> values;
    if (m_a.s.empty() || m_b.s.empty()) {
        const MeasureValue none{std::nullopt, std::string("set ") + (m_a.s.empty() ? "A" : "B") + " is constant"};
        for (const char* id : {"cka", "cka-unbiased", "svcca", "pwcca-a", "pwcca-b", "procrustes"})
            values[id] = none;
        return values;
    }
    const Matrix64 c = cross(relabelling);
    if (wants("svcca")) addSvcca(c, values);
    if (wants("pwcca-a") || wants("pwcca-b")) addPwcca(c, values);
    Matrix64 scaled = c;
    for (Index j = 0; j < c.columns(); ++j)
        for (Index i = 0; i < c.rows(); ++i)
            scaled(i, j) *= m_a.s[static_cast<std::size_t>(i)] * m_b.s[static_cast<std::size_t>(j)];
    const double crossSquared = sumOfSquares({scaled.data(), static_cast<std::size_t>(c.rows() * c.columns())});
    values["cka"] = {crossSquared / (selfNorm(m_a) * selfNorm(m_b)), {}};
    values["cka-unbiased"] = unbiasedCka(crossSquared, relabelling);
    if (!wants("procrustes")) return values;
    const auto nuclear = singularValues(std::move(scaled));
    const double norms = std::sqrt(sumOfSquares(m_a.s) * sumOfSquares(m_b.s));
    values["procrustes"] = {2 - 2 * std::accumulate(nuclear.begin(), nuclear.end(), 0.0) / norms, {}};
    return values;
}

} // namespace bridgescope
