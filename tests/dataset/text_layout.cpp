#include "core/dataset/text/layout.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

namespace text_layout_tests {

using namespace bridgescope;

namespace {

TextLayout guess(std::string_view text, const ReadOptions& options = {}, const std::string& file = "x.txt")
{
    return guessTextLayout({text, true}, options, file);
}

std::string lines(int n, const std::string& line)
{
    std::string text;
    for (int i = 0; i < n; ++i)
        text += line + "\n";
    return text;
}

} // namespace

class TextLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void guesses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("labels");
        QTest::addColumn<int>("d");
        const auto row = [](const char* name, const char* text, const char* format, const char* labels, int d) {
            QTest::newRow(name) << QByteArray(text) << QString(format) << QString(labels) << d;
        };
        row("glove", "the 0.1 0.2\nof 0.3 0.4\n", "GloVe text", "first column", 2);
        row("glove, numbers as words", "7 0.1 0.2\nof 0.3 0.4\n12 1 2\n", "GloVe text", "first column", 2);
        row("glove, blanks in labels", ". . . 0.1 0.2\nat a 0.3 0.4\nof 1 2\n", "GloVe text", "first column", 2);
        row("glove, tab behind the label", "the\t0.1 0.2\nof\t0.3 0.4\n", "GloVe text", "first column", 2);
        row("glove, one line", "the 0.1 0.2", "GloVe text", "first column", 2);
        row("glove, a broken line", "the 0.1 0.2\nof 0.3 0.4\na 0.5 0.6x\nto 1 2\n", "GloVe text", "first column", 2);
        row("glove, the first line broken", "the 0.1 0.2x\nof 0.3 0.4\nto 1 2\n", "GloVe text", "first column", 2);
        row("glove, a short line", "a 1 2 3\nb 1 2\nc 1 2 3\nd 1 2 3\n", "GloVe text", "first column", 3);
        row("word2vec", "2 3\nthe 1 2 3\nof 1 2 3\n", "word2vec text", "first column", 3);
        row("word2vec of one dimension", "2 1\nthe 1\nof 2\n", "word2vec text", "first column", 1);
        row("two columns of whole numbers", "1 2\n3 4\n5 6\n", "text, blank separated", "none", 2);
        row("savetxt", "1.0e+00 2.0e+00\n-1.5e-01 0.0e+00\n", "text, blank separated", "none", 2);
        row("blanks, header", "word d0 d1\nthe 0.1 0.2\nof 0.3 0.4\n", "text, blank separated, header line",
            "column word", 2);
        row("blanks, label last", "0.1 0.2 the\n0.3 0.4 of\n", "text, blank separated", "last column", 2);
        row("csv", "the,0.1,0.2\nof,0.3,0.4\n", "text, comma separated", "first column", 2);
        row("csv, one number", "the,0.1\nof,0.3\n", "text, comma separated", "first column", 1);
        row("csv, label last", "0.1,0.2,the\n0.3,0.4,of\n", "text, comma separated", "last column", 2);
        row("csv, label in the middle", "0.1,the,0.2\n0.3,of,0.4\n", "text, comma separated", "column 2", 2);
        row("csv, no labels", "0.1,0.2\n0.3,0.4\n", "text, comma separated", "none", 2);
        row("csv, blanks", "the, 0.1, 0.2\nof, 0.3, 0.4\n", "text, comma separated", "first column", 2);
        row("csv, numbers in labels", "40 115 122,0.1,0.2\n7,0.3,0.4\n9 9,1,2\n", "text, comma separated",
            "first column", 2);
        row("csv, header", "Word,a,b\nthe,0.1,0.2\n", "text, comma separated, header line", "column Word", 2);
        row("csv, header, label last", "a,b,name\n0.1,0.2,x\n", "text, comma separated, header line", "column name", 2);
        row("csv, numbered labels under a name", "id,a,b\n7,0.1,0.2\n9,0.1,0.2\n", "text, comma separated, header line",
            "column id", 2);
        row("csv, pandas", ",0,1\nthe,0.1,0.2\nof,0.3,0.4\n", "text, comma separated, header line", "first column", 2);
        row("csv, pandas, numbered rows", ",0,1\n0,0.1,0.2\n1,0.3,0.4\n", "text, comma separated, header line",
            "first column", 2);
        row("csv, numbered rows", "1,0.1,0.2\n2,0.3,0.4\n3,0.5,0.6\n", "text, comma separated", "first column", 2);
        row("csv, whole numbers counting", "0,1,2\n3,4,5\n6,7,8\n", "text, comma separated", "none", 3);
        row("csv, R", "a,b\nthe,0.1,0.2\nof,0.3,0.4\n", "text, comma separated, header line", "first column", 2);
        row("csv, quoted", "\"a, b\",0.1,0.2\n\"c\",0.3,0.4\n", "text, comma separated", "first column", 2);
        row("csv, quoted numbers", "\"a\",\"0.1\",\"0.2\"\n\"c\",\"0.3\",\"0.4\"\n", "text, comma separated",
            "first column", 2);
        row("csv, delimiter at the end", "a,0.1,0.2,\nb,0.3,0.4,\n", "text, comma separated", "first column", 2);
        row("semicolons", "a;0.1;0.2\nb;0.3;0.4\n", "text, semicolon separated", "first column", 2);
        row("decimal comma", "a;0,1;0,2\nb;0,3;0,4\n", "text, semicolon separated, decimal comma", "first column", 2);
        row("tabs, decimal comma", "a\t0,1\t0,2\nb\t0,3\t0,4\n", "text, tab separated, decimal comma", "first column",
            2);
        row("tabs", "0.1\t0.2\n0.3\t0.4\n", "text, tab separated", "none", 2);
        row("tabs, numbers in labels", "item 1\t0.1\t0.2\nitem 2\t0.3\t0.4\n", "text, tab separated", "first column",
            2);
        row("tabs, commas in labels", "a, 1, 2\t0.1\t0.2\nb, 3\t0.3\t0.4\n", "text, tab separated", "first column", 2);
        row("one column", "0.1\n0.2\n", "text, blank separated", "none", 1);
        row("mark", "\xEF\xBB\xBFthe,0.1,0.2\nof,0.3,0.4\n", "text, comma separated", "first column", 2);
    }
    void guesses()
    {
        QFETCH(QByteArray, text);
        const TextLayout layout = guess(text.toStdString());
        QTEST(QString::fromStdString(layout.describe()), "format");
        QTEST(QString::fromStdString(layout.labelSource()), "labels");
        QTEST(static_cast<int>(layout.d), "d");
    }
    void otherColumnsOfTextAreKept()
    {
        const TextLayout layout = guess("label,kind,a,b\nx,animal,0.1,0.2\ny,plant,0.3,0.4\n");
        QCOMPARE(layout.labelColumn, 0);
        QCOMPARE(layout.textColumns, std::vector<int>{1});
        QCOMPARE(layout.d, Index(2));
    }
    void optionsOverrule()
    {
        ReadOptions options;
        options.labelColumn = "2";
        QCOMPARE(guess("1,2,3\n4,5,6\n", options).labelColumn, 1);
        QCOMPARE(guess("1 2 3\n4 5 6\n", options).labelColumn, 1);
        options.labelColumn = "b";
        QCOMPARE(guess("a,b,c\n4,5,6\n", options).labelColumn, 1);
        VERIFY_HOLDS(errorOf([&] { guess("a,x,c\n4,5,6\n", options); }),
                     "has no column 'b' for labels; there are 3 (a, x, c)");
        options.labelColumn = "none";
        QCOMPARE(guess("x 2 3\ny 5 6\n", options).labelSource(), std::string("none"));
        QCOMPARE(guess("x,2,3\ny,5,6\n", options).textColumns, std::vector<int>{0});
        options = {};
        options.header = true;
        QCOMPARE(guess("1,2,3\n4,5,6\n", options).names, (std::vector<std::string>{"1", "2", "3"}));
        options.header = false;
        VERIFY_HOLDS(guess("a,b,c\n1,2,3\n", options).hint, "no header line");
        options = {};
        options.delimiter = ';';
        QCOMPARE(guess("a;1\nb;2\n", options).d, Index(1));
        options.delimiter = '|';
        const TextLayout piped = guess("word|a|b\nx y|1,5|2\nz|3|4\n", options);
        QCOMPARE(piped.d, Index(2));
        QCOMPARE(piped.describe(), std::string("text, | separated, decimal comma, header line"));
        options.format = "glove";
        VERIFY_HOLDS(errorOf([&] { guess("a|1|2\nb|3|4\n", options); }),
                     "does not part glove text, which blanks or tabs part; give --format text");
        options = {};
        options.format = "glove";
        VERIFY_HOLDS(errorOf([&] { guess("a,1.5,2\nb,3,4\n", options); }),
                     "x.txt:1: no column of numbers was found (GloVe text); leave --format out");
        QCOMPARE(guess("1 2 3\n4 5 6\n", options).d, Index(2));
        options.format = "text";
        QCOMPARE(guess("2 2\n4 5\n6 7\n", options).d, Index(2));
        options.format = "fasttext";
        QCOMPARE(guess("2 2\na 4 5\nb 6 7\n", options).describe(), std::string("fastText text"));
        VERIFY_HOLDS(errorOf([&] { guess("a 4 5\n", options); }), "is not the line 'N d'");
    }
    void fastTextByItsEnding()
    {
        QCOMPARE(guess("1 2\na 4 5 \n", {}, "x.vec").formatId, std::string("fasttext"));
        QCOMPARE(guess("1 2\na 4 5 \n", {}, "x.vec.gz").formatId, std::string("fasttext"));
    }
    void theBodyBeginsBehindTheHead()
    {
        const std::string text = "\xEF\xBB\xBF\n\nword,a,b\n\nthe,1,2\n";
        const TextLayout layout = guess(text);
        QCOMPARE(layout.bodyLine, Index(5));
        QCOMPARE(text.substr(layout.bodyOffset), std::string("the,1,2\n"));
        VERIFY_HOLDS(layout.hint, "header line, from 2 lines");
    }
    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("blank") << "\n \n\t\n"
                               << "holds no lines";
        QTest::newRow("words") << "hello world\nmore words\n"
                               << "x.txt:1: no column of numbers";
        QTest::newRow("only the count") << "200 100\n"
                                        << "claims 200 items, but none follows";
        QTest::newRow("another dimension") << "2 3\nthe 1 2\nof 1 2\n"
                                           << "x.txt:2: has 2 numbers where the first line claims 3";
    }
    void refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        VERIFY_HOLDS(errorOf([&] { guess(text.toStdString()); }), says.toStdString());
    }
    void matricesAreNoLabels()
    {
        const auto looks = [](const std::string& text) { return looksLikeMatrix({text, true}); };
        QVERIFY(looks("the 0.1 0.2\nof 0.3 0.4\n"));
        QVERIFY(looks("2 2\nthe 0.1 0.2\nof 0.3 0.4\n"));
        QVERIFY(looks("1,2,3\n4,5,6\n"));
        QVERIFY(!looks("the\nof\n"));
        QVERIFY(!looks("1\n2\n3\n"));
        QVERIFY(!looks("40 115 122\n7\n1 2 3 4\n"));
        QVERIFY(!looks("great white shark\ntench, Tinca tinca\n"));
    }
    void longLinesWidenTheHead()
    {
        const Folder folder;
        std::string line = "w";
        for (int i = 0; i < 40'000; ++i)
            line += " 0.5";
        TextSource source(MappedFile::open(folder.write("wide.txt", lines(3, line))));
        const TextHead head = headOf(source);
        QCOMPARE(guessTextLayout(head, {}, "wide.txt").d, Index(40'000));
    }
};

BRIDGESCOPE_TEST(TextLayoutTest)

} // namespace text_layout_tests

#include "text_layout.moc"
