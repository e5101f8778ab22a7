#include "core/preprocessing/pipeline.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/support/frozen.h"
#include "tests/support/test_program.h"

#include <cstring>
#include <limits>

namespace pipeline_tests {

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "preprocessing test");
    Matrix set(d, n);
    for (Index i = 0; i < d * n; ++i)
        set.data()[i] = static_cast<float>(random.normal() + double(i % d));
    return set;
}

bool sameBytes(MatrixView a, MatrixView b)
{
    return a.rows == b.rows && a.columns == b.columns &&
           std::memcmp(a.data, b.data, static_cast<std::size_t>(a.size()) * sizeof(float)) == 0;
}

std::string errorOf(const std::string& steps, MatrixView training)
{
    try {
        Pipeline::learn(steps, training);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT
    Frozen m_frozen{"preprocessing/preprocessing.txt"};

    void compare(const std::string& name, const std::string& steps, const std::string& expected,
                 const std::string& undone)
    {
        const auto pipeline = Pipeline::learn(steps, m_frozen[name + "_training"].matrix());
        const Matrix heldOut = m_frozen[name + "_held_out"].matrix();
        const Matrix processed = pipeline.apply(heldOut);
        VERIFY_BELOW(relativeDifference(processed, m_frozen[name + expected]), 3e-6);
        VERIFY_BELOW(relativeDifference(pipeline.undo(processed), m_frozen[name + undone]), 1e-6);
    }

private slots:
    void equalsTheReference()
    {
        for (const std::string name : {"tall", "wide"}) {
            compare(name, "centre", "_centre", "_held_out");
            compare(name, "unit", "_unit", "_unit");
            compare(name, "standardize", "_standardize", "_held_out");
            compare(name, "whiten", "_whiten", "_whiten_undone");
            compare(name, "pca:3", "_pca3", "_pca3_undone");
            compare(name, "pca:3,whiten", "_pca3_whiten", "_pca3_undone"); // scikit-learn's PCA(3, whiten=True)
        }
    }

    void whitenedTrainingItemsHaveUnitCovariance()
    {
        const Matrix set = randomSet(5, 400, 1);
        const Matrix white = Pipeline::learn("whiten", set).apply(set);
        for (Index a = 0; a < 5; ++a)
            for (Index b = 0; b < 5; ++b) {
                double sum = 0;
                for (Index i = 0; i < 400; ++i)
                    sum += double(white(a, i)) * double(white(b, i));
                VERIFY_BELOW(std::abs(sum / 399 - (a == b)), 1e-5);
            }
    }

    void stepsAreLearntOnWhatTheStepsBeforeMade()
    {
        const Matrix set = randomSet(4, 60, 2);
        const Matrix once = Pipeline::learn("unit", set).apply(set);
        const Matrix twice = Pipeline::learn("standardize", once).apply(once);
        const auto both = Pipeline::learn("unit,standardize", set);
        QVERIFY(sameBytes(both.apply(set), twice));
        // Unit length is left: what comes back are the unit vectors.
        for (Index i = 0; i < once.columns(); ++i)
            for (Index k = 0; k < 4; ++k)
                VERIFY_BELOW(std::abs(both.undo(twice)(k, i) - once(k, i)), 1e-6f);
    }

    void describesItself()
    {
        const Matrix set = randomSet(6, 30, 3);
        const auto pipeline = Pipeline::learn("centre, unit,pca:2", set);
        QCOMPARE(pipeline.describe(), std::string("centre,unit,pca:2"));
        QCOMPARE(pipeline.outputDimension(6), Index(2));
        QCOMPARE(pipeline.apply(set).rows(), Index(2));
        QCOMPARE(pipeline.undo(pipeline.apply(set)).rows(), Index(6));
        QCOMPARE(Pipeline(pipeline.steps()).describe(), pipeline.describe());
        for (const std::string nothing : {"", "none"}) {
            const auto identity = Pipeline::learn(nothing, set);
            QVERIFY(identity.empty());
            QCOMPARE(identity.describe(), std::string("none"));
            QVERIFY(sameBytes(identity.apply(set), set));
            QVERIFY(sameBytes(identity.undo(set), set));
        }
    }

    void zeroAndConstantVectors()
    {
        Matrix zero(3, 2);
        zero(0, 1) = 2;
        const Matrix unit = Pipeline::learn("unit", zero).apply(zero);
        QCOMPARE(unit(0, 0), 0.f);
        QCOMPARE(unit(0, 1), 1.f);

        Matrix constant(2, 3); // 0.1 thrice does not sum to three times 0.1
        for (Index i = 0; i < 3; ++i)
            constant(0, i) = 0.1f, constant(1, i) = float(i);
        const auto standardize = Pipeline::learn("standardize", constant);
        for (Index i = 0; i < 3; ++i)
            QCOMPARE(standardize.apply(constant)(0, i), 0.f);
        const Matrix back = standardize.undo(standardize.apply(constant));
        for (Index i = 0; i < 3; ++i) {
            QCOMPARE(back(0, i), constant(0, i));
            VERIFY_BELOW(std::abs(back(1, i) - constant(1, i)), 1e-6f);
        }
        const auto whiten = Pipeline::learn("whiten", constant);
        for (Index i = 0; i < 3; ++i)
            VERIFY_BELOW(std::abs(whiten.apply(constant)(0, i)), 1e-6f);
        VERIFY_BELOW(std::abs(whiten.apply(constant)(1, 2) - 1), 1e-6f);
    }

    void lengthsBeyondFloat32sSquares()
    {
        Matrix extreme(2, 2);
        extreme(0, 0) = extreme(1, 0) = 1e30f;
        extreme(0, 1) = extreme(1, 1) = 1e-30f;
        const Matrix unit = Pipeline::learn("unit", extreme).apply(extreme);
        for (Index i = 0; i < 2; ++i)
            VERIFY_BELOW(std::abs(unit(0, i) - std::sqrt(0.5f)), 1e-7f);
    }

    void refusals_data()
    {
        QTest::addColumn<std::string>("steps");
        QTest::addColumn<int>("d");
        QTest::addColumn<int>("n");
        QTest::addColumn<std::string>("message");
        const auto row = [](const char* name, const char* steps, int d, int n, const char* message) {
            QTest::newRow(name) << std::string(steps) << d << n << std::string(message);
        };
        const char* choices = "choose from centre, unit, standardize, whiten, pca:D, parted by commas";
        row("unknown", "centre,center", 3, 9,
            (std::string("\"center\" is no step of preprocessing; ") + choices).c_str());
        row("empty word", "centre,", 3, 9, (std::string("\"\" is no step of preprocessing; ") + choices).c_str());
        row("number where none goes", "unit:2", 3, 9,
            (std::string("\"unit:2\" is no step of preprocessing; ") + choices).c_str());
        row("pca without number", "pca", 3, 9, "\"pca\" names no number of components; write it as pca:50");
        row("pca of none", "pca:0", 3, 9, "\"pca:0\" names no number of components; write it as pca:50");
        row("pca of a word", "pca:2x", 3, 9, "\"pca:2x\" names no number of components; write it as pca:50");
        row("more than dimensions", "pca:4", 3, 9, "pca:4 of 9 training items of 3 dimensions; ask for at most pca:3");
        row("more than items", "pca:4", 9, 3, "pca:4 of 3 training items of 9 dimensions; ask for at most pca:3");
        row("pca after pca", "pca:2,pca:3", 9, 9, "pca:3 of 9 training items of 2 dimensions; ask for at most pca:2");
        row("one item", "whiten", 3, 1,
            "whiten needs at least 2 training items, there is 1; give more items or leave it out");
    }

    void refusals()
    {
        QFETCH(std::string, steps);
        QFETCH(int, d);
        QFETCH(int, n);
        QFETCH(std::string, message);
        QCOMPARE(errorOf(steps, randomSet(d, n, 4)), message);
    }

    void refusesEqualItemsAndOtherDimensions()
    {
        Matrix equal(2, 3);
        for (Index i = 0; i < 3; ++i)
            equal(0, i) = 0.1f, equal(1, i) = 0.7f;
        QCOMPARE(errorOf("whiten", equal), std::string("whiten: the training items are all equal; leave whiten out"));
        for (const char* steps : {"centre", "standardize", "whiten", "pca:2"}) {
            const auto pipeline = Pipeline::learn(steps, randomSet(3, 9, 5));
            QVERIFY_EXCEPTION_THROWN(pipeline.apply(randomSet(4, 2, 5)), Error);
        }
    }

    void sameBytesForAnyThreadsAndAnyGrouping()
    {
        const Matrix training = randomSet(70, 700, 6), set = randomSet(70, 301, 7);
        for (const char* steps : {"centre,unit", "standardize", "whiten", "pca:33", "pca:1"}) {
            setThreadCount(1);
            const auto one = Pipeline::learn(steps, training);
            const Matrix all = one.apply(set), back = one.undo(all);
            for (const int threads : {2, 3}) {
                setThreadCount(threads);
                const auto other = Pipeline::learn(steps, training);
                QVERIFY(sameBytes(other.apply(set), all));
                QVERIFY(sameBytes(other.undo(all), back));
            }
            for (const Index first : {0, 1, 63, 64, 100, 300}) {
                const MatrixView rest{set.data() + first * 70, 70, 301 - first};
                const MatrixView expected{all.data() + first * all.rows(), all.rows(), 301 - first};
                QVERIFY(sameBytes(one.apply(rest), expected));
            }
        }
        setThreadCount(0);
    }
};

BRIDGESCOPE_TEST(PipelineTest)

} // namespace pipeline_tests

#include "pipeline.moc"
