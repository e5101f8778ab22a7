#include "core/overlap/bootstrap.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace bootstrap_tests {

using namespace bridgescope;
using namespace bridgescope::test;

class BootstrapTest : public QObject {
    Q_OBJECT
private slots:
    void nearsTheNormalIntervalOfManyItems()
    {
        Random random(1, "values");
        std::vector<double> values;
        for (int i = 0; i < 2000; ++i)
            values.push_back(random.normal());
        double mean = 0, squares = 0;
        for (const double v : values)
            mean += v / 2000;
        for (const double v : values)
            squares += (v - mean) * (v - mean) / 2000;
        const std::vector<Index> folds{2000};
        const Interval interval = bootstrapItems(values, folds, 4000, 1);
        const double half = 1.959964 * std::sqrt(squares / 2000);
        QVERIFY(std::abs(interval.low - (mean - half)) < .06 * half);
        QVERIFY(std::abs(interval.high - (mean + half)) < .06 * half);
    }
    void foldsAreDrawnByThemselves()
    {
        // Constant within folds: whatever is drawn, the mean of fold means stays.
        std::vector<double> values(30, .25);
        values.insert(values.end(), 10, .75);
        const std::vector<Index> folds{30, 10};
        const Interval interval = bootstrapItems(values, folds, 100, 1);
        QVERIFY(std::abs(interval.low - .5) < 1e-14);
        QVERIFY(std::abs(interval.high - .5) < 1e-14);
    }
    void twoItems()
    {
        // Means 0, .5 and 1 with probabilities a quarter, a half, a quarter.
        const std::vector<double> values{0, 1};
        const std::vector<Index> folds{2};
        const Interval interval = bootstrapItems(values, folds, 1000, 1);
        QCOMPARE(interval.low, 0.0);
        QCOMPARE(interval.high, 1.0);
    }
    void sameForEveryThreadCountAndInOverlap()
    {
        const NeighborTable a = randomTable(60, 5, 1), b = randomTable(60, 5, 2, &a);
        const std::vector<FoldPair> pairs{{&a, &b, {&a, &b}}};
        OverlapOptions options;
        options.k = options.kMax = 5;
        options.permutations = 0;
        QVERIFY(!measureOverlap(pairs, Metric::Cosine, options).intervalItems);
        options.bootstrap = 500;
        std::vector<double> values;
        for (Index i = 0; i < 60; ++i)
            values.push_back(static_cast<double>(slowCount(a, b, i, 5, false)) / 5);
        const std::vector<Index> folds{60};
        const Interval expected = bootstrapItems(values, folds, 500, options.seed);
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            const Overlap overlap = measureOverlap(pairs, Metric::Cosine, options);
            QCOMPARE(overlap.intervalItems->low, expected.low);
            QCOMPARE(overlap.intervalItems->high, expected.high);
            QVERIFY(expected.low < overlap.mean && overlap.mean < expected.high);
        }
        setThreadCount(0);
    }
    void needsResamples()
    {
        const std::vector<double> values{0, 1};
        const std::vector<Index> folds{2};
        QVERIFY_THROWS_EXCEPTION(Error, bootstrapItems(values, folds, 0, 1));
    }
};

BRIDGESCOPE_TEST(BootstrapTest)

} // namespace bootstrap_tests

#include "bootstrap.moc"
