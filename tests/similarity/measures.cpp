#include "core/similarity/measures.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>

namespace measures_tests {

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

Matrix matrixOf(const QJsonArray& rows)
{
    Matrix set(rows[0].toArray().size(), rows.size());
    for (Index i = 0; i < set.columns(); ++i)
        for (Index j = 0; j < set.rows(); ++j)
            set(j, i) = static_cast<float>(rows[static_cast<int>(i)].toArray()[static_cast<int>(j)].toDouble());
    return set;
}

SimilarityOptions optionsAt(Index k, Index permutations = 0)
{
    SimilarityOptions options;
    options.k = k;
    options.permutations = permutations;
    return options;
}

SimilarityResult one(MatrixView a, MatrixView b, const char* id, SimilarityOptions options)
{
    options.measures = {id};
    return measureSimilarity(a, b, options).at(0);
}

/// The set turned by a random rotation (a product of plane rotations), stretched and moved.
Matrix turned(const Matrix& set, float scale, float shift)
{
    Matrix result = set;
    Random random(9, "rotation");
    for (int turn = 0; turn < 60; ++turn) {
        const Index p = random.below(set.rows()), q = random.below(set.rows());
        if (p == q) continue;
        const double angle = 6.28 * random.uniform();
        for (Index i = 0; i < set.columns(); ++i) {
            const double x = result(p, i), y = result(q, i);
            result(p, i) = static_cast<float>(std::cos(angle) * x - std::sin(angle) * y);
            result(q, i) = static_cast<float>(std::sin(angle) * x + std::cos(angle) * y);
        }
    }
    for (Index i = 0; i < set.columns(); ++i)
        for (float& v : result.column(i))
            v = v * scale + shift;
    return result;
}

/// Integers of so few values that many cosines are equal.
Matrix integerSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "integers");
    Matrix set(d, n);
    for (Index i = 0; i < n; ++i)
        for (float& v : set.column(i))
            v = static_cast<float>(random.below(5) - 2);
    return set;
}

/// Mean ranks of the cosines of centred integer vectors over i < j, ties told exactly: sign(p) p² / (‖a‖² ‖b‖²) with
/// every vector n times as long is a fraction of whole numbers.
std::vector<double> exactRanks(const Matrix& set)
{
    using Whole = __int128;
    const Index n = set.columns(), d = set.rows();
    std::vector<std::vector<Whole>> centred(static_cast<std::size_t>(n),
                                            std::vector<Whole>(static_cast<std::size_t>(d)));
    for (Index k = 0; k < d; ++k) {
        Whole sum = 0;
        for (Index i = 0; i < n; ++i)
            sum += static_cast<Whole>(set(k, i));
        for (Index i = 0; i < n; ++i)
            centred[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)] = n * static_cast<Whole>(set(k, i)) - sum;
    }
    const auto product = [&](std::size_t i, std::size_t j) {
        Whole sum = 0;
        for (std::size_t k = 0; k < static_cast<std::size_t>(d); ++k)
            sum += centred[i][k] * centred[j][k];
        return sum;
    };
    struct Fraction {
        Whole up, down;
    };
    std::vector<Fraction> cosines;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i)
        for (std::size_t j = i + 1; j < static_cast<std::size_t>(n); ++j) {
            const Whole p = product(i, j), down = product(i, i) * product(j, j);
            cosines.push_back({down == 0 ? 0 : (p < 0 ? -p * p : p * p), down == 0 ? 1 : down});
        }
    std::vector<double> ranks;
    for (const Fraction& one : cosines) {
        double below = 0, equal = 0;
        for (const Fraction& other : cosines) {
            const Whole difference = other.up * one.down - one.up * other.down;
            below += difference < 0;
            equal += difference == 0;
        }
        ranks.push_back(below + (equal + 1) / 2);
    }
    return ranks;
}

