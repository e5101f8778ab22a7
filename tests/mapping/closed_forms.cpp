#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mapping/cca.h"
#include "core/mapping/pls.h"
#include "core/mapping/procrustes.h"
#include "core/mapping/ridge.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <fstream>

namespace closed_forms_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

/// W of a mapping taken from what it does to unit vectors.
double offOrthonormal(const LinearMapping& mapping)
{
    const Matrix64& w = mapping.weights();
    const bool rows = w.rows() <= w.columns();
    double worst = 0;
    const Index n = rows ? w.rows() : w.columns(), length = rows ? w.columns() : w.rows();
    for (Index a = 0; a < n; ++a)
        for (Index b = 0; b < n; ++b) {
            double dot = a == b ? -1 : 0;
            for (Index k = 0; k < length; ++k)
                dot += rows ? w(a, k) * w(b, k) : w(k, a) * w(k, b);
            worst = std::max(worst, std::abs(dot));
        }
    return worst;
}

} // namespace

class ClosedFormsTest : public QObject {
    Q_OBJECT
private slots:
    /// numpy, scipy and scikit-learn, frozen with their script.
    void frozenValues()
    {
        std::ifstream file(BRIDGESCOPE_TEST_DATA "/mapping/closed_forms.json");
        const auto cases = nlohmann::json::parse(file).at("cases");
        for (const auto& c : cases) {
            const Matrix x = fromRows(c.at("x")), y = fromRows(c.at("y")), test = fromRows(c.at("test"));
            const Index few = std::min({x.rows(), y.rows(), x.columns() - 1});
            const auto off = [&](const char* name, const Mapping& mapping) {
                return greatestDifference(mapping.apply(test), fromRows(c.at("f").at(name)));
            };
            QVERIFY(off("least_squares", *fitRidge(x, y, {0.0}).mapping) < 2e-4);
            QVERIFY(off("ridge_0.01", *fitRidge(x, y, {0.01}).mapping) < 2e-6);
            QVERIFY(off("ridge_1", *fitRidge(x, y, {1.0}).mapping) < 2e-6);
            QVERIFY(off("procrustes", *fitProcrustes(x, y, {})) < 1e-5);
            QVERIFY(off("procrustes_scaling", *fitProcrustes(x, y, {true, true})) < 1e-5);
            QVERIFY(off("procrustes_no_centre", *fitProcrustes(x, y, {false, false})) < 1e-5);
            QVERIFY(off("cca_2", *fitCca(x, y, {.001, 2})) < 2e-5);
            QVERIFY(off("cca", *fitCca(x, y, {.001, std::nullopt})) < 2e-5);
            const auto correlations = fitCca(x, y, {.001, 2})->settings().at("correlations");
            for (std::size_t i = 0; i < 2; ++i)
                QVERIFY(std::abs(correlations[i].get<double>() - c.at("correlations")[i].get<double>()) < 1e-9);
            for (const Index k : {Index(1), Index(2), few - 1}) {
                const double difference = off(("pls_" + std::to_string(k)).c_str(), *fitPls(x, y, {k, 1}).mapping);
                QVERIFY2(difference < 1e-4, std::to_string(difference).c_str());
            }
        }
    }

    void procrustesFindsARotation()
    {
        const Matrix x = randomSet(12, 100, 3);
        const auto turn = fitProcrustes(randomSet(12, 100, 5), randomSet(12, 100, 6), {}); // some rotation
        Matrix y = turn->apply(x);
        for (Index i = 0; i < y.columns(); ++i)
            y(3, i) += 40; // and a shift
        QVERIFY(offOrthonormal(*turn) < 1e-12);
        const auto found = fitProcrustes(x, y, {});
        QVERIFY(greatestDifference(found->apply(x), y) < 1e-5);
        Matrix wide(12, 100);
        for (Index i = 0; i < 1200; ++i)
            wide.data()[i] = 2.5f * (y.data()[i] - (i % 12 == 3 ? 40 : 0));
        const auto scaled = fitProcrustes(x, wide, {true, true});
        QVERIFY(std::abs(scaled->settings().at("scale").get<double>() - 2.5) < 1e-5);
        QVERIFY(greatestDifference(scaled->apply(x), wide) < 2e-5);
    }

    void procrustesOfUnequalDimensionsIsOrthonormal()
    {
        for (const auto& [dX, dY] : {std::pair{5, 9}, std::pair{9, 5}})
            QVERIFY(offOrthonormal(*fitProcrustes(randomSet(dX, 50, 1), randomSet(dY, 50, 2), {})) < 1e-12);
    }

    void ccaWithAllComponentsIsRidge()
    {
        for (const auto& [dX, dY] : {std::pair{8, 5}, std::pair{5, 8}, std::pair{6, 6}}) {
            const Matrix x = randomSet(dX, 60, 11), y = linearImage(x, dY, 12, 1), test = randomSet(dX, 9, 13);
            for (const double rho : {0.0, .05})
                QVERIFY(greatestDifference(fitCca(x, y, {rho, std::nullopt})->apply(test),
                                           fitRidge(x, y, {rho}).mapping->apply(test)) < 1e-5);
        }
    }

