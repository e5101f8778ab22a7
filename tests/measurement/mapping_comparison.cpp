#include "core/measurement/mapping_comparison.h"
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/overlap/paired_tests.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <set>

namespace mapping_comparison_tests {

using namespace bridgescope;

class MappingComparisonTest : public QObject {
    Q_OBJECT
    static constexpr Index n = 90, k = 7;
    MeasureOptions m_options;
    PairedSet m_pairs;
    std::shared_ptr<const MeasuredFold> m_first, m_second; ///< f near X, g near Y

    using Lists = std::vector<std::set<std::int32_t>>;
    static Lists setsOf(const NeighborTable& table)
    {
        Lists lists;
        for (Index i = 0; i < table.items(); ++i) {
            const auto list = table.neighbors(i).first(static_cast<std::size_t>(k));
            lists.emplace_back(list.begin(), list.end());
        }
        return lists;
    }
    static double shared(const Lists& a, const Lists& b, Index i)
    {
        double count = 0;
        for (const std::int32_t j : a[static_cast<std::size_t>(i)])
            count += b[static_cast<std::size_t>(i)].count(j) > 0 ? 1 : 0;
        return count / static_cast<double>(k);
    }
    /// Differences, their mean and its error by the definition, pair by pair.
    static void check(const PairedOverlap& got, const Lists& space, const Lists& f, const Lists& g)
    {
        std::vector<double> v;
        double mean = 0, ofF = 0, ofG = 0;
        for (Index i = 0; i < n; ++i) {
            v.push_back(shared(space, f, i) - shared(space, g, i));
            mean += v.back() / n;
            ofF += shared(space, f, i) / n;
            ofG += shared(space, g, i) / n;
        }
        const auto related = [&](Index i, Index j) {
            for (const Lists* lists : {&space, &f, &g})
                if ((*lists)[static_cast<std::size_t>(i)].count(static_cast<std::int32_t>(j)) ||
                    (*lists)[static_cast<std::size_t>(j)].count(static_cast<std::int32_t>(i)))
                    return true;
            return false;
        };
        double sum = 0;
        for (Index i = 0; i < n; ++i)
            for (Index j = 0; j < n; ++j)
                if (i == j || related(i, j))
                    sum += (v[static_cast<std::size_t>(i)] - mean) * (v[static_cast<std::size_t>(j)] - mean);
        const double error = std::sqrt(sum) / n;
        QVERIFY(sum > 0);
        QVERIFY(std::abs(got.first - ofF) < 1e-12);
        QVERIFY(std::abs(got.second - ofG) < 1e-12);
        QVERIFY(std::abs(got.test.mean - mean) < 1e-12);
        QVERIFY(std::abs(got.test.standardError - error) < 1e-12);
        QVERIFY(std::abs(got.test.interval.low - (mean - 1.96 * error)) < 1e-12);
        QVERIFY(std::abs(got.test.interval.high - (mean + 1.96 * error)) < 1e-12);
        QVERIFY(std::abs(got.test.pValue - std::erfc(std::abs(mean) / error / std::sqrt(2.0))) < 1e-12);
        QCOMPARE(got.test.wilcoxonP, wilcoxonP(v));
        QCOMPARE(got.test.effectSize, rankBiserial(v));
    }

private slots:
    void initTestCase()
    {
        Random random(3, "comparison");
        Matrix x(5, n), y(5, n), f(5, n), g(5, n);
        std::vector<Index> items;
        for (Index i = 0; i < n; ++i) {
            items.push_back(i);
            m_pairs.labels.push_back(std::to_string(i));
            for (Index d = 0; d < 5; ++d) {
                x(d, i) = static_cast<float>(random.normal());
                y(d, i) = static_cast<float>(random.normal());
                f(d, i) = x(d, i) + .5f * y(d, i);
                g(d, i) = .5f * x(d, i) + y(d, i);
            }
        }
        m_pairs.x = Vectors(std::move(x));
        m_pairs.y = Vectors(std::move(y));
        m_options.overlap.k = k;
        m_options.overlap.kMax = 20;
        m_options.overlap.permutations = 0;
        m_first = measureFold(m_pairs, items, Vectors(std::move(f)), m_options);
        m_second = withPrediction(*m_first, m_pairs, Vectors(std::move(g)), m_options);
    }
    void numbersByTheDefinition()
    {
        const MappingComparison both = compareMappings(*m_first, *m_second, m_options);
        QCOMPARE(both.n, n);
        QCOMPARE(both.k, k);
        check(both.xf, setsOf(m_first->listsX), setsOf(m_first->listsF), setsOf(m_second->listsF));
        check(both.yf, setsOf(m_first->listsY), setsOf(m_first->listsF), setsOf(m_second->listsF));
        QVERIFY(both.xf.test.mean > 0); // f was made nearer to X, g to Y
        QVERIFY(both.yf.test.mean < 0);
        QVERIFY(both.xf.test.pValue < .001);
        QVERIFY(both.yf.test.pValue < .001);
    }
    void overlapsAreThoseOfTheReports()
    {
        const MappingComparison both = compareMappings(*m_first, *m_second, m_options);
        const MappingReport f = reportMapping({&m_first, 1}, m_options), g = reportMapping({&m_second, 1}, m_options);
        QVERIFY(std::abs(both.xf.first - f.xf.mean) < 1e-12);
        QVERIFY(std::abs(both.yf.first - f.yf.mean) < 1e-12);
        QVERIFY(std::abs(both.xf.second - g.xf.mean) < 1e-12);
        QVERIFY(std::abs(both.yf.second - g.yf.mean) < 1e-12);
    }
    void exchangedTheSignTurns()
    {
        const MappingComparison one = compareMappings(*m_first, *m_second, m_options),
                                other = compareMappings(*m_second, *m_first, m_options);
        QCOMPARE(other.yf.test.mean, -one.yf.test.mean);
        QCOMPARE(other.yf.test.standardError, one.yf.test.standardError);
        QCOMPARE(other.yf.test.wilcoxonP, one.yf.test.wilcoxonP);
        QCOMPARE(other.yf.test.effectSize, -one.yf.test.effectSize);
    }
    void aMappingAgainstItself()
    {
        const MappingComparison same = compareMappings(*m_first, *m_first, m_options);
        QCOMPARE(same.xf.test.mean, 0.0);
        QCOMPARE(same.xf.test.pValue, 1.0);
        QCOMPARE(same.yf.test.wilcoxonP, 1.0);
        QCOMPARE(same.yf.test.effectSize, 0.0);
    }
    void selfIncluded()
    {
        MeasureOptions options = m_options;
        options.overlap.self = SelfRule::Included;
        const MappingComparison both = compareMappings(*m_first, *m_second, options);
        const MappingReport f = reportMapping({&m_first, 1}, options);
        QVERIFY(std::abs(both.yf.first - f.yf.mean) < 1e-12);
    }
    void otherItemsAndTooLargeAK()
    {
        std::vector<Index> fewer(m_first->items.begin(), m_first->items.end() - 1);
        const auto part = measureFold(m_pairs, fewer, Vectors(selectColumns(m_first->f, fewer)), m_options);
        QVERIFY_THROWS_EXCEPTION(Error, compareMappings(*m_first, *part, m_options));
        MeasureOptions options = m_options;
        options.overlap.k = 21; // the lists hold 20
        QVERIFY_THROWS_EXCEPTION(Error, compareMappings(*m_first, *m_second, options));
    }
};

BRIDGESCOPE_TEST(MappingComparisonTest)

} // namespace mapping_comparison_tests

#include "mapping_comparison.moc"
