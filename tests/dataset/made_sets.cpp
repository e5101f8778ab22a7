#include "core/base/resources.h"
#include "core/dataset/sample.h"
#include "core/dataset/synthetic.h"
#include "tests/dataset/set_files.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>

namespace made_sets_tests {

using namespace bridgescope;

namespace {

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

/// The K nearest others by cosine, sorted by row: every pair, in float64.
std::vector<Index> nearest(const EmbeddingSet& set, Index item, std::size_t k)
{
    std::vector<std::pair<double, Index>> others;
    const auto x = set.vectors.item(item);
    for (Index j = 0; j < set.size(); ++j)
        if (j != item)
            others.emplace_back(-dot(x, set.vectors.item(j)) / std::sqrt(dot(set.vectors.item(j), set.vectors.item(j))),
                                j);
    std::sort(others.begin(), others.end());
    std::vector<Index> rows;
    for (std::size_t i = 0; i < k; ++i)
        rows.push_back(others[i].second);
    std::sort(rows.begin(), rows.end());
    return rows;
}

double overlap(const SyntheticPair& pair, std::size_t k)
{
    std::size_t shared = 0;
    for (Index i = 0; i < pair.x.size(); ++i) {
        const auto a = nearest(pair.x, i, k), b = nearest(pair.y, i, k);
        std::vector<Index> both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        shared += both.size();
    }
    return static_cast<double>(shared) / static_cast<double>(k) / static_cast<double>(pair.x.size());
}

} // namespace

/// The sample that ships and the pairs made with a known answer.
class MadeSetsTest : public QObject {
    Q_OBJECT
private slots:
    void knownAnswers()
    {
        SyntheticOptions options;
        options.items = 300;
        const SyntheticPair rotated = makeSyntheticPair(options);
        QCOMPARE(overlap(rotated, 10), rotated.expectedOverlap(10).value());
        for (Index i = 0; i < 20; ++i) // lengths and angles are kept
            QVERIFY(std::abs(dot(rotated.x.vectors.item(i), rotated.x.vectors.item(i + 1)) -
                             dot(rotated.y.vectors.item(i), rotated.y.vectors.item(i + 1))) < 1e-3);
        options.kind = SyntheticKind::NoisyRotation;
        const double noisy = overlap(makeSyntheticPair(options), 10);
        options.noise = 2;
        const double noisier = overlap(makeSyntheticPair(options), 10);
        QVERIFY(noisy < 0.95 && noisier < noisy - 0.1 && noisier > 0.1);
        options.kind = SyntheticKind::Independent;
        const SyntheticPair independent = makeSyntheticPair(options);
        QVERIFY(std::abs(overlap(independent, 10) - independent.expectedOverlap(10).value()) < 0.01);
        options.kind = SyntheticKind::Nonlinear;
        const SyntheticPair bent = makeSyntheticPair(options);
        QVERIFY(!bent.expectedOverlap(10));
        const double kept = overlap(bent, 10);
        QVERIFY(kept > 0.1 && kept < 0.95);
    }
    void seedsAndLabels()
    {
        SyntheticOptions options;
        options.items = 50;
        const SyntheticPair a = makeSyntheticPair(options), b = makeSyntheticPair(options);
        QVERIFY(numbersOf(a.x) == numbersOf(b.x) && numbersOf(a.y) == numbersOf(b.y));
        options.seed = 2;
        QVERIFY(numbersOf(makeSyntheticPair(options).x) != numbersOf(a.x));
        QCOMPARE(a.x.labels[1], std::string("item 2"));
        QCOMPARE(a.x.labels, a.y.labels);
        QVERIFY(a.y.metadata.find("cluster"));
        options.items = 1;
        VERIFY_HOLDS(errorOf([&] { makeSyntheticPair(options); }), "items must be at least 2");
    }
    void theSampleThatShips()
    {
        const Sample sample = loadSample("emoji");
        QVERIFY(sample.x.size() > 1000);
        QCOMPARE(sample.x.size(), sample.y.size());
        QCOMPARE(sample.x.labels, sample.y.labels);
        QCOMPARE(static_cast<Index>(sample.x.labels.size()), sample.x.size());
        for (const EmbeddingSet* set : {&sample.x, &sample.y}) {
            requireFinite(*set);
            QVERIFY(set->warnings.empty());
            const SetSummary summary = summarize(*set);
            QCOMPARE(summary.duplicates, Index(0));
            QCOMPARE(summary.zero, Index(0));
            for (const char* column : {"category", "character"}) {
                QVERIFY(set->metadata.find(column));
                QVERIFY(!set->metadata.find(column)->values[0].empty());
            }
        }
        QVERIFY(!sample.title.empty() && !sample.x.name.empty() && sample.x.name != sample.y.name);
        QVERIFY(std::filesystem::is_regular_file(sample.atlasFile));
        QVERIFY(sample.tile > 0 && sample.atlasColumns > 0);
    }
};

BRIDGESCOPE_TEST(MadeSetsTest)

} // namespace made_sets_tests

#include "made_sets.moc"
