#include "core/measurement/epoch_overlaps.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

namespace epoch_overlaps_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

PairedSet pairOf(Matrix x, Matrix y)
{
    PairedSet pairs;
    pairs.x = Vectors(std::move(x));
    pairs.y = Vectors(std::move(y));
    return pairs;
}

MeasureOptions atK(Index k)
{
    MeasureOptions options;
    options.overlap.k = k;
    options.overlap.permutations = 0;
    return options;
}

EpochReport observed(const PairedSet& pairs, MatrixView f, const MeasureOptions& options, double products)
{
    const auto spaces = measureFold(pairs, ascending(pairs.x.size()), {}, options);
    EpochReport report;
    epochOverlaps(*spaces, pairs, options, products)(f, report);
    return report;
}

/// The share of items whose y no other y stands before: nearer, or as near with a lower index.
double firstByHand(MatrixView f, MatrixView y, const std::vector<Index>& items)
{
    const auto cosine = [&](Index i, Index j) {
        double dot = 0, a = 0, b = 0;
        for (Index k = 0; k < y.rows; ++k) {
            const double u = f.column(i)[std::size_t(k)], v = y.column(j)[std::size_t(k)];
            dot += u * v, a += u * u, b += v * v;
        }
        return a * b == 0 ? 0 : dot / (std::sqrt(a) * std::sqrt(b));
    };
    Index first = 0;
    for (const Index i : items) {
        bool before = false;
        for (Index j = 0; j < y.columns; ++j)
            before = before || cosine(i, j) > cosine(i, i) || (cosine(i, j) == cosine(i, i) && j < i);
        first += !before;
    }
    return double(first) / double(items.size());
}

} // namespace

class EpochOverlapsTest : public QObject {
    Q_OBJECT
private slots:
    void allItemsWhereTheyAreCheap()
    {
        const PairedSet pairs = pairOf(randomSet(8, 300, 1), randomSet(5, 300, 2));
        const Matrix f = randomSet(5, 300, 3);
        const auto options = atK(7);
        const auto fold = measureFold(pairs, ascending(300), Vectors(nullptr, f), options);
        for (const double products : {0.0, 1e9}) {
            const EpochReport report = observed(pairs, f, options, products);
            QCOMPARE(report.overlapItems, Index(0));
            QCOMPARE(*report.overlapX, OverlapCounts(fold->listsX, fold->listsF, 7, SelfRule::Excluded).means().back());
            QCOMPARE(*report.overlapY, OverlapCounts(fold->listsY, fold->listsF, 7, SelfRule::Excluded).means().back());
        }
    }

    void theFitIsThatOfTheItems()
    {
        // f(x) = 2 y: norms, cosines and residuals by hand
        Matrix y(2, 3), f(2, 3);
        const float points[3][2] = {{3, 4}, {0, 5}, {5, 0}};
        for (Index i = 0; i < 3; ++i)
            for (Index k = 0; k < 2; ++k) {
                y(k, i) = points[i][k];
                f(k, i) = 2 * points[i][k];
            }
        const PairedSet pairs = pairOf(randomSet(4, 3, 1), y);
        const EpochReport report = observed(pairs, f, atK(1), 0);
        QVERIFY(report.fit);
        QCOMPARE(report.fit->normRatio, 2.0);
        QCOMPARE(report.fit->cosine, 1.0);
        // Σ‖y - f‖² = Σ‖y‖² = 75; ȳ = (8/3, 3), Σ‖y - ȳ‖² = 75 - 3 (64/9 + 9)
        QVERIFY(std::abs(*report.fit->r2 - (1 - 75 / (75 - 3 * (64.0 / 9 + 9)))) < 1e-12);
        // lists by cosine: 0 -> 1 (4/5 against 3/5), 1 -> 0, 2 -> 0: N = 2, 1, 0, symmetric about its mean
        QVERIFY(std::abs(*report.fit->hubSkewness) < 1e-12);
        // where the item itself counts as its first neighbor, lists of two hold the same one other, lists of one none
        MeasureOptions included = atK(2);
        included.overlap.self = SelfRule::Included;
        QVERIFY(std::abs(observed(pairs, f, included, 0).fit->hubSkewness.value()) < 1e-12);
        included.overlap.k = 1;
        QVERIFY(!observed(pairs, f, included, 0).fit->hubSkewness);
        const EpochReport sampled =
            observed(pairOf(randomSet(4, 400, 1), randomSet(3, 400, 2)), randomSet(3, 400, 3), atK(5), 1);
        QVERIFY(sampled.fit && !sampled.fit->hubSkewness);
    }

