#include "core/base/linear_algebra.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/principal_axes.h"
#include "core/base/random.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

namespace linear_algebra_tests {

using namespace bridgescope;

namespace {

/// Small whole numbers: sums and products of them are exact in float64, whatever their order.
Matrix wholeNumbers(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "linear algebra test");
    Matrix set(d, n);
    for (Index i = 0; i < d * n; ++i)
        set.data()[i] = static_cast<float>(random.below(21) - 10);
    return set;
}

double greatestDifference(const Matrix64& a, const std::function<double(Index, Index)>& expected)
{
    double greatest = 0;
    for (Index j = 0; j < a.columns(); ++j)
        for (Index i = 0; i < a.rows(); ++i)
            greatest = std::max(greatest, std::abs(a(i, j) - expected(i, j)));
    return greatest;
}

bool sameBytes(const Matrix64& a, const Matrix64& b)
{
    return a.rows() == b.rows() && a.columns() == b.columns() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.rows() * a.columns()) * sizeof(double)) == 0;
}

} // namespace

class LinearAlgebraTest : public QObject {
    Q_OBJECT
private slots:
    void productsOfItemsAndDimensions_data()
    {
        QTest::addColumn<Index>("d");
        QTest::addColumn<Index>("n");
        // Below, at and beyond the tiles of 192 and the depth of 512.
        for (const auto& [d, n] :
             {std::pair<Index, Index>{1, 1}, {3, 5}, {192, 512}, {193, 513}, {400, 30}, {30, 1100}})
            QTest::addRow("%d x %d", int(d), int(n)) << d << n;
    }

    void productsOfItemsAndDimensions()
    {
        QFETCH(Index, d);
        QFETCH(Index, n);
        const Matrix x = wholeNumbers(d, n, 1), y = wholeNumbers(7, n, 2);
        std::vector<double> meanX, meanY(7, -1);
        for (Index i = 0; i < d; ++i)
            meanX.push_back(double(i % 3));
        const auto at = [](const Matrix& set, const std::vector<double>& mean, Index i, Index item) {
            return double(set(i, item)) - mean[std::size_t(i)];
        };
        const auto across = [&](const Matrix& b, const std::vector<double>& meanB, Index i, Index j) {
            double sum = 0;
            for (Index item = 0; item < n; ++item)
                sum += at(x, meanX, i, item) * at(b, meanB, j, item);
            return sum;
        };
        QCOMPARE(greatestDifference(scatter(x, meanX), [&](Index i, Index j) { return across(x, meanX, i, j); }), 0.0);
        const auto cross = crossScatter(x, meanX, y, meanY);
        QCOMPARE(cross.rows(), d);
        QCOMPARE(greatestDifference(cross, [&](Index i, Index j) { return across(y, meanY, i, j); }), 0.0);
        const auto between = gram(x, meanX);
        QCOMPARE(between.rows(), n);
        QCOMPARE(greatestDifference(between,
                                    [&](Index a, Index b) {
                                        double sum = 0;
                                        for (Index i = 0; i < d; ++i)
                                            sum += at(x, meanX, i, a) * at(x, meanX, i, b);
                                        return sum;
                                    }),
                 0.0);
    }

    void means()
    {
        const Matrix set = wholeNumbers(3, 2500, 3);
        const auto mean = meanItem(set);
        for (Index i = 0; i < 3; ++i) {
            double sum = 0;
            for (Index item = 0; item < 2500; ++item)
                sum += double(set(i, item));
            QCOMPARE(mean[std::size_t(i)], sum / 2500);
        }
        QCOMPARE(meanItem(Matrix(2, 0)), (std::vector<double>{0, 0}));
    }

    void affineMaps()
    {
        const Matrix set = wholeNumbers(5, 130, 4);
        const Matrix64 w = toFloat64(wholeNumbers(3, 5, 5));
        const std::vector<double> mean{1, 2, 3, 4, 5}, offset{10, 20, 30};
        const Matrix moved = affine(w, set, mean, offset), plain = affine(w, set, {}, {});
        for (Index item = 0; item < 130; ++item)
            for (Index i = 0; i < 3; ++i) {
                double with = offset[std::size_t(i)], without = 0;
                for (Index k = 0; k < 5; ++k) {
                    with += w(i, k) * (double(set(k, item)) - mean[std::size_t(k)]);
                    without += w(i, k) * double(set(k, item));
                }
                QCOMPARE(moved(i, item), static_cast<float>(with));
                QCOMPARE(plain(i, item), static_cast<float>(without));
            }
        QVERIFY_EXCEPTION_THROWN(affine(w, wholeNumbers(4, 2, 1), {}, {}), Error);
        const Matrix64 square = multiply(w, toFloat64(set));
        QCOMPARE(greatestDifference(square, [&](Index i, Index item) { return double(plain(i, item)); }), 0.0);
    }

    void eigenvectorsDiagonalize()
    {
        const Matrix set = wholeNumbers(40, 90, 6);
        const Matrix64 matrix = scatter(set, std::vector<double>(40));
        const auto all = symmetricEigen(matrix, 40), some = symmetricEigen(matrix, 3);
        QVERIFY(std::is_sorted(all.values.rbegin(), all.values.rend()));
        double trace = 0, sum = 0;
        for (Index i = 0; i < 40; ++i)
            trace += matrix(i, i), sum += all.values[std::size_t(i)];
        QVERIFY(std::abs(sum / trace - 1) < 1e-12);
        const Matrix64 turned = multiply(matrix, all.vectors);
        QVERIFY(greatestDifference(turned, [&](Index i, Index j) {
                    return all.values[std::size_t(j)] * all.vectors(i, j);
                }) < 1e-12 * all.values[0]);
        for (Index j = 0; j < 3; ++j) {
            QVERIFY(std::abs(some.values[std::size_t(j)] / all.values[std::size_t(j)] - 1) < 1e-12);
            const auto column = some.vectors.column(j);
            const auto greatest = std::max_element(column.begin(), column.end(),
                                                   [](double a, double b) { return std::abs(a) < std::abs(b); });
            QVERIFY(*greatest > 0);
            for (Index i = 0; i < 40; ++i)
                QVERIFY(std::abs(some.vectors(i, j) - all.vectors(i, j)) < 1e-10);
        }
        QVERIFY(symmetricEigen(matrix, 0).values.empty());
    }

    void notANumberIsRefused()
    {
        Matrix64 matrix(3, 3);
        matrix(0, 1) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(symmetricEigen(matrix, 2), Error);
    }

    void sameBytesForAnyThreads()
    {
        Random random(7, "threads");
        Matrix set(250, 700);
        for (Index i = 0; i < set.view().size(); ++i)
            set.data()[i] = static_cast<float>(random.normal());
        setThreadCount(1);
        const auto mean = meanItem(set);
        const auto one = scatter(set, mean), between = gram(set, mean), square = multiply(one, one);
        for (const int threads : {2, 3}) {
            setThreadCount(threads);
            QCOMPARE(meanItem(set), mean);
            QVERIFY(sameBytes(scatter(set, mean), one));
            QVERIFY(sameBytes(gram(set, mean), between));
            QVERIFY(sameBytes(multiply(one, one), square));
        }
        setThreadCount(0);
    }
};

BRIDGESCOPE_TEST(LinearAlgebraTest)

} // namespace linear_algebra_tests

#include "linear_algebra.moc"
