#include "core/overlap/permutation_null.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace permutation_null_tests {

using namespace bridgescope;
using namespace bridgescope::test;

namespace {

OverlapOptions optionsAt(Index k, Index permutations, SelfRule self = SelfRule::Excluded, std::uint64_t seed = 1)
{
    OverlapOptions options;
    options.k = options.kMax = k;
    options.permutations = permutations;
    options.self = self;
    options.seed = seed;
    return options;
}

PermutationNull nullOf(const NeighborTable& a, const NeighborTable& b, const OverlapOptions& options, double observed)
{
    const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
    return permuteCorrespondence(folds, observed, options, {});
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values)
        sum += v / static_cast<double>(values.size());
    return sum;
}

/// All n! relabellings of B counted by sets: the exact null distribution of the number of shared entries.
std::vector<double> everyRelabelling(const NeighborTable& a, const NeighborTable& b, Index k, bool self)
{
    std::vector<std::int32_t> pi;
    for (Index i = 0; i < a.items(); ++i)
        pi.push_back(static_cast<std::int32_t>(i));
    std::vector<double> values;
    do {
        std::vector<std::vector<std::int32_t>> lists(static_cast<std::size_t>(a.items()));
        for (Index i = 0; i < a.items(); ++i)
            for (const auto j : b.neighbors(i))
                lists[static_cast<std::size_t>(pi[static_cast<std::size_t>(i)])].push_back(
                    pi[static_cast<std::size_t>(j)]);
        const NeighborTable relabelled = tableOf(lists, b.k());
        Index shared = 0;
        for (Index i = 0; i < a.items(); ++i)
            shared += slowCount(a, relabelled, i, k, self);
        values.push_back(static_cast<double>(shared) / static_cast<double>(a.items() * k));
    } while (std::next_permutation(pi.begin(), pi.end()));
    return values;
}

/// Uniform in [-.5, .5): cheaper to draw than normal numbers, of which there would be hundreds of millions.
Matrix uniformSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.bits() >> 40) * 0x1p-24f - .5f;
    return set;
}

/// Sets of the same size without anything in common.
double pOfUnrelated(std::uint64_t seed, Index n, Index permutations)
{
    const NeighborTable a = listsOf(uniformSet(16, n, 2 * seed), 10),
                        b = listsOf(uniformSet(1024, n, 2 * seed + 1), 10);
    const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
    return *measureOverlap(folds, Metric::Cosine, optionsAt(10, permutations, SelfRule::Excluded, seed)).pValue;
}

} // namespace