    void partnersAreCountedAsRetrievalDoes()
    {
        // f(X) near Y, with ties among copies, zero vectors on both sides and a lone item all of whose cosines are
        // below 0
        Matrix y = randomSet(4, 400, 2), f = randomSet(4, 400, 3);
        for (Index i = 0; i < 400; ++i)
            for (Index k = 0; k < 4; ++k)
                f(k, i) = y(k, i) + .3f * f(k, i);
        for (Index k = 0; k < 4; ++k) {
            y(k, 21) = y(k, 20);
            f(k, 21) = f(k, 20) = y(k, 20);
            f(k, 0) = f(k, 30) = y(k, 40) = 0;
        }
        const PairedSet pairs = pairOf(randomSet(6, 400, 1), y);
        QCOMPARE(observed(pairs, f, atK(5), 0).fit->p1, firstByHand(f, y, ascending(400)));
        const EpochReport sampled = observed(pairs, f, atK(5), 1);
        QVERIFY(std::abs(sampled.fit->p1 - firstByHand(f, y, ascending(400))) < .15);

        Matrix zeros(2, 3), one(2, 3);
        one(0, 0) = 1, one(0, 1) = 2, one(0, 2) = -1;
        const PairedSet few = pairOf(randomSet(3, 3, 1), one);
        QCOMPARE(observed(few, zeros, atK(1), 0).fit->p1, 1.0 / 3); // all cosines 0: the first of all
        QCOMPARE(observed(few, one, atK(1), 0).fit->p1, 2.0 / 3);   // the second ties with the first
        const PairedSet against = pairOf(randomSet(3, 3, 1), zeros);
        QCOMPARE(observed(against, one, atK(1), 0).fit->p1, 1.0 / 3);
    }

    void aSampleIsSoughtAmongAllWithoutTheItemItself()
    {
        // f(X) is X: overlap 1 where an item is left out of its own list, also among copies of it; and is Y by halves.
        Matrix x = randomSet(6, 400, 1);
        for (Index i = 1; i < 400; i += 3)
            for (Index k = 0; k < 6; ++k)
                x(k, i) = x(k, i - 1);
        const PairedSet pairs = pairOf(x, randomSet(6, 400, 2));
        for (const SelfRule self : {SelfRule::Excluded, SelfRule::Included}) {
            auto options = atK(10);
            options.overlap.self = self;
            const EpochReport report = observed(pairs, x, options, 1);
            QCOMPARE(report.overlapItems, Index(100));
            QCOMPARE(*report.overlapX, 1.0);
            const EpochReport all = observed(pairs, x, options, 0);
            QVERIFY(std::abs(*report.overlapY - *all.overlapY) < .05);
            QVERIFY(*report.overlapY < .3);
        }
    }

    void theSampleKeepsWithinATenth()
    {
        TrainingOptions net;
        net.map = "net";
        net.hidden = {512};
        const double products = epochProducts(net, 128, 102, 15694);
        QCOMPARE(products, 15694.0 * (2 * 128 * 512 + 3 * 512 * 102));
        const Index items = epochSample(3924, 102, 10, products);
        QVERIFY(items >= 100 && items < 3924);
        QVERIFY(2 * double(items) * 3924 * 102 <= products / 10); // lists and P@1
        QVERIFY(epochSample(3924, 102, 100, products) < items);   // longer lists cost more
        QCOMPARE(epochSample(80, 102, 10, products), Index(80));
        QCOMPARE(epochSample(60, 102, 10, 1), Index(60));
        // A fifth of IAPR TC-12's test items: all of them.
        QCOMPARE(epochSample(392, 102, 10, epochProducts(net, 128, 102, 1570)), Index(392));
        TrainingOptions ridge;
        QCOMPARE(epochProducts(ridge, 128, 102, 15694), 0.0);
    }
};

BRIDGESCOPE_TEST(EpochOverlapsTest)

} // namespace epoch_overlaps_tests

#include "epoch_overlaps.moc"
