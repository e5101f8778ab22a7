#include "tests/pairing/sets.h"
#include "tests/support/test_program.h"

namespace pair_file_tests {

using namespace bridgescope;

class PairFileTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    PairedSet pair(const std::string& content, const EmbeddingSet& x, const EmbeddingSet& y, PairOptions options = {})
    {
        options.pairsFile = writeText(m_folder, "pairs.txt", content);
        return pairSets(x, y, options);
    }

    EmbeddingSet m_x = makeSet("x", {"cat", "dog", "hot dog", "owl"});
    EmbeddingSet m_y = makeSet("y", {"chien", "chat", "minou", "hot-dog"}, -1, 1);

private slots:
    void eachLineIsAnItem()
    {
        const auto pairs = pair("dog chien\r\n\ncat  minou\nhot dog\thot-dog\ncat\tchat\n", m_x, m_y);
        COMPARE_TEXT(pairs.report.by, "pairs");
        QCOMPARE(pairs.labels, (Texts{"cat → minou", "cat → chat", "dog → chien", "hot dog → hot-dog"}));
        QCOMPARE(values(pairs.rowsX), (Ints{0, 0, 1, 2}));
        QCOMPARE(values(pairs.rowsY), (Ints{2, 1, 0, 3}));
        QCOMPARE(pairs.report.sharedX, 2);
        QCOMPARE(pairs.report.sharedY, 0);
        QCOMPARE(pairs.groupsX, (std::vector<std::int32_t>{0, 0, 1, 2}));
        QVERIFY(pairs.groupsY.empty());
        QCOMPARE(pairs.report.onlyX, 1);
        QCOMPARE(pairs.report.equalVectorsX, 0); // a shared row is not equal to itself
        QCOMPARE(pairs.y.item(0)[0], 3.f);
        const auto other = swapped(pairs);
        QCOMPARE(other.groupsY, pairs.groupsX);
        QCOMPARE(other.report.sharedY, 2);
    }

    void unknownAndRepeatedLinesAreReported()
    {
        const auto pairs = pair("\xEF\xBB\xBF"
                                "cat chat\nmouse souris\ncat chat\ndog loup\n",
                                m_x, m_y);
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs.report.unknownLines, 2);
        QCOMPARE(pairs.report.repeatedLines, 1);
        QCOMPARE(pairs.report.examplesUnknown, (Texts{"\"mouse\" in X (line 2)", "\"loup\" in Y (line 4)"}));
        QCOMPARE(pairs.report.warnings.size(), 2u);
        VERIFY_CONTAINS(pairs.report.warnings[0], "2 lines of ");
        VERIFY_CONTAINS(pairs.report.warnings[0],
                        "left out: a label is in no row of its set, first \"mouse\" in X (line 2)");
        VERIFY_CONTAINS(pairs.report.warnings[1], "1 line of ");
        QVERIFY(pairs.groupsX.empty());
    }

    void malformedLinesNameFileAndLine_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("part");
        QTest::newRow("one label") << std::string("cat chat\ndog\n") << std::string("pairs.txt:2: holds one label");
        QTest::newRow("three words")
            << std::string("hot dog hot-dog\n")
            << std::string("pairs.txt:1: holds more than two labels; part labels that contain blanks by a tab");
        QTest::newRow("three fields") << std::string("cat\tchat\tx\n")
                                      << std::string("pairs.txt:1: holds more than two labels");
        QTest::newRow("empty file") << std::string(" \n\n") << std::string("pairs.txt: holds no line");
        QTest::newRow("nothing known") << std::string("chat cat\n")
                                       << std::string("no line names a label of X and one of Y: X starts with \"cat\"");
    }

    void malformedLinesNameFileAndLine()
    {
        QFETCH(std::string, content);
        QFETCH(std::string, part);
        VERIFY_CONTAINS(errorOf([&] { pair(content, m_x, m_y); }), part);
    }

    void aFileThatCannotBeRead()
    {
        const auto missing =
            errorOf([&] { pairSets(m_x, m_y, {.pairsFile = m_folder.filePath("none.txt").toStdString()}); });
        VERIFY_CONTAINS(missing, "none.txt: cannot be read (No such file or directory)");
        VERIFY_CONTAINS(errorOf([&] { pairSets(m_x, m_y, {.pairsFile = m_folder.path().toStdString()}); }),
                        "Is a directory");
    }

    void labelsOfSeveralRows()
    {
        const auto x = makeSet("x", {"crane", "owl", "crane"}), y = makeSet("y", {"grue", "hibou"});
        const std::string lines = "owl hibou\ncrane grue\ncrane hibou\n";
        VERIFY_CONTAINS(errorOf([&] { pair(lines, x, y); }), "pairs.txt:2: \"crane\" names two items in X, rows 1 and "
                                                             "3; 1 more line names such labels; decide with --repeats");
        for (const auto policy : {RepeatPolicy::Order, RepeatPolicy::First}) {
            const auto pairs = pair(lines, x, y, {.repeats = policy});
            QCOMPARE(values(pairs.rowsX), (Ints{0, 0, 1}));
            QCOMPARE(pairs.report.droppedX, 1);
            QCOMPARE(pairs.report.duplicates, 1);
        }
        const auto pairs = pair(lines, x, y, {.repeats = RepeatPolicy::Drop});
        QCOMPARE(values(pairs.rowsX), Ints{1});
        QCOMPARE(pairs.report.droppedX, 2);
        QCOMPARE(pairs.report.onlyY, 1);
    }

    void setsWithoutLabelsAreNamedByRow()
    {
        const auto pairs = pair("#3 #1\n#1 #2\n", makeSet("x", {}, 3), makeSet("y", {}, 2));
        QCOMPARE(values(pairs.rowsX), (Ints{0, 2}));
        QCOMPARE(values(pairs.rowsY), (Ints{1, 0}));
        QCOMPARE(pairs.labels, (Texts{"#1 → #2", "#3 → #1"}));
    }

    void normalizedLookup()
    {
        QCOMPARE(pair("CAT Chat\ndog chien\n", m_x, m_y).size(), 1);
        const auto pairs = pair("CAT Chat\ndog chien\n", m_x, m_y, {.normalizeLabels = true});
        QCOMPARE(pairs.size(), 2);
        QCOMPARE(pairs.report.joinedByNormalizing, 2);
        VERIFY_CONTAINS(pairs.report.note, "2 labels found by normalizing, first \"CAT\" = \"cat\"");
    }
};

BRIDGESCOPE_TEST(PairFileTest)

} // namespace pair_file_tests

#include "pair_file.moc"
