#include "core/projection/pca.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "tests/support/frozen.h"
#include "tests/support/test_program.h"

#include <cstring>

namespace pca_tests {

using namespace bridgescope;

namespace {

Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "projection test");
    Matrix set(d, n);
    for (Index i = 0; i < d * n; ++i)
        set.data()[i] = static_cast<float>(random.normal() * double(1 + i % d));
    return set;
}

/// The greatest entry of AᵀA - I.
double fromOrthonormal(const Matrix& axes)
{
    double greatest = 0;
    for (Index a = 0; a < axes.columns(); ++a)
        for (Index b = 0; b < axes.columns(); ++b) {
            double dot = 0;
            for (Index i = 0; i < axes.rows(); ++i)
                dot += double(axes(i, a)) * double(axes(i, b));
            greatest = std::max(greatest, std::abs(dot - (a == b)));
        }
    return greatest;
}

} // namespace

class PcaTest : public QObject {
    Q_OBJECT
    Frozen m_frozen{"projection/projection.txt"};

private slots:
    void equalsTheReference()
    {
        const Matrix set = m_frozen["set"].matrix();
        const Pca pca = fitPca(set, 2);
        VERIFY_BELOW(relativeDifference(projectPca(pca, set), m_frozen["pca"]), 1e-6);
        VERIFY_BELOW(relativeDifference(pcaMap(set), m_frozen["pca"]), 1e-6);
        const auto& variances = m_frozen["variances"];
        for (Index j = 0; j < 2; ++j)
            VERIFY_BELOW(std::abs(pca.variances[std::size_t(j)] / variances(0, j) - 1), 1e-12);
        VERIFY_BELOW(std::abs(pca.totalVariance / variances(0, 2) - 1), 1e-12);
    }

    void axesAreOrthonormalWithFixedSigns_data()
    {
        QTest::addColumn<Index>("d");
        QTest::addColumn<Index>("n");
        QTest::newRow("more items") << Index(9) << Index(50);
        QTest::newRow("more dimensions") << Index(50) << Index(9);
        QTest::newRow("square") << Index(8) << Index(8);
        QTest::newRow("two items") << Index(5) << Index(2);
    }

    void axesAreOrthonormalWithFixedSigns()
    {
        QFETCH(Index, d);
        QFETCH(Index, n);
        const Pca pca = fitPca(randomSet(d, n, 1), std::min(d, n)); // the last axis holds no variance where n <= d
        VERIFY_BELOW(fromOrthonormal(pca.axes), 1e-6);
        QVERIFY(std::is_sorted(pca.variances.rbegin(), pca.variances.rend()));
        if (n <= d) QCOMPARE(pca.variances.back(), 0.0);
        for (Index j = 0; j < pca.axes.columns(); ++j) {
            const auto axis = pca.axes.column(j);
            const auto greatest =
                std::max_element(axis.begin(), axis.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
            QVERIFY(*greatest > 0);
        }
    }

    void bothWaysToTheAxesAgree()
    {
        // 12 items of 20 dimensions of which 9 are zero: with them by items, without them by dimensions.
        const Matrix narrow = randomSet(11, 12, 2);
        Matrix wide(20, 12);
        for (Index i = 0; i < 12; ++i)
            for (Index k = 0; k < 11; ++k)
                wide(k, i) = narrow(k, i);
        const Matrix a = pcaMap(narrow), b = pcaMap(wide);
        for (Index i = 0; i < 24; ++i)
            VERIFY_BELOW(std::abs(a.data()[i] - b.data()[i]), 1e-4f);
    }

    void fewItemsOrDimensions()
    {
        const Matrix one = pcaMap(randomSet(4, 1, 3));
        QCOMPARE(one(0, 0), 0.f);
        const Matrix line = pcaMap(randomSet(1, 5, 3));
        QCOMPARE(line.rows(), Index(2));
        for (Index i = 0; i < 5; ++i)
            QCOMPARE(line(1, i), 0.f);
        QVERIFY(line(0, 0) != 0.f);
        Matrix equal(3, 4);
        for (Index i = 0; i < 12; ++i)
            equal.data()[i] = 0.1f;
        for (Index i = 0; i < 8; ++i)
            VERIFY_BELOW(std::abs(pcaMap(equal).data()[i]), 1e-7f);
    }

    void tooManyComponents()
    {
        try {
            fitPca(randomSet(3, 9, 4), 4);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(std::string(error.what()),
                     std::string("4 principal components of 9 items of 3 dimensions; ask for 1 to 3"));
        }
        QVERIFY_EXCEPTION_THROWN(fitPca(randomSet(3, 9, 4), 0), Error);
        QVERIFY_EXCEPTION_THROWN(fitPca(randomSet(3, 1, 4), 1), Error);
    }

    void sameBytesForAnyThreads()
    {
        for (const Index d : {300, 900}) {
            const Matrix set = randomSet(d, 600, 5);
            setThreadCount(1);
            const Matrix one = pcaMap(set);
            for (const int threads : {2, 3}) {
                setThreadCount(threads);
                QVERIFY(std::memcmp(pcaMap(set).data(), one.data(), sizeof(float) * 1200) == 0);
            }
        }
        setThreadCount(0);
    }
};

BRIDGESCOPE_TEST(PcaTest)

} // namespace pca_tests

#include "pca.moc"
