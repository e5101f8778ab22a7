#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

namespace side_files_tests {

using namespace bridgescope;

namespace {
using Texts = std::vector<std::string>;
const std::string matrix = "1,2\n3,4\n5,6\n";
} // namespace

/// Labels, metadata and filters from other files.
class SideFilesTest : public QObject {
    Q_OBJECT

private slots:
    void sidecars()
    {
        const Folder folder;
        const std::string file = folder.write("X.csv", matrix);
        QVERIFY(readEmbeddingSet(file).labels.empty());
        folder.write("X.txt", "a b\nc\n");
        QVERIFY(readEmbeddingSet(file).labels.empty()); // two lines for three items
        folder.write("X.txt", "a 1 2\nb 3 4\nc 5 6\n");
        QVERIFY(readEmbeddingSet(file).labels.empty()); // a matrix itself
        folder.write("X.txt", "\xEF\xBB\xBF"
                              "a b\r\n c \r\n\"d\"\r\n\r\n");
        const EmbeddingSet set = readEmbeddingSet(file);
        QCOMPARE(set.labels, (Texts{"a b", "c", "\"d\""}));
        QCOMPARE(set.format, std::string("text, comma separated, labels: X.txt"));
        QCOMPARE(previewFile(file).labelSource, std::string("X.txt"));
        QCOMPARE(previewFile(file).firstLabels, set.labels);
        folder.write("X.labels.txt", "u\nv\nw\n");
        QCOMPARE(readEmbeddingSet(file).labels, (Texts{"u", "v", "w"}));
        folder.write("X.labels.txt", "u\nv\n");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file); }), "X.labels.txt: 2 labels for the 3 vectors of ");
        ReadOptions options;
        options.labelsFile = folder.write("others.txt", "p\nq\nr");
        QCOMPARE(readEmbeddingSet(file, options).labels, (Texts{"p", "q", "r"}));
        options.labelsFile.reset();
        options.labelColumn = "none";
        QVERIFY(readEmbeddingSet(file, options).labels.empty());
    }
    void labelsInTheFileWinOverSidecars()
    {
        const Folder folder;
        folder.write("X.labels.txt", "u\nv\nw\n");
        const std::string file = folder.write("X.csv", "a,1,2\nb,3,4\nc,5,6\n");
        QCOMPARE(readEmbeddingSet(file).labels[0], std::string("a"));
        ReadOptions options;
        options.labelsFile = folder.path("X.labels.txt");
        QCOMPARE(readEmbeddingSet(file, options).labels[0], std::string("u"));
    }
    void labelFiles()
    {
        const Folder folder;
        const std::string file = folder.write("X.csv", matrix);
        ReadOptions options;
        options.labelsFile = folder.write("table.tsv", "kind\tword\nx\ta\ny\tb\nz\tc\n");
        QCOMPARE(readEmbeddingSet(file, options).labels, (Texts{"a", "b", "c"}));
        options.labelsFile = folder.write("latin.txt", "caf\xe9\n\nc\n");
        const EmbeddingSet set = readEmbeddingSet(file, options);
        QCOMPARE(set.labels, (Texts{"caf\uFFFD", "", "c"}));
        QCOMPARE(set.warnings, (Texts{"1 label not UTF-8; what cannot be read is now \uFFFD", "1 label empty"}));
        options.labelsFile = folder.write("bytes.npy", std::string("\x93NUMPY\0\0", 8));
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, options); }), "bytes.npy: is no UTF-8 text");
        options.labelsFile = folder.path("nowhere");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(file, options); }), "nowhere: there is no such file");
    }
    void metadataByLabel()
    {
        const Folder folder;
        const std::string file = folder.write("X.csv", "b,1,2\na,3,4\nc,5,6\n");
        ReadOptions options;
        options.metadataFile =
            folder.write("m.tsv", "code\tname\tkind\n1\ta\tplant\n2\tb\tanimal, big\n3\tb\tignored\n\n");
        const EmbeddingSet set = readEmbeddingSet(file, options);
        QCOMPARE(set.metadata.columns.size(), std::size_t(3));
        QCOMPARE(set.metadata.find("kind")->values, (Texts{"animal, big", "plant", ""}));
        QCOMPARE(set.metadata.find("code")->values, (Texts{"2", "1", ""}));
        QVERIFY(!set.metadata.find("Kind"));
        QCOMPARE(set.warnings.size(), std::size_t(2));
        VERIFY_HOLDS(set.warnings[0], "1 item not in ");
        VERIFY_HOLDS(set.warnings[1], "1 row of ");
        options.metadataFile = folder.write("m.csv", "name,kind\n\"a\",\"say \"\"x\"\"\"\nb,y\nc,z\n");
        QCOMPARE(readEmbeddingSet(file, options).metadata.find("kind")->values, (Texts{"y", "say \"x\"", "z"}));
    }
    void metadataRowByRow()
    {
        const Folder folder;
        ReadOptions options;
        options.metadataFile = folder.write("m.tsv", "word\tkind\np\tx\nq\ty\nr\tz\n");
        const EmbeddingSet labelled = readEmbeddingSet(folder.write("L.csv", "a,1,2\nb,3,4\nc,5,6\n"), options);
        QCOMPARE(labelled.metadata.find("kind")->values, (Texts{"x", "y", "z"}));
        QCOMPARE(labelled.labels, (Texts{"a", "b", "c"}));
        const EmbeddingSet bare = readEmbeddingSet(folder.write("X.csv", matrix), options);
        QCOMPARE(bare.labels, (Texts{"p", "q", "r"}));
        QCOMPARE(bare.format, std::string("text, comma separated, labels: m.tsv"));
        // Labels that repeat but agree line by line.
        options.metadataFile = folder.write("r.tsv", "word\tkind\na\tx\na\ty\nb\tz\n");
        QCOMPARE(
            readEmbeddingSet(folder.write("R.csv", "a,1,2\na,3,4\nb,5,6\n"), options).metadata.find("kind")->values,
            (Texts{"x", "y", "z"}));
        // The Embedding Projector's list of labels, without a header line.
        options.metadataFile = folder.write("list.tsv", "p\nq r\ns\n");
        QCOMPARE(readEmbeddingSet(folder.path("X.csv"), options).labels, (Texts{"p", "q r", "s"}));
        QCOMPARE(previewFile(folder.path("X.csv"), options).firstLabels, (Texts{"p", "q r", "s"}));
        options.metadataFile = folder.write("short.tsv", "kind\tb\nx\t1\n");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(folder.path("L.csv"), options); }),
                     "no label matches those of the set, and the table has 1 rows");
        options.metadataFile = folder.write("wide.tsv", "kind\tb\nx\t1\ny\t2\t3\nz\t4\n");
        VERIFY_HOLDS(errorOf([&] { readEmbeddingSet(folder.path("L.csv"), options); }),
                     "wide.tsv:3: 3 fields under a header line of 2");
    }
    void filters()
    {
        const Folder folder;
        const std::string file =
            folder.write("X.csv", "label,kind,v,w\na,plant,1,2\nb,animal,3,4\nc,plant,5,6\nd,stone,7,8\n");
        ReadOptions options;
        const auto labels = [&] { return readEmbeddingSet(file, options).labels; };
        options.where = {"kind=plant"};
        QCOMPARE(labels(), (Texts{"a", "c"}));
        options.where = {"kind!=plant", "kind!=stone"};
        QCOMPARE(labels(), Texts{"b"});
        options.where = {"label != a"};
        QCOMPARE(labels(), (Texts{"b", "c", "d"}));
        const EmbeddingSet set = readEmbeddingSet(file, options);
        QCOMPARE(numbersOf(set), (std::vector<float>{3, 4, 5, 6, 7, 8}));
        QCOMPARE(set.fileRow(0), Index(1));
        QCOMPARE(set.metadata.find("kind")->values, (Texts{"animal", "plant", "stone"}));
        options.itemsFile = folder.write("items.txt", "d\n zebra\n\nc \n");
        QCOMPARE(labels(), (Texts{"c", "d"}));
        QCOMPARE(readEmbeddingSet(file, options).warnings[0], "1 label of " + *options.itemsFile + " not in the set");
        options.where = {"kind=animal"};
        VERIFY_HOLDS(errorOf(labels), "no item meets all conditions");
        options.itemsFile.reset();
        options.where = {"kind=fungus"};
        VERIFY_HOLDS(errorOf(labels), "no item has kind=fungus; its values are animal, plant, stone");
        options.where = {"colour=red"};
        VERIFY_HOLDS(errorOf(labels), "has no column 'colour'; its columns are kind");
        for (const char* bad : {"kind", "=x", "!=x", ""}) {
            options.where = {bad};
            VERIFY_HOLDS(errorOf(labels), "is no condition; write COLUMN=VALUE or COLUMN!=VALUE");
        }
    }
};

BRIDGESCOPE_TEST(SideFilesTest)

} // namespace side_files_tests

#include "side_files.moc"
