#include "core/dataset/mapped_file.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <bit>
#include <cstring>
#include <limits>

namespace npy_tests {

using namespace bridgescope;

namespace {

/// A .npy file of the header text given, padded as numpy pads it, and its body.
std::string npy(const std::string& dict, const std::string& body, char version = 1)
{
    std::string header = dict;
    while ((header.size() + (version == 1 ? 10 : 12) + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += version;
    bytes += '\0';
    for (int i = 0; i < (version == 1 ? 2 : 4); ++i)
        bytes += static_cast<char>(header.size() >> (8 * i) & 0xFF);
    return bytes + header + body;
}

std::string dict(const std::string& descr, const std::string& shape, const std::string& order = "False")
{
    return "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

std::string floats(std::initializer_list<float> values)
{
    std::string bytes(values.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), values.begin(), bytes.size());
    return bytes;
}

const std::string frozen = BRIDGESCOPE_TEST_DATA "/dataset/npy/";

} // namespace

class NpyTest : public QObject {
    Q_OBJECT
    Folder m_folder;

private slots:
    void numpysOwnFiles_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& entry : std::filesystem::directory_iterator(frozen))
            if (entry.path().extension() == ".npy")
                QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().stem().string());
    }
    void numpysOwnFiles()
    {
        QFETCH(QString, name);
        const EmbeddingSet set = readEmbeddingSet(frozen + name.toStdString() + ".npy");
        const std::string expected = readBytes(frozen + name.toStdString() + ".f32");
        const std::vector<float> numbers = numbersOf(set);
        QCOMPARE(numbers.size() * sizeof(float), expected.size());
        QCOMPARE(set.size(), name == "one_item" ? Index(1) : Index(7));
        QCOMPARE(set.dimension(), name == "one_dimension" ? Index(1) : Index(5));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            float want = 0;
            std::memcpy(&want, expected.data() + i * sizeof(float), sizeof(float));
            if (std::isnan(want))
                QVERIFY(std::isnan(numbers[i]));
            else
                QCOMPARE(std::bit_cast<std::uint32_t>(numbers[i]), std::bit_cast<std::uint32_t>(want));
        }
    }
    void nativeFloatsAreNotCopied()
    {
        const EmbeddingSet set = readEmbeddingSet(frozen + "f32_little.npy");
        QVERIFY(set.mapped);
        const char* data = reinterpret_cast<const char*>(set.vectors.view().data);
        QVERIFY(data > set.mapped->data() && data < set.mapped->data() + set.mapped->size());
        QVERIFY(!readEmbeddingSet(frozen + "f32_big.npy").mapped);
        // The vectors alone keep the mapping alive.
        Vectors kept;
        {
            const EmbeddingSet passing = readEmbeddingSet(frozen + "f32_little.npy");
            kept = passing.vectors;
        }
        QCOMPARE(kept.item(6)[4], set.vectors.item(6)[4]);
    }
    void headerThatLeavesTheFloatsUnaligned()
    {
        std::string bytes = "\x93NUMPY";
        const std::string header = dict("'<f4'", "(1, 2)") + "\n";
        bytes += '\x01';
        bytes += '\0';
        bytes += static_cast<char>(header.size() + (4 - (10 + header.size()) % 4) % 4 + 1);
        bytes += '\0';
        bytes += std::string((4 - (10 + header.size()) % 4) % 4 + 1, ' ') + header + floats({3, -4});
        const EmbeddingSet set = readEmbeddingSet(m_folder.write("unaligned.npy", bytes));
        QVERIFY(!set.mapped);
        QCOMPARE(numbersOf(set), (std::vector<float>{3, -4}));
    }
    void lossesAreCounted()
    {
        const auto warningsOf = [](const std::string& name) {
            std::string all;
            for (const auto& warning : readEmbeddingSet(frozen + name).warnings)
                all += warning + "|";
            return all;
        };
        // 1e300, -3.5e38 and a value half a step above the largest float32; the other 32 are random float64.
        VERIFY_HOLDS(warningsOf("f64_little.npy"), "3 values beyond float32's range");
        VERIFY_HOLDS(warningsOf("f64_little.npy"), "values rounded");
        VERIFY_HOLDS(warningsOf("i64_big.npy"), "rounded");
        QCOMPARE(warningsOf("f16_little.npy"), std::string());
        QCOMPARE(warningsOf("u16_big.npy"), std::string());
        const std::string body("\x01\0\0\x01\x01\0\0\0", 8); // 2^24 + 1 and 1
        const EmbeddingSet set = readEmbeddingSet(m_folder.write("one.npy", npy(dict("'<i4'", "(1, 2)"), body)));
        QCOMPARE(set.warnings, std::vector<std::string>{"1 value rounded, which float32 does not hold exactly"});
    }
    void bytesBehindTheArray()
    {
        const EmbeddingSet set =
            readEmbeddingSet(m_folder.write("extra.npy", npy(dict("'<f4'", "(1, 2)"), floats({1, 2}) + "tail")));
        QCOMPARE(set.warnings, std::vector<std::string>{"4 bytes behind the array ignored"});
        QCOMPARE(numbersOf(set), (std::vector<float>{1, 2}));
    }
    void headersAreReadByTheirGrammar()
    {
        const std::string body = floats({1, 2});
        for (const std::string& good : {std::string("{'shape': (1, 2), 'descr': '<f4', 'fortran_order': False}"),
                                        std::string("{\"shape\":(1L,2L),\"descr\":\"<f4\",\"fortran_order\":False}"),
                                        std::string("  { 'descr' : '=f4' ,'fortran_order':False,\n'shape':(1,2,) }  ")})
            QCOMPARE(numbersOf(readEmbeddingSet(m_folder.write("good.npy", npy(good, body)))),
                     (std::vector<float>{1, 2}));
    }
    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size())) << QString(says);
        };
        const std::string body = floats({1, 2, 3, 4}), good = npy(dict("'<f4'", "(2, 2)"), body);
        row("magic only", good.substr(0, 6), "ends inside the NumPy header");
        row("cut length", good.substr(0, 9), "ends inside the NumPy header");
        row("cut header", good.substr(0, 50), "claims 118 bytes");
        row("cut body", good.substr(0, good.size() - 1), "needs 16 bytes, but only 15 follow");
        row("no body", npy(dict("'<f4'", "(2, 2)"), ""), "but only 0 follow");
        row("version 0", "\x93NUMPY" + std::string("\0\0\x04\0{}  ", 8), "format version 0");
        row("version 9", npy(dict("'<f4'", "(2, 2)"), body, 9).substr(0, 200), "format version 9");
        row("header of 4 GB", "\x93NUMPY\x02" + std::string("\0\xff\xff\xff\xff{}", 7), "claims 4294967295 bytes");
        row("code", npy("__import__('os').system('true')", body), "not a dict literal");
        row("nested", npy("{'descr': '<f4', 'fortran_order': False, 'shape': ((1),2)}", body),
            "not made of whole numbers");
        row("missing key", npy("{'descr': '<f4', 'shape': (2, 2)}", body), "lacks one of");
        row("key twice", npy("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}", body),
            "repeated");
        row("unknown key", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), 'x': 1}", body), "unknown");
        row("unclosed", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), ", body), "no text");
        row("behind the dict", npy(dict("'<f4'", "(2, 2)") + " + {}", body), "goes on after its dict");
        row("order", npy(dict("'<f4'", "(2, 2)", "Maybe"), body), "neither True nor False");
        row("complex", npy(dict("'<c8'", "(1, 2)"), body), "type '<c8'");
        row("text", npy(dict("'<U4'", "(1, 1)"), body), "type '<U4'");
        row("dates", npy(dict("'<M8[ns]'", "(1, 2)"), body), "type '<M8[ns]'");
        row("long double", npy(dict("'<f16'", "(1, 1)"), body), "type '<f16'");
        row("objects", npy(dict("'|O'", "(2, 2)"), body), "never unpickled");
        row("structured", npy(dict("[('a', '<f4')]", "(4,)"), body), "named fields");
        row("one dimension", npy(dict("'<f4'", "(4,)"), body), "is 1-dimensional");
        row("three", npy(dict("'<f4'", "(1, 2, 2)"), body), "is 3-dimensional");
        row("scalar", npy(dict("'<f4'", "()"), body), "is 0-dimensional");
        row("no rows", npy(dict("'<f4'", "(0, 2)"), body), "0 items of 2 dimensions");
        row("no columns", npy(dict("'<f4'", "(2, 0)"), body), "2 items of 0 dimensions");
        row("negative", npy(dict("'<f4'", "(-2, 2)"), body), "negative length -2");
        row("65 bits", npy(dict("'<f4'", "(18446744073709551616, 2)"), body), "does not fit 64 bits");
        row("overflow", npy(dict("'<f4'", "(4611686018427387904, 4)"), body), "does not fit 64 bits");
        row("overflow of bytes", npy(dict("'<f8'", "(2305843009213693952, 2)"), body), "does not fit 64 bits");
        row("too big", npy(dict("'<f4'", "(1099511627776, 100)"), body), "needs 439804651110400 bytes");
    }
    void broken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const std::string file = m_folder.write("broken.npy", {bytes.data(), static_cast<std::size_t>(bytes.size())});
        const std::string error = errorOf([&] { readEmbeddingSet(file); });
        VERIFY_HOLDS(error, says.toStdString());
        VERIFY_HOLDS(error, file);
        VERIFY_HOLDS(error, "; "); // what to do
        QCOMPARE(errorOf([&] { previewFile(file); }), error);
    }
    void cutAnywhere()
    {
        const std::string good = npy(dict("'<f4'", "(2, 2)"), floats({1, 2, 3, 4}));
        for (std::size_t length = 0; length < good.size(); ++length) {
            const std::string file = m_folder.write("cut.npy", good.substr(0, length));
            QVERIFY2(errorOf([&] { readEmbeddingSet(file); }) != "no error", std::to_string(length).c_str());
        }
    }
};

BRIDGESCOPE_TEST(NpyTest)

} // namespace npy_tests

#include "npy.moc"