double pearson(const std::vector<double>& a, const std::vector<double>& b)
{
    const double mean = (static_cast<double>(a.size()) + 1) / 2;
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

/// A set's lists as its K nearest by plain float64 cosines.
std::vector<std::vector<int>> plainLists(const Matrix& set, std::size_t k)
{
    std::vector<std::vector<int>> lists;
    for (Index i = 0; i < set.columns(); ++i) {
        std::vector<std::pair<double, int>> others;
        for (Index j = 0; j < set.columns(); ++j) {
            double ij = 0, jj = 0;
            for (Index r = 0; r < set.rows(); ++r) {
                ij += static_cast<double>(set(r, i)) * static_cast<double>(set(r, j));
                jj += static_cast<double>(set(r, j)) * static_cast<double>(set(r, j));
            }
            if (i != j) others.emplace_back(-ij / std::sqrt(jj), static_cast<int>(j));
        }
        std::sort(others.begin(), others.end());
        lists.emplace_back();
        for (std::size_t r = 0; r < k; ++r)
            lists.back().push_back(others[r].second);
    }
    return lists;
}

/// Whole numbers that order relabellings as the measures of lists do: 60 times the sum of the Jaccard indices of lists
/// of 3 (of unions of 3 to 6), and the sum of the lengths of common subsequences.
struct WholeMeasures {
    long jaccard = 0, subsequence = 0;
    WholeMeasures(const std::vector<std::vector<int>>& a, const std::vector<std::vector<int>>& b,
                  const std::vector<int>& relabelling)
    {
        std::vector<int> inverse(relabelling.size());
        for (std::size_t i = 0; i < relabelling.size(); ++i)
            inverse[static_cast<std::size_t>(relabelling[i])] = static_cast<int>(i);
        for (std::size_t i = 0; i < a.size(); ++i) {
            std::vector<int> other;
            for (const int j : b[static_cast<std::size_t>(relabelling[i])])
                other.push_back(inverse[static_cast<std::size_t>(j)]);
            long common = 0, longest[4][4] = {};
            for (std::size_t r = 0; r < 3; ++r)
                for (std::size_t s = 0; s < 3; ++s) {
                    common += a[i][r] == other[s];
                    longest[r + 1][s + 1] =
                        a[i][r] == other[s] ? longest[r][s] + 1 : std::max(longest[r][s + 1], longest[r + 1][s]);
                }
            jaccard += 60 * common / (6 - common);
            subsequence += longest[3][3];
        }
    }
};

bool ofColumns(const std::string& id)
{
    return id != "knn-jaccard" && id != "rbo" && id != "lcs" && id != "cycle-knn";
}

} // namespace

