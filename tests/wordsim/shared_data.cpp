#include "core/dataset/reader.h"
#include "core/wordsim/word_similarity.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTest>

namespace shared_data_tests {

using namespace bridgescope;

namespace {

const std::string shared = BRIDGESCOPE_SHARED_DATA;

} // namespace

/// The benchmarks as published with GloVe-100, against figures of an independent program.
class SharedBenchmarks : public QObject {
    Q_OBJECT
    EmbeddingSet m_words;
private slots:
    void initTestCase()
    {
        const std::string vectors = shared + "/words/bench_glove100.f32.npy";
        if (!QFileInfo::exists(QString::fromStdString(vectors))) QSKIP("no shared data here");
        ReadOptions options;
        options.labelsFile = shared + "/words/words.txt";
        m_words = readEmbeddingSet(vectors, options);
    }
    void figures_data()
    {
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("covered");
        QTest::addColumn<int>("repeated");
        QTest::addColumn<double>("cosine");
        QTest::addColumn<double>("euclidean"); // 2: not known
        QTest::newRow("ws353-all") << 353 << 353 << 2 << .5327 << .4893;
        QTest::newRow("ws353-sim") << 203 << 203 << 0 << .6035 << 2.;
        QTest::newRow("ws353-rel") << 252 << 252 << 1 << .4955 << 2.;
        QTest::newRow("men-3000") << 3000 << 3000 << 0 << .6809 << .6560;
        QTest::newRow("simlex-999") << 999 << 999 << 1 << .2975 << .3045;
        QTest::newRow("semsim") << 7576 << 7546 << 39 << .6177 << .5717;
        QTest::newRow("vissim") << 7576 << 7546 << 39 << .4786 << .4480;
        QTest::newRow("rg-65") << 65 << 65 << 0 << .6907 << 2.;
        QTest::newRow("mc-30") << 30 << 30 << 0 << .6271 << 2.;
        QTest::newRow("mturk-287") << 287 << 287 << 1 << .6193 << 2.;
        QTest::newRow("yp-130") << 130 << 130 << 0 << .4543 << 2.;
    }
    void figures()
    {
        QFETCH(const int, pairs);
        QFETCH(const int, covered);
        QFETCH(const int, repeated);
        QFETCH(const double, cosine);
        QFETCH(const double, euclidean);
        const Benchmark benchmark = readBenchmark(shared + "/wordsim/" + QTest::currentDataTag() + ".tsv");
        QVERIFY(benchmark.warnings.empty());
        const CoveredPairs found = coverPairs(WordIndex(m_words), benchmark);
        QCOMPARE(found.pairs, Index(pairs));
        QCOMPARE(found.covered(), Index(covered));
        QCOMPARE(found.repeated, Index(repeated));
        const BenchmarkScore score = scoreBenchmark(found, pairSimilarities(m_words.vectors, found));
        QVERIFY2(std::abs(*score.cosine - cosine) < .0006, qPrintable(QString::number(*score.cosine, 'f', 4)));
        if (euclidean < 2)
            QVERIFY2(std::abs(*score.euclidean - euclidean) < .0006,
                     qPrintable(QString::number(*score.euclidean, 'f', 4)));
    }
    void rawFiles_data()
    {
        QTest::addColumn<int>("pairs");
        QTest::addColumn<QString>("warning");
        QTest::newRow("EN-WS-353-ALL.txt") << 353 << "";
        QTest::newRow("EN-WS-353-SIM.txt") << 203 << "";
        QTest::newRow("EN-WS-353-REL.txt") << 252 << "";
        QTest::newRow("EN-MEN-TR-3k.txt") << 3000 << "";
        QTest::newRow("EN-SIMLEX-999.txt") << 999 << "";
        QTest::newRow("EN-RG-65.txt") << 65 << "";
        QTest::newRow("EN-MC-30.txt") << 30 << "";
        QTest::newRow("EN-MTurk-287.txt") << 287 << "";
        QTest::newRow("EN-YP-130.txt") << 130 << "";
        QTest::newRow("gensim_wordsim353.tsv") << 353 << "";
        QTest::newRow("gensim_simlex999.txt") << 999 << "";
        QTest::newRow("semsim.txt") << 7576 << "";
        QTest::newRow("vissim.txt") << 7576 << "";
        QTest::newRow("vecto_mc-30.csv") << 30 << "";
        QTest::newRow("vecto_men_lemma_pos.csv") << 0 << "part of speech";
        QTest::newRow("vecto_semeval17_multiword.csv") << 0 << "phrases";
        QTest::newRow("vecto_simlex999_RESCALED.csv") << 999 << "rescaled";
    }
    void rawFiles()
    {
        QFETCH(const int, pairs);
        QFETCH(const QString, warning);
        const Benchmark benchmark = readBenchmark(shared + "/wordsim/raw/" + QTest::currentDataTag());
        if (pairs > 0) QCOMPARE(benchmark.pairs.size(), std::size_t(pairs));
        QCOMPARE(benchmark.warnings.size(), std::size_t(warning.isEmpty() ? 0 : 1));
        if (!warning.isEmpty()) QVERIFY(QString::fromStdString(benchmark.warnings[0]).contains(warning));
    }
};

BRIDGESCOPE_TEST(SharedBenchmarks)

} // namespace shared_data_tests

#include "shared_data.moc"
