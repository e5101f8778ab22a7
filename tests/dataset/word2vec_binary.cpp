#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <cstring>

namespace word2vec_binary_tests {

using namespace bridgescope;

namespace {

std::string item(const std::string& label, std::initializer_list<float> values, const char* end = "\n")
{
    std::string bytes(values.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), values.begin(), bytes.size());
    return label + ' ' + bytes + end;
}

} // namespace

class Word2vecBinaryTest : public QObject {
    Q_OBJECT
    Folder m_folder;

private slots:
    void withAndWithoutNewlines()
    {
        for (const char* end : {"\n", ""}) {
            // The first float of the second vector begins with a byte that is a newline.
            float tricky = 0;
            std::memcpy(&tricky, "\x0a\x20\x0a\x3f", sizeof tricky);
            const std::string bytes = "2 3\n" + item("the", {1, -2, 0.5f}, end) + item("of", {tricky, 0, 4}, end);
            const EmbeddingSet set = readEmbeddingSet(m_folder.write("w.bin", bytes));
            QCOMPARE(set.labels, (std::vector<std::string>{"the", "of"}));
            QCOMPARE(numbersOf(set), (std::vector<float>{1, -2, 0.5f, tricky, 0, 4}));
            QVERIFY(set.warnings.empty());
            QCOMPARE(set.format, std::string("word2vec binary, labels: before each vector"));
        }
    }
    void isToldFromText()
    {
        QCOMPARE(readEmbeddingSet(m_folder.write("t.bin", "2 2\nthe 1 2\n\x01of 3 4\n")).format.substr(0, 13),
                 std::string("word2vec text"));
        QCOMPARE(previewFile(m_folder.write("b.any", "1 2\n" + item("the", {1, 2}))).formatId,
                 std::string("word2vec-binary"));
    }
    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size())) << QString(says);
        };
        const std::string good = "2 3\n" + item("the", {1, 2, 3}) + item("of", {4, 5, 6});
        row("cut in the last vector", good.substr(0, good.size() - 3), "ends inside the vector of item 2 of 2");
        row("cut in the middle", good.substr(0, 22), "claims 2 items of 3 dimensions, but only 18 bytes follow");
        row("huge", "99999999999 100\n" + item("the", {1, 2, 3}), "claims 99999999999 items");
        row("overflow", "4611686018427387904 4611686018427387904\n" + item("the", {1, 2}),
            "claims 4611686018427387904 items");
        row("no items", "0 3\n" + item("the", {1, 2, 3}), "claims 0 items of 3 dimensions");
        row("no dimensions", "2 0\n" + item("the", {1, 2, 3}), "");
        row("label never ends", "2 1\n" + std::string(30'000, 'x'), "no blank ends the label of item 1 of 2");
        row("no header", item("the", {1, 2, 3}), "NUL byte");
    }
    void broken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const std::string file = m_folder.write("w.bin", {bytes.data(), static_cast<std::size_t>(bytes.size())});
        const std::string error = errorOf([&] { readEmbeddingSet(file); });
        QVERIFY(error != "no error");
        VERIFY_HOLDS(error, says.toStdString());
        QVERIFY(errorOf([&] { previewFile(file); }) != "no error");
    }
    void theFormatAskedForIsChecked()
    {
        ReadOptions options;
        options.format = "word2vec-binary";
        const std::string file = m_folder.write("x.csv", "a,1,2\n");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, options); }), "does not begin with a line 'N d'");
        VERIFY_HOLDS(errorOf([&] { previewFile(file, options); }), "does not begin with a line 'N d'");
        options.format = "npy";
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, options); }), "does not begin as a .npy file does");
        options.format = "nonsense";
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, options); }), "format 'nonsense' is not known");
    }
    void bytesBehindTheLastVector()
    {
        const std::string bytes = "1 2\n" + item("the", {1, 2}) + item("of", {3, 4});
        const EmbeddingSet set = readEmbeddingSet(m_folder.write("w.bin", bytes));
        QCOMPARE(set.size(), Index(1));
        QCOMPARE(set.warnings, std::vector<std::string>{"12 bytes behind the last vector ignored"});
    }
};

BRIDGESCOPE_TEST(Word2vecBinaryTest)

} // namespace word2vec_binary_tests

#include "word2vec_binary.moc"
