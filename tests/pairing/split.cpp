#include "tests/pairing/sets.h"

#include "core/pairing/split.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace split_tests {

using namespace bridgescope;

namespace {

PairedSet unlabelled(Index n)
{
    return pairSets(makeSet("x", {}, n), makeSet("y", {}, n));
}

PairedSet labelled(const Texts& labels)
{
    return pairSets(makeSet("x", labels), makeSet("y", labels), {.by = PairBy::Row});
}

std::vector<Index> sizes(const SplitPlan& plan)
{
    std::vector<Index> counts;
    for (const auto& fold : plan.folds)
        counts.push_back(static_cast<Index>(fold.heldOut.size()));
    return counts;
}

/// Whether every fold parts the items in two ascending lists; over folds, whether each item is held out once.
bool partsTheItems(const SplitPlan& plan, Index n)
{
    std::vector<int> held(std::size_t(n), 0);
    for (const auto& fold : plan.folds) {
        auto all = fold.training;
        all.insert(all.end(), fold.heldOut.begin(), fold.heldOut.end());
        if (!std::is_sorted(fold.training.begin(), fold.training.end())) return false;
        if (!std::is_sorted(fold.heldOut.begin(), fold.heldOut.end())) return false;
        std::sort(all.begin(), all.end());
        std::vector<Index> expected(std::size_t(n), 0);
        std::iota(expected.begin(), expected.end(), Index(0));
        if (all != expected) return false;
        for (const Index item : fold.heldOut)
            ++held[std::size_t(item)];
    }
    return !plan.folded || std::all_of(held.begin(), held.end(), [](int times) { return times == 1; });
}

bool straddles(const Split& split, const Texts& groups)
{
    std::set<std::string> training, heldOut;
    for (const Index item : split.training)
        training.insert(groups[std::size_t(item)]);
    for (const Index item : split.heldOut)
        heldOut.insert(groups[std::size_t(item)]);
    return std::any_of(heldOut.begin(), heldOut.end(), [&](const auto& group) { return training.contains(group); });
}

Texts labelsOfSizes(const std::vector<int>& sizesOfGroups)
{
    Texts labels;
    for (std::size_t group = 0; group < sizesOfGroups.size(); ++group)
        for (int i = 0; i < sizesOfGroups[group]; ++i)
            labels.push_back("g" + std::to_string(group));
    return labels;
}

} // namespace

class SplitTest : public QObject {
    Q_OBJECT
private slots:
    void aShareIsHeldOut()
    {
        for (const Index n : {5, 10, 12, 13, 1962}) {
            const auto plan = makeSplit(unlabelled(n), {});
            QVERIFY(partsTheItems(plan, n));
            QCOMPARE(sizes(plan), std::vector<Index>{std::lround(0.2 * double(n))});
            QVERIFY(!plan.folded);
        }
        COMPARE_TEXT(makeSplit(unlabelled(10), {}).description, "20 % held out, seed 1");
        COMPARE_TEXT(makeSplit(unlabelled(10), {.testShare = 0.29, .seed = 7}).description, "29 % held out, seed 7");
    }

    void theSeedDecides()
    {
        const auto pairs = unlabelled(200);
        const auto a = makeSplit(pairs, {.seed = 1}), b = makeSplit(pairs, {.seed = 1}),
                   c = makeSplit(pairs, {.seed = 2});
        QCOMPARE(a.folds[0].heldOut, b.folds[0].heldOut);
        QVERIFY(a.folds[0].heldOut != c.folds[0].heldOut);
        // A seed's split stands in every stored result: it must not change. Numbers of tests/data/base/make_random.py.
        QCOMPARE(makeSplit(unlabelled(20), {.seed = 1}).folds[0].heldOut, (std::vector<Index>{1, 6, 9, 18}));
    }

