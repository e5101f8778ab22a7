#include "tests/pairing/sets.h"

#include "core/base/random.h"
#include "core/pairing/split.h"
#include "tests/support/test_program.h"

namespace split_file_tests {

using namespace bridgescope;

class SplitFileTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    PairedSet m_pairs = [] {
        const Texts labels{"a", "b b", "crane", "d", "crane", "#2", "f"};
        return pairSets(makeSet("x", labels), makeSet("y", labels), {.by = PairBy::Row});
    }();

    SplitPlan test(const std::string& content)
    {
        return makeSplit(m_pairs, {.testFile = writeText(m_folder, "test.txt", content)});
    }
    SplitPlan folds(const std::string& content)
    {
        return makeSplit(m_pairs, {.foldsFile = writeText(m_folder, "folds.txt", content)});
    }

private slots:
    void heldOutItemsOfAFile()
    {
        const auto plan = test("b b\r\n\n  #4 \n");
        QCOMPARE(plan.folds[0].heldOut, (std::vector<Index>{1, 3}));
        QCOMPARE(plan.folds[0].training, (std::vector<Index>{0, 2, 4, 5, 6}));
        COMPARE_TEXT(plan.description, "held out by test.txt");
        QCOMPARE(plan.straddlingRows, 0);
    }

    void aLabelStandsForAllItsItemsAndANumberForARow()
    {
        QCOMPARE(test("crane\n").folds[0].heldOut, (std::vector<Index>{2, 4}));
        const auto one = test("#3\n");
        QCOMPARE(one.folds[0].heldOut, (std::vector<Index>{2}));
        QCOMPARE(one.straddlingRows, 2);
        QCOMPARE(test("#2\n").folds[0].heldOut, (std::vector<Index>{1})); // row 2, not the item whose label reads "#2"
    }

    void foldsOfAFile()
    {
        const auto plan = folds("a 10\nb b 9\ncrane 10\nd\t9\n#6 9\nf 10\n");
        QCOMPARE(plan.folds.size(), 2u);
        QVERIFY(plan.folded);
        QCOMPARE(plan.folds[0].heldOut, (std::vector<Index>{1, 3, 5})); // 9 before 10
        QCOMPARE(plan.folds[1].heldOut, (std::vector<Index>{0, 2, 4, 6}));
        COMPARE_TEXT(plan.description, "2 folds by folds.txt");
        const auto named = folds("a second\nb b first\ncrane second\nd first\n#6 first\nf second\n");
        QCOMPARE(named.folds[0].heldOut, (std::vector<Index>{0, 2, 4, 6})); // words: in order of appearance
    }

    void wrongFilesNameFileAndLine_data()
    {
        QTest::addColumn<bool>("folded");
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("part");
        const auto row = [](const char* name, bool folded, const char* content, const char* part) {
            QTest::newRow(name) << folded << std::string(content) << std::string(part);
        };
        row("unknown label", false, "a\nghost\n",
            "test.txt:2: no paired item is called \"ghost\"; name paired items by label, or rows");
        row("row 0", false, "#0\n", "test.txt:1: no paired item is called \"#0\"");
        row("row past the end", false, "#8\n", "test.txt:1: no paired item is called \"#8\"");
        row("row past int32", false, "#99999999999\n", "test.txt:1: no paired item");
        row("all held out", false, "a\nb b\ncrane\nd\n#6\nf\n",
            "test.txt: names all 7 items, none is left for training");
        row("empty", false, "\n", "test.txt: holds no line");
        row("no fold", true, "a\n", "folds.txt:1: names no fold; write an item, a tab and its fold");
        row("unknown in folds", true, "a 1\nghost 2\n", "folds.txt:2: no paired item is called \"ghost\"");
        row("in two folds", true, "a 1\nb b 2\na 2\n",
            "folds.txt:3: \"a\" is in fold 2 and in fold 1; give every item one fold");
        row("row in another fold", true, "crane 1\n#5 2\n", "folds.txt:2: \"#5\" is in fold 2 and in fold 1");
        row("one fold", true, "a 1\nb b 1\ncrane 1\nd 1\n#6 1\nf 1\n", "folds.txt: puts all items in one fold");
        row("items left out", true, "a 1\nb b 2\n",
            "folds.txt: 5 of 7 paired items have no fold, first \"crane\" (#3)");
    }

    void wrongFilesNameFileAndLine()
    {
        QFETCH(bool, folded);
        QFETCH(std::string, content);
        QFETCH(std::string, part);
        VERIFY_CONTAINS(errorOf([&] { folded ? folds(content) : test(content); }), part);
    }

    void filesAreHeldAgainstTheGroup()
    {
        SplitOptions options{.testFile = writeText(m_folder, "test.txt", "#3\n"), .group = "label"};
        VERIFY_CONTAINS(errorOf([&] { makeSplit(m_pairs, options); }),
                        "test.txt: the group of \"crane\" (by label) is split");
        options.testFile = writeText(m_folder, "test.txt", "crane\n");
        COMPARE_TEXT(makeSplit(m_pairs, options).description, "held out by test.txt, grouped by label");
    }

    void twoKindsOfSplitExcludeEachOther()
    {
        VERIFY_CONTAINS(errorOf([&] { makeSplit(m_pairs, {.testFile = "a", .folds = 3}); }), "exclude each other");
        VERIFY_CONTAINS(errorOf([&] { makeSplit(m_pairs, {.folds = 3, .foldsFile = "a"}); }), "exclude each other");
    }

    void savedSplitsComeBack()
    {
        Random random(3, "split file test");
        for (int round = 0; round < 40; ++round) {
            Texts labels;
            const Texts kinds{"plain", "two words", "tab\tinside", "#3", "line\nbreak", "\xEF\xBB\xBFmark", ""};
            for (int i = 0; i < 30; ++i)
                labels.push_back(kinds[std::size_t(random.below(Index(kinds.size())))] +
                                 (random.below(2) ? std::to_string(i) : ""));
            const auto pairs = pairSets(makeSet("x", labels), makeSet("y", labels), {.by = PairBy::Row});
            const auto file = m_folder.filePath("saved.txt").toStdString();
            const auto plan = makeSplit(pairs, {.seed = std::uint64_t(round)});
            saveSplit(pairs, plan, file);
            QCOMPARE(makeSplit(pairs, {.testFile = file}).folds[0].heldOut, plan.folds[0].heldOut);
            const auto folded = makeSplit(pairs, {.folds = 11, .seed = std::uint64_t(round)});
            saveSplit(pairs, folded, file);
            const auto again = makeSplit(pairs, {.foldsFile = file});
            QCOMPARE(again.folds.size(), folded.folds.size());
            for (std::size_t fold = 0; fold < again.folds.size(); ++fold)
                QCOMPARE(again.folds[fold].heldOut, folded.folds[fold].heldOut);
        }
    }

    void savedSplitsOfPairFilesComeBack()
    {
        const auto file = writeText(m_folder, "pairs.txt", "a a\na d\nd d\nf d\nf f\n");
        const auto set = makeSet("x", {"a", "b", "c", "d", "e", "f"});
        const auto pairs = pairSets(set, set, {.pairsFile = file});
        const auto saved = m_folder.filePath("saved.txt").toStdString();
        const auto plan = makeSplit(pairs, {.testShare = 0.4});
        saveSplit(pairs, plan, saved);
        QCOMPARE(makeSplit(pairs, {.testFile = saved}).folds[0].heldOut, plan.folds[0].heldOut);
    }
};

BRIDGESCOPE_TEST(SplitFileTest)

} // namespace split_file_tests

#include "split_file.moc"
