#include "tests/pairing/sets.h"

#include "core/dataset/reader.h"
#include "core/pairing/split.h"
#include "tests/support/test_program.h"

#include <QFileInfo>

namespace rows_tests {

using namespace bridgescope;

class RowsTest : public QObject {
    Q_OBJECT
private slots:
    void withoutLabels()
    {
        const auto pairs = pairSets(makeSet("x", {}, 3), makeSet("y", {}, 3));
        COMPARE_TEXT(pairs.report.by, "row");
        COMPARE_TEXT(pairs.report.note, "neither set has labels: paired by row");
        QCOMPARE(pairs.labels, (Texts{"#1", "#2", "#3"}));
        QCOMPARE(pairs.report.duplicates, 0);
    }

    void labelsOfTheSetThatHasThem()
    {
        const auto pairs = pairSets(makeSet("x", {}, 2), makeSet("y", {"a", ""}));
        COMPARE_TEXT(pairs.report.note, "X has no labels: paired by row");
        QCOMPARE(pairs.labels, (Texts{"a", "#2"}));
        COMPARE_TEXT(pairSets(makeSet("x", {"p", "q"}), makeSet("y", {}, 2)).report.note,
                     "Y has no labels: paired by row");
    }

    void repeatsThatAgreeLineByLine()
    {
        const Texts labels{"a", "b", "a", "", "a"};
        for (const auto by : {PairBy::Automatic, PairBy::Label}) {
            const auto pairs = pairSets(makeSet("x", labels), makeSet("y", labels), {.by = by});
            COMPARE_TEXT(pairs.report.by, "row");
            COMPARE_TEXT(pairs.report.note, "labels repeat but agree line by line: paired by row");
            QCOMPARE(pairs.size(), 5);
            QCOMPARE(pairs.report.duplicates, 1);
            QCOMPARE(pairs.labels[3], std::string("#4"));
        }
    }

    void aPolicyAskedForIsObeyedWhereRepeatsAgree()
    {
        const Texts labels{"a", "b", "a"};
        const auto pairs = pairSets(makeSet("x", labels), makeSet("y", labels), {.repeats = RepeatPolicy::Drop});
        COMPARE_TEXT(pairs.report.by, "label");
        QCOMPARE(pairs.labels, Texts{"b"});
        QCOMPARE(pairs.report.dropped, 4);
    }

    void askedForByRow()
    {
        const auto pairs = pairSets(makeSet("x", {"a", "b", "c"}), makeSet("y", {"a", "c", "b"}), {.by = PairBy::Row});
        QCOMPARE(values(pairs.rowsY), (Ints{0, 1, 2}));
        QCOMPARE(pairs.labels, (Texts{"a", "b", "c"}));
        QCOMPARE(pairs.report.warnings, Texts{"labels differ on 2 rows paired by row; X's labels are shown"});
    }

    void unequalNumbersNameBoth()
    {
        const auto error = errorOf([] { pairSets(makeSet("words", {}, 3), makeSet("pictures", {}, 4)); });
        COMPARE_TEXT(error, "X (words) has 3 rows and Y (pictures) has 4, so they cannot be paired by row; "
                            "give both sets labels, or sets of the same number of rows");
        QVERIFY(!errorOf([] { pairSets(makeSet("x", {"a"}), makeSet("y", {"a", "b"}), {.by = PairBy::Row}); }).empty());
    }

    void setsFilteredOnReadingPairByTheRowsOfTheirFiles()
    {
        auto x = makeSet("x", {}, 3), y = makeSet("y", {}, 4);
        x.fileRows = {1, 4, 6};
        y.fileRows = {0, 4, 6, 7};
        const auto pairs = pairSets(x, y);
        QCOMPARE(values(pairs.rowsX), (Ints{4, 6}));
        QCOMPARE(values(pairs.rowsY), (Ints{4, 6}));
        QCOMPARE(pairs.x.item(0)[0], 2.f);
        QCOMPARE(pairs.y.item(1)[0], 3.f);
        QCOMPARE(pairs.labels, (Texts{"#5", "#7"}));
        QCOMPARE(pairs.report.onlyX, 1);
        QCOMPARE(pairs.report.onlyY, 2);
        y.fileRows = {10, 11, 12, 13};
        VERIFY_CONTAINS(errorOf([&] { pairSets(x, y); }), "no row of the file is left in both X and Y");
    }

    void repeatsAgreeByTheRowsOfFilteredFiles()
    {
        auto x = makeSet("x", {"b", "a"});
        x.fileRows = {1, 2};
        const auto y = makeSet("y", {"a", "b", "a"});
        const auto pairs = pairSets(x, y);
        COMPARE_TEXT(pairs.report.by, "row");
        QCOMPARE(values(pairs.rowsY), (Ints{1, 2}));
    }

    void captionedPhotographsPairByRow()
    {
        const std::string folder = BRIDGESCOPE_SHARED_DATA "/paired/iapr-tc12-test";
        if (!QFileInfo::exists(QString::fromStdString(folder))) QSKIP("no shared data here");
        const auto pairs =
            pairSets(readEmbeddingSet(folder + "/TS_lang_biGRU.csv"), readEmbeddingSet(folder + "/TS_vis_vgg128.csv"));
        QCOMPARE(pairs.size(), 1962);
        COMPARE_TEXT(pairs.report.note, "labels repeat but agree line by line: paired by row");
        QVERIFY(makeSplit(pairs, {}).straddlingRows > 0);
        const auto grouped = makeSplit(pairs, {.group = "label"});
        QCOMPARE(grouped.straddlingRows, 0);
        QCOMPARE(grouped.folds[0].heldOut.size(), 392u);
    }
};

BRIDGESCOPE_TEST(RowsTest)

} // namespace rows_tests

#include "rows.moc"
