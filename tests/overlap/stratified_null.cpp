#include "core/overlap/permutation_null.h"
#include "tests/overlap/lists.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numeric>

namespace stratified_null_tests {

using namespace bridgescope;
using namespace bridgescope::test;

namespace {

OverlapOptions optionsAt(Index k, Index kMax, Index permutations, std::uint64_t seed = 1)
{
    OverlapOptions options;
    options.k = k;
    options.kMax = kMax;
    options.permutations = permutations;
    options.seed = seed;
    return options;
}

/// Four categories: both sets know an item's category and nothing else of it.
struct CategorySets {
    std::vector<std::int32_t> categories;
    NeighborTable a, b;
    CategorySets(Index n, std::uint64_t seed)
    {
        Matrix x = randomSet(8, n, 2 * seed), y = randomSet(12, n, 2 * seed + 1);
        for (Index i = 0; i < n; ++i) {
            const auto category = static_cast<std::int32_t>(i % 4);
            categories.push_back(category);
            x(category, i) += 6;
            y(category + 4, i) += 6;
        }
        a = listsOf(x, 10);
        b = listsOf(y, 10);
    }
    double pValue(bool stratified, Index permutations, std::uint64_t seed) const
    {
        std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
        if (stratified) folds[0].strata = categories;
        return *measureOverlap(folds, Metric::Cosine, optionsAt(10, 10, permutations, seed)).pValue;
    }
};

} // namespace

class StratifiedNullTest : public QObject {
    Q_OBJECT
private slots:
    void itemsStayInTheirStratum()
    {
        // Two strata whose items list only their own: relabelled within, every item keeps its whole list of three
        // others.
        std::vector<std::vector<std::int32_t>> lists;
        for (int i = 0; i < 8; ++i) {
            lists.emplace_back();
            for (int j = i / 4 * 4; j < i / 4 * 4 + 4; ++j)
                if (j != i) lists.back().push_back(j);
        }
        const NeighborTable table = tableOf(lists, 3);
        std::vector<FoldPair> folds{{&table, &table, {&table}}};
        const std::vector<std::int32_t> strata{7, 7, 7, 7, -2, -2, -2, -2};
        const auto plain = permuteCorrespondence(folds, 1, optionsAt(3, 3, 100), {}).values;
        QVERIFY(*std::min_element(plain.begin(), plain.end()) < 1);
        folds[0].strata = strata;
        for (const double v : permuteCorrespondence(folds, 1, optionsAt(3, 3, 100), {}).values)
            QCOMPARE(v, 1.0);
    }
    void aStratumOfItsOwnStaysWhereItIs()
    {
        const NeighborTable a = randomTable(30, 4, 1), b = randomTable(30, 4, 2, &a);
        std::vector<std::int32_t> strata(30);
        std::iota(strata.begin(), strata.end(), 0);
        const std::vector<FoldPair> folds{{&a, &b, {&a, &b}, nullptr, nullptr, strata}};
        const double observed = OverlapCounts(a, b, 4, SelfRule::Excluded).means().back();
        for (const double v : permuteCorrespondence(folds, observed, optionsAt(4, 4, 20), {}).values)
            QCOMPARE(v, observed);
    }
    void categoriesAloneAreToldFromTheRest()
    {
        // Overlap that categories explain: the plain null rejects, the stratified one keeps its level, as strictly as
        // the plain one does for unrelated sets.
        int five = 0, twenty = 0, plain = 0;
        const int draws = 1000;
        for (int s = 1; s <= draws; ++s) {
            const CategorySets sets(80, static_cast<std::uint64_t>(s));
            if (s <= 100) plain += sets.pValue(false, 99, static_cast<std::uint64_t>(s)) <= .05;
            const double p = sets.pValue(true, 199, static_cast<std::uint64_t>(s));
            five += p <= .05;
            twenty += p <= .2;
        }
        QVERIFY2(plain >= 95, qPrintable(QString::number(plain)));
        QVERIFY2(five >= 34 && five <= 66, qPrintable(QString::number(five)));
        QVERIFY2(twenty >= 165 && twenty <= 235, qPrintable(QString::number(twenty)));
    }
    void bandHoldsTheNullAtEveryK_data()
    {
        QTest::addColumn<bool>("self");
        QTest::newRow("self excluded") << false;
        QTest::newRow("self included") << true;
    }
    void bandHoldsTheNullAtEveryK()
    {
        QFETCH(bool, self);
        const NeighborTable a = randomTable(90, 12, 3), b = randomTable(90, 12, 4, &a), c = randomTable(70, 12, 5),
                            d = randomTable(70, 12, 6);
        const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}, {&c, &d, {&c, &d}}};
        OverlapOptions options = optionsAt(12, 12, 119);
        if (self) options.self = SelfRule::Included;
        const NullBand band = nullBand(folds, options);
        QCOMPARE(band.mean.size(), std::size_t(12));
        for (Index k = 1; k <= 12; ++k) {
            options.k = k;
            auto values = permuteCorrespondence(folds, .5, options, {}).values; // the same relabellings
            std::sort(values.begin(), values.end());
            const auto at = static_cast<std::size_t>(k - 1);
            QVERIFY(std::abs(band.mean[at] - std::accumulate(values.begin(), values.end(), 0.0) / 119) < 1e-12);
            QVERIFY(std::abs(band.low[at] - values[2]) < 1e-12); // rank 3 of 120
            QVERIFY(std::abs(band.high[at] - values[116]) < 1e-12);
        }
    }
};

BRIDGESCOPE_TEST(StratifiedNullTest)

} // namespace stratified_null_tests

#include "stratified_null.moc"
