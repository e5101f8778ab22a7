#include "core/overlap/overlap.h"
#include "core/overlap/related_pairs.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numeric>

namespace measured_tests {

using namespace bridgescope;
using namespace bridgescope::test;

namespace {

bool inList(const NeighborTable& table, Index i, Index j, Index k)
{
    const auto list = table.neighbors(i);
    const auto end = list.begin() + std::min<Index>(k, table.count(i));
    return std::find(list.begin(), end, j) != end;
}

/// The definition, pair by pair; k counts others.
double slowError(const std::vector<double>& v, const std::vector<const NeighborTable*>& spaces, Index k)
{
    const auto n = static_cast<double>(v.size());
    const double mean = std::accumulate(v.begin(), v.end(), 0.0) / n;
    double all = 0, diagonal = 0;
    for (std::size_t i = 0; i < v.size(); ++i)
        for (std::size_t j = 0; j < v.size(); ++j) {
            bool related = i == j;
            for (const auto* space : spaces)
                related = related || inList(*space, static_cast<Index>(i), static_cast<Index>(j), k) ||
                          inList(*space, static_cast<Index>(j), static_cast<Index>(i), k);
            if (!related) continue;
            all += (v[i] - mean) * (v[j] - mean);
            if (i == j) diagonal += (v[i] - mean) * (v[j] - mean);
        }
    return std::sqrt((all < 0 ? diagonal : all) / (n * n));
}

struct Spaces {
    NeighborTable x, f, y;
    std::vector<const NeighborTable*> all() const { return {&x, &f, &y}; }
};

Spaces makeSpaces(Index n, Index k, std::uint64_t seed)
{
    Spaces s;
    s.x = randomTable(n, k, seed);
    s.f = randomTable(n, k, seed + 1, &s.x, .6);
    s.y = randomTable(n, k, seed + 2, &s.f, .2);
    return s;
}

OverlapOptions withoutNull(Index k, Index kMax, SelfRule self = SelfRule::Excluded)
{
    OverlapOptions options;
    options.k = k;
    options.kMax = kMax;
    options.self = self;
    options.permutations = 0;
    return options;
}

} // namespace

class MeasuredTest : public QObject {
    Q_OBJECT
private slots:
    void errorEqualsTheDefinition()
    {
        const Spaces s = makeSpaces(150, 12, 1);
        Random random(5, "values");
        std::vector<double> values;
        for (int i = 0; i < 150; ++i)
            values.push_back(random.normal() + i * .01);
        for (const Index k : {1, 3, 12}) {
            const auto spaces = s.all();
            const double expected = slowError(values, spaces, k);
            QVERIFY(std::abs(networkRobustError(values, spaces, k) - expected) < 1e-13);
            // Pairs gathered once to the largest K serve every smaller one.
            QVERIFY(std::abs(RelatedPairs(spaces, 12).standardError(values, k) - expected) < 1e-13);
        }
    }
    void aNegativeSumIsReplacedByTheDiagonal()
    {
        // Two items in each other's list whose values differ: the pair's products outweigh the squares three to two.
        const NeighborTable table = tableOf({{1}, {0}, {3}, {2}}, 1), other = tableOf({{2}, {3}, {0}, {1}}, 1);
        const std::vector<const NeighborTable*> spaces{&table, &other};
        const std::vector<double> values{1, -1, -1, 1};
        // Each item is related to two of opposite value: sum = 4 - 2 * 4 < 0, diagonal = 4.
        QCOMPARE(networkRobustError(values, spaces, 1), std::sqrt(4.0 / 16.0));
    }
    void whereAllArePairsTheSumIsNothing()
    {
        // Complete lists: the sum is (Σ (v - v̄))² = 0, and rounding must not decide what stands for it.
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const NeighborTable table = randomTable(12, 11, seed);
            const std::vector<const NeighborTable*> spaces{&table};
            Random random(seed, "values");
            std::vector<double> values;
            for (int i = 0; i < 12; ++i)
                values.push_back(static_cast<double>(random.below(9)) / 8);
            const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 12;
            double diagonal = 0;
            for (const double v : values)
                diagonal += (v - mean) * (v - mean);
            QVERIFY(std::abs(networkRobustError(values, spaces, 11) - std::sqrt(diagonal) / 12) < 1e-13);
            const std::vector<std::int32_t> one(12, 0);
            QVERIFY(std::abs(RelatedPairs(spaces, 11).standardErrors(values, one, 1, 11)[0] -
                             std::sqrt(diagonal) / 12) < 1e-13);
        }
    }
    void shareOfRelatedPairs()
    {
        // 0 and 1 list each other, 2 lists 0, 3 lists 2: three of six pairs at K = 1.
        const NeighborTable table = tableOf({{1, 2}, {0, 2}, {0, 1}, {2, 0}}, 2);
        const std::vector<const NeighborTable*> spaces{&table};
        const RelatedPairs related(spaces, 2);
        QCOMPARE(related.share(0), 0.0);
        QCOMPARE(related.share(1), 3 / 6.0);
        QCOMPARE(related.share(2), 5 / 6.0);
        const std::vector<FoldPair> folds{{&table, &table, spaces}};
        QCOMPARE(measureOverlap(folds, Metric::Cosine, withoutNull(2, 2)).relatedShare, 5 / 6.0);
        QCOMPARE(measureOverlap(folds, Metric::Cosine, withoutNull(2, 2, SelfRule::Included)).relatedShare, 3 / 6.0);
    }
    void twoOverlapsBoundTheThird()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Spaces s = makeSpaces(40, 6, 100 * seed);
            const auto mean = [](const NeighborTable& a, const NeighborTable& b) {
                return OverlapCounts(a, b, 6, SelfRule::Excluded).means().back();
            };
            const double xf = mean(s.x, s.f), yf = mean(s.y, s.f), xy = mean(s.x, s.y);
            QVERIFY(withinBound(xf, boundOfThird(yf, xy)));
            QVERIFY(withinBound(yf, boundOfThird(xf, xy)));
            QVERIFY(withinBound(xy, boundOfThird(xf, yf)));
        }
        QVERIFY(withinBound(.5, boundOfThird(.5, 1))); // and nothing else
        QVERIFY(!withinBound(.51, boundOfThird(.5, 1)));
        QVERIFY(!withinBound(.49, boundOfThird(.5, 1)));
    }
    void oneFold()
    {
        const Spaces s = makeSpaces(200, 20, 11);
        const std::vector<FoldPair> folds{{&s.x, &s.f, s.all()}};
        for (const SelfRule rule : {SelfRule::Excluded, SelfRule::Included}) {
            const Overlap o = measureOverlap(folds, Metric::Cosine, withoutNull(10, 20, rule));
            std::vector<double> values;
            for (Index i = 0; i < 200; ++i) {
                const Index count = slowCount(s.x, s.f, i, 10, rule == SelfRule::Included);
                QCOMPARE(static_cast<Index>(o.perItem[static_cast<std::size_t>(i)]), count);
                values.push_back(static_cast<double>(count) / 10);
            }
            QVERIFY(std::abs(o.mean - std::accumulate(values.begin(), values.end(), 0.0) / 200) < 1e-14);
            // Where the item itself stands first, a list of K holds K - 1 others.
            const Index own = rule == SelfRule::Included ? 1 : 0;
            QVERIFY(std::abs(o.standardError - slowError(values, s.all(), 10 - own)) < 1e-14);
            QVERIFY(std::abs(o.interval.high - (o.mean + 1.96 * o.standardError)) < 1e-15);
            QVERIFY(std::abs(o.interval.low - (o.mean - 1.96 * o.standardError)) < 1e-15);
            QCOMPARE(o.chance, chanceOverlap(200, 10, rule));
            QCOMPARE(o.byK.size(), std::size_t(20));
            QCOMPARE(o.byK[9], o.mean);
            QVERIFY(std::abs(o.byKError[9] - o.standardError) < 1e-15);
            std::vector<double> atFour;
            for (Index i = 0; i < 200; ++i)
                atFour.push_back(static_cast<double>(slowCount(s.x, s.f, i, 4, rule == SelfRule::Included)) / 4);
            QVERIFY(std::abs(o.byKError[3] - slowError(atFour, s.all(), 4 - own)) < 1e-14);
            QVERIFY(o.standardError != slowError(values, s.all(), 9 + own)); // the neighboring K is another number
            QVERIFY(!o.pValue && !o.calibrated && !o.tau && !o.foldSd && o.folds.empty());
        }
    }
    void foldsAreMeasuredByThemselves()
    {
        const Spaces a = makeSpaces(101, 15, 21), b = makeSpaces(100, 15, 31), c = makeSpaces(100, 15, 41);
        std::vector<FoldPair> folds;
        std::vector<Overlap> single;
        for (const Spaces* s : {&a, &b, &c}) {
            folds.push_back({&s->x, &s->f, s->all()});
            single.push_back(measureOverlap(std::span(&folds.back(), 1), Metric::Euclidean, withoutNull(5, 15)));
        }
        const Overlap o = measureOverlap(folds, Metric::Euclidean, withoutNull(5, 15));
        const double mean = (single[0].mean + single[1].mean + single[2].mean) / 3;
        double squares = 0, errors = 0;
        for (const Overlap& s : single) {
            squares += (s.mean - mean) * (s.mean - mean);
            errors += s.standardError * s.standardError;
        }
        QCOMPARE(o.n, Index(301));
        QVERIFY(std::abs(o.mean - mean) < 1e-15);
        QVERIFY(std::abs(*o.foldSd - std::sqrt(squares / 2)) < 1e-15);
        QVERIFY(std::abs(o.standardError - std::sqrt(errors / 9)) < 1e-15);
        QVERIFY(std::abs(o.chance - (5 / 100.0 + 5 / 99.0 + 5 / 99.0) / 3) < 1e-15);
        QVERIFY(std::abs(o.byK[7] - (single[0].byK[7] + single[1].byK[7] + single[2].byK[7]) / 3) < 1e-15);
        QCOMPARE(o.folds.size(), std::size_t(3));
        QCOMPARE(o.folds[0].n, Index(101));
        QCOMPARE(o.folds[1].mean, single[1].mean);
        QCOMPARE(o.perItem.size(), std::size_t(301));
        QCOMPARE(o.perItem[101], single[1].perItem[0]);
    }
    void valuesComputedBeforeAreTakenOver()
    {
        const Spaces s = makeSpaces(120, 10, 51);
        const auto spaces = s.all();
        const OverlapCounts counts(s.y, s.f, 10, SelfRule::Excluded);
        const RelatedPairs related(spaces, 10);
        const std::vector<FoldPair> plain{{&s.y, &s.f, spaces}}, cached{{&s.y, &s.f, spaces, &counts, &related}};
        const Overlap a = measureOverlap(plain, Metric::Cosine, withoutNull(6, 10)),
                      b = measureOverlap(cached, Metric::Cosine, withoutNull(6, 10));
        QCOMPARE(a.standardError, b.standardError);
        QCOMPARE(a.byKError, b.byKError);
        QCOMPARE(a.perItem, b.perItem);
    }
    void differenceIsTestedItemByItem()
    {
        const Spaces a = makeSpaces(90, 8, 61), b = makeSpaces(80, 8, 71);
        std::vector<FoldPair> xf, yf;
        for (const Spaces* s : {&a, &b}) {
            xf.push_back({&s->x, &s->f, s->all()});
            yf.push_back({&s->y, &s->f, s->all()});
        }
        const Overlap first = measureOverlap(xf, Metric::Cosine, withoutNull(8, 8)),
                      second = measureOverlap(yf, Metric::Cosine, withoutNull(8, 8));
        const DifferenceTest test = testDifference(first, second, xf);
        double mean = 0, error = 0;
        for (const Spaces* s : {&a, &b}) {
            std::vector<double> d;
            for (Index i = 0; i < s->x.items(); ++i)
                d.push_back(
                    static_cast<double>(slowCount(s->x, s->f, i, 8, false) - slowCount(s->y, s->f, i, 8, false)) / 8);
            mean += std::accumulate(d.begin(), d.end(), 0.0) / static_cast<double>(d.size()) / 2;
            error += std::pow(slowError(d, s->all(), 8), 2) / 4;
        }
        QVERIFY(std::abs(test.mean - mean) < 1e-14);
        QVERIFY(std::abs(test.standardError - std::sqrt(error)) < 1e-14);
        QVERIFY(std::abs(test.mean - (first.mean - second.mean)) < 1e-14);
        QVERIFY(std::abs(test.pValue - std::erfc(std::abs(mean / std::sqrt(error)) / std::sqrt(2.0))) < 1e-12);
        QVERIFY(test.effectSize > 0 && test.effectSize <= 1);
    }
    void differenceRelatesOthersOnly()
    {
        const Spaces s = makeSpaces(90, 8, 91);
        const auto spaces = s.all();
        const RelatedPairs related(spaces, 8);
        const std::vector<FoldPair> plain{{&s.x, &s.f, spaces}}, cached{{&s.x, &s.f, spaces, nullptr, &related}};
        const std::vector<FoldPair> other{{&s.y, &s.f, spaces}};
        for (const Index k : {1, 5}) {
            const auto options = withoutNull(k, 8, SelfRule::Included);
            const Overlap first = measureOverlap(plain, Metric::Cosine, options),
                          second = measureOverlap(other, Metric::Cosine, options);
            std::vector<double> d;
            for (Index i = 0; i < 90; ++i)
                d.push_back(static_cast<double>(slowCount(s.x, s.f, i, k, true) - slowCount(s.y, s.f, i, k, true)) /
                            static_cast<double>(k));
            for (const auto* folds : {&plain, &cached})
                QVERIFY(std::abs(testDifference(first, second, *folds).standardError - slowError(d, spaces, k - 1)) <
                        1e-14);
        }
    }
    void equalOverlapsDoNotDiffer()
    {
        const Spaces s = makeSpaces(50, 5, 81);
        const std::vector<FoldPair> folds{{&s.x, &s.f, s.all()}};
        const Overlap o = measureOverlap(folds, Metric::Cosine, withoutNull(5, 5));
        const DifferenceTest test = testDifference(o, o, folds);
        QCOMPARE(test.mean, 0.0);
        QCOMPARE(test.pValue, 1.0);
        QCOMPARE(test.wilcoxonP, 1.0);
        QCOMPARE(test.effectSize, 0.0);
    }
};

BRIDGESCOPE_TEST(MeasuredTest)

} // namespace measured_tests

#include "measured.moc"
