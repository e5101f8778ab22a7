#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <sys/stat.h>
#include <unistd.h>

namespace formats_tests {

using namespace bridgescope;

namespace {

std::string zipOf(const std::string& entry)
{
    std::string bytes("PK\x03\x04", 4);
    bytes += std::string(22, '\0');
    bytes += static_cast<char>(entry.size());
    bytes += std::string(3, '\0');
    return bytes + entry + std::string(64, '\1');
}

} // namespace

/// What is recognised but not read: one line that says so and what to do; and what is no readable file at all.
class FormatsTest : public QObject {
    Q_OBJECT
    Folder m_folder;

private slots:
    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* title, const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(title) << QString(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size()))
                                 << QString(says);
        };
        const std::string safetensors =
            std::string("\x38\0\0\0\0\0\0\0", 8) + "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}";
        row("npz by content", "x.dat", zipOf("vectors.npy"),
            "npz archive, which is not read yet; save one array: numpy.save(");
        row("npz by ending", "x.npz", "no archive", "does not begin as an npz archive does");
        row("zip", "x.zip", zipOf("glove.txt"), "zip archive, which is not read; unpack it");
        row("spreadsheet", "x.xlsx", zipOf("[Content_Types].xml"),
            "spreadsheet, which is not read; save the sheet as CSV");
        row("torch", "x.bin", zipOf("archive/data.pkl"),
            "never unpickled; convert it where you trust it, in Python: import torch, numpy; numpy.save(");
        row("torch by ending", "x.pt", "whatever", "import torch, numpy; numpy.save(");
        row("pickle by content", "x.dat", std::string("\x80\x04\x95\x10\0\0", 6), "import pickle, numpy; numpy.save(");
        row("pickle of protocol 2", "x.dat", std::string("\x80\x02}q\0", 5), "import pickle, numpy; numpy.save(");
        row("pickle by ending", "x.pkl", "(lp0\n.", "import pickle, numpy; numpy.save(");
        row("HDF5", "x.csv", std::string("\x89HDF\r\n\x1a\n\0\0", 10),
            "HDF5 file, which is not read yet; save one array");
        row("MATLAB", "x.dat", std::string("MATLAB 5.0 MAT-file") + std::string(100, ' ') + std::string(8, '\0'),
            "MATLAB file, which is not read yet; save one array");
        row("MATLAB by ending", "x.mat", "anything", "MATLAB file, which is not read yet");
        row("safetensors", "x.dat", safetensors, "safetensors file, which is not read as vectors yet");
        row("fastText model", "x.bin", std::string("\xBA\x16\x4F\x2F\x0c\0\0\0", 8),
            "fastText model, which is not read yet; use the .vec file");
        row("JSON lines", "x.txt", "{\"word\": \"the\", \"vector\": [1, 2]}\n",
            "JSON, which is not read yet; write it as CSV");
        row("JSON", "x.json", "[[1, 2], [3, 4]]", "JSON, which is not read yet");
        row("bzip2", "x.txt.bz2", std::string("BZh91AY&SY\0\1", 12),
            "bzip2, which is not read; unpack it with bunzip2");
        row("npy in name only", "x.npy", "the 1 2\n", "does not begin as a .npy file does");
        row("bytes", "x.txt", std::string("the 1 2\n\0\1\2", 11), "holds a NUL byte");
    }
    void refused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const std::string file =
            m_folder.write(name.toStdString(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
        const std::string error = errorOf([&] { readEmbeddingSet(file); });
        VERIFY_HOLDS(error, says.toStdString());
        VERIFY_HOLDS(error, file);
        QCOMPARE(errorOf([&] { previewFile(file); }), error);
    }
    void wordsThatLookLikeOtherFormats()
    {
        // Tokens of word vectors: brackets, and the first letters of magics.
        for (const char* text : {"{ 1 2\n} 3 4\n", "[ 1 2\n] 3 4\n", "PK 1 2\nBZ 3 4\n", "\" 1 2\n' 3 4\n",
                                 "FiFu 1 2\nMATLAB 3 4\n", "MATLAB 1 2\nPAR1 3 4\n", "# 1 2\nb 3 4\n"})
            QCOMPARE(numbersOf(readEmbeddingSet(m_folder.write("tokens.txt", text))), (std::vector<float>{1, 2, 3, 4}));
    }
    void noFileToRead()
    {
        const auto error = [](const std::string& file) { return errorOf([&] { readEmbeddingSet(file); }); };
        VERIFY_HOLDS(error(m_folder.path("none.npy")), "there is no such file; check the name");
        VERIFY_HOLDS(error(m_folder.path("")), "is a folder; name a file in it");
        VERIFY_HOLDS(error(m_folder.write("empty.npy", "")), "is empty (0 bytes)");
        VERIFY_HOLDS(error(m_folder.write("file", "x") + "/below"), "cannot be read (Not a directory)");
        VERIFY_HOLDS(error("/dev/null"), "is no regular file");
        const std::string pipe = m_folder.path("pipe");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        VERIFY_HOLDS(error(pipe), "is no regular file"); // and does not wait for a writer
        if (geteuid() == 0) return;
        const std::string locked = m_folder.write("locked.csv", "a,1\n");
        QCOMPARE(chmod(locked.c_str(), 0), 0);
        VERIFY_HOLDS(error(locked), "Permission denied); ask for permission");
    }
};

BRIDGESCOPE_TEST(FormatsTest)

} // namespace formats_tests

#include "formats.moc"
