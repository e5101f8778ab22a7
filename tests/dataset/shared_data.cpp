#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace shared_data_tests {

using namespace bridgescope;

namespace {

const std::string formats = BRIDGESCOPE_SHARED_DATA "/formats/";

} // namespace

/// Files as other programs wrote them, where the folder is there.
class SharedDataTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!std::filesystem::is_directory(formats)) QSKIP("no ../shared/data here");
    }
    /// One matrix in many containers; what is quantised comes back to its precision.
    void oneMatrix()
    {
        const EmbeddingSet truth = readEmbeddingSet(formats + "derived/ref.f32.npy");
        const std::vector<float> want = numbersOf(truth);
        int read = 0;
        for (const auto& entry : std::filesystem::directory_iterator(formats + "derived")) {
            const std::string name = entry.path().filename().string(), ending = entry.path().extension().string();
            const bool later = ending == ".npz" || ending == ".h5" || ending == ".hdf5" || ending == ".mat" ||
                               ending == ".safetensors";
            if (later || name == "metadata.tsv") {
                VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(entry.path().string()); }), "; ");
                continue;
            }
            ReadOptions options;
            if (name == "vectors.tsv") options.metadataFile = formats + "derived/metadata.tsv";
            const EmbeddingSet set = readEmbeddingSet(entry.path().string(), options);
            const std::vector<float> numbers = numbersOf(set);
            QVERIFY2(set.size() == 200 && set.dimension() == 100, name.c_str());
            const float scale = name == "i16_x1000.npy" ? 1000 : 1;
            const float tolerance = name == "f16.npy" ? 2e-3f : name == "i16_x1000.npy" ? 1.0f : 0;
            for (std::size_t i = 0; i < want.size(); ++i)
                QVERIFY2(std::abs(numbers[i] - scale * want[i]) <= tolerance, (name + " " + std::to_string(i)).c_str());
            if (ending != ".npy")
                QVERIFY2(set.labels.size() == 200 && set.labels[0] == "said" && set.labels[199] != "", name.c_str());
            QVERIFY2(set.warnings.empty(), name.c_str());
            previewFile(entry.path().string(), options);
            ++read;
        }
        QVERIFY(read >= 18);
    }
    void brokenFilesAreDecidedAsExpected()
    {
        std::ifstream expected(formats + "derived-malformed/EXPECT.tsv");
        std::string line;
        std::getline(expected, line);
        int decided = 0;
        while (std::getline(expected, line)) {
            const auto tab = line.find('\t'), second = line.find('\t', tab + 1);
            const std::string name = line.substr(0, tab), verdict = line.substr(tab + 1, second - tab - 1);
            const std::string error =
                errorOf([&] { summarize(readEmbeddingSet(formats + "derived-malformed/" + name)); });
            const bool accepted = error == "no error";
            QVERIFY2(verdict == "either" || accepted == (verdict == "accept"), (line + ": " + error).c_str());
            // Ours, where either is right: refused where data may be missing or meant otherwise.
            if (verdict == "either") {
                const bool odd =
                    name == "header_count_too_small.vec" || name == "latin1_label.txt" || name == "nan_text.txt";
                QVERIFY2(accepted == odd, (line + ": " + error).c_str());
            }
            ++decided;
        }
        QVERIFY(decided >= 39);
    }
    void setsFromElsewhere()
    {
        const auto shape = [](const std::string& name) {
            const EmbeddingSet set = readEmbeddingSet(formats + name);
            return std::to_string(set.size()) + "x" + std::to_string(set.dimension());
        };
        QCOMPARE(shape("gensim/euclidean_vectors.bin"), std::string("2747x10"));
        QCOMPARE(shape("gensim/word2vec_pre_kv_c"), std::string("1750x10"));
        QCOMPARE(shape("gensim/lee_fasttext.vec"), std::string("1762x10"));
        QCOMPARE(shape("gensim/crime-and-punishment.vec"), std::string("291x5"));
        QCOMPARE(shape("gensim/test_glove.txt"), std::string("76x50"));
        QCOMPARE(shape("finalfusion/similarity.bin"), std::string("41x100"));
        QCOMPARE(shape("finalfusion/similarity.txt"), std::string("41x100"));
        QCOMPARE(shape("finalfusion/similarity.nodims"), std::string("41x100"));
        QCOMPARE(shape("finalfusion/utf8-incomplete.bin"), std::string("3x3"));
        QCOMPARE(shape("allennlp/glove.6B.100d.sample.txt.gz"), std::string("100x100"));
        QVERIFY(numbersOf(readEmbeddingSet(formats + "finalfusion/similarity.bin")) ==
                numbersOf(readEmbeddingSet(formats + "finalfusion/similarity.txt")));
        VERIFY_HOLDS(errorOf([&] { shape("gensim/pretrained.vec"); }), "claims 3 items, but only 1 follow");
        VERIFY_HOLDS(errorOf([&] { shape("numpy/py3-objarr.npy"); }), "never unpickled");
        VERIFY_HOLDS(errorOf([&] { shape("gensim/non_ascii_fasttext.bin"); }), "NUL byte");
    }
};

BRIDGESCOPE_TEST(SharedDataTest)

} // namespace shared_data_tests

#include "shared_data.moc"
