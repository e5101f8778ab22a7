#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <charconv>
#include <cmath>
#include <zlib.h>

namespace text_tests {

using namespace bridgescope;

namespace {

std::string gzip(const std::string& text)
{
    std::string packed(compressBound(text.size()) + 64, '\0');
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// A text of word vectors and the numbers in it.
struct Words {
    std::string text;
    std::vector<float> numbers;
    std::vector<std::string> labels;
};

Words manyWords(int n, int d)
{
    Random random(3, "words");
    Words words;
    for (int i = 0; i < n; ++i) {
        words.labels.push_back((i % 7 == 0 ? "two words " : "word") + std::to_string(i));
        words.text += words.labels.back();
        for (int j = 0; j < d; ++j) {
            char digits[32];
            const auto value = static_cast<float>(random.normal());
            const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
            words.text += ' ';
            words.text.append(digits, end);
            words.numbers.push_back(value);
        }
        words.text += i % 1000 == 3 ? "\n\n" : "\n";
    }
    return words;
}

} // namespace

class TextTest : public QObject {
    Q_OBJECT
    Folder m_folder;
    EmbeddingSet read(const std::string& name, const std::string& text, const ReadOptions& options = {}) const
    {
        return readEmbeddingSet(m_folder.write(name, text), options);
    }

private slots:
    void cleanup() { setThreadCount(0); }