    void ccaFindsWhatIsShared()
    {
        // Two of Y's five dimensions are X's, the others noise: two correlations near 1.
        const Matrix x = randomSet(4, 4000, 1);
        Matrix y = randomSet(5, 4000, 2);
        for (Index i = 0; i < 4000; ++i) {
            y(0, i) = x(0, i) + x(1, i);
            y(1, i) = x(2, i) - x(3, i);
        }
        const auto r = fitCca(x, y, {0, std::nullopt})->settings().at("correlations");
        QVERIFY(r[0].get<double>() > .9999 && r[1].get<double>() > .9999);
        QVERIFY(r[2].get<double>() < .1);
        QVERIFY_EXCEPTION_THROWN(fitCca(x, y, {0, 5}), Error);
    }

    void plsWithAllComponentsIsLeastSquares()
    {
        const Matrix x = randomSet(6, 80, 21), y = linearImage(x, 3, 22), test = randomSet(6, 5, 23);
        QVERIFY(greatestDifference(fitPls(x, y, {6, 1}).mapping->apply(test),
                                   fitRidge(x, y, {0.0}).mapping->apply(test)) < 1e-5);
    }

    void plsChoosesAboutAsManyAsThereAre()
    {
        // Y is made of three directions of X, with noise. The curve's least is where the choice is.
        const Matrix x = randomSet(20, 300, 31);
        Matrix y = linearImage(columns(randomSet(3, 300, 32), 0, 300), 7, 33);
        const Matrix noise = randomSet(7, 300, 34);
        Matrix source(20, 300);
        for (Index i = 0; i < 300; ++i) {
            for (Index k = 0; k < 20; ++k)
                source(k, i) = x(k, i) * (k < 3 ? 5.0f : 1.0f);
            for (Index k = 0; k < 7; ++k)
                y(k, i) = source(0, i) * float(k - 3) + source(1, i) * float(k % 2) + source(2, i) + .5f * noise(k, i);
        }
        const PlsFit fit = fitPls(source, y, {std::nullopt, 1});
        QVERIFY2(fit.components >= 2 && fit.components <= 6, std::to_string(fit.components).c_str());
        QCOMPARE(std::ranges::min_element(fit.curve) - fit.curve.begin() + 1, fit.components);
        QCOMPARE(fitPls(source, y, {std::nullopt, 1}).curve, fit.curve);
        QVERIFY(!fit.atEnd);
    }

    void sameBytesForAnyNumberOfThreads()
    {
        const Matrix x = randomSet(70, 500, 41), y = linearImage(x, 40, 42), test = randomSet(70, 200, 43);
        std::vector<Matrix> first;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            std::vector<Matrix> now;
            now.push_back(fitProcrustes(x, y, {})->apply(test));
            now.push_back(fitCca(x, y, {})->apply(test));
            now.push_back(fitPls(x, y, {7, 1}).mapping->apply(test));
            now.push_back(fitRidge(x, y, {}).mapping->apply(test));
            for (std::size_t i = 0; i < first.size(); ++i)
                QVERIFY(sameBytes(now[i], first[i]));
            if (first.empty()) first = std::move(now);
        }
        setThreadCount(0);
    }

    void oddSets()
    {
        const Matrix one = randomSet(3, 1, 1), few = randomSet(6, 3, 2), fewY = randomSet(2, 3, 3);
        QVERIFY_EXCEPTION_THROWN(fitProcrustes(one, one, {}), Error);
        QVERIFY_EXCEPTION_THROWN(fitCca(one, one, {}), Error);
        QVERIFY_EXCEPTION_THROWN(fitPls(one, one, {1, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(fitPls(few, fewY, {3, 1}), Error);            // of three items two are free
        QVERIFY_EXCEPTION_THROWN(fitPls(few, fewY, {std::nullopt, 1}), Error); // too few for folds
        // Fewer items than dimensions: all of them fit exactly.
        QVERIFY(greatestDifference(fitCca(few, fewY, {0, std::nullopt})->apply(few), fewY) < 1e-5);
        QVERIFY(greatestDifference(fitPls(few, fewY, {2, 1}).mapping->apply(few), fewY) < 1e-5);
        // A constant dimension and a dimension that repeats another change nothing.
        Matrix more(8, 50), plain = randomSet(6, 50, 4);
        const Matrix y = linearImage(plain, 3, 5), test = randomSet(6, 4, 6);
        Matrix moreTest(8, 4);
        for (Index i = 0; i < 50; ++i) {
            std::ranges::copy(plain.column(i), more.column(i).begin());
            more(6, i) = 7;
            more(7, i) = plain(0, i);
        }
        for (Index i = 0; i < 4; ++i) {
            std::ranges::copy(test.column(i), moreTest.column(i).begin());
            moreTest(6, i) = 7;
            moreTest(7, i) = test(0, i);
        }
        QVERIFY(greatestDifference(fitCca(more, y, {0, std::nullopt})->apply(moreTest),
                                   fitCca(plain, y, {0, std::nullopt})->apply(test)) < 1e-4);
        // All items equal: f is the mean of Y.
        const Matrix flat(3, 10);
        QVERIFY_EXCEPTION_THROWN(fitCca(flat, randomSet(2, 10, 7), {}), Error);
        const PlsFit nothing = fitPls(flat, randomSet(2, 10, 7), {1, 1});
        QCOMPARE(nothing.components, Index(0));
        QVERIFY(std::isfinite(nothing.mapping->apply(flat)(0, 0)));
    }
};

BRIDGESCOPE_TEST(ClosedFormsTest)

} // namespace closed_forms_tests

#include "closed_forms.moc"
