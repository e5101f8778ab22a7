#include "core/experiment/untrained.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/experiment/statistics.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace untrained_tests {

using namespace bridgescope;

class Untrained : public QObject {
    Q_OBJECT
    EmbeddingSet m_set;
    Benchmark m_benchmark;

    UntrainedOptions small() const
    {
        UntrainedOptions options;
        options.depths = {0, 1, 3};
        options.draws = 4;
        options.k = 5;
        return options;
    }
private slots:
    void initTestCase()
    {
        Random random(3, "untrained.test");
        Matrix vectors(16, 200);
        for (Index i = 0; i < vectors.view().size(); ++i)
            vectors.data()[i] = static_cast<float>(random.normal());
        m_set.vectors = std::move(vectors);
        for (int i = 0; i < 200; ++i)
            m_set.labels.push_back("w" + std::to_string(i));
        for (int i = 0; i < 120; ++i)
            m_benchmark.pairs.push_back(
                {"w" + std::to_string(random.below(200)), "w" + std::to_string(random.below(200)), random.uniform()});
        m_benchmark.name = "made";
    }
    void depthsAreParsed()
    {
        QCOMPARE(parseDepths("0..5"), (std::vector<Index>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(parseDepths("4,0..1,1"), (std::vector<Index>{0, 1, 4}));
        QCOMPARE(parseDepths("2"), (std::vector<Index>{2}));
        for (const char* bad : {"", "a", "6", "-1", "3..1", "1,", "1..", "0...2"})
            QVERIFY_EXCEPTION_THROWN(parseDepths(bad), Error);
    }
    void wideLinearMapsKeepNeighborsAndDeepNetsLose()
    {
        UntrainedOptions options = small();
        options.width = 4096; // a random linear map into many dimensions nearly keeps angles (Johnson-Lindenstrauss)
        options.depths = {0};
        options.draws = 2;
        const UntrainedResult wide = measureUntrained(m_set.vectors, {}, options);
        QVERIFY2(wide.layers[0].mean > .9, qPrintable(QString::number(wide.layers[0].mean)));
        const UntrainedResult result = measureUntrained(m_set.vectors, {}, small());
        QVERIFY(result.layers[2].mean < result.layers[0].mean);
        QVERIFY(result.layers[2].mean > result.chance);
        QCOMPARE(result.chance, 5. / 199);
    }
    void identityNetsOfEveryDepthAreLinear()
    {
        UntrainedOptions options = small();
        options.activation = "identity";
        options.width = 512;
        const UntrainedResult result = measureUntrained(m_set.vectors, {}, options);
        QVERIFY(result.layers[1].mean > .6);
    }
    void benchmarksAreScoredForXAndDraws()
    {
        const CoveredPairs pairs = coverPairs(WordIndex(m_set), m_benchmark);
        const UntrainedResult result = measureUntrained(m_set.vectors, {pairs}, small());
        const BenchmarkScore x = scoreBenchmark(pairs, pairSimilarities(m_set.vectors, pairs));
        QCOMPARE(result.x[0].cosine, x.cosine);
        const auto json = toJson(result);
        QCOMPARE(json["layers"].size(), std::size_t(3));
        QCOMPARE(json["layers"][1]["depth"].get<int>(), 1);
        QCOMPARE(json["layers"][1]["draws"].get<int>(), 4);
        QVERIFY(json["layers"][1]["benchmarks"][0]["cosine"].is_number());
        QCOMPARE(json["layers"][0]["x_fx"].get<double>(), meanOf(result.layers[0].overlaps));
    }
    void sameBytesForAnyThreads()
    {
        const CoveredPairs pairs = coverPairs(WordIndex(m_set), m_benchmark);
        std::vector<std::string> texts;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            texts.push_back(toJson(measureUntrained(m_set.vectors, {pairs}, small())).dump());
        }
        setThreadCount(0);
        QCOMPARE(texts[1], texts[0]);
        QCOMPARE(texts[2], texts[0]);
        UntrainedOptions other = small();
        other.seed = 2;
        QVERIFY(toJson(measureUntrained(m_set.vectors, {pairs}, other)).dump() != texts[0]);
    }
    void badOptions()
    {
        UntrainedOptions options = small();
        options.draws = 0;
        QVERIFY_EXCEPTION_THROWN(measureUntrained(m_set.vectors, {}, options), Error);
        options = small();
        options.k = 200;
        QVERIFY_EXCEPTION_THROWN(measureUntrained(m_set.vectors, {}, options), Error);
        options = small();
        options.width = 0;
        QVERIFY_EXCEPTION_THROWN(measureUntrained(m_set.vectors, {}, options), Error);
    }
    void statistics()
    {
        QCOMPARE(medianOf(std::vector<double>{3, 1, 2}), 2.0);
        QCOMPARE(medianOf(std::vector<double>{4, 1, 2, 3}), 2.5);
        QCOMPARE(sdOf(std::vector<double>{1, 3}).value(), std::sqrt(2.0));
        QVERIFY(!sdOf(std::vector<double>{1}));
    }
};

BRIDGESCOPE_TEST(Untrained)

} // namespace untrained_tests

#include "untrained.moc"
