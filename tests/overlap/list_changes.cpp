#include "core/overlap/list_changes.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <map>

namespace list_changes_tests {

using namespace bridgescope;
using namespace bridgescope::test;

namespace {

/// One group as the definition has it: every item by itself, by sets, put together in a map.
std::vector<ListChanges::Entry> slowGroup(const NeighborTable& from, const NeighborTable& other, bool inOther,
                                          const NeighborTable& x, const NeighborTable& y, Index k)
{
    std::map<std::int32_t, ListChanges::Entry> sums;
    for (Index item = 0; item < from.items(); ++item) {
        const auto others = firstOf(other, item, k, false), inX = firstOf(x, item, k, false),
                   inY = firstOf(y, item, k, false);
        for (Index rank = 1; rank <= std::min(k, from.count(item)); ++rank) {
            const std::int32_t neighbor = from.neighbors(item)[static_cast<std::size_t>(rank - 1)];
            if ((others.count(neighbor) == 1) != inOther) continue;
            auto& sum = sums[neighbor];
            sum.neighbor = neighbor;
            ++sum.lists;
            sum.inX += static_cast<Index>(inX.count(neighbor));
            sum.inY += static_cast<Index>(inY.count(neighbor));
            sum.bestRank = sum.bestRank == 0 ? rank : std::min(sum.bestRank, rank);
        }
    }
    std::vector<ListChanges::Entry> group;
    for (const auto& [neighbor, entry] : sums) // ascending: ties keep the lower index first
        group.push_back(entry);
    std::stable_sort(group.begin(), group.end(), [](const auto& a, const auto& b) { return a.bestRank < b.bestRank; });
    std::stable_sort(group.begin(), group.end(), [](const auto& a, const auto& b) { return a.lists > b.lists; });
    return group;
}

} // namespace

class ListChangesTest : public QObject {
    Q_OBJECT
private slots:
    void oneListByHand()
    {
        const NeighborTable before = tableOf({{4, 2, 7, 1}}, 4), after = tableOf({{2, 9, 4, 3}}, 4),
                            x = tableOf({{4, 7, 5, 2}}, 4), y = tableOf({{9, 3, 2, 7}}, 4);
        const ListChanges changes = changesOf(before, after, x, y, 3);
        using Entries = std::vector<ListChanges::Entry>;
        QCOMPARE(changes.kept, (Entries{{2, 1, 0, 1, 1}, {4, 1, 1, 0, 3}}));
        QCOMPARE(changes.gained, (Entries{{9, 1, 0, 1, 2}})); // 3 stands beyond K
        QCOMPARE(changes.lost, (Entries{{7, 1, 1, 0, 3}}));   // in Y at rank 4 alone
        const ListChanges atFour = changesOf(before, after, x, y, 4);
        QCOMPARE(atFour.lost, (Entries{{7, 1, 1, 1, 3}, {1, 1, 0, 0, 4}}));
        QCOMPARE(sumOf(atFour.lost, &ListChanges::Entry::inX), 1);
    }
    void equalASlowReference()
    {
        constexpr Index n = 40, most = 12;
        const NeighborTable before = randomTable(n, most, 31), after = randomTable(n, most, 32, &before, .7),
                            x = randomTable(n, most, 33, &before, .5), y = randomTable(n, most, 34, &after, .5);
        for (Index k = 1; k <= most; ++k) {
            const ListChanges changes = changesOf(before, after, x, y, k);
            QCOMPARE(changes.kept, slowGroup(after, before, true, x, y, k));
            QCOMPARE(changes.gained, slowGroup(after, before, false, x, y, k));
            QCOMPARE(changes.lost, slowGroup(before, after, false, x, y, k));
            const Index kept = sumOf(changes.kept, &ListChanges::Entry::lists);
            QCOMPARE(kept + sumOf(changes.gained, &ListChanges::Entry::lists), n * k);
            QCOMPARE(kept + sumOf(changes.lost, &ListChanges::Entry::lists), n * k);
        }
    }
    void nothingChangesBetweenEquals()
    {
        const NeighborTable lists = randomTable(20, 5, 4);
        const ListChanges changes = changesOf(lists, lists, lists, lists, 5);
        QVERIFY(changes.gained.empty() && changes.lost.empty());
        QCOMPARE(sumOf(changes.kept, &ListChanges::Entry::inX), 100);
    }
    void listsOfZeroVectorsAreEmpty()
    {
        const NeighborTable none = tableOf({{}}, 3), some = tableOf({{5, 6, 8}}, 3);
        QCOMPARE(changesOf(none, some, none, some, 3).gained.size(), std::size_t(3));
        const ListChanges lost = changesOf(some, none, none, some, 3);
        QVERIFY(lost.kept.empty() && lost.gained.empty());
        QCOMPARE(sumOf(lost.lost, &ListChanges::Entry::inY), 3);
    }
};

BRIDGESCOPE_TEST(ListChangesTest)

} // namespace list_changes_tests

#include "list_changes.moc"