    void everyItemIsHeldOutEquallyOften()
    {
        std::vector<int> held(25);
        const auto pairs = unlabelled(25);
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            const auto plan = makeSplit(pairs, {.seed = seed});
            for (const Index item : plan.folds[0].heldOut)
                ++held[std::size_t(item)];
        }
        for (const int times : held)
            QVERIFY2(std::abs(times - 400) < 90, std::to_string(times).c_str()); // 5 sd of 18
    }

    void foldSizesDifferByAtMostOneLargerFirst()
    {
        const auto plan = makeSplit(unlabelled(13), {.folds = 5});
        QCOMPARE(sizes(plan), (std::vector<Index>{3, 3, 3, 2, 2}));
        QVERIFY(plan.folded);
        QVERIFY(partsTheItems(plan, 13));
        COMPARE_TEXT(plan.description, "5 folds, seed 1");
        const auto seven = makeSplit(unlabelled(7), {.folds = 3}); // make_random.py
        QCOMPARE(seven.folds[0].heldOut, (std::vector<Index>{2, 3, 4}));
        QCOMPARE(seven.folds[1].heldOut, (std::vector<Index>{1, 6}));
        QCOMPARE(seven.folds[2].heldOut, (std::vector<Index>{0, 5}));
        QCOMPARE(sizes(makeSplit(unlabelled(3), {.folds = 3})), (std::vector<Index>{1, 1, 1}));
    }

    void oneFoldOfAll()
    {
        const SplitPlan all = makeSplit(unlabelled(11), {.folds = 3, .seed = 5});
        for (int fold = 1; fold <= 3; ++fold) {
            const SplitPlan one = makeSplit(unlabelled(11), {.folds = 3, .seed = 5, .fold = fold});
            QCOMPARE(one.folds.size(), std::size_t(1));
            QVERIFY(!one.folded);
            QCOMPARE(one.folds[0].heldOut, all.folds[std::size_t(fold - 1)].heldOut);
            QCOMPARE(one.folds[0].training, all.folds[std::size_t(fold - 1)].training);
            COMPARE_TEXT(one.description, "fold " + std::to_string(fold) + " of 3, seed 5");
        }
        VERIFY_CONTAINS(errorOf([] { makeSplit(unlabelled(11), {.folds = 3, .fold = 4}); }), "there is no fold 4");
        VERIFY_CONTAINS(errorOf([] { makeSplit(unlabelled(11), {.fold = 1}); }), "there is no fold 1");
    }

    void impossibleSplits_data()
    {
        QTest::addColumn<Index>("n");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("folds");
        QTest::addColumn<std::string>("part");
        const auto row = [](const char* name, Index n, double share, int folds, const char* part) {
            QTest::newRow(name) << n << share << folds << std::string(part);
        };
        row("share 0", 10, 0, 0, "a held-out share of 0 % leaves one side empty; give a share between 0 and 1");
        row("share 1", 10, 1, 0, "a held-out share of 100 % leaves one side empty");
        row("share nan", 10, std::nan(""), 0, "leaves one side empty");
        row("negative share", 10, -0.5, 0, "leaves one side empty");
        row("one item", 1, 0.2, 0,
            "1 item cannot be split into training and held out at a share of 20 %; "
            "give at least 8 items, or 4 and another share with --test");
        row("rounds to none", 2, 0.2, 0,
            "2 items cannot be split into training and held out at a share of 20 %; give at least 8 items");
        row("rounds to none of more", 4, 0.1, 0, "share of 10 %; choose another share with --test");
        row("a share of next to none", 2, 1e-300, 0, "choose another share with --test");
        row("rounds to all", 2, 0.9, 0, "2 items cannot be split");
        row("one fold", 10, 0.2, 1, "1 fold is too few; give --folds at least 2");
        row("negative folds", 10, 0.2, -3, "-3 folds are too few");
        row("more folds than items", 4, 0.2, 5,
            "5 folds need at least as many items, there are N = 4; give --folds at most 4");
    }

    void impossibleSplits()
    {
        QFETCH(Index, n);
        QFETCH(double, share);
        QFETCH(int, folds);
        QFETCH(std::string, part);
        VERIFY_CONTAINS(errorOf([&] { makeSplit(unlabelled(n), {.testShare = share, .folds = folds}); }), part);
    }

    void groupsNeverStraddle()
    {
        std::vector<int> groupSizes;
        for (int i = 0; i < 60; ++i)
            groupSizes.push_back(1 + i % 7);
        const Texts labels = labelsOfSizes(groupSizes);
        const auto pairs = labelled(labels);
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto plan = makeSplit(pairs, {.group = "label", .seed = seed});
            QVERIFY(!straddles(plan.folds[0], labels));
            QCOMPARE(sizes(plan)[0], std::lround(0.2 * double(labels.size()))); // small groups fill the last places
            QCOMPARE(plan.straddlingRows, 0);
            const auto folds = makeSplit(pairs, {.folds = 4, .group = "label", .seed = seed});
            QVERIFY(partsTheItems(folds, Index(labels.size())));
            for (const auto& fold : folds.folds)
                QVERIFY(!straddles(fold, labels));
            const auto counts = sizes(folds);
            QVERIFY(std::is_sorted(counts.rbegin(), counts.rend()));
            QVERIFY(counts.front() - counts.back() <= 1);
        }
        COMPARE_TEXT(makeSplit(pairs, {.group = "label"}).description, "20 % held out, seed 1, grouped by label");
    }

    void groupsTooLargeForTheShare()
    {
        // 9 held out are nearer to 8 than 1 would be.
        // stays.
        QCOMPARE(sizes(makeSplit(labelled(labelsOfSizes({1, 9})), {.testShare = 0.8, .group = "label"})),
                 std::vector<Index>{9});
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            QCOMPARE(sizes(makeSplit(labelled(labelsOfSizes({5, 5, 4})), {.group = "label", .seed = seed})),
                     std::vector<Index>{4});
        }
        VERIFY_CONTAINS(errorOf([] {
                            makeSplit(labelled({"a", "a", "a", "a"}), {.group = "label"});
                        }),
                        "all 4 items are in one group");
        VERIFY_CONTAINS(errorOf([] {
                            makeSplit(labelled({"a", "a", "b", "b"}), {.folds = 3, .group = "label"});
                        }),
                        "3 folds need at least as many groups, there are 2");
    }

    void groupsOfAColumn()
    {
        auto x = makeSet("x", {"a", "b", "c", "d", "e", "f"});
        x.metadata.columns = {{"kind", {"p", "q", "p", "", "q", ""}}};
        const auto pairs = pairSets(x, makeSet("y", x.labels));
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const auto plan = makeSplit(pairs, {.testShare = 0.5, .group = "kind", .seed = seed});
            // Items without a value are no group: they may part.
            QVERIFY(!straddles(plan.folds[0], {"p", "q", "p", "n1", "q", "n2"}));
            QCOMPARE(plan.folds[0].heldOut.size(), 3u);
        }
        COMPARE_TEXT(errorOf([&] { makeSplit(pairs, {.group = "color"}); }),
                     "no column \"color\" to group by; choose one of: label, kind");
    }

    void straddlingRowsAreCounted()
    {
        const Texts labels{"a", "a", "b", "c", "c", "c", "d", "e", "f", "g"};
        const auto pairs = labelled(labels);
        for (std::uint64_t seed = 0; seed < 30; ++seed)
            for (const int folds : {0, 3}) {
                const auto plan = makeSplit(pairs, {.testShare = 0.4, .folds = folds, .seed = seed});
                std::set<std::string> apart;
                for (const auto& fold : plan.folds)
                    for (const Index a : fold.training)
                        for (const Index b : fold.heldOut)
                            if (labels[std::size_t(a)] == labels[std::size_t(b)]) apart.insert(labels[std::size_t(a)]);
                const Index expected = std::count_if(labels.begin(), labels.end(),
                                                     [&](const auto& label) { return apart.contains(label); });
                QCOMPARE(plan.straddlingRows, expected);
            }
    }

    void itemsOfAPairFileThatShareARowAreOneGroup()
    {
        QTemporaryDir folder;
        // 1-1, 1-2, 2-2 hang together through row 1 of X and row 2 of Y; 3-3 and 4-4 stand alone.
        const auto file = writeText(folder, "pairs.txt", "#1 #1\n#1 #2\n#2 #2\n#3 #3\n#4 #4\n");
        const auto pairs = pairSets(makeSet("x", {}, 4), makeSet("y", {}, 4), {.pairsFile = file});
        bool seen = false;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto plan = makeSplit(pairs, {.testShare = 0.4, .group = "label", .seed = seed});
            QVERIFY(!straddles(plan.folds[0], {"a", "a", "a", "b", "c"}));
            seen = seen || makeSplit(pairs, {.testShare = 0.4, .seed = seed}).straddlingRows == 3;
        }
        QVERIFY(seen);
    }
};

BRIDGESCOPE_TEST(SplitTest)

} // namespace split_tests

#include "split.moc"
