#include "core/similarity/retrieval.h"
#include "core/base/random.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <cmath>

namespace retrieval_tests {

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.normal());
    return set;
}

double slowCosine(MatrixView a, Index i, MatrixView b, Index j)
{
    double dot = 0, aa = 0, bb = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(a.rows); ++k) {
        const double x = a.column(i)[k], y = b.column(j)[k];
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa == 0 || bb == 0 ? 0 : dot / std::sqrt(aa * bb);
}

/// Mean of the `k` greatest similarities of item i of a to all of b.
double slowNearness(MatrixView a, Index i, MatrixView b, std::size_t k)
{
    std::vector<double> all;
    for (Index j = 0; j < b.columns; ++j)
        all.push_back(slowCosine(a, i, b, j));
    std::sort(all.rbegin(), all.rend());
    double sum = 0;
    for (std::size_t r = 0; r < k; ++r)
        sum += all[r];
    return sum / static_cast<double>(k);
}

/// Ranks by the definition of CSLS (Conneau et al. 2018, equation 4), every term written out.
double slowMrr(MatrixView queries, MatrixView targets, std::size_t cslsK)
{
    double mrr = 0;
    const auto score = [&](Index q, Index t) {
        const double c = slowCosine(queries, q, targets, t);
        return cslsK == 0 ? c
                          : 2 * c - slowNearness(queries, q, targets, cslsK) - slowNearness(targets, t, queries, cslsK);
    };
    for (Index q = 0; q < queries.columns; ++q) {
        Index rank = 1;
        const double own = score(q, q);
        for (Index t = 0; t < targets.columns; ++t)
            rank += t != q && score(q, t) > own;
        mrr += 1 / static_cast<double>(rank) / static_cast<double>(queries.columns);
    }
    return mrr;
}

} // namespace

class RetrievalTest : public QObject {
    Q_OBJECT
private slots:
    void equalsTheDefinition()
    {
        const Matrix y = randomSet(8, 60, 1);
        Matrix f = randomSet(8, 60, 2);
        for (Index i = 0; i < 60; ++i)
            for (std::size_t k = 0; k < 8; ++k)
                f.column(i)[k] = 0.8f * f.column(i)[k] + y.column(i)[k];
        for (const int k : {10, 3}) {
            const Retrieval r = k == 10 ? measureRetrieval(f, y) : measureRetrieval(f, y, k);
            QVERIFY(std::abs(r.forwardCosine.mrr - slowMrr(f, y, 0)) < 1e-12);
            QVERIFY(std::abs(r.backwardCosine.mrr - slowMrr(y, f, 0)) < 1e-12);
            QVERIFY(std::abs(r.forwardCsls.mrr - slowMrr(f, y, std::size_t(k))) < 1e-12);
            QVERIFY(std::abs(r.backwardCsls.mrr - slowMrr(y, f, std::size_t(k))) < 1e-12);
        }
    }
    /// Some of the items, in any order, among more candidates than a block; copies and zero vectors among them.
    void partnersOfSomeItems()
    {
        Matrix y = randomSet(5, 600, 1), f = randomSet(5, 600, 2);
        for (Index i = 0; i < 600; ++i)
            for (std::size_t k = 0; k < 5; ++k)
                f.column(i)[k] = i % 7 == 0 ? y.column(i)[k] : 0.4f * f.column(i)[k] + y.column(i)[k];
        std::ranges::copy(y.column(7), y.column(300).begin()); // 300's own partner ties with 7
        std::ranges::copy(y.column(300), f.column(300).begin());
        std::ranges::fill(y.column(14), 0.0f);
        std::ranges::fill(f.column(21), 0.0f);
        const Targets search(y);
        std::vector<Index> all(600), some{599, 300, 7, 14, 21, 0, 5, 6, 350};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<Index>(i);
        for (Index i = 28; i < 110; ++i)
            some.push_back(i);
        QCOMPARE(search.p1(f, all), measureRetrieval(f, y).forwardCosine.p1);
        Matrix chosen(5, static_cast<Index>(some.size()));
        double first = 0;
        for (std::size_t i = 0; i < some.size(); ++i) {
            std::ranges::copy(f.column(some[i]), chosen.column(static_cast<Index>(i)).begin());
            bool before = false;
            const double own = slowCosine(f, some[i], y, some[i]);
            for (Index j = 0; j < 600; ++j) {
                const double other = slowCosine(f, some[i], y, j);
                before = before || other > own || (other == own && j < some[i]);
            }
            first += before ? 0 : 1 / static_cast<double>(some.size());
        }
        QVERIFY(first > .1 && first < .9);
        QVERIFY(std::abs(search.p1(chosen, some) - first) < 1e-12);
    }
    void perfectPredictionRanksFirst()
    {
        const Matrix y = randomSet(16, 700, 3);
        const Retrieval r = measureRetrieval(y, y);
        QCOMPARE(r.forwardCosine.p1, 1.0);
        QCOMPARE(r.backwardCsls.medianRank, 1.0);
    }
    void tiesGoToTheLowerIndex()
    {
        Matrix same(3, 5);
        for (Index i = 0; i < 5; ++i)
            same.column(i)[0] = 1;
        const Retrieval r = measureRetrieval(same, same);
        // All tied: the partner of item i has rank i + 1.
        QCOMPARE(r.forwardCosine.medianRank, 3.0);
        QVERIFY(std::abs(r.forwardCosine.p1 - 0.2) < 1e-15);
        QVERIFY(std::abs(r.forwardCosine.mrr - (1 + 0.5 + 1 / 3.0 + 0.25 + 0.2) / 5) < 1e-15);
    }
    void fitOfKnownNumbers()
    {
        const float f[] = {1, 0, 0, 2, 0, 0}, y[] = {1, 0, 0, 1, 1, 1}; // three items of two dimensions
        const Fit fit = measureFit(MatrixView{f, 2, 3}, MatrixView{y, 2, 3});
        QVERIFY(std::abs(fit.mse - (0 + 1 + 2) / 6.0) < 1e-15);
        const double total = 2 * (1 + 1 - 4 / 3.0); // both dimensions: values 1, 0, 1 and 0, 1, 1
        QVERIFY(std::abs(*fit.r2 - (1 - 3 / total)) < 1e-12);
        QVERIFY(std::abs(fit.cosine - (1 + 1 + 0) / 3.0) < 1e-15);
        // The mean of equal numbers is not quite one of them: a quotient by that would be noise.
        std::vector<float> same(2 * 7, .1f);
        QVERIFY(!measureFit(MatrixView{f, 2, 3}, MatrixView{same.data(), 2, 3}).r2);
        same[5] = .2f;
        QVERIFY(measureFit(MatrixView{f, 2, 3}, MatrixView{same.data(), 2, 3}).r2);
    }
};

BRIDGESCOPE_TEST(RetrievalTest)

} // namespace retrieval_tests

#include "retrieval.moc"
