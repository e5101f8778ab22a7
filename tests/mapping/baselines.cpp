#include "core/base/error.h"
#include "core/mapping/linear_mapping.h"
#include "core/mapping/model.h"
#include "tests/mapping/sets.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace baselines_tests {

using namespace bridgescope;
using namespace testsets;

namespace {

Matrix identityOf(Index d)
{
    Matrix identity(d, d);
    for (Index k = 0; k < d; ++k)
        identity(k, k) = 1;
    return identity;
}

} // namespace

class BaselinesTest : public QObject {
    Q_OBJECT
private slots:
    void identityKeepsEveryBit()
    {
        const Matrix x = randomSet(7, 100, 1);
        QVERIFY(sameBytes(makeIdentity(7, 7)->apply(x), x));
        try {
            makeIdentity(7, 8);
            QFAIL("unequal dimensions");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("7") != std::string::npos);
            QVERIFY(std::string(error.what()).find("8") != std::string::npos);
        }
    }

    void whatFloat32CannotHoldIsRefused()
    {
        const Model model{{}, {}, makeRandom(4, 4, 1), {}};
        const auto errorOf = [&](const Matrix& x) -> std::string {
            try {
                model.apply(x);
            } catch (const Error& error) {
                return error.kind == ErrorKind::Input ? error.what() : "wrong kind";
            }
            return {};
        };
        Matrix x = randomSet(4, 3, 1);
        QCOMPARE(errorOf(x), std::string());
        for (Index k = 0; k < 4; ++k)
            x(k, 1) = 3e38f * (makeRandom(4, 4, 1)->apply(identityOf(4))(0, k) > 0 ? 1.0f : -1.0f);
        QVERIFY2(errorOf(x).starts_with("f(x) of item 2 of 3 is beyond what float32 holds (random"),
                 errorOf(x).c_str());
        QVERIFY(errorOf(x).find("standardize") != std::string::npos);
        x(0, 0) = std::nanf("");
        QVERIFY2(errorOf(x).starts_with("item 1 of 3 holds NaN"), errorOf(x).c_str());
    }

    void retrievalGivesYOfTheNearest()
    {
        Matrix x(2, 4), y(1, 4);
        const float points[4][2] = {{1, 0}, {0, 1}, {2, 0}, {-1, 0}}; // the third points where the first does
        for (Index i = 0; i < 4; ++i) {
            x(0, i) = points[i][0];
            x(1, i) = points[i][1];
            y(0, i) = static_cast<float>(10 * (i + 1));
        }
        Matrix queries(2, 4);
        queries(0, 0) = 5; // along the first and the third: the lower row
        queries(1, 1) = .1f;
        queries(0, 2) = -3;
        const Matrix f = makeRetrieval(x, y)->apply(queries); // the fourth is zero: the mean of Y
        QCOMPARE(f(0, 0), 10.0f);
        QCOMPARE(f(0, 1), 20.0f);
        QCOMPARE(f(0, 2), 40.0f);
        QCOMPARE(f(0, 3), 25.0f);
    }

    void randomKeepsNormsOnAverageAndDependsOnTheSeed()
    {
        const Matrix x = randomSet(200, 50, 1);
        const auto map = makeRandom(200, 300, 1);
        const Matrix f = map->apply(x);
        double before = 0, after = 0;
        for (Index i = 0; i < x.view().size(); ++i)
            before += double(x.data()[i]) * double(x.data()[i]) / 200;
        for (Index i = 0; i < f.view().size(); ++i)
            after += double(f.data()[i]) * double(f.data()[i]) / 300;
        QVERIFY(std::abs(after / before - 1) < .1);
        QVERIFY(sameBytes(makeRandom(200, 300, 1)->apply(x), f));
        QVERIFY(!sameBytes(makeRandom(200, 300, 2)->apply(x), f));
        QCOMPARE(map->parameterCount(), Index(200 * 300));
    }
};

BRIDGESCOPE_TEST(BaselinesTest)

} // namespace baselines_tests

#include "baselines.moc"