class PermutationNullTest : public QObject {
    Q_OBJECT
private slots:
    void hasTheDistributionOfAllRelabellings_data()
    {
        QTest::addColumn<bool>("self");
        QTest::newRow("self excluded") << false;
        QTest::newRow("self included") << true;
    }
    void hasTheDistributionOfAllRelabellings()
    {
        QFETCH(bool, self);
        const NeighborTable a = randomTable(6, 3, 1), b = randomTable(6, 3, 2, &a, .9);
        const auto exact = everyRelabelling(a, b, 3, self); // 720 of them
        const auto drawn = nullOf(a, b, optionsAt(3, 20000, self ? SelfRule::Included : SelfRule::Excluded), .5).values;
        for (const double at : exact) {
            const auto share = [&](const std::vector<double>& values) {
                return static_cast<double>(
                           std::count_if(values.begin(), values.end(), [&](double v) { return v > at + 1e-9; })) /
                       static_cast<double>(values.size());
            };
            QVERIFY(std::abs(share(exact) - share(drawn)) < 4 * std::sqrt(.25 / 20000));
        }
    }
    void centersOnChance()
    {
        const NeighborTable a = randomTable(500, 10, 3), b = randomTable(500, 10, 4);
        for (const SelfRule rule : {SelfRule::Excluded, SelfRule::Included}) {
            const auto values = nullOf(a, b, optionsAt(10, 400, rule), .5).values;
            QVERIFY(std::abs(meanOf(values) - chanceOverlap(500, 10, rule)) < 2e-4); // sd of a value: 9e-4
        }
    }
    void judgedByHand()
    {
        PermutationNull null;
        for (int i = 1; i <= 19; ++i)
            null.values.push_back(i / 100.0); // .01 ... .19
        judgeNull(null, .6);
        QCOMPARE(null.pValue, 1.0 / 20);
        QCOMPARE(null.tau, .19); // the 19th smallest of 20
        QVERIFY(std::abs(null.calibrated - (.6 - .19) / (1 - .19)) < 1e-15);
        judgeNull(null, .1); // ten of the null reach it: .10 ... .19
        QCOMPARE(null.pValue, 11.0 / 20);
        QCOMPARE(null.tau, .18);
        QCOMPARE(null.calibrated, 0.0);
        null.values.assign(999, .5);
        judgeNull(null, 1.0);
        QCOMPARE(null.pValue, 1.0 / 1000);
        QCOMPARE(null.tau, .5);
        QCOMPARE(null.calibrated, 1.0);
        judgeNull(null, .5); // ties with all of the null
        QCOMPARE(null.pValue, 1.0);
        null.values.assign(10, 1.0);
        judgeNull(null, 1.0); // identical under every relabelling: nothing can be told
        QCOMPARE(null.calibrated, 0.0);
        QCOMPARE(null.pValue, 1.0);
    }
    void sameValuesForEveryThreadCount()
    {
        const NeighborTable a = randomTable(300, 10, 5), b = randomTable(300, 10, 6), c = randomTable(200, 10, 7),
                            d = randomTable(200, 10, 8);
        const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}, {&c, &d, {&c, &d}}};
        std::vector<double> first;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            const auto values = permuteCorrespondence(folds, .1, optionsAt(10, 60), {}).values;
            if (first.empty()) first = values;
            QCOMPARE(values, first);
        }
        setThreadCount(0);
        QVERIFY(permuteCorrespondence(folds, .1, optionsAt(10, 60, SelfRule::Excluded, 2), {}).values != first);
    }
    void foldsArePermutedByThemselves()
    {
        // A fold of identical lists that every relabelling keeps (each item's list is all others) and one of random
        // lists.
        const NeighborTable all = listsOf(randomSet(4, 11, 9), 10);
        const NeighborTable a = randomTable(200, 10, 10), b = randomTable(200, 10, 11);
        const std::vector<FoldPair> folds{{&all, &all, {&all, &all}}, {&a, &b, {&a, &b}}};
        for (const double v : permuteCorrespondence(folds, .1, optionsAt(10, 50), {}).values) {
            QVERIFY(v > .5); // the first fold's 1, halved, plus chance
            QVERIFY(v < .56);
        }
    }
    void relatedSetsAreFound()
    {
        const NeighborTable a = randomTable(200, 10, 12), b = randomTable(200, 10, 13, &a, .4);
        const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
        const Overlap o = measureOverlap(folds, Metric::Cosine, optionsAt(10, 199));
        QCOMPARE(*o.pValue, 1.0 / 200);
        QVERIFY(*o.calibrated > 0 && *o.calibrated < o.mean);
        QVERIFY(std::abs(*o.calibrated - (o.mean - *o.tau) / (1 - *o.tau)) < 1e-15);
    }
    void keepsItsLevel()
    {
        // 1,000 pairs of unrelated sets, 16 dimensions against 1,024: the shares of p <= .05 and of p <= .2.
        constexpr Index pairs = 1000;
        std::vector<double> p(pairs);
        parallelFor(pairs, [&](Index s, int) {
            p[static_cast<std::size_t>(s)] = pOfUnrelated(static_cast<std::uint64_t>(s + 1), 300, 199);
        });
        const auto share = [&](double level) {
            return static_cast<double>(std::count_if(p.begin(), p.end(), [&](double v) { return v <= level; })) / pairs;
        };
        QVERIFY2(share(.05) >= .034 && share(.05) <= .066, qPrintable(QString::number(share(.05))));
        QVERIFY2(share(.2) >= .165 && share(.2) <= .235, qPrintable(QString::number(share(.2))));
    }
    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        Context context;
        context.stop = source.get_token();
        const NeighborTable a = randomTable(50, 5, 14);
        const std::vector<FoldPair> folds{{&a, &a, {&a}}};
        QVERIFY_THROWS_EXCEPTION(Cancelled, permuteCorrespondence(folds, .1, optionsAt(5, 10), context));
    }
    void stopsWhileItRuns()
    {
        const NeighborTable a = randomTable(300, 10, 1), b = randomTable(300, 10, 2);
        const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
        OverlapOptions options = optionsAt(10, 2000);
        for (const bool band : {false, true}) {
            std::stop_source source;
            double last = 0;
            Context context;
            context.stop = source.get_token();
            context.progress = [&](const Progress& progress) {
                last = progress.done;
                if (progress.done >= 100) source.request_stop();
            };
            if (band)
                QVERIFY_THROWS_EXCEPTION(Cancelled, nullBand(folds, options, context));
            else
                QVERIFY_THROWS_EXCEPTION(Cancelled, permuteCorrespondence(folds, .1, options, context));
            // After the request each thread ends the permutation it has; every 20th is told.
            QVERIFY2(last >= 100 && last <= 120 + threadCount(), qPrintable(QString::number(last)));
        }
    }
};

BRIDGESCOPE_TEST(PermutationNullTest)

} // namespace permutation_null_tests

#include "permutation_null.moc"
