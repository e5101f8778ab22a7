#include "ui/models/neighbor_lists.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

namespace neighbor_lists_tests {

using namespace bridgescope;

class NeighborListsTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheReport_data();
    void agreesWithTheReport();
    void regionsCountEveryEntryOnce();
    void ranksAreExactBeyondTheLists();
    void ranksBeyondTheListsAreUnknownUntilComputed();
    void linksJoinTheSameItem();
    void selfCountsAsFirstNeighbor();
    void distancesAreShownForEuclidean();
    void withoutMapping();
};

void NeighborListsTest::agreesWithTheReport_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<bool>("self");
    for (const int k : {1, 5, 12, 29})
        for (const bool self : {false, true})
            QTest::addRow("K %d%s", k, self ? ", self" : "") << k << self;
}

void NeighborListsTest::agreesWithTheReport()
{
    QFETCH(int, k);
    QFETCH(bool, self);
    test::SyntheticOptions options;
    options.self = self ? SelfRule::Included : SelfRule::Excluded;
    const auto measured = test::syntheticMeasured(options);
    const auto report = test::measuredAt(measured, k)->report;
    for (int i = 0; i < measured->n(); ++i) {
        const auto ranks = rankFocus(measured, i);
        for (const FocusRanks* known : {static_cast<const FocusRanks*>(nullptr), ranks.get()}) {
            const NeighborLists lists = makeNeighborLists(measured, i, k, known);
            QCOMPARE(lists.xf, report.xf.perItem[std::size_t(i)]);
            QCOMPARE(lists.yf, report.yf.perItem[std::size_t(i)]);
            QCOMPARE(lists.xy, report.xy.perItem[std::size_t(i)]);
            for (const auto& list : lists.lists)
                QCOMPARE(static_cast<int>(list.size()), k);
        }
    }
}

void NeighborListsTest::regionsCountEveryEntryOnce()
{
    const auto measured = test::syntheticMeasured();
    const NeighborLists lists = makeNeighborLists(measured, 3, 8);
    std::set<int> all;
    std::array<std::set<int>, 3> members;
    for (std::size_t s = 0; s < 3; ++s)
        for (const ListEntry& entry : lists.lists[s]) {
            all.insert(entry.local);
            members[s].insert(entry.local);
        }
    QCOMPARE(lists.distinct, static_cast<int>(all.size()));
    QCOMPARE(std::accumulate(lists.regionCounts.begin(), lists.regionCounts.end(), 0), lists.distinct);
    std::array<int, regionCount> counted{};
    for (const int local : all)
        ++counted[static_cast<std::size_t>(
            regionOf(members[0].count(local), members[1].count(local), members[2].count(local)))];
    QCOMPARE(lists.regionCounts, counted);
}

void NeighborListsTest::ranksAreExactBeyondTheLists()
{
    test::SyntheticOptions options;
    options.kMax = 6; // stored lists hold 6 of 29 others
    const auto measured = test::syntheticMeasured(options);
    const auto ranks = rankFocus(measured, 7);
    const NeighborLists lists = makeNeighborLists(measured, 7, 6, ranks.get());
    // slow reference: 1 + how many others are nearer by cosine in float64
    const auto cosine = [](std::span<const float> a, std::span<const float> b) {
        double ab = 0, aa = 0, bb = 0;
        for (std::size_t d = 0; d < a.size(); ++d) {
            ab += double(a[d]) * double(b[d]);
            aa += double(a[d]) * double(a[d]);
            bb += double(b[d]) * double(b[d]);
        }
        return ab / (std::sqrt(aa) * std::sqrt(bb));
    };
    bool beyond = false;
    for (const ListEntry& entry : lists.list(Space::X)) {
        const Vectors& y = measured->fold->y;
        int rank = 1;
        for (Index j = 0; j < measured->n(); ++j)
            rank += j != 7 && j != entry.local && cosine(y.item(7), y.item(j)) > cosine(y.item(7), y.item(entry.local));
        QCOMPARE(entry.ranks[2], rank);
        beyond = beyond || rank > 6;
    }
    QVERIFY(beyond);
}

void NeighborListsTest::ranksBeyondTheListsAreUnknownUntilComputed()
{
    test::SyntheticOptions options;
    options.kMax = 6;
    const auto measured = test::syntheticMeasured(options);
    const NeighborLists lists = makeNeighborLists(measured, 7, 6);
    for (const ListEntry& entry : lists.list(Space::X))
        QVERIFY(entry.ranks[2] <= 6);
    const auto ofAnother = rankFocus(measured, 8);
    const NeighborLists again =
        makeNeighborLists(measured, 7, 6, ofAnother.get()); // ranks of another focus are not used
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(again.list(Space::X)[i].ranks, lists.list(Space::X)[i].ranks);
}

void NeighborListsTest::linksJoinTheSameItem()
{
    const auto measured = test::syntheticMeasured();
    const NeighborLists lists = makeNeighborLists(measured, 11, 10);
    int first = 0, second = 0;
    for (const ListLink& link : lists.links) {
        const auto& left = lists.lists[std::size_t(link.gutter)][std::size_t(link.left)];
        const auto& right = lists.lists[std::size_t(link.gutter + 1)][std::size_t(link.right)];
        QCOMPARE(left.local, right.local);
        QCOMPARE(link.local, left.local);
        QCOMPARE(link.all, left.region == Region::Kept);
        (link.gutter == 0 ? first : second) += 1;
    }
    QCOMPARE(first, lists.xf);
    QCOMPARE(second, lists.yf);
}

void NeighborListsTest::selfCountsAsFirstNeighbor()
{
    test::SyntheticOptions options;
    options.self = SelfRule::Included;
    const auto measured = test::syntheticMeasured(options);
    const NeighborLists lists = makeNeighborLists(measured, 4, 3);
    for (const auto& list : lists.lists) {
        QCOMPARE(list[0].local, 4);
        QCOMPARE(list[0].rank, 1);
        QCOMPARE(list[1].rank, 2);
        QCOMPARE(list[0].value, 1.0);
    }
}

void NeighborListsTest::distancesAreShownForEuclidean()
{
    test::SyntheticOptions options;
    options.metric = Metric::Euclidean;
    const auto measured = test::syntheticMeasured(options);
    const NeighborLists lists = makeNeighborLists(measured, 2, 4);
    const ListEntry& entry = lists.list(Space::X)[0];
    const auto a = measured->fold->x.item(2), b = measured->fold->x.item(entry.local);
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += (double(a[d]) - double(b[d])) * (double(a[d]) - double(b[d]));
    QVERIFY(std::abs(entry.value - std::sqrt(sum)) < 1e-9);
}

void NeighborListsTest::withoutMapping()
{
    test::SyntheticOptions options;
    options.mapping = false;
    const auto measured = test::syntheticMeasured(options);
    const auto ranks = rankFocus(measured, 0);
    const NeighborLists lists = makeNeighborLists(measured, 0, 5, ranks.get());
    QVERIFY(!lists.hasMapping);
    QVERIFY(lists.list(Space::F).empty());
    QVERIFY(lists.links.empty());
    QCOMPARE(static_cast<int>(lists.list(Space::X).size()), 5);
    QCOMPARE(lists.xy, test::measuredAt(measured, 5)->report.xy.perItem[0]);
}

BRIDGESCOPE_TEST(NeighborListsTest)

} // namespace neighbor_lists_tests

#include "neighbor_lists.moc"
