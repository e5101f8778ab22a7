#include "core/mapping/ridge.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <QtTest>
#include <cmath>

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal());
    return set;
}

Matrix without(MatrixView set, Index item)
{
    std::vector<Index> rest;
    for (Index i = 0; i < set.columns; ++i)
        if (i != item) rest.push_back(i);
    return selectColumns(set, rest);
}

/// Solves a x = b by Gaussian elimination with pivoting: the oracle's own algebra.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b)
{
    const std::size_t n = b.size();
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c; r < n; ++r)
            if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
        std::swap(a[c], a[pivot]);
        std::swap(b[c], b[pivot]);
        for (std::size_t r = c + 1; r < n; ++r) {
            const double factor = a[r][c] / a[c][c];
            for (std::size_t k = c; k < n; ++k)
                a[r][k] -= factor * a[c][k];
            b[r] -= factor * b[c];
        }
    }
    for (std::size_t r = n; r-- > 0;) {
        for (std::size_t k = r + 1; k < n; ++k)
            b[r] -= a[r][k] * b[k];
        b[r] /= a[r][r];
    }
    return b;
}

/// One output of ridge at x, by the normal equations of centred data.
double slowRidge(MatrixView xs, MatrixView ys, Index output, double lambda, std::span<const float> x)
{
    const auto d = static_cast<std::size_t>(xs.rows);
    std::vector<double> mean(d, 0), b(d, 0);
    double meanY = 0;
    for (Index i = 0; i < xs.columns; ++i) {
        for (std::size_t k = 0; k < d; ++k)
            mean[k] += static_cast<double>(xs.column(i)[k]) / static_cast<double>(xs.columns);
        meanY += static_cast<double>(ys.column(i)[static_cast<std::size_t>(output)]) / static_cast<double>(xs.columns);
    }
    std::vector<std::vector<double>> a(d, std::vector<double>(d, 0));
    for (Index i = 0; i < xs.columns; ++i)
        for (std::size_t r = 0; r < d; ++r) {
            const double xr = static_cast<double>(xs.column(i)[r]) - mean[r];
            b[r] += xr * (static_cast<double>(ys.column(i)[static_cast<std::size_t>(output)]) - meanY);
            for (std::size_t c = 0; c < d; ++c)
                a[r][c] += xr * (static_cast<double>(xs.column(i)[c]) - mean[c]);
        }
    for (std::size_t k = 0; k < d; ++k)
        a[k][k] += lambda;
    const auto w = solve(a, b);
    double value = meanY;
    for (std::size_t k = 0; k < d; ++k)
        value += w[k] * (static_cast<double>(x[k]) - mean[k]);
    return value;
}

double centredTrace(MatrixView x)
{
    double trace = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(x.rows); ++k) {
        double mean = 0;
        for (Index i = 0; i < x.columns; ++i)
            mean += static_cast<double>(x.column(i)[k]) / static_cast<double>(x.columns);
        for (Index i = 0; i < x.columns; ++i)
            trace += std::pow(static_cast<double>(x.column(i)[k]) - mean, 2);
    }
    return trace;
}

} // namespace

class Ridge : public QObject {
    Q_OBJECT
private slots:
    void equalsTheNormalEquations()
    {
        const Matrix x = randomSet(6, 40, 1), y = randomSet(3, 40, 2), fresh = randomSet(6, 5, 3);
        for (const double rho : {0.0, 0.01, 1.0}) {
            const auto fit = fitRidge(x, y, {rho});
            const Matrix f = fit.mapping->apply(fresh);
            const double lambda = rho * centredTrace(x) / 6;
            for (Index i = 0; i < 5; ++i)
                for (Index k = 0; k < 3; ++k)
                    QVERIFY(std::abs(static_cast<double>(f(k, i)) - slowRidge(x, y, k, lambda, fresh.column(i))) <
                            1e-5);
        }
    }
    void leaveOneOutEqualsRefits()
    {
        // The curve against actual refits: the penalty λ is that of all items, as the formula has it.
        const Matrix x = randomSet(4, 25, 4);
        Matrix y = randomSet(2, 25, 5);
        for (Index i = 0; i < 25; ++i)
            y(0, i) += 2 * x(1, i);
        const auto fit = fitRidge(x, y, {});
        QCOMPARE(fit.curve.size(), std::size_t(33));
        for (const std::size_t point : {std::size_t(4), std::size_t(20), std::size_t(28)}) {
            const double lambda = fit.curve[point].rho * centredTrace(x) / 4;
            double error = 0;
            for (Index i = 0; i < 25; ++i)
                for (Index k = 0; k < 2; ++k)
                    error += std::pow(static_cast<double>(y(k, i)) -
                                          slowRidge(without(x, i), without(y, i), k, lambda, x.column(i)),
                                      2);
            QVERIFY2(std::abs(error - fit.curve[point].error) < 1e-6 * error,
                     qPrintable(QString::number(error) + " " + QString::number(fit.curve[point].error)));
        }
        for (const auto& point : fit.curve)
            QVERIFY(point.error >= std::min_element(fit.curve.begin(), fit.curve.end(), [](auto& a, auto& b) {
                                       return a.error < b.error;
                                   })->error);
    }
    void leastSquaresOfDeficientData()
    {
        Matrix x = randomSet(5, 30, 6);
        for (Index i = 0; i < 30; ++i)
            x(4, i) = x(0, i); // rank 4
        const Matrix y = randomSet(2, 30, 7);
        const Matrix f = fitRidge(x, y, {0.0}).mapping->apply(x);
        for (Index i = 0; i < 30; ++i)
            for (Index k = 0; k < 2; ++k)
                QVERIFY(std::isfinite(f(k, i)));
        // Fewer items than dimensions: the fit goes through the data.
        const Matrix wide = randomSet(20, 8, 8), target = randomSet(2, 8, 9);
        const Matrix through = fitRidge(wide, target, {0.0}).mapping->apply(wide);
        for (Index i = 0; i < 8; ++i)
            QVERIFY(std::abs(through(1, i) - target(1, i)) < 1e-4f);
    }
    void oddData()
    {
        Matrix constant(3, 10);
        const Matrix y = randomSet(1, 10, 1);
        const Matrix f = fitRidge(constant, y, {0.1}).mapping->apply(constant);
        for (Index i = 0; i < 10; ++i)
            QVERIFY(std::isfinite(f(0, i)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)fitRidge(randomSet(3, 1, 1), randomSet(2, 1, 2), {0.1}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)fitRidge(randomSet(3, 5, 1), randomSet(2, 5, 2), {-1.0}));
    }
    void sameBytesForAnyNumberOfThreads()
    {
        const Matrix x = randomSet(40, 300, 11), y = randomSet(20, 300, 12);
        std::vector<float> first;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            const Matrix f = fitRidge(x, y, {}).mapping->apply(x);
            const std::vector<float> values(f.data(), f.data() + f.view().size());
            if (first.empty()) first = values;
            QVERIFY(values == first);
        }
        setThreadCount(0);
    }
};

QTEST_APPLESS_MAIN(Ridge)
#include "ridge.moc"
