#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/neighbors/product_kernel.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

namespace exact_lists_tests {

using namespace bridgescope;

namespace {

/// The slow oracle: every pair by the canonical definition written out anew, sorted by value and index.
double slowValue(MatrixView set, Index i, Index j, Metric metric)
{
    double dot[8] = {}, ii[8] = {}, jj[8] = {}, square[8] = {};
    for (Index k = 0; k < set.rows; ++k) {
        const double a = set.column(i)[static_cast<std::size_t>(k)], b = set.column(j)[static_cast<std::size_t>(k)];
        dot[k % 8] += a * b;
        ii[k % 8] += a * a;
        jj[k % 8] += b * b;
        square[k % 8] += (a - b) * (a - b);
    }
    const auto sum = [](const double(&s)[8]) {
        return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
    };
    if (metric == Metric::Euclidean) return -sum(square);
    return sum(dot) / (std::sqrt(sum(ii)) * std::sqrt(sum(jj)));
}

bool isZero(MatrixView set, Index i)
{
    const auto x = set.column(i);
    return std::all_of(x.begin(), x.end(), [](float v) { return v == 0; });
}

std::vector<RankedItem> slowList(MatrixView set, Index i, Index k, Metric metric,
                                 const std::vector<std::int32_t>& groups)
{
    std::vector<RankedItem> all;
    if (metric == Metric::Cosine && isZero(set, i)) return all;
    for (Index j = 0; j < set.columns; ++j) {
        if (j == i || (metric == Metric::Cosine && isZero(set, j))) continue;
        if (!groups.empty() && groups[static_cast<std::size_t>(i)] == groups[static_cast<std::size_t>(j)]) continue;
        all.push_back({static_cast<std::int32_t>(j), slowValue(set, i, j, metric)});
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.value != b.value ? a.value > b.value : a.index < b.index; });
    if (static_cast<Index>(all.size()) > k) all.resize(static_cast<std::size_t>(k));
    return all;
}

/// The oracle's lists of all others of every item: those to any K begin them.
using Lists = std::vector<std::vector<RankedItem>>;
Lists slowLists(MatrixView set, Metric metric, const std::vector<std::int32_t>& groups = {})
{
    Lists lists;
    for (Index i = 0; i < set.columns; ++i)
        lists.push_back(slowList(set, i, set.columns, metric, groups));
    return lists;
}

void compare(MatrixView set, const NeighborOptions& options, const Lists& expected)
{
    const NeighborTable table = exactNeighbors(set, options);
    for (Index i = 0; i < set.columns; ++i) {
        const auto& all = expected[static_cast<std::size_t>(i)];
        const auto length = std::min(all.size(), static_cast<std::size_t>(options.k));
        QCOMPARE(table.count(i), static_cast<Index>(length));
        for (std::size_t r = 0; r < length; ++r) {
            QCOMPARE(table.neighbors(i)[r], all[r].index);
            QCOMPARE(table.values(i)[r], all[r].value); // bit for bit
        }
    }
}

void compare(MatrixView set, Index k, Metric metric, Index blockItems, const std::vector<std::int32_t>& groups = {})
{
    const Lists expected = slowLists(set, metric, groups);
    NeighborOptions options;
    options.metric = metric;
    options.k = k;
    options.blockItems = blockItems;
    options.groups = groups;
    for (options.kernel = 0; options.kernel < static_cast<Index>(productKernels().size()); ++options.kernel)
        compare(set, options, expected);
}

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal());
    return set;
}

Matrix madeSet(const QString& kind)
{
    if (kind == "random") return randomSet(20, 300, 1);
    if (kind == "one dimension") return randomSet(1, 120, 2);
    if (kind == "4096 dimensions") return randomSet(4096, 40, 3);
    if (kind == "two items") return randomSet(5, 2, 4);
    Matrix set = randomSet(12, 260, 5);
    for (Index i = 0; i < set.columns(); ++i) {
        auto x = set.column(i);
        if (kind == "all equal") std::fill(x.begin(), x.end(), 0.3f);
        if (kind == "half copies" && i % 2 == 1)
            std::copy(set.column(i - 1).begin(), set.column(i - 1).end(), x.begin());
        if (kind == "collinear")
            for (std::size_t k = 0; k < x.size(); ++k)
                x[k] = static_cast<float>(i + 1) * 0.37f * static_cast<float>(k + 1);
        if (kind == "far outlier" && i == 17)
            for (float& v : x)
                v *= 1e20f;
        if (kind == "integers")
            for (float& v : x)
                v = std::round(v);
        if (kind == "zeros" && i % 3 == 0) std::fill(x.begin(), x.end(), 0.0f);
        if (kind == "tiny")
            for (float& v : x)
                v *= 1e-20f;
        if (kind == "huge")
            for (float& v : x)
                v *= 1e20f;
        if (kind == "mixed norms")
            for (float& v : x)
                v *= i % 2 ? 1e20f : 1e-20f;
        if (kind == "shifted")
            for (float& v : x)
                v = v * 1e-3f + 1000.0f;
        if (kind == "near ties")
            for (float& v : x)
                v = 1.0f + v * 1e-6f;
    }
    return set;
}

} // namespace