class MeasuresTest : public QObject {
    Q_OBJECT
private slots:
    void equalPlainFormulas()
    {
        QFile file(BRIDGESCOPE_TEST_DATA "/similarity/measures.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll())["cases"].toArray();
        QCOMPARE(cases.size(), 3);
        for (const auto& entry : cases) {
            const QJsonObject expected = entry.toObject();
            const Matrix a = matrixOf(expected["a"].toArray()), b = matrixOf(expected["b"].toArray());
            const auto results = measureSimilarity(a, b, optionsAt(expected["k"].toInt()));
            QCOMPARE(results.size(), similarityMeasures().size());
            for (const SimilarityResult& result : results) {
                const QJsonValue value = expected["values"].toObject()[QString::fromStdString(result.measure.id)];
                QVERIFY(!value.isUndefined());
                QVERIFY2(result.value.has_value() == value.isDouble(), result.measure.id.c_str());
                QCOMPARE(result.reason.empty(), value.isDouble());
                if (!result.value) continue;
                const double tolerance =
                    result.measure.id == "cknna" ? 1e-5 : 1e-9; // its vectors are centred in float32
                const double scale = std::max(1.0, std::abs(value.toDouble()));
                QVERIFY2(std::abs(*result.value - value.toDouble()) < tolerance * scale,
                         qPrintable(QString("%1: %2, not %3")
                                        .arg(result.measure.id.c_str())
                                        .arg(*result.value, 0, 'g', 12)
                                        .arg(value.toDouble(), 0, 'g', 12)));
            }
        }
    }
    void oneMeasureAloneIsTheSame()
    {
        // Whatever else is asked for, a measure has one value and one null.
        const Matrix a = randomSet(5, 60, 31), b = randomSet(7, 60, 32);
        const auto all = measureSimilarity(a, b, optionsAt(6, 19));
        for (const SimilarityResult& expected : all) {
            SimilarityOptions options = optionsAt(6, 19);
            options.measures = {expected.measure.id};
            const auto alone = measureSimilarity(a, b, options);
            QCOMPARE(alone.size(), std::size_t(1));
            QCOMPARE(alone[0].value, expected.value);
            QCOMPARE(alone[0].nullMean, expected.nullMean);
            QCOMPARE(alone[0].pValue, expected.pValue);
        }
    }
    void identicalSets()
    {
        const Matrix set = randomSet(6, 80, 1);
        for (const SimilarityResult& result : measureSimilarity(set, set, optionsAt(7, 19))) {
            QVERIFY2(std::abs(*result.value - *result.identical) < 1e-10, result.measure.id.c_str());
            const double expected = result.measure.distance ? 0 : 1;
            QVERIFY(result.measure.id == "cycle-knn" || std::abs(*result.identical - expected) < 1e-12);
            QCOMPARE(*result.pValue, 1.0 / 20);
            QVERIFY(*result.calibrated > .9 || result.measure.id == "cycle-knn");
        }
    }
    void identicalListsAreExactlyOne()
    {
        const Matrix set = randomSet(6, 83, 41);
        for (const char* id : {"knn-jaccard", "rbo", "lcs"}) {
            const SimilarityResult result = one(set, set, id, optionsAt(7));
            if (std::string(id) != "rbo") QCOMPARE(*result.value, 1.0);
            QCOMPARE(*result.value, *result.identical);
        }
    }
    void identicalWhereListsAreShort()
    {
        Matrix set = randomSet(6, 80, 42);
        for (Index i = 0; i < 20; ++i)
            for (float& v : set.column(4 * i))
                v = 0; // no list: a quarter shares nothing with itself
        for (const char* id : {"knn-jaccard", "rbo", "lcs"}) {
            const SimilarityResult result = one(set, set, id, optionsAt(7));
            QVERIFY2(std::abs(*result.identical - .75) < 1e-12, id);
            QVERIFY2(std::abs(*result.value - .75) < 1e-12, id);
        }
        const Matrix zeros(6, 80);
        for (const char* id : {"knn-jaccard", "rbo", "lcs", "cycle-knn"}) {
            const SimilarityResult result = one(zeros, set, id, optionsAt(7, 9));
            QVERIFY2(!result.value && !result.pValue && !result.identical, id);
            QVERIFY2(QString::fromStdString(result.reason).contains("set A"), id);
            QVERIFY2(QString::fromStdString(one(set, zeros, id, optionsAt(7)).reason).contains("set B"), id);
        }
    }
    void equalCosinesTie_data()
    {
        QTest::addColumn<int>("dimensionA");
        QTest::addColumn<int>("dimensionB");
        QTest::newRow("one-dimensional: cosines of 1 and -1") << 1 << 1;
        QTest::newRow("integers") << 4 << 3;
        QTest::newRow("integers beside a line") << 5 << 1;
    }
    void equalCosinesTie()
    {
        QFETCH(int, dimensionA);
        QFETCH(int, dimensionB);
        const Matrix a = integerSet(dimensionA, 31, 1), b = integerSet(dimensionB, 31, 2);
        const double expected = pearson(exactRanks(a), exactRanks(b));
        QVERIFY(std::abs(*one(a, b, "rsa", optionsAt(5)).value - expected) < 1e-12);
    }
    void tiesWithTheNullCount()
    {
        // Six items: all 720 relabellings are counted in whole numbers, which tie often.
        const int permutations = 4000;
        for (std::uint64_t seed = 51; seed <= 54; ++seed) {
            const Matrix a = randomSet(3, 6, seed);
            Matrix b = randomSet(3, 6, seed + 100);
            for (Index i = 0; i < 6; ++i)
                for (Index k = 0; k < 3; ++k)
                    b(k, i) += a(k, i);
            const auto listsA = plainLists(a, 3), listsB = plainLists(b, 3);
            std::vector<int> relabelling{0, 1, 2, 3, 4, 5};
            const WholeMeasures observed(listsA, listsB, relabelling);
            double jaccard = 0, subsequence = 0;
            do {
                const WholeMeasures value(listsA, listsB, relabelling);
                jaccard += value.jaccard >= observed.jaccard;
                subsequence += value.subsequence >= observed.subsequence;
            } while (std::next_permutation(relabelling.begin(), relabelling.end()));
            for (const auto& [id, count] : {std::pair{"knn-jaccard", jaccard}, {"lcs", subsequence}}) {
                const double p = count / 720, sd = std::sqrt(p * (1 - p) / permutations);
                const double measured = *one(a, b, id, optionsAt(3, permutations)).pValue;
                QVERIFY2(std::abs(measured - p) < 4 * sd + 1.0 / permutations,
                         qPrintable(QString("%1: %2, not %3").arg(id).arg(measured).arg(p)));
            }
        }
    }
    void rotationScaleAndShiftDoNotMatter()
    {
        const Matrix a = randomSet(5, 70, 2), b = randomSet(8, 70, 3), turnedB = turned(b, 3, .7f);
        for (const SimilarityMeasure& measure : similarityMeasures()) {
            // Weights by B's columns depend on the axes; lists of the sets as they are depend on the origin.
            if (measure.id == "pwcca-b" || !ofColumns(measure.id)) continue;
            const double before = *one(a, b, measure.id.c_str(), optionsAt(9)).value,
                         after = *one(a, turnedB, measure.id.c_str(), optionsAt(9)).value;
            QVERIFY2(std::abs(before - after) < 1e-4, measure.id.c_str());
        }
    }
    void orderOfItemsDoesNotMatter()
    {
        const Matrix a = randomSet(5, 60, 4), b = randomSet(7, 60, 5);
        auto order = ascending(60);
        Random(6, "order").shuffle(order);
        const auto before = measureSimilarity(a, b, optionsAt(6)),
                   after = measureSimilarity(selectColumns(a, order), selectColumns(b, order), optionsAt(6));
        for (std::size_t m = 0; m < before.size(); ++m)
            QVERIFY2(std::abs(*before[m].value - *after[m].value) < 1e-6, before[m].measure.id.c_str());
    }
    void nullOfUnrelatedSets()
    {
        const Matrix a = randomSet(10, 60, 7), b = randomSet(30, 60, 8);
        for (const SimilarityResult& result : measureSimilarity(a, b, optionsAt(5, 99))) {
            if (!result.value) continue;
            QVERIFY2(*result.pValue > .01, result.measure.id.c_str());
            QVERIFY2(*result.calibrated < .2, result.measure.id.c_str());
        }
        // Of nothing shared the biased CKA is near sqrt(p q / ((m + p + 1)(m + q + 1))), m = n - 1: the means of
        // ‖AᵀB‖² (m p q) and of ‖AᵀA‖² (m p (m + p + 1)) of normal items of p and q dimensions; the unbiased is near 0.
        const double expected = std::sqrt(10 * 30 / (70.0 * 90.0));
        QVERIFY(std::abs(*one(a, b, "cka", optionsAt(5)).value - expected) < .04);
        QVERIFY(std::abs(*one(a, b, "cka-unbiased", optionsAt(5)).value) < .1);
    }
    void lowIsAlikeForADistance()
    {
        const Matrix a = randomSet(6, 60, 9);
        Matrix near = turned(a, 1, 0);
        for (Index i = 0; i < 60; ++i)
            near(0, i) += .1f * static_cast<float>(i % 3);
        const SimilarityResult result = one(a, near, "procrustes", optionsAt(5, 99));
        QVERIFY(*result.value < .1);
        QCOMPARE(*result.pValue, .01);
        QVERIFY(*result.tau > *result.value && *result.tau < *result.nullMean);
        QVERIFY(std::abs(*result.calibrated - (*result.tau - *result.value) / *result.tau) < 1e-15);
    }
    void whereTheyAreNotDefined()
    {
        const Matrix a = randomSet(4, 30, 10);
        Matrix constant(3, 30);
        for (Index i = 0; i < 30; ++i)
            constant(1, i) = 2;
        for (const char* id : {"cka", "cka-unbiased", "svcca", "pwcca-a", "procrustes", "rsa", "cknna"}) {
            const SimilarityResult result = one(a, constant, id, optionsAt(5, 9));
            QVERIFY2(!result.value && !result.reason.empty() && !result.pValue, id);
        }
        QVERIFY(!one(randomSet(40, 30, 11), a, "pwcca-a", optionsAt(5)).value); // d > N
        QVERIFY(one(randomSet(40, 30, 11), a, "cka", optionsAt(5)).value.has_value());
        QVERIFY(!one(randomSet(2, 3, 12), randomSet(2, 3, 13), "cka-unbiased", optionsAt(2)).value);
    }
    void largerSetsAreSampled()
    {
        const Matrix a = randomSet(5, 300, 14), b = randomSet(6, 300, 15);
        SimilarityOptions options = optionsAt(5);
        options.mostItems = 120;
        for (const SimilarityResult& result : measureSimilarity(a, b, options)) {
            const bool sampled = ofColumns(result.measure.id) && result.measure.id != "cknna";
            QCOMPARE(result.sampled, sampled);
            QCOMPARE(result.n, Index(sampled ? 120 : 300));
        }
    }
    void sameForEveryThreadCount()
    {
        const Matrix a = randomSet(9, 90, 16), b = randomSet(5, 90, 17);
        std::vector<double> first;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            std::vector<double> values;
            for (const auto& result : measureSimilarity(a, b, optionsAt(5, 20))) {
                values.push_back(*result.value);
                values.push_back(*result.nullMean);
            }
            if (first.empty()) first = values;
            QCOMPARE(values, first);
        }
        setThreadCount(0);
    }
    void refusesWhatCannotBe()
    {
        const Matrix a = randomSet(4, 20, 18);
        SimilarityOptions options = optionsAt(5);
        options.measures = {"cka", "ckaa"};
        try {
            (void)measureSimilarity(a, a, options);
            QFAIL("an unknown measure was accepted");
        } catch (const Error& error) {
            QVERIFY(QString(error.what()).contains("ckaa"));
            QVERIFY(QString(error.what()).contains("procrustes"));
        }
        QVERIFY_THROWS_EXCEPTION(Error, (void)measureSimilarity(a, a, optionsAt(20)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)measureSimilarity(a, randomSet(4, 21, 19), optionsAt(5)));
    }
};

BRIDGESCOPE_TEST(MeasuresTest)

} // namespace measures_tests

#include "measures.moc"
