#include "core/base/error.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace csls_tests {

using namespace bridgescope;

namespace {

Matrix someSet(Index d, Index n, std::uint64_t seed, bool withCopies)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal() + .5);
    if (!withCopies) return set;
    for (Index i = 40; i < n; i += 2)
        std::copy(set.column(3).begin(), set.column(3).end(), set.column(i).begin());
    std::fill(set.column(7).begin(), set.column(7).end(), 0.0f);
    return set;
}

double slowCosine(MatrixView set, Index i, Index j)
{
    double dot = 0, ii = 0, jj = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(set.rows); ++k) {
        const double a = set.column(i)[k], b = set.column(j)[k];
        dot += a * b;
        ii += a * a;
        jj += b * b;
    }
    return ii == 0 || jj == 0 ? -9 : dot / std::sqrt(ii * jj);
}

/// CSLS of every pair, term by term.
std::vector<std::vector<double>> slowCsls(MatrixView set, std::size_t k)
{
    const Index n = set.columns;
    std::vector<double> r;
    for (Index i = 0; i < n; ++i) {
        std::vector<double> others;
        for (Index j = 0; j < n; ++j)
            if (j != i && slowCosine(set, i, j) > -2) others.push_back(slowCosine(set, i, j));
        std::sort(others.rbegin(), others.rend());
        double sum = 0;
        for (std::size_t m = 0; m < std::min(k, others.size()); ++m)
            sum += others[m];
        r.push_back(others.empty() ? 0 : sum / static_cast<double>(std::min(k, others.size())));
    }
    std::vector<std::vector<double>> values(static_cast<std::size_t>(n));
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j < n; ++j)
            values[static_cast<std::size_t>(i)].push_back(2 * slowCosine(set, i, j) - r[static_cast<std::size_t>(i)] -
                                                          r[static_cast<std::size_t>(j)]);
    return values;
}

} // namespace

class CslsTest : public QObject {
    Q_OBJECT
private slots:
    void equalsTheDefinition_data()
    {
        QTest::addColumn<bool>("copies");
        QTest::newRow("random") << false;
        QTest::newRow("copies and a zero vector") << true;
    }
    void equalsTheDefinition()
    {
        QFETCH(bool, copies);
        const Matrix set = someSet(6, 150, 1, copies);
        const auto slow = slowCsls(set, 10);
        NeighborOptions options;
        options.k = 12;
        const NeighborTable table = cslsNeighbors(set, options, 10);
        QCOMPARE(table.zeroVectors, Index(copies ? 1 : 0));
        for (Index i = 0; i < 150; ++i) {
            std::vector<double> all;
            for (Index j = 0; j < 150; ++j)
                if (j != i && slowCosine(set, i, j) > -2)
                    all.push_back(slow[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]);
            std::sort(all.rbegin(), all.rend());
            QCOMPARE(table.count(i), Index(copies && i == 7 ? 0 : 12));
            for (Index r = 0; r < table.count(i); ++r) {
                const auto at = static_cast<std::size_t>(r);
                const auto j = static_cast<std::size_t>(table.neighbors(i)[at]);
                QVERIFY(std::abs(table.values(i)[at] - all[at]) <
                        1e-13); // values, since ties make indices ambiguous here
                QVERIFY(std::abs(slow[static_cast<std::size_t>(i)][j] - all[at]) < 1e-13);
                if (r > 0 && table.values(i)[at] == table.values(i)[at - 1])
                    QVERIFY(table.neighbors(i)[at] > table.neighbors(i)[at - 1]);
            }
        }
    }
    void discountsHubs()
    {
        // A common direction makes the items nearest to it hubs; CSLS spreads the lists.
        Random random(2, "test");
        Matrix set(60, 600);
        for (Index i = 0; i < 600; ++i)
            for (float& v : set.column(i))
                v = static_cast<float>(random.normal() + .3);
        NeighborOptions options;
        const auto most = [](const NeighborTable& table) {
            std::vector<int> counts(600, 0);
            for (Index i = 0; i < 600; ++i)
                for (const auto j : table.neighbors(i))
                    ++counts[static_cast<std::size_t>(j)];
            return *std::max_element(counts.begin(), counts.end());
        };
        QVERIFY(most(cslsNeighbors(set, options)) < most(exactNeighbors(set, options)));
    }
    void isDefinedOnCosines()
    {
        NeighborOptions options;
        options.metric = Metric::Euclidean;
        QVERIFY_THROWS_EXCEPTION(Error, (void)cslsNeighbors(someSet(3, 30, 3, false), options));
    }
    void someItemsAmongAll()
    {
        const Matrix set = someSet(5, 200, 4, true);
        const std::vector<Index> items{199, 7, 0, 3, 64, 12, 40};
        for (const Metric metric : {Metric::Cosine, Metric::Euclidean}) {
            NeighborOptions options;
            options.metric = metric;
            const NeighborTable all = exactNeighbors(set, options), some = exactNeighborsOf(set, items, options);
            QCOMPARE(some.items(), Index(7));
            for (std::size_t r = 0; r < items.size(); ++r) {
                const auto expected = all.neighbors(items[r]), found = some.neighbors(static_cast<Index>(r));
                QCOMPARE(std::vector<std::int32_t>(found.begin(), found.end()),
                         std::vector<std::int32_t>(expected.begin(), expected.end()));
            }
            QCOMPARE(some.zeroVectors, Index(metric == Metric::Cosine ? 1 : 0));
        }
    }
};

BRIDGESCOPE_TEST(CslsTest)

} // namespace csls_tests

#include "csls.moc"
