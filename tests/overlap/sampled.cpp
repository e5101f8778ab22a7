#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/overlap/sampled_overlap.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace sampled_tests {

using namespace bridgescope;
using namespace bridgescope::test;

namespace {

struct Pair {
    Matrix a, b;
};

/// Two views of five common directions.
Pair relatedSets(Index n)
{
    Pair pair{randomSet(8, n, 1), randomSet(8, n, 2)};
    for (Index i = 0; i < n; ++i)
        for (Index k = 0; k < 5; ++k)
            pair.b(k, i) = .4f * pair.b(k, i) + pair.a(k, i);
    return pair;
}

double exactOverlap(const Pair& pair, Index k, SelfRule self)
{
    return OverlapCounts(listsOf(pair.a, k), listsOf(pair.b, k), k, self).means().back();
}

} // namespace

class SampledTest : public QObject {
    Q_OBJECT
private slots:
    void allItemsAreTheExactValue()
    {
        const Pair pair = relatedSets(300);
        for (const SelfRule self : {SelfRule::Excluded, SelfRule::Included}) {
            SampleOptions options;
            options.self = self;
            options.first = 80;
            options.halfWidth = 1e-9; // never reached but with all
            std::vector<Index> steps;
            const SampledOverlap sampled =
                sampleOverlap(pair.a, pair.b, options, {}, [&](const auto& s) { steps.push_back(s.sampled); });
            QCOMPARE(steps, (std::vector<Index>{80, 160, 300}));
            QVERIFY(std::abs(sampled.mean - exactOverlap(pair, 10, self)) < 1e-14);
            QCOMPARE(sampled.halfWidth, 0.0);
            QCOMPARE(sampled.chance, chanceOverlap(300, 10, self));
        }
    }
    void stopsWhereTheHalfWidthIsReached()
    {
        const Pair pair = relatedSets(1500);
        SampleOptions options;
        options.first = 100;
        options.halfWidth = .01;
        std::vector<double> widths;
        const SampledOverlap sampled =
            sampleOverlap(pair.a, pair.b, options, {}, [&](const auto& s) { widths.push_back(s.halfWidth); });
        QVERIFY(sampled.sampled < 1500);
        QVERIFY(sampled.halfWidth <= .01);
        QVERIFY(widths.size() > 1 && widths[widths.size() - 2] > .01);
    }
    void intervalCoversTheExactValue()
    {
        const Pair pair = relatedSets(1500);
        const double exact = exactOverlap(pair, 10, SelfRule::Excluded);
        SampleOptions options;
        options.items = 150;
        int covered = 0;
        for (options.seed = 1; options.seed <= 200; ++options.seed) {
            const SampledOverlap sampled = sampleOverlap(pair.a, pair.b, options);
            QCOMPARE(sampled.sampled, Index(150));
            covered += sampled.interval.low <= exact && exact <= sampled.interval.high;
        }
        QVERIFY2(covered >= 184 && covered <= 196, qPrintable(QString::number(covered)));
    }
    void halfWidthByItsFormula()
    {
        // At K = 1 shares are 0 or 1: their standard deviation follows from their mean.
        const Pair pair = relatedSets(40);
        SampleOptions options;
        options.k = 1;
        options.items = 20;
        const SampledOverlap sampled = sampleOverlap(pair.a, pair.b, options);
        QVERIFY(sampled.mean > 0 && sampled.mean < 1);
        const double p = sampled.mean, s2 = p * (1 - p) * 20 / 19;
        QVERIFY(std::abs(sampled.halfWidth - 1.96 * std::sqrt(s2 * (1 - 20 / 40.0) / 20)) < 1e-12);
    }
    void sameForEveryThreadCount()
    {
        const Pair pair = relatedSets(400);
        SampleOptions options;
        options.items = 100;
        const double mean = sampleOverlap(pair.a, pair.b, options).mean;
        for (const int threads : {1, 3}) {
            setThreadCount(threads);
            QCOMPARE(sampleOverlap(pair.a, pair.b, options).mean, mean);
        }
        setThreadCount(0);
    }
    void refusesWhatCannotBe()
    {
        const Pair pair = relatedSets(50);
        SampleOptions options;
        options.k = 50;
        QVERIFY_THROWS_EXCEPTION(Error, sampleOverlap(pair.a, pair.b, options));
        options = {};
        options.items = 1;
        QVERIFY_THROWS_EXCEPTION(Error, sampleOverlap(pair.a, pair.b, options));
        options = {};
        options.halfWidth = 0;
        QVERIFY_THROWS_EXCEPTION(Error, sampleOverlap(pair.a, pair.b, options));
        QVERIFY_THROWS_EXCEPTION(Error, sampleOverlap(pair.a, randomSet(8, 51, 3), {}));
    }
};

BRIDGESCOPE_TEST(SampledTest)

} // namespace sampled_tests

#include "sampled.moc"
