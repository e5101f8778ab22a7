#include "core/dataset/writer.h"
#include "core/base/random.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>

namespace writer_tests {

using namespace bridgescope;

namespace {

EmbeddingSet randomSet(std::vector<std::string> labels)
{
    Random random(11, "writer");
    Matrix matrix(3, static_cast<Index>(labels.size()));
    for (Index i = 0; i < 3 * matrix.columns(); ++i)
        matrix.data()[i] =
            static_cast<float>(random.normal() * std::pow(10, static_cast<double>(random.below(60)) - 30));
    matrix(0, 0) = std::numeric_limits<float>::max();
    matrix(1, 0) = std::numeric_limits<float>::denorm_min();
    EmbeddingSet set;
    set.vectors = Vectors(std::move(matrix));
    set.labels = std::move(labels);
    return set;
}

} // namespace

class WriterTest : public QObject {
    Q_OBJECT
    Folder m_folder;

private slots:
    void everyFormatReadsBackExactly_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"x.npy", "x.csv", "x.tsv", "x.txt", "x.vec"})
            QTest::newRow(name) << name;
    }
    void everyFormatReadsBackExactly()
    {
        QFETCH(QString, name);
        const bool words = name.endsWith("txt") || name.endsWith("vec");
        for (const std::vector<std::string>& labels :
             {std::vector<std::string>{"plain", "käse", "a", "\"", "'", "#"},
              std::vector<std::string>{"1", "2", "nan", "-3e5"},
              std::vector<std::string>{"a, b", "say \"hi\"", "c; d", "two words", "\"quoted\"", "x"}}) {
            const EmbeddingSet set = randomSet(labels);
            const std::string file = m_folder.path(name.toStdString());
            std::vector<std::string> warnings;
            Context context;
            context.warn = [&](const std::string& text) { warnings.push_back(text); };
            writeEmbeddingSet(set, file, context);
            const EmbeddingSet back = readEmbeddingSet(file);
            QCOMPARE(numbersOf(back), numbersOf(set));
            if (!words || labels.size() < 6 || labels[0] == "plain")
                QCOMPARE(back.labels, labels);
            else {
                QCOMPARE(back.labels[3], std::string("two_words"));
                QCOMPARE(warnings, std::vector<std::string>{file + ": 4 labels written with underscores for blanks"});
            }
        }
    }
    void setsWithoutLabels()
    {
        EmbeddingSet set = randomSet({"a", "b", "c"});
        std::vector<std::string> warnings;
        Context context;
        context.warn = [&](const std::string& text) { warnings.push_back(text); };
        const std::string npy = m_folder.path("bare.npy");
        writeEmbeddingSet(set, npy, context);
        std::ofstream(m_folder.path("bare.rows.txt")) << "1\n2\n3\n";
        writeEmbeddingSet(set, npy, context);
        QCOMPARE(warnings.size(), std::size_t(1));
        VERIFY_HOLDS(warnings[0], "bare.rows.txt: removed");
        QVERIFY(!std::filesystem::exists(m_folder.path("bare.rows.txt")));
        // Labels that are there would name vectors that have none; they may be somebody's own.
        set.labels.clear();
        VERIFY_HOLDS(errorOf([&] { writeEmbeddingSet(set, npy, context); }), "bare.labels.txt: is there");
        QCOMPARE(readEmbeddingSet(npy).labels.size(), std::size_t(3));
        std::filesystem::remove(m_folder.path("bare.labels.txt"));
        writeEmbeddingSet(set, npy, context);
        QVERIFY(readEmbeddingSet(npy).labels.empty());
        for (const char* name : {"bare.csv", "bare.tsv"}) {
            writeEmbeddingSet(set, m_folder.path(name));
            const EmbeddingSet back = readEmbeddingSet(m_folder.path(name));
            QVERIFY(back.labels.empty());
            QCOMPARE(numbersOf(back), numbersOf(set));
        }
        writeEmbeddingSet(set, m_folder.path("bare.txt"));
        QCOMPARE(readEmbeddingSet(m_folder.path("bare.txt")).labels[2], std::string("#3"));
    }
    void whatNumpyReads()
    {
        const std::string file = m_folder.path("numpy.npy");
        writeEmbeddingSet(randomSet({"a", "b"}), file);
        const std::string bytes = readBytes(file);
        QCOMPARE(bytes.size(), std::size_t(128 + 2 * 3 * 4));
        QCOMPARE(bytes.substr(0, 10),
                 std::string("\x93NUMPY\x01\0\x76\0", 10)); // numpy 1.24 writes the same for this shape
        QCOMPARE(bytes.substr(10, 59), std::string("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"));
        QCOMPARE(bytes[127], '\n');
    }
    void notFiniteNumbers()
    {
        Matrix matrix(3, 2);
        matrix(0, 0) = std::numeric_limits<float>::quiet_NaN();
        matrix(1, 0) = -std::numeric_limits<float>::infinity();
        matrix(2, 1) = -0.0f;
        EmbeddingSet set;
        set.vectors = Vectors(std::move(matrix));
        set.labels = {"a", "b"};
        const std::string file = m_folder.path("odd.csv");
        writeEmbeddingSet(set, file);
        QCOMPARE(readBytes(file), std::string("a,nan,-inf,0\nb,0,0,-0\n"));
        const EmbeddingSet back = readEmbeddingSet(file);
        QVERIFY(std::isnan(back.vectors.item(0)[0]) && std::isinf(back.vectors.item(0)[1]) &&
                std::signbit(back.vectors.item(1)[2]));
    }
    void whatCannotBeWritten()
    {
        const EmbeddingSet set = randomSet({"a", "b"});
        const auto error = [&](const std::string& file) { return errorOf([&] { writeEmbeddingSet(set, file); }); };
        VERIFY_HOLDS(error(m_folder.path("x.parquet")), "name it .npy, .csv, .tsv, .txt or .vec");
        VERIFY_HOLDS(error(m_folder.path("no/such/x.npy")), "No such file or directory");
        for (const char* name : {"full.npy", "full.csv", "full.txt"}) {
            std::filesystem::create_symlink("/dev/full", m_folder.path(name));
            VERIFY_HOLDS(error(m_folder.path(name)), "No space left on device");
            QVERIFY(!std::filesystem::exists(m_folder.path("full.labels.txt")));
        }
    }
    void stoppedWritesLeaveNothing()
    {
        std::stop_source source;
        source.request_stop();
        Context context;
        context.stop = source.get_token();
        const std::string file = m_folder.path("stopped.npy");
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeEmbeddingSet(randomSet({"a", "b"}), file, context));
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(file).parent_path()))
            QVERIFY(entry.path().filename().string().find("stopped") == std::string::npos);
    }
};

BRIDGESCOPE_TEST(WriterTest)

} // namespace writer_tests

#include "writer.moc"
