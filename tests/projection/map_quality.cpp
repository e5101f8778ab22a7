#include "core/projection/map_quality.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/support/frozen.h"
#include "tests/support/test_program.h"

namespace map_quality_tests {

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "map quality test");
    Matrix set(d, n);
    for (Index i = 0; i < d * n; ++i)
        set.data()[i] = static_cast<float>(random.normal());
    return set;
}

} // namespace

class MapQualityTest : public QObject {
    Q_OBJECT
    Frozen m_frozen{"projection/projection.txt"};

private slots:
    void equalsTheReference()
    {
        const Matrix set = m_frozen["set"].matrix();
        for (const std::string name : {"pca", "random"}) {
            const Matrix map = m_frozen[name + "_map"].matrix();
            const auto& expected = m_frozen[name + "_quality"];
            for (Index row = 0; row < expected.rows; ++row) {
                const auto k = static_cast<Index>(expected(row, 0));
                const auto cosine = measureMapQuality(set, map, k);
                VERIFY_BELOW(std::abs(cosine.trustworthiness - expected(row, 1)), 1e-12);
                VERIFY_BELOW(std::abs(cosine.continuity - expected(row, 2)), 1e-12);
                const auto euclidean = measureMapQuality(set, map, {.k = k, .metric = Metric::Euclidean});
                VERIFY_BELOW(std::abs(euclidean.trustworthiness - expected(row, 3)), 1e-12);
                VERIFY_BELOW(std::abs(euclidean.continuity - expected(row, 4)), 1e-12);
            }
        }
    }

    void aMapThatKeepsEveryNeighborIsPerfect()
    {
        const Matrix set = randomSet(2, 200, 1);
        const auto quality = measureMapQuality(set, set, {.k = 10, .metric = Metric::Euclidean});
        QCOMPARE(quality.trustworthiness, 1.0);
        QCOMPARE(quality.continuity, 1.0);
        QCOMPARE(quality.items, Index(200));
    }

    void equalVectorsTieToTheLowerIndexInBothSpaces()
    {
        const Matrix equal(2, 30);
        const auto quality = measureMapQuality(equal, equal, {.k = 5, .metric = Metric::Euclidean});
        QCOMPARE(quality.trustworthiness, 1.0);
    }

    void zeroVectorsAreLeftOut()
    {
        const Matrix set = randomSet(5, 40, 2), map = randomSet(2, 40, 3);
        Matrix longer(5, 43), drawn(2, 43);
        for (Index i = 0; i < 40; ++i) {
            for (Index k = 0; k < 5; ++k)
                longer(k, i + 2) = set(k, i);
            for (Index k = 0; k < 2; ++k)
                drawn(k, i + 2) = map(k, i);
        }
        const auto plain = measureMapQuality(set, map, 7), quality = measureMapQuality(longer, drawn, 7);
        QCOMPARE(quality.trustworthiness, plain.trustworthiness);
        QCOMPARE(quality.continuity, plain.continuity);
        QCOMPARE(quality.leftOut, Index(3));
    }

    void kIsLoweredBelowHalf()
    {
        const auto quality = measureMapQuality(randomSet(3, 10, 4), randomSet(2, 10, 5), 100);
        QCOMPARE(quality.k, Index(4));
        QVERIFY(quality.trustworthiness >= 0 && quality.trustworthiness <= 1);
        QCOMPARE(measureMapQuality(randomSet(3, 3, 4), randomSet(2, 3, 5), 10).k, Index(1));
        const auto two = measureMapQuality(randomSet(3, 2, 4), randomSet(2, 2, 5), 10);
        QVERIFY(std::isnan(two.trustworthiness) && std::isnan(two.continuity));
        QCOMPARE(two.k, Index(0));
    }

    void aSampleComesNear()
    {
        const Matrix set = randomSet(4, 1500, 6);
        Matrix map(2, 1500);
        for (Index i = 0; i < 1500; ++i)
            map(0, i) = set(0, i), map(1, i) = set(1, i);
        const auto all = measureMapQuality(set, map, 10);
        const auto some = measureMapQuality(set, map, {.k = 10, .exactItems = 400});
        QCOMPARE(some.items, Index(400));
        VERIFY_BELOW(std::abs(some.trustworthiness - all.trustworthiness), 0.02);
        VERIFY_BELOW(std::abs(some.continuity - all.continuity), 0.02);
        QVERIFY(some.trustworthiness != all.trustworthiness);
    }

    void sameNumbersForAnyThreads()
    {
        const Matrix set = randomSet(6, 300, 7), map = randomSet(2, 300, 8);
        setThreadCount(1);
        const auto one = measureMapQuality(set, map, {.exactItems = 200});
        for (const int threads : {2, 3}) {
            setThreadCount(threads);
            const auto other = measureMapQuality(set, map, {.exactItems = 200});
            QCOMPARE(other.trustworthiness, one.trustworthiness);
            QCOMPARE(other.continuity, one.continuity);
        }
        setThreadCount(0);
    }

    void refusals()
    {
        QVERIFY_EXCEPTION_THROWN(measureMapQuality(randomSet(3, 10, 1), randomSet(2, 9, 1), 3), Error);
        QVERIFY_EXCEPTION_THROWN(measureMapQuality(randomSet(3, 10, 1), randomSet(2, 10, 1), 0), Error);
        Context stopped;
        std::stop_source source;
        stopped.stop = source.get_token();
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(measureMapQuality(randomSet(3, 10, 1), randomSet(2, 10, 1), 3, stopped), Cancelled);
    }
};

BRIDGESCOPE_TEST(MapQualityTest)

} // namespace map_quality_tests

#include "map_quality.moc"
