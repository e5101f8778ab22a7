#include "core/base/random.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

namespace random_tests {

using namespace bridgescope;

namespace {

template<class Draw> auto draw(int count, Draw&& one)
{
    std::vector<decltype(one())> values;
    for (int i = 0; i < count; ++i)
        values.push_back(one());
    return values;
}

} // namespace

class RandomTest : public QObject {
    Q_OBJECT
private slots:
    // The numbers of tests/data/base/make_random.py, which is written without this code.
    void frozenNumbers()
    {
        Random split(1, "split");
        QCOMPARE(draw(4, [&] { return split.bits(); }),
                 (std::vector<std::uint64_t>{0xa7cce6911d4458e5, 0x403d249482f74d26, 0x140017e138057f8b,
                                             0xac038659a728eef5}));
        Random greatest(~std::uint64_t(0), "permutations");
        QCOMPARE(draw(2, [&] { return greatest.bits(); }),
                 (std::vector<std::uint64_t>{0xf25c155777c84378, 0x546a8d0fef988ea3}));
        Random uniform(7, "net.init");
        QCOMPARE(draw(3, [&] { return uniform.uniform(); }),
                 (std::vector<double>{0.12414624813467579, 0.37018104717552547, 0.19088326674025646}));
        Random below(3, "x");
        QCOMPARE(draw(12, [&] { return below.below(10); }), (std::vector<Index>{2, 0, 3, 0, 8, 0, 6, 3, 2, 2, 0, 9}));
        auto order = ascending(10);
        Random(3, "x").shuffle(order);
        QCOMPARE(order, (std::vector<Index>{1, 5, 8, 9, 6, 4, 0, 3, 7, 2}));
        Random normal(7, "net.init");
        const std::vector<double> expected{-0.9047490869745807, -0.3124980885704326, -0.9545201822026644,
                                           -0.5956122445525431, -0.7573280187765041};
        for (const double value : expected)
            QVERIFY(std::abs(normal.normal() - value) < 1e-15);
    }

    void streamsAreToldApartBySeedAndName()
    {
        std::map<std::uint64_t, int> first;
        for (std::uint64_t seed = 0; seed < 100; ++seed)
            for (const char* name : {"", "split", "split2", "net.init", "permutations"})
                ++first[Random(seed, name).bits()];
        QCOMPARE(first.size(), 500u);
    }

    void uniformMoments()
    {
        Random random(1, "moments");
        const auto values = draw(100000, [&] { return random.uniform(); });
        QVERIFY(std::all_of(values.begin(), values.end(), [](double v) { return v >= 0 && v < 1; }));
        double mean = 0, square = 0;
        for (const double v : values)
            mean += v / 1e5, square += v * v / 1e5;
        QVERIFY(std::abs(mean - 0.5) < 5 * std::sqrt(1 / 12.0 / 1e5));
        QVERIFY(std::abs(square - 1 / 3.0) < 5 * std::sqrt(4 / 45.0 / 1e5));
    }

    void normalMoments()
    {
        Random random(2, "moments");
        double moments[5] = {};
        int beyond = 0;
        constexpr int count = 200000;
        for (int i = 0; i < count; ++i) {
            const double v = random.normal();
            double power = 1;
            for (double& moment : moments) {
                moment += power / count;
                power *= v;
            }
            beyond += std::abs(v) > 1.959963984540054;
        }
        const double root = std::sqrt(double(count));
        QVERIFY(std::abs(moments[1]) < 5 * 1 / root);
        QVERIFY(std::abs(moments[2] - 1) < 5 * std::sqrt(2.0) / root);
        QVERIFY(std::abs(moments[3]) < 5 * std::sqrt(15.0) / root);
        QVERIFY(std::abs(moments[4] - 3) < 5 * std::sqrt(96.0) / root);
        QVERIFY(std::abs(beyond - 0.05 * count) < 5 * std::sqrt(0.05 * 0.95 * count));
    }

    void belowHasNoBias()
    {
        Random random(3, "below");
        std::vector<int> counts(6);
        for (int i = 0; i < 60000; ++i)
            ++counts[static_cast<std::size_t>(random.below(6))];
        double chi = 0;
        for (const int count : counts)
            chi += std::pow(count - 10000.0, 2) / 10000;
        QVERIFY2(chi < 25.7, qPrintable(QString::number(chi))); // p = .0001 at 5 degrees of freedom
        for (int i = 0; i < 100; ++i)
            QCOMPARE(random.below(1), Index(0));
        // With 3 * 2^61 values, taking the remainder alone would land in the first third half of the time.
        const Index bound = Index(3) << 61;
        int low = 0;
        for (int i = 0; i < 3000; ++i) {
            const Index value = random.below(bound);
            QVERIFY(value >= 0 && value < bound);
            low += value < bound / 3;
        }
        QVERIFY2(std::abs(low - 1000) < 130, qPrintable(QString::number(low))); // 5 sd of 26
    }

    void shufflesAreEvenlySpread()
    {
        Random random(4, "shuffle");
        std::map<std::vector<Index>, int> counts;
        for (int i = 0; i < 24000; ++i) {
            auto order = ascending(4);
            random.shuffle(order);
            ++counts[order];
        }
        QCOMPARE(counts.size(), 24u);
        for (const auto& [order, count] : counts)
            QVERIFY(std::abs(count - 1000) < 160);
        std::vector<Index> none, one{5};
        random.shuffle(none);
        random.shuffle(one);
        QCOMPARE(one, std::vector<Index>{5});
    }

    void stateComesBack()
    {
        Random random(5, "state");
        for (int i = 0; i < 101; ++i)
            random.normal(); // an odd number: the spare of the pair is part of the state
        const auto state = random.state();
        const auto expected = draw(10, [&] { return random.normal(); });
        Random other(6, "another");
        other.restore(state);
        QCOMPARE(draw(10, [&] { return other.normal(); }), expected);
        QVERIFY_EXCEPTION_THROWN(other.restore("no state"), Error);
        QVERIFY_EXCEPTION_THROWN(other.restore(""), Error);
    }
};

BRIDGESCOPE_TEST(RandomTest)

} // namespace random_tests

#include "random.moc"
