#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/overlap/overlap.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <numeric>

namespace counts_tests {

using namespace bridgescope;
using namespace bridgescope::test;

class CountsTest : public QObject {
    Q_OBJECT
private slots:
    void equalSetsOneKAtATime_data()
    {
        QTest::addColumn<bool>("self");
        QTest::newRow("self excluded") << false;
        QTest::newRow("self included") << true;
    }
    void equalSetsOneKAtATime()
    {
        QFETCH(bool, self);
        const NeighborTable a = randomTable(300, 25, 1), b = randomTable(300, 25, 2, &a);
        const Index kMax = self ? 26 : 25;
        for (const int threads : {1, 3}) {
            setThreadCount(threads);
            const OverlapCounts counts(a, b, kMax, self ? SelfRule::Included : SelfRule::Excluded);
            const auto means = counts.means();
            for (Index k = 1; k <= kMax; ++k) {
                Index sum = 0;
                for (Index i = 0; i < 300; ++i) {
                    const Index expected = slowCount(a, b, i, k, self);
                    QCOMPARE(static_cast<Index>(counts.count(i, k)), expected);
                    sum += expected;
                }
                QCOMPARE(means[static_cast<std::size_t>(k - 1)],
                         static_cast<double>(sum) / (300.0 * static_cast<double>(k)));
            }
        }
        setThreadCount(0);
    }
    void catOfTheSlides()
    {
        // cat: dog, tiger, lion in one space and mouse, tiger, lion in the other.
        enum { Cat, Dog, Tiger, Lion, Mouse };
        const NeighborTable a = tableOf({{Dog, Tiger, Lion}, {}, {}, {}, {}}, 3),
                            b = tableOf({{Mouse, Tiger, Lion}, {}, {}, {}, {}}, 3);
        const OverlapCounts counts(a, b, 3, SelfRule::Excluded);
        QCOMPARE(counts.count(Cat, 3), 2);
        QCOMPARE(counts.count(Cat, 2), 1); // dog, tiger and mouse, tiger
        QCOMPARE(counts.count(Cat, 1), 0);
    }
    void anItemWithoutListSharesNothing()
    {
        const NeighborTable a = tableOf({{1, 2}, {0, 2}, {1, 0}}, 2), b = tableOf({{}, {2, 0}, {1, 0}}, 2);
        for (const SelfRule rule : {SelfRule::Excluded, SelfRule::Included}) {
            const OverlapCounts counts(a, b, 2, rule);
            QCOMPARE(counts.count(0, 1), 0);
            QCOMPARE(counts.count(0, 2), 0);
        }
    }
    void twoOverlapsBoundTheThird()
    {
        // Item by item for lists that share much, little and nothing; the bounds are reached.
        const NeighborTable a = randomTable(60, 8, 21), b = randomTable(60, 8, 22, &a, .8),
                            c = randomTable(60, 8, 23, &b, .8);
        bool below = false;
        for (Index k = 1; k <= 8; ++k)
            for (Index i = 0; i < 60; ++i) {
                const double size = static_cast<double>(k),
                             ab = static_cast<double>(slowCount(a, b, i, k, false)) / size,
                             bc = static_cast<double>(slowCount(b, c, i, k, false)) / size,
                             ac = static_cast<double>(slowCount(a, c, i, k, false)) / size;
                const Interval bound = boundOfThird(ab, bc);
                QVERIFY(bound.low - 1e-12 <= ac && ac <= bound.high + 1e-12);
                below = below || bound.low > 0;
            }
        QVERIFY(below);
        QCOMPARE(boundOfThird(1, .3).low, .3);
        QCOMPARE(boundOfThird(1, .3).high, .3);
        QCOMPARE(boundOfThird(0, .3).low, 0.0);
        QCOMPARE(boundOfThird(0, .3).high, .7);
    }
    void identicalListsShareAll()
    {
        const NeighborTable a = listsOf(randomSet(8, 120, 3), 119);
        const OverlapCounts counts(a, a, 119, SelfRule::Excluded);
        for (const double mean : counts.means())
            QCOMPARE(mean, 1.0);
    }
    void chanceIsWhatRandomListsShare()
    {
        // Over many random lists the mean overlap nears chance; 4 standard errors of a hypergeometric count.
        const Index n = 40, k = 6;
        for (const SelfRule rule : {SelfRule::Excluded, SelfRule::Included}) {
            double sum = 0;
            const int draws = 400;
            for (int r = 0; r < draws; ++r)
                sum +=
                    OverlapCounts(randomTable(n, k, 10 + 2 * r), randomTable(n, k, 11 + 2 * r), k, rule).means().back();
            const double variance = k * (k / 39.0) * (1 - k / 39.0) * (33.0 / 38.0) / (k * k);
            QVERIFY(std::abs(sum / draws - chanceOverlap(n, k, rule)) < 4 * std::sqrt(variance / (n * draws)));
        }
        QCOMPARE(chanceOverlap(1963, 10, SelfRule::Excluded), 10.0 / 1962.0);
        QCOMPARE(chanceOverlap(5, 4, SelfRule::Excluded), 1.0);
        QCOMPARE(chanceOverlap(5, 5, SelfRule::Included), 1.0);
    }
    void listsThatAreTooShortAreRefused()
    {
        const NeighborTable a = randomTable(20, 5, 4), b = randomTable(20, 7, 5), c = randomTable(21, 7, 6);
        QVERIFY_THROWS_EXCEPTION(Error, OverlapCounts(a, b, 6, SelfRule::Excluded));
        QVERIFY_THROWS_EXCEPTION(Error, OverlapCounts(b, c, 3, SelfRule::Excluded));
        QVERIFY_THROWS_EXCEPTION(Error, OverlapCounts(a, b, 0, SelfRule::Excluded));
        QCOMPARE(OverlapCounts(a, b, 6, SelfRule::Included).kMax(), Index(6));
    }
};

BRIDGESCOPE_TEST(CountsTest)

} // namespace counts_tests

#include "counts.moc"
