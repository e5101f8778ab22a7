#include "core/mapping/ridge.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace ridge_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

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

/// Σ‖y_i - ŷ_i‖² where item i was really left out of each fit; λ is that of all items.
double slowLeaveOneOut(const Matrix& x, const Matrix& y, double rho)
{
    const double lambda = rho * centredTrace(x) / static_cast<double>(x.rows());
    double error = 0;
    for (Index left = 0; left < x.columns(); ++left) {
        const Matrix fewX = without(x, left), fewY = without(y, left);
        for (Index k = 0; k < y.rows(); ++k)
            error += std::pow(static_cast<double>(y(k, left)) - slowRidge(fewX, fewY, k, lambda, x.column(left)), 2);
    }
    return error;
}

} // namespace

class RidgeTest : public QObject {
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

    void leaveOneOutIsWhatRefittingGives_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("d");
        QTest::newRow("more items than dimensions") << 25 << 6;
        QTest::newRow("as many") << 11 << 10;
        QTest::newRow("fewer") << 9 << 20;
        QTest::newRow("one dimension") << 12 << 1;
    }

    void leaveOneOutIsWhatRefittingGives()
    {
        QFETCH(int, n);
        QFETCH(int, d);
        const Matrix x = randomSet(d, n, 1);
        Matrix y = linearImage(x, 3, 2, 1);
        const Matrix noise = randomSet(3, n, 3);
        for (Index i = 0; i < 3 * n; ++i)
            y.data()[i] += noise.data()[i] / 2;
        const RidgeFit fit = fitRidge(x, y, {});
        QCOMPARE(fit.curve.size(), std::size_t(33));
        const LeaveOneOut* best = &fit.curve.front();
        for (std::size_t i = 0; i < fit.curve.size(); ++i) {
            const LeaveOneOut& point = fit.curve[i];
            QVERIFY(std::abs(point.rho - std::pow(10, -6 + double(i) / 4)) < 1e-12 * point.rho + 1e-18);
            const double slow = slowLeaveOneOut(x, y, point.rho);
            QVERIFY2(std::abs(point.error - slow) < 2e-4 * slow,
                     qPrintable(QString("rho %1: %2 for %3").arg(point.rho).arg(point.error).arg(slow)));
            if (point.error <= best->error) best = &point;
        }
        QCOMPARE(fit.rho, best->rho);
        QVERIFY(sameBytes(fit.mapping->apply(x), fitRidge(x, y, {fit.rho}).mapping->apply(x)));
    }

    void aTieGoesToTheLargerAndTheEndIsReported()
    {
        // Y is constant: every ρ predicts it exactly.
        std::vector<std::string> warnings;
        Context context;
        context.warn = [&](const std::string& text) { warnings.push_back(text); };
        const Matrix x = randomSet(4, 20, 1), constant(2, 20);
        const RidgeFit fit = fitRidge(x, constant, {}, context);
        QCOMPARE(fit.rho, 100.0);
        QVERIFY(fit.atEndOfGrid);
        QCOMPARE(warnings.size(), std::size_t(1));
        QVERIFY(warnings[0].find("end of its grid") != std::string::npos);
        QVERIFY(fit.mapping->describe().find("leave-one-out") != std::string::npos);
        QCOMPARE(fit.mapping->settings().at("curve").size(), std::size_t(33));
    }

    void leastSquaresOfRankDeficientSets()
    {
        // A dimension twice, one constant, more dimensions than items: the fit is exact and the weights of least norm.
        Matrix x = randomSet(5, 40, 1);
        for (Index i = 0; i < 40; ++i) {
            x(3, i) = x(0, i);
            x(4, i) = 2;
        }
        Matrix y(1, 40);
        for (Index i = 0; i < 40; ++i)
            y(0, i) = 3 * x(0, i) - x(1, i) + 5;
        const auto fit = fitRidge(x, y, {0.0}).mapping;
        QVERIFY(greatestDifference(fit->apply(x), y) < 1e-5);
        QVERIFY(std::abs(fit->weights()(0, 0) - 1.5) < 1e-6 && std::abs(fit->weights()(0, 3) - 1.5) < 1e-6);
        QCOMPARE(fit->weights()(0, 4), 0.0);
        const Matrix wide = randomSet(30, 8, 4), target = randomSet(2, 8, 5);
        QVERIFY(greatestDifference(fitRidge(wide, target, {0.0}).mapping->apply(wide), target) < 1e-5);
    }

    void decidedErrors()
    {
        const Matrix one = randomSet(3, 1, 1), some = randomSet(3, 5, 1);
        QVERIFY_EXCEPTION_THROWN(fitRidge(one, one, {}), Error);
        QVERIFY_EXCEPTION_THROWN(fitRidge(some, some, {-1.0}), Error);
        QVERIFY_EXCEPTION_THROWN(fitRidge(some, some, {std::nan("")}), Error);
        const Matrix flat(3, 5); // all items equal: f is the mean of Y
        const Matrix f = fitRidge(flat, some, {.1}).mapping->apply(flat);
        for (Index k = 0; k < 3; ++k) {
            double mean = 0;
            for (Index i = 0; i < 5; ++i)
                mean += double(some(k, i)) / 5;
            QVERIFY(std::abs(double(f(k, 0)) - mean) < 1e-6);
        }
    }

    void itemsDoNotDependOnThoseBeside()
    {
        const Matrix x = randomSet(40, 300, 1), y = linearImage(x, 20, 2);
        const auto f = fitRidge(x, y, {.01}).mapping;
        const Matrix all = f->apply(x);
        for (const Index i : {0, 1, 63, 64, 150, 299})
            QVERIFY(sameBytes(f->apply(columns(x, i, 1)), columns(all, i, 1)));
        QVERIFY(sameBytes(f->apply(columns(x, 17, 200)), columns(all, 17, 200)));
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

BRIDGESCOPE_TEST(RidgeTest)

} // namespace ridge_tests

#include "ridge.moc"
