#include "core/wordsim/benchmark.h"

#include "core/base/error.h"
#include "core/wordsim/word_similarity.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

namespace benchmark_tests {

using namespace bridgescope;

class BenchmarkFiles : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    std::string fileOf(const std::string& content, const char* name = "ratings.tsv") const
    {
        const std::string file = m_dir.filePath(name).toStdString();
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }
    static EmbeddingSet setOf(std::vector<std::string> words)
    {
        EmbeddingSet set;
        Matrix vectors(3, static_cast<Index>(words.size()));
        for (Index i = 0; i < vectors.columns(); ++i)
            vectors(i % 3, i) = static_cast<float>(i + 1);
        set.vectors = std::move(vectors);
        set.labels = std::move(words);
        return set;
    }
private slots:
    void forms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tabs") << QByteArray("cat\tdog\t7.5\nsun\tmoon\t2\n");
        QTest::newRow("header, CRLF") << QByteArray(
            "Word 1\tWord 2\tHuman (mean)\r\ncat\tdog\t7.5\r\nsun\tmoon\t2\r\n");
        QTest::newRow("commas, index") << QByteArray(",word1,word2,similarity\n0,cat,dog,7.5\n1,sun,moon,2\n");
        QTest::newRow("blanks") << QByteArray("cat dog 7.5\nsun  moon 2\n");
        QTest::newRow("comments") << QByteArray("# a test\n# w1\tw2\tscore\ncat\tdog\t7.5\n\n# rest\nsun\tmoon\t2\n");
        QTest::newRow("decimal comma") << QByteArray("word1;word2;score\ncat;dog;7,5\nsun;moon;2\n");
        QTest::newRow("mark of order") << QByteArray("\xEF\xBB\xBF"
                                                     "cat\tdog\t+7.5\nsun\tmoon\t2");
        QTest::newRow("score named before the words")
            << QByteArray("score\tword1\tword2\n7.5\tcat\tdog\n2\tsun\tmoon\n");
        QTest::newRow("SimVerb") << QByteArray("cat\tdog\tV\t7.5\tNONE\nsun\tmoon\tV\t2\tANTONYMS\n");
    }
    void forms()
    {
        QFETCH(const QByteArray, text);
        const Benchmark benchmark = readBenchmark(fileOf(text.toStdString()));
        QCOMPARE(benchmark.name, std::string("ratings"));
        QCOMPARE(benchmark.pairs.size(), std::size_t(2));
        QCOMPARE(benchmark.pairs[0].first, std::string("cat"));
        QCOMPARE(benchmark.pairs[0].second, std::string("dog"));
        QCOMPARE(benchmark.pairs[0].rating, 7.5);
        QCOMPARE(benchmark.pairs[1].second, std::string("moon"));
        QCOMPARE(benchmark.pairs[1].rating, 2.0);
        QVERIFY(benchmark.warnings.empty());
    }
    void columnsByName()
    {
        const std::string file = fileOf("word1\tword2\tPOS\tsem\tvis\ncat\tdog\tN\t7.5\t1\nsun\tmoon\tN\t2\t4\n");
        const Benchmark guessed = readBenchmark(file);
        QCOMPARE(guessed.pairs[1].rating, 2.0);
        QCOMPARE(guessed.warnings.size(), std::size_t(1));
        QVERIFY(guessed.warnings[0].find("'sem'") != std::string::npos);
        const Benchmark chosen = readBenchmarkNamed(file + "#vis");
        QCOMPARE(chosen.pairs[1].rating, 4.0);
        QCOMPARE(chosen.name, std::string("ratings vis"));
        QVERIFY(chosen.warnings.empty());
        QCOMPARE(readBenchmarkNamed(file + "#5").pairs[1].rating, 4.0);
        QVERIFY_EXCEPTION_THROWN(readBenchmarkNamed(file + "#smell"), Error);
        QVERIFY_EXCEPTION_THROWN(readBenchmarkNamed(file + "#word1"), Error);
    }
    void repeatsAreKeptAndCounted()
    {
        const std::string file = fileOf("a\tb\t1\nc\td\t5\nb\ta\t2\na\tb\t6\n");
        const Benchmark kept = readBenchmark(file);
        QCOMPARE(kept.pairs.size(), std::size_t(4));
        QCOMPARE(kept.repeated, Index(2));
        BenchmarkOptions options;
        options.repeats = RatingRepeats::Average;
        const Benchmark averaged = readBenchmark(file, options);
        QCOMPARE(averaged.pairs.size(), std::size_t(2));
        QCOMPARE(averaged.repeated, Index(2));
        QCOMPARE(averaged.pairs[0].rating, 3.0);
        QCOMPARE(averaged.pairs[1].rating, 5.0);
    }
    void oddContentIsAWarning()
    {
        QVERIFY(readBenchmark(fileOf("sun-n\tsunlight-n\t50\nrun-v\tgo-v\t20\n")).warnings[0].find("part of speech") !=
                std::string::npos);
        QVERIFY(
            readBenchmark(fileOf("Promised Land\tBaku\t.4\ncar\tbicycle\t2\n")).warnings[0].find("1 of its 2 pairs") !=
            std::string::npos);
    }
    void aFirstLineThatIsNoHeaderForSureIsSaid()
    {
        const Benchmark odd = readBenchmark(fileOf("cat\tdog\tx\nsun\tmoon\t2\na\tb\t3\n"));
        QCOMPARE(odd.pairs.size(), std::size_t(2));
        QCOMPARE(odd.warnings.size(), std::size_t(1));
        QVERIFY(odd.warnings[0].find("(cat dog x)") != std::string::npos);
    }
    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("two columns") << QByteArray("cat\tdog\nsun\tmoon\n") << 0;
        QTest::newRow("no number") << QByteArray("cat\tdog\t1\nsun\tmoon\t2\na\tb\thigh\n") << 3;
        QTest::newRow("short line") << QByteArray("cat\tdog\t1\nsun\tmoon\t2\na\tb\n") << 3;
        QTest::newRow("infinite") << QByteArray("cat\tdog\t1\nsun\tmoon\tinf\nx\ty\t3\n") << 2;
        QTest::newRow("first rating missing") << QByteArray("cat\tdog\tnan\nsun\tmoon\t2\na\tb\t3\n") << 1;
        QTest::newRow("header only") << QByteArray("word1\tword2\tscore\n") << 0;
        QTest::newRow("comments only") << QByteArray("# nothing\n\n") << 0;
        QTest::newRow("numbers only") << QByteArray("1\t2\t3\n4\t5\t6\n") << 0;
        QTest::newRow("blank") << QByteArray("\n\n\n") << 0;
    }
    void badFiles()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const std::string file = fileOf(text.toStdString());
        try {
            readBenchmark(file);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.file, file);
            if (line > 0) QCOMPARE(error.line, std::int64_t(line));
            QVERIFY(!error.hint.empty());
        }
        QVERIFY_EXCEPTION_THROWN(readBenchmark(file + ".missing"), Error);
    }
    void wordsAreLookedUpAsWrittenThenLowered()
    {
        const EmbeddingSet set = setOf({"Polish", "polish", "café", "sun"});
        const WordIndex words(set);
        QCOMPARE(words.row("Polish").value(), Index(0));
        QCOMPARE(words.row("POLISH").value(), Index(1));
        QCOMPARE(words.row("CAFÉ").value(), Index(2));
        QVERIFY(!words.row("moon"));
        QVERIFY_EXCEPTION_THROWN(WordIndex(EmbeddingSet{}), Error);
    }
    void whatIsNotCoveredHasNoCorrelation()
    {
        const EmbeddingSet set = setOf({"a", "b", "c", "d", "e"});
        const WordIndex words(set);
        const auto scoreOf = [&](const std::string& text) {
            const CoveredPairs pairs = coverPairs(words, readBenchmark(fileOf(text)));
            return scoreBenchmark(pairs, pairSimilarities(set.vectors, pairs));
        };
        const BenchmarkScore none = scoreOf("x\ty\t1\nx\ta\t2\n");
        QVERIFY(!none.cosine && !none.euclidean);
        QCOMPARE(none.reason, std::string("no pair is covered"));
        QCOMPARE(scoreOf("a\tb\t3\nc\td\t3\na\te\t3\n").reason, std::string("all ratings are equal"));
        QVERIFY(!scoreOf("a\tb\t3\nx\td\t2\n").cosine);
        // a = (1,0,0), b = (0,2,0), d = (4,0,0), e = (0,5,0): cosines 0, 1, 1, 0; distances sqrt 5, 3, 3, sqrt 26
        const BenchmarkScore good = scoreOf("a\tb\t1\na\td\t4\nb\te\t3\na\te\t2\n");
        QVERIFY(good.reason.empty());
        QVERIFY(std::abs(*good.cosine - 0.8944271909999159) < 1e-12);    // ranks 1 4 3 2 against 1.5 3.5 3.5 1.5
        QVERIFY(std::abs(*good.euclidean - -0.316227766016838) < 1e-12); // as scipy
    }
};

BRIDGESCOPE_TEST(BenchmarkFiles)

} // namespace benchmark_tests

#include "benchmark.moc"
