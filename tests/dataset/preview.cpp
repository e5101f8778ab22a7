#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

namespace preview_tests {

using namespace bridgescope;

class PreviewTest : public QObject {
    Q_OBJECT
    Folder m_folder;

    /// What a preview says holds for the set once it is read.
    void compare(const std::string& file, const ReadOptions& options = {})
    {
        const Preview preview = previewFile(file, options);
        const EmbeddingSet set = readEmbeddingSet(file, options);
        QCOMPARE(preview.d, set.dimension());
        QVERIFY(preview.n.has_value());
        if (!preview.nIsEstimate)
            QCOMPARE(*preview.n, set.size());
        else
            QVERIFY(std::abs(static_cast<double>(*preview.n - set.size())) < 0.1 * static_cast<double>(set.size()));
        QCOMPARE(preview.firstRows.size(), static_cast<std::size_t>(std::min<Index>(8, set.size())));
        for (std::size_t i = 0; i < preview.firstRows.size(); ++i) {
            const auto item = set.vectors.item(static_cast<Index>(i));
            QVERIFY(std::equal(item.begin(), item.end(), preview.firstRows[i].begin(), preview.firstRows[i].end()));
            if (!set.labels.empty()) QCOMPARE(preview.firstLabels[i], set.labels[i]);
        }
        QCOMPARE(preview.firstLabels.empty(), set.labels.empty());
        QCOMPARE(set.format,
                 preview.format + (set.labels.empty() ? ", no labels" : ", labels: " + preview.labelSource));
        QCOMPARE(preview.bytes, static_cast<std::uint64_t>(std::filesystem::file_size(file)));
    }

private slots:
    void agreesWithReading()
    {
        compare(m_folder.write("a.csv", countingCsv(5)));
        compare(m_folder.write("long.csv", countingCsv(20'000)));
        compare(m_folder.write("header.csv", "word,x,y\n" + countingCsv(20)));
        compare(m_folder.write("g.txt", "the 1 2\nof 3 4\n"));
        compare(m_folder.write("v.vec", "2 2\nthe 1 2\nof 3 4\n"));
        compare(m_folder.write("bare.tsv", "1\t2\n3\t4\n"));
        const std::string frozen = BRIDGESCOPE_TEST_DATA "/dataset/npy/";
        for (const char* name : {"f32_little.npy", "i16_big.npy", "fortran_f8.npy", "one_item.npy"})
            compare(frozen + name);
        ReadOptions options;
        options.labelColumn = "none";
        compare(m_folder.write("dropped.txt", "the 1 2\nof 3 4\n"), options);
    }
    void saysHowItGuessed()
    {
        const Preview preview = previewFile(m_folder.write("g.csv", "word;x;y\na;0,5;1\nb;1;2\n"));
        QCOMPARE(preview.formatId, std::string("text"));
        QCOMPARE(preview.format, std::string("text, semicolon separated, decimal comma, header line"));
        QCOMPARE(preview.formatHint, std::string("header line, from 3 lines"));
        QCOMPARE(preview.delimiter.value(), ';');
        QVERIFY(preview.header);
        QCOMPARE(preview.labelSource, std::string("column word"));
        QCOMPARE(preview.columnNames, (std::vector<std::string>{"word", "x", "y"}));
    }
    void largeTextsAreEstimated()
    {
        std::string text;
        for (int i = 0; i < 400'000; ++i)
            text += "word" + std::to_string(i) + " 0.123456 0.234567 0.345678 0.456789\n";
        QVERIFY(text.size() > (std::size_t(1) << 24));
        const std::string file = m_folder.write("large.txt", text);
        QVERIFY(previewFile(file).nIsEstimate);
        compare(file);
    }
};

BRIDGESCOPE_TEST(PreviewTest)

} // namespace preview_tests

#include "preview.moc"
