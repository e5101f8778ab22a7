#include "ui/panels/training/why_history.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_pair.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace why_history_tests {

using namespace bridgescope;

namespace {

/// Neighbors by the definition: every other item's value, sorted whole.
std::vector<std::int32_t> slowList(MatrixView set, Index item, Index k, Metric metric)
{
    const auto value = [&](Index j) {
        double dot = 0, squares = 0, own = 0, distance = 0;
        for (Index d = 0; d < set.rows; ++d) {
            const double a = set.column(item)[static_cast<std::size_t>(d)],
                         b = set.column(j)[static_cast<std::size_t>(d)];
            dot += a * b;
            own += a * a;
            squares += b * b;
            distance += (a - b) * (a - b);
        }
        return metric == Metric::Cosine ? dot / std::sqrt(own * squares) : -distance;
    };
    std::vector<std::int32_t> others;
    for (Index j = 0; j < set.columns; ++j)
        if (j != item) others.push_back(static_cast<std::int32_t>(j));
    std::stable_sort(others.begin(), others.end(), [&](std::int32_t a, std::int32_t b) { return value(a) > value(b); });
    others.resize(static_cast<std::size_t>(k));
    return others;
}

std::set<std::int32_t> neighborsOf(const std::vector<ListChanges::Entry>& entries)
{
    std::set<std::int32_t> neighbors;
    for (const auto& entry : entries)
        neighbors.insert(entry.neighbor);
    return neighbors;
}

KeptEpoch epochOf(Index epoch, Index items)
{
    Random random(static_cast<std::uint64_t>(epoch), "epoch");
    Matrix f(3, items);
    std::generate_n(f.data(), f.view().size(), [&] { return static_cast<float>(random.normal()); });
    return {epoch, std::move(f)};
}

WhyRequest requestOf(std::vector<Index> rows)
{
    WhyRequest request;
    request.pairs = test::syntheticPair(50)->forward;
    for (Index item = 1; item < 50; item += 2)
        request.heldOut.push_back(item);
    request.rows = std::move(rows);
    request.k = 6;
    for (const Index epoch : {1, 3, 4})
        request.epochs.push_back(epochOf(epoch, 25));
    return request;
}

} // namespace

class WhyHistoryTest : public QObject {
    Q_OBJECT
private slots:
    void keptGainedAndLostBySlowLists_data()
    {
        QTest::addColumn<int>("metric");
        QTest::addColumn<int>("self");
        QTest::newRow("cosine") << 0 << 0;
        QTest::newRow("Euclidean") << 1 << 0;
        QTest::newRow("self included") << 0 << 1;
    }
    void keptGainedAndLostBySlowLists()
    {
        QFETCH(int, metric);
        QFETCH(int, self);
        WhyRequest request = requestOf({7});
        request.metric = metric ? Metric::Euclidean : Metric::Cosine;
        request.self = self ? SelfRule::Included : SelfRule::Excluded;
        const WhyHistoryPtr history = makeWhyHistory(request, nullptr, {});
        const Index k = self ? 5 : 6;
        const Matrix x = selectColumns(request.pairs->x, request.heldOut);
        const auto setAt = [&](int step) {
            return step < 0 ? x.view() : request.epochs[std::size_t(step)].predictions.view();
        };
        for (int step = 0; step < 3; ++step) {
            std::set<std::int32_t> kept, gained, lost;
            const auto before = slowList(setAt(step - 1), 7, k, request.metric),
                       after = slowList(setAt(step), 7, k, request.metric);
            for (const std::int32_t j : after)
                (std::find(before.begin(), before.end(), j) == before.end() ? gained : kept).insert(j);
            for (const std::int32_t j : before)
                if (!kept.contains(j)) lost.insert(j);
            const ListChanges changes = history->changesAt(static_cast<std::size_t>(step));
            QCOMPARE(neighborsOf(changes.kept), kept);
            QCOMPARE(neighborsOf(changes.gained), gained);
            QCOMPARE(neighborsOf(changes.lost), lost);
            const auto own = static_cast<std::size_t>(step);
            const auto inX = slowList(x, 7, k, request.metric);
            Index shared = self;
            for (const std::int32_t j : after)
                shared += std::count(inX.begin(), inX.end(), j);
            QCOMPARE(history->withX[own], static_cast<double>(shared) / 6);
        }
    }
    void aSelectionIsTheSumOfItsItems()
    {
        std::vector<Index> all(25);
        std::iota(all.begin(), all.end(), 0);
        const WhyHistoryPtr together = makeWhyHistory(requestOf(all), nullptr, {});
        Index gained = 0;
        double withY = 0;
        for (const Index row : all) {
            const WhyHistoryPtr one = makeWhyHistory(requestOf({row}), nullptr, {});
            gained += sumOf(one->changesAt(2).gained, &ListChanges::Entry::lists);
            withY += one->withY[2] / 25;
        }
        QVERIFY(gained > 0);
        QCOMPARE(sumOf(together->changesAt(2).gained, &ListChanges::Entry::lists), gained);
        QCOMPARE(together->withY[2], withY);
    }
    void moreEpochsTakeOverWhatIsKnown()
    {
        WhyRequest first = requestOf({2, 9}), second = first;
        second.epochs.erase(second.epochs.begin() + 1);
        second.epochs.push_back(epochOf(6, 25));
        const WhyHistoryPtr before = makeWhyHistory(first, nullptr, {}), known = makeWhyHistory(second, before, {}),
                            anew = makeWhyHistory(second, nullptr, {});
        for (std::size_t at = 0; at < 3; ++at)
            QCOMPARE(known->changesAt(at).gained, anew->changesAt(at).gained);
        QCOMPARE(known->withX, anew->withX);
        second.rows = {3}; // another question: nothing of it is taken over
        QCOMPARE(makeWhyHistory(second, before, {})->withX, makeWhyHistory(second, nullptr, {})->withX);
    }
    void anItemAloneHasNoOthers()
    {
        WhyRequest request = requestOf({0});
        request.k = 1;
        request.self = SelfRule::Included; // the one neighbor is the item itself
        const WhyHistoryPtr history = makeWhyHistory(request, nullptr, {});
        QVERIFY(history->changesAt(1).kept.empty() && history->changesAt(1).gained.empty());
        QCOMPARE(history->withX[1], 1.0);
    }
};

BRIDGESCOPE_TEST(WhyHistoryTest)

} // namespace why_history_tests

#include "why_history.moc"