    void whatIsAcceptedReadsTheSame_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("csv") << QByteArray("a b,1,-2.5\nc,0.25,4\n");
        QTest::newRow("crlf") << QByteArray("a b,1,-2.5\r\nc,0.25,4\r\n");
        QTest::newRow("no newline at the end") << QByteArray("a b,1,-2.5\nc,0.25,4");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a b,1,-2.5\nc,0.25,4\n");
        QTest::newRow("blank lines") << QByteArray("\n\na b,1,-2.5\n\n  \nc,0.25,4\n\n");
        QTest::newRow("header") << QByteArray("word,x,y\na b,1,-2.5\nc,0.25,4\n");
        QTest::newRow("blanks around") << QByteArray("  a b , 1 , -2.5 \n c, 0.25,4\n");
        QTest::newRow("quotes") << QByteArray("\"a b\",1,-2.5\n\"c\",\"0.25\",4\n");
        QTest::newRow("label last") << QByteArray("1,-2.5,a b\n0.25,4,c\n");
        QTest::newRow("delimiter at the end") << QByteArray("a b,1,-2.5,\nc,0.25,4,\n");
        QTest::newRow("tabs") << QByteArray("a b\t1\t-2.5\nc\t0.25\t4\n");
        QTest::newRow("semicolons") << QByteArray("a b;1;-2,5\nc;0,25;4\n");
        QTest::newRow("glove") << QByteArray("a b 1 -2.5\nc 0.25 4\n");
        QTest::newRow("glove, tabs and runs of blanks") << QByteArray("a b\t1   -2.5  \nc 0.25\t\t4\n");
        QTest::newRow("fasttext") << QByteArray("2 2\na b 1 -2.5 \nc 0.25 4 \n");
        QTest::newRow("line break in quotes") << QByteArray("\"a\nb\",1,-2.5\nc,0.25,4\n");
    }
    void whatIsAcceptedReadsTheSame()
    {
        QFETCH(QByteArray, text);
        for (const bool packed : {false, true}) {
            const std::string bytes = text.toStdString();
            const EmbeddingSet set = read(packed ? "x.txt.gz" : "x.txt", packed ? gzip(bytes) : bytes);
            QCOMPARE(numbersOf(set), (std::vector<float>{1, -2.5f, 0.25f, 4}));
            QCOMPARE(set.labels, (std::vector<std::string>{"a b", "c"}));
            QCOMPARE(set.dimension(), Index(2));
            QCOMPARE(set.name, std::string("x"));
        }
    }
    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QByteArray(text.data(), static_cast<int>(text.size())) << QString(says);
        };
        const std::string good = countingCsv(300); // more than is looked at for guessing
        row("no number", good + "x,1,two\n", ":301: 'two' in column 3 is not a number");
        row("no number in the first lines", "a,1,2\nb,1,2x\nc,1,2\n", ":2: '2x' in column 3 is not a number");
        row("empty field", good + "x,,2\n", ":301: column 2 is empty where a number belongs");
        row("too few", good + "x,1\n", ":301: 2 fields where the first items have 3");
        row("too many", good + "x,1,2,3\n", ":301: 4 fields where the first items have 3");
        row("far too few", good + "x\n", ":301: the line is too short");
        row("the first of several", good + "x,1\ny,2\nz,z,z\n", ":301: 2 fields");
        row("quote never closed", good + "\"x,1,2\ny,1,2\n", ":301: a quote that opens a field here is never closed");
        row("NUL", good + std::string("x\0,1,2\n", 7), ":301: holds a NUL byte");
        row("blank counted lines", good + "\n\nx,1\n", ":303: 2 fields");
        row("lines in quotes counted", good + "\"a\nb\",1,2\nx,1\n", ":303: 2 fields");
        row("glove, short", "a 1 2 3\nb 1 2 3\nc 1 2\n", ":3: 3 fields where the first items have 4");
        row("glove, no number", "a 1 2 3\nb 1 2 3\nc 1 2 3x\n", ":3: '3x' in column 4 is not a number");
        row("count too big", "3 2\na 1 2\nb 1 2\n", ":1: the first line claims 3 items, but only 2 follow");
        row("dimension wrong", "2 3\na 1 2\nb 1 2\n", ":2: has 2 numbers where the first line claims 3");
        row("utf-16",
            std::string("\xFF\xFE"
                        "a\0,\0"
                        "1\0\n\0",
                        10),
            "UTF-16");
        row("carriage returns", "a,1,2\rb,1,2\r", "carriage return alone");
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const std::string bytes(text.data(), static_cast<std::size_t>(text.size()));
        const std::string file = m_folder.write("bad.csv", bytes);
        const std::string error = errorOf([&] { readEmbeddingSet(file); });
        VERIFY_HOLDS(error, says.toStdString());
        VERIFY_HOLDS(error, file);
        VERIFY_HOLDS(error, "; ");
    }
    void oddButAccepted()
    {
        const auto warning = [&](const std::string& text) {
            const EmbeddingSet set = read("odd.csv", text);
            return set.warnings.empty() ? std::string() : set.warnings[0];
        };
        QCOMPARE(warning("a,1,2\nb,nan,-inf\n"), std::string());
        QCOMPARE(summarize(read("nan.csv", "a,1,2\nb,nan,-inf\nc,1,1e39\n")).nonFinite, Index(2));
        QCOMPARE(warning("a,1,2\nb,1e39,-1e39\n"), std::string("2 numbers beyond float32's range, now infinite"));
        QCOMPARE(warning("a,1,2\n,3,4\n"), std::string("1 label empty"));
        QCOMPARE(warning("\"a\nb\",1,2\nc,3,4\n"), std::string("1 label with line breaks, now blanks"));
        QCOMPARE(warning("1 2\na 1 2\nb 3 4\n"), std::string("the first line claims 1 item; all 2 were read"));
        QCOMPARE(read("latin.csv", "caf\xe9,1,2\nb,1,2\n").labels[0], std::string("caf\uFFFD"));
        VERIFY_HOLDS(warning("caf\xe9,1,2\nb,1,2\n"), "1 label not UTF-8");
        VERIFY_HOLDS(warning("a,1\nb,2\n"), "one dimension");
        QCOMPARE(read("same.csv", "a,1,2\na,1,2\n").labels, (std::vector<std::string>{"a", "a"}));
    }
    void columnsOfTextBecomeMetadata()
    {
        const EmbeddingSet set = read("kinds.csv", "label,kind,a,b\nx,animal,1,2\ny, plant ,3,4\n");
        QCOMPARE(set.metadata.columns.size(), std::size_t(1));
        QCOMPARE(set.metadata.find("kind")->values, (std::vector<std::string>{"animal", "plant"}));
        QCOMPARE(numbersOf(set), (std::vector<float>{1, 2, 3, 4}));
        ReadOptions none;
        none.labelColumn = "none";
        const EmbeddingSet unlabelled = read("kinds.csv", "x,1,2\ny,3,4\n", none);
        QVERIFY(unlabelled.labels.empty());
        QCOMPARE(unlabelled.metadata.find("column 1")->values, (std::vector<std::string>{"x", "y"}));
        QVERIFY(read("words.txt", "x 1 2\ny 3 4\n", none).labels.empty());
    }
    /// Chunks of 4 MiB and, packed, windows of 32 MiB: labels, numbers and lines stay in order over every cut.
    void manyChunksForAnyNumberOfThreads()
    {
        const Words words = manyWords(40'000, 100);
        QVERIFY(words.text.size() > (std::size_t(36) << 20));
        const std::string plain = m_folder.write("many.txt", words.text),
                          packed = m_folder.write("many.txt.gz", gzip(words.text));
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            const EmbeddingSet set = readEmbeddingSet(plain);
            QCOMPARE(set.labels, words.labels);
            QVERIFY(numbersOf(set) == words.numbers);
        }
        const EmbeddingSet unpacked = readEmbeddingSet(packed);
        QCOMPARE(unpacked.labels, words.labels);
        QVERIFY(numbersOf(unpacked) == words.numbers);
        m_folder.write("many.txt", words.text + "last 1 2\n");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(plain); }), ":40041: the line is too short for the 100 numbers");
    }
    void quotedRecordsOverChunks()
    {
        std::string text;
        std::vector<std::string> labels;
        for (int i = 0; i < 60'000; ++i) {
            labels.push_back("a, \"b\" and more text to fill the line, number " + std::to_string(i));
            text += "\"a, \"\"b\"\" and more text to fill\nthe line, number " + std::to_string(i) +
                    "\",0.125,0.5,0.25,1,2,3,4,5,6,7\n";
        }
        QVERIFY(text.size() > (std::size_t(4) << 20));
        const EmbeddingSet set = read("quoted.csv", text);
        QCOMPARE(set.labels, labels);
        QCOMPARE(set.dimension(), Index(10));
        QCOMPARE(set.warnings[0], std::string("60000 labels with line breaks, now blanks"));
    }
    void gzipBroken()
    {
        const std::string packed = gzip(countingCsv(1000));
        for (std::size_t length = 3; length < packed.size(); length += 97)
            QVERIFY(errorOf([&] { read("cut.csv.gz", packed.substr(0, length)); }) != "no error");
        VERIFY_HOLDS(errorOf([&] { read("cut.csv.gz", packed.substr(0, packed.size() - 4)); }), "ends too early");
        std::string damaged = packed;
        damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1); // its checksum
        VERIFY_HOLDS(errorOf([&] { read("damaged.csv.gz", damaged); }), "damaged");
        // Members one behind another, as `cat a.gz b.gz` makes them, and padding.
        const EmbeddingSet set = read("two.csv.gz", gzip("a,1,2\n") + gzip("b,3,4\n") + std::string(512, '\0'));
        QCOMPARE(set.labels, (std::vector<std::string>{"a", "b"}));
        QVERIFY(set.warnings.empty());
        const EmbeddingSet junk = read("junk.csv.gz", gzip("a,1,2\nb,3,4\n") + "JUNK");
        QCOMPARE(junk.warnings, std::vector<std::string>{"4 bytes behind the gzip stream ignored"});
        VERIFY_HOLDS(errorOf([&] { read("none.csv.gz", gzip("")); }), "holds no lines");
    }
    void stops()
    {
        std::stop_source source;
        source.request_stop();
        Context context;
        context.stop = source.get_token();
        const std::string file = m_folder.write("stop.csv", countingCsv(100));
        QVERIFY_THROWS_EXCEPTION(Cancelled, readEmbeddingSet(file, {}, context));
    }
};

BRIDGESCOPE_TEST(TextTest)

} // namespace text_tests

#include "text.moc"
