#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/neighbors/approximate_index.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace approximate_tests {

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

NeighborOptions optionsAt(Index k, Metric metric = Metric::Cosine)
{
    NeighborOptions options;
    options.k = k;
    options.metric = metric;
    return options;
}

std::vector<std::int32_t> listOf(const NeighborTable& table, Index item)
{
    const auto list = table.neighbors(item);
    return {list.begin(), list.end()};
}

bool equal(const NeighborTable& a, const NeighborTable& b)
{
    for (Index i = 0; i < a.items(); ++i)
        if (listOf(a, i) != listOf(b, i)) return false;
    return true;
}

} // namespace

class ApproximateTest : public QObject {
    Q_OBJECT
private slots:
    void findsNearlyAll_data()
    {
        QTest::addColumn<int>("metric");
        QTest::newRow("cosine") << static_cast<int>(Metric::Cosine);
        QTest::newRow("euclidean") << static_cast<int>(Metric::Euclidean);
    }
    void findsNearlyAll()
    {
        QFETCH(int, metric);
        const Matrix set = randomSet(12, 1500, 1);
        const NeighborOptions options = optionsAt(10, static_cast<Metric>(metric));
        const NeighborTable lists = ApproximateIndex(set, options).lists(), exact = exactNeighbors(set, options);
        Index held = 0;
        for (Index i = 0; i < set.columns(); ++i) {
            QCOMPARE(lists.count(i), Index(10));
            for (Index r = 0; r < 10; ++r) {
                const auto at = static_cast<std::size_t>(r);
                QVERIFY(r == 0 || lists.values(i)[at] <= lists.values(i)[at - 1]);
                // No list is nearer than the exact one, rank by rank.
                QVERIFY(lists.values(i)[at] <= exact.values(i)[at]);
                const auto truth = exact.neighbors(i);
                const auto found = std::find(truth.begin(), truth.end(), lists.neighbors(i)[at]);
                if (found == truth.end()) continue;
                ++held;
                QCOMPARE(lists.values(i)[at], exact.values(i)[static_cast<std::size_t>(found - truth.begin())]);
            }
        }
        QVERIFY2(held > 14700, qPrintable(QString::number(held))); // of 15,000
        QVERIFY(std::abs(recallOf(set, lists, options, 1500, 1).share - static_cast<double>(held) / 15000) < 1e-12);
    }
    void recallIsTheShareOfTrueNeighbors()
    {
        const Matrix set = randomSet(6, 200, 2);
        const NeighborOptions options = optionsAt(4);
        NeighborTable table = exactNeighbors(set, optionsAt(9));
        ListRecall recall = recallOf(set, table, options, 50, 1);
        QCOMPARE(recall.checked, Index(50));
        QCOMPARE(recall.share, 1.0);
        // Lists that begin at the third neighbor hold two of the true four at K = 4.
        for (Index i = 0; i < table.items(); ++i) {
            const auto list = listOf(table, i);
            table.assign(i, std::span(list).subspan(2), std::vector<double>(7, 0.0));
        }
        recall = recallOf(set, table, options, 1000, 1);
        QCOMPARE(recall.checked, Index(200));
        QCOMPARE(recall.share, .5);
    }
    void oneSeedMakesOneGraph()
    {
        const Matrix set = randomSet(24, 1200, 3);
        GraphOptions graph;
        graph.links = 4; // coarse, so that different graphs find different lists
        graph.construction = graph.search = 10;
        setThreadCount(1);
        const NeighborTable first = ApproximateIndex(set, optionsAt(10), graph).lists();
        setThreadCount(3);
        QVERIFY(equal(ApproximateIndex(set, optionsAt(10), graph).lists(), first));
        setThreadCount(0);
        QVERIFY(recallOf(set, first, optionsAt(10), 1200, 1).share < .99);
        graph.seed = 2;
        QVERIFY(!equal(ApproximateIndex(set, optionsAt(10), graph).lists(), first));
    }
    void zeroVectorsAndGroupsAreLeftOut()
    {
        Matrix set = randomSet(8, 300, 4);
        std::vector<std::int32_t> groups;
        for (Index i = 0; i < 300; ++i) {
            groups.push_back(static_cast<std::int32_t>(i / 5));
            std::copy(set.column(i / 5 * 5).begin(), set.column(i / 5 * 5).end(), set.column(i).begin());
        }
        std::fill(set.column(10).begin(), set.column(10).end(), 0.0f);
        NeighborOptions options = optionsAt(10);
        options.groups = groups;
        const NeighborTable lists = ApproximateIndex(set, options).lists();
        QCOMPARE(lists.zeroVectors, Index(1));
        QCOMPARE(lists.count(10), Index(0));
        for (Index i = 0; i < 300; ++i)
            for (const std::int32_t j : lists.neighbors(i)) {
                QVERIFY(j != 10);
                QVERIFY(j / 5 != i / 5);
            }
        QVERIFY(lists.count(0) > 0);
    }
    void extremeNorms()
    {
        for (const float norm : {1e-20f, 1e20f})
            for (const Metric metric : {Metric::Cosine, Metric::Euclidean}) {
                Matrix set = randomSet(8, 400, 5);
                for (Index i = 0; i < set.columns(); ++i)
                    for (float& v : set.column(i))
                        v *= norm;
                const NeighborTable lists = ApproximateIndex(set, optionsAt(5, metric)).lists();
                QVERIFY(recallOf(set, lists, optionsAt(5, metric), 400, 1).share > .98);
            }
    }
    void refusesWhatCannotBe()
    {
        const Matrix set = randomSet(4, 10, 6);
        QVERIFY_THROWS_EXCEPTION(Error, ApproximateIndex(set, optionsAt(10)));
        GraphOptions graph;
        graph.links = 1;
        QVERIFY_THROWS_EXCEPTION(Error, ApproximateIndex(set, optionsAt(3), graph));
        std::stop_source source;
        source.request_stop();
        Context context;
        context.stop = source.get_token();
        QVERIFY_THROWS_EXCEPTION(Cancelled, ApproximateIndex(set, optionsAt(3), {}, context));
    }
};

BRIDGESCOPE_TEST(ApproximateTest)

} // namespace approximate_tests

#include "approximate.moc"
