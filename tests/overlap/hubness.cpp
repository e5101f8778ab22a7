#include "core/overlap/hubness.h"
#include "core/base/error.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace hubness_tests {

using namespace bridgescope;
using namespace bridgescope::test;

class HubnessTest : public QObject {
    Q_OBJECT
private slots:
    void countedByHand()
    {
        // Everyone lists item 0 first; item 4 is in nobody's list.
        const NeighborTable table = tableOf({{1, 2}, {0, 2}, {0, 1}, {0, 1}, {0, 3}}, 2);
        const Hubness one = measureHubness(table, 1);
        QCOMPARE(one.counts, (std::vector<int>{4, 1, 0, 0, 0}));
        QCOMPARE(one.mean, 1.0);
        QCOMPARE(one.antiHubs, Index(3));
        // Moments about 1: (9 + 0 + 1 + 1 + 1) / 5 = 2.4, (27 - 3) / 5 = 4.8.
        QVERIFY(std::abs(one.sd - std::sqrt(2.4)) < 1e-15);
        QVERIFY(std::abs(*one.skewness - 4.8 / std::pow(2.4, 1.5)) < 1e-14);
        QVERIFY(one.hubs.empty()); // 4 is not above 1 + 2 * 1.549
        const Hubness two = measureHubness(table, 2);
        QCOMPARE(two.counts, (std::vector<int>{4, 3, 2, 1, 0}));
        QCOMPARE(*two.skewness, 0.0);
        QCOMPARE(two.antiHubs, Index(1));
    }
    void hubsByDescendingCount()
    {
        std::vector<std::vector<std::int32_t>> lists;
        for (int i = 0; i < 40; ++i) {
            const int second = i < 20 ? 38 : 39; // half of the lists each
            lists.push_back({i == 37 ? 36 : 37, i == second ? 35 : second});
        }
        const Hubness hubness = measureHubness(tableOf(lists, 2), 2);
        QCOMPARE(hubness.hubs, (std::vector<Index>{37, 38, 39}));
        QVERIFY(hubness.counts[39] > 2 + 2 * hubness.sd);
    }
    void evenListsHaveNoSkewness()
    {
        std::vector<std::vector<std::int32_t>> ring;
        for (int i = 0; i < 10; ++i)
            ring.push_back({(i + 1) % 10});
        const Hubness hubness = measureHubness(tableOf(ring, 1), 1);
        QVERIFY(!hubness.skewness);
        QCOMPARE(hubness.sd, 0.0);
        QVERIFY(hubness.hubs.empty());
    }
    void highDimensionsMakeHubs()
    {
        // Radovanović et al. 2010: skewness of Euclidean lists of normal vectors is near 0 in 3 dimensions, grows with
        // them.
        const double low = *measureHubness(listsOf(randomSet(3, 2000, 1), 10, Metric::Euclidean), 10).skewness;
        const double high = *measureHubness(listsOf(randomSet(100, 2000, 2), 10, Metric::Euclidean), 10).skewness;
        QVERIFY(std::abs(low) < .5);
        QVERIFY(high > 2);
    }
    void refusesAnotherK()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)measureHubness(randomTable(10, 3, 1), 4));
        QVERIFY_THROWS_EXCEPTION(Error, (void)measureHubness(randomTable(10, 3, 1), 0));
    }
};

BRIDGESCOPE_TEST(HubnessTest)

} // namespace hubness_tests

#include "hubness.moc"
