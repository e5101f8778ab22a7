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
        const Pair pair = relatedSets(200);
        SampleOptions options;
        options.k = 1;
        options.items = 100;
        const SampledOverlap sampled = sampleOverlap(pair.a, pair.b, options);
        QVERIFY(sampled.mean > .05 && sampled.mean < .95 && !sampled.widened);
        const double p = sampled.mean, s2 = p * (1 - p) * 100 / 99;
        QVERIFY(std::abs(sampled.halfWidth - 1.96 * std::sqrt(s2 * (1 - 100 / 200.0) / 100)) < 1e-12);
    }
    void neverCertainOfItemsNotSeen()
    {
        // 20 of 2,000 items share all ten neighbors, nobody else any: among 100 items there is often none of them.
        const Index n = 2000;
        Matrix a = randomSet(12, n, 21), b = randomSet(12, n, 22);
        for (Index i = 0; i < 20; ++i)
            for (Index k = 0; k < 12; ++k)
                a(k, i) = b(k, i) = (k == 0 ? 1000.f : 0.f) + a(k, i);
        const double exact = exactOverlap({a, b}, 1, SelfRule::Excluded);
        SampleOptions options;
        options.k = 1;
        options.items = 100;
        int covered = 0, nothing = 0;
        for (options.seed = 1; options.seed <= 100; ++options.seed) {
            const SampledOverlap sampled = sampleOverlap(a, b, options);
            QVERIFY(sampled.halfWidth > 0);
            covered += sampled.interval.low <= exact && exact <= sampled.interval.high;
            if (sampled.mean > 0) continue;
            ++nothing;
            QVERIFY(sampled.widened);
            QVERIFY(std::abs(sampled.halfWidth - -std::log(.05) / 100 * (1 - 100 / 2000.0)) < 1e-5); // rule of three
        }
        QVERIFY2(nothing >= 10, qPrintable(QString::number(nothing)));
        QVERIFY2(covered >= 92, qPrintable(QString::number(covered)));
    }
    void fullOverlapIsNotCertainEither()
    {
        const Matrix a = randomSet(6, 400, 23);
        SampleOptions options;
        options.items = 100;
        const SampledOverlap some = sampleOverlap(a, a, options);
        QCOMPARE(some.mean, 1.0);
        QVERIFY(std::abs(some.halfWidth - -std::log(.05) / 100 * .75) < 1e-5);
        options.items = 400;
        const SampledOverlap all = sampleOverlap(a, a, options);
        QCOMPARE(all.halfWidth, 0.0);
        QVERIFY(!all.widened);
    }
    void stopsWhileItRuns()
    {
        const Pair pair = relatedSets(3000);
        SampleOptions options;
        options.first = 500;
        options.halfWidth = 1e-9;
        std::stop_source source;
        Index told = 0;
        int reports = 0, after = 0;
        Context context;
        context.stop = source.get_token();
        context.progress = [&](const Progress&) {
            after += source.stop_requested();
            if (told > 0 && ++reports == 2) source.request_stop(); // within the second step
        };
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, sampleOverlap(pair.a, pair.b, options, context, [&](const auto& s) { told = s.sampled; }));
        QCOMPARE(told, Index(500)); // what was told stays
        QVERIFY2(after <= threadCount(), qPrintable(QString::number(after)));
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