class ExactLists : public QObject {
    Q_OBJECT
private slots:
    void equalTheOracle_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind :
             {"random", "one dimension", "4096 dimensions", "two items", "all equal", "half copies", "collinear",
              "far outlier", "integers", "zeros", "tiny", "huge", "mixed norms", "shifted", "near ties"})
            QTest::newRow(kind) << kind;
    }
    void equalTheOracle()
    {
        QFETCH(QString, kind);
        const Matrix set = madeSet(kind);
        for (const Metric metric : {Metric::Cosine, Metric::Euclidean}) {
            const Lists expected = slowLists(set, metric);
            NeighborOptions options;
            options.metric = metric;
            for (const Index k : {Index(1), Index(10), set.columns() - 2, set.columns() - 1})
                for (const Index block : {7, 64, 0})
                    for (const int threads : {1, 2, 3}) {
                        if (k < 1 || k > set.columns() - 1) continue;
                        setThreadCount(threads);
                        options.k = k;
                        options.blockItems = block;
                        options.kernel = threads - 1; // the last where there are fewer
                        compare(set, options, expected);
                        if (QTest::currentTestFailed()) return;
                    }
        }
        setThreadCount(0);
    }
    void boundariesOfPanelsAndBlocks()
    {
        for (const Index n : {31, 32, 33, 63, 64, 65, 95, 96, 97, 255, 256, 257, 513})
            compare(randomSet(9, n, 6), 10, Metric::Cosine, 64);
        for (const Index d : {319, 320, 321, 640, 641})
            compare(randomSet(d, 70, 7), 5, Metric::Euclidean, 32);
    }
    void fewItemsForTheirK()
    {
        for (const Index k : {1, 2, 5})
            compare(randomSet(6, k + 1, 8), k, Metric::Cosine, 0);
    }
    void boundedMemoryTakesStripes()
    {
        const Matrix set = madeSet("half copies"), larger = randomSet(10, 700, 9);
        NeighborOptions options;
        options.memoryBytes = 1; // stripes of the fewest items they may have
        for (const Metric metric : {Metric::Cosine, Metric::Euclidean})
            for (const Matrix* m : {&set, &larger}) {
                options.metric = metric;
                compare(*m, options, slowLists(*m, metric));
            }
    }
    void stopsWhileItRuns()
    {
        // 24 blocks of 256 items: 300 pairs of blocks, each told.
        const Matrix set = randomSet(16, 6144, 10);
        std::stop_source source;
        int blocks = 0;
        Context context;
        context.stop = source.get_token();
        context.progress = [&](const Progress&) {
            if (++blocks == 5) source.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)exactNeighbors(set, {}, context));
        QVERIFY2(blocks <= 5 + threadCount(), qPrintable(QString::number(blocks)));
    }
    void leavesOutGroups()
    {
        Matrix set = madeSet("half copies");
        std::vector<std::int32_t> groups;
        for (Index i = 0; i < set.columns(); ++i)
            groups.push_back(static_cast<std::int32_t>(i / 2));
        compare(set, 10, Metric::Cosine, 0, groups);
        Matrix equal = madeSet("all equal");
        for (auto& g : groups)
            g /= 20; // groups of many equals: lists must reach beyond them
        compare(equal, 10, Metric::Euclidean, 0, groups);
    }
    void boundIsNeverBroken()
    {
        // Lists of every other item, one by one: were an upper value ever below the true one, an item would be missing.
        for (const char* kind : {"near ties", "shifted", "integers", "mixed norms"}) {
            const Matrix set = madeSet(kind);
            for (const Metric metric : {Metric::Cosine, Metric::Euclidean})
                compare(set, 3, metric, 32);
        }
    }
    void rectangularEqualsTheOracle()
    {
        const Matrix base = madeSet("half copies"), queries = randomSet(12, 50, 8);
        for (const Metric metric : {Metric::Cosine, Metric::Euclidean}) {
            NeighborOptions options;
            options.metric = metric;
            options.k = 7;
            options.blockItems = 16;
            const NeighborTable table = exactNeighbors(queries, base, options);
            Matrix both(12, base.columns() + 1);
            std::copy_n(base.data(), base.view().size(), both.data());
            for (Index q = 0; q < queries.columns(); ++q) {
                std::copy(queries.column(q).begin(), queries.column(q).end(), both.column(base.columns()).begin());
                const auto expected = slowList(both, base.columns(), 7, metric, {});
                for (std::size_t r = 0; r < expected.size(); ++r)
                    QCOMPARE(table.neighbors(q)[r], expected[r].index);
            }
        }
    }
    void rankAllEqualsTheOracle()
    {
        for (const char* kind : {"random", "zeros", "half copies", "collinear", "huge", "tiny", "mixed norms",
                                 "shifted", "near ties", "far outlier"}) {
            const Matrix set = madeSet(kind);
            for (const Metric metric : {Metric::Cosine, Metric::Euclidean}) {
                const auto ranked = rankAll(set, 1, metric);
                const auto expected = slowList(set, 1, set.columns(), metric, {});
                QCOMPARE(ranked.size(), expected.size());
                for (std::size_t r = 0; r < expected.size(); ++r) {
                    QCOMPARE(ranked[r].index, expected[r].index);
                    QCOMPARE(ranked[r].value, expected[r].value); // bit for bit
                }
            }
        }
    }
    void slidesExample()
    {
        // NN^3 of cat: dog, tiger, lion in one space and mouse, tiger, lion in the other: two in common.
        const float x[] = {0, 1.0f, 1.1f, 1.2f, 5.0f, 9.0f},
                    y[] = {0, 7.0f, 1.1f, 1.2f, 1.0f, 9.0f}; // cat dog tiger lion mouse car
        NeighborOptions options;
        options.metric = Metric::Euclidean;
        options.k = 3;
        const auto inX = exactNeighbors(MatrixView{x, 1, 6}, options),
                   inY = exactNeighbors(MatrixView{y, 1, 6}, options);
        QCOMPARE(std::vector<std::int32_t>(inX.neighbors(0).begin(), inX.neighbors(0).end()),
                 (std::vector<std::int32_t>{1, 2, 3}));
        QCOMPARE(std::vector<std::int32_t>(inY.neighbors(0).begin(), inY.neighbors(0).end()),
                 (std::vector<std::int32_t>{4, 2, 3}));
    }
    void refusesKBeyondTheOthers()
    {
        const Matrix set = randomSet(3, 5, 9);
        NeighborOptions options;
        options.k = 5;
        try {
            (void)exactNeighbors(set, options);
            QFAIL("K = N was accepted");
        } catch (const Error& error) {
            QVERIFY(QString::fromStdString(error.what()).contains("N = 5"));
        }
        options.k = 1;
        QVERIFY_THROWS_EXCEPTION(Error, (void)exactNeighbors(randomSet(3, 1, 9), options));
    }
    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        Context context;
        context.stop = source.get_token();
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)exactNeighbors(randomSet(8, 200, 1), NeighborOptions{}, context));
    }
    void manyCopiesStayCheap()
    {
        Matrix set = randomSet(16, 20000, 10);
        for (Index i = 1; i < set.columns(); i += 2)
            std::copy(set.column(0).begin(), set.column(0).end(), set.column(i).begin());
        const NeighborTable table = exactNeighbors(set, NeighborOptions{});
        // Copies of item 0 have the lowest other copies as their lists.
        QCOMPARE(std::vector<std::int32_t>(table.neighbors(1).begin(), table.neighbors(1).end()),
                 (std::vector<std::int32_t>{0, 3, 5, 7, 9, 11, 13, 15, 17, 19}));
        QCOMPARE(table.neighbors(19999)[9], 17);
    }
};

BRIDGESCOPE_TEST(ExactLists)

} // namespace exact_lists_tests

#include "exact_lists.moc"
