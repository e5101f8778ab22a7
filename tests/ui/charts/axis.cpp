#include "ui/charts/axis.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace axis_tests {

using namespace bridgescope;

class AxisTest : public QObject {
    Q_OBJECT
private slots:
    void scaleInverts();
    void ticksAreRoundAndInside();
    void countsHaveNoFractions();
    void labelsStayWhereThereIsRoom();
    void labelsNeverOverlap();
    void labelsMoveAsLittleAsPossible();
};

void AxisTest::scaleInverts()
{
    const Scale scale{0, 0.8, 300, 20}; // positions may run downwards
    QCOMPARE(scale.position(0.8), 20.0);
    QCOMPARE(scale.value(scale.position(0.37)), 0.37);
}

void AxisTest::ticksAreRoundAndInside()
{
    const Ticks ticks = roundTicks(0, 0.72, 5);
    QCOMPARE(ticks.values, (std::vector<double>{0, 0.2, 0.4, 0.2 * 3}));
    QCOMPARE(ticks.decimals, 1);
    QCOMPARE(ticks.text(0), QStringLiteral("0"));
    QCOMPARE(ticks.text(0.4), QStringLiteral("0.4"));
    QCOMPARE(roundTicks(0, 0.05, 3).decimals, 3); // steps of .025
    for (int most = 2; most < 9; ++most)
        for (const double high : {1e-4, 0.03, 0.9999, 7.0, 1234.0}) {
            const Ticks t = roundTicks(0, high, most);
            QVERIFY(static_cast<int>(t.values.size()) <= most);
            QVERIFY(t.values.size() >= 1);
            QVERIFY(t.values.back() <= high * (1 + 1e-9));
        }
    QCOMPARE(roundUp(0.57, 5), 0.6);
}

void AxisTest::countsHaveNoFractions()
{
    for (const double value : countTicks(0, 3, 6).values)
        QCOMPARE(value, std::round(value));
    QCOMPARE(countTicks(0, 3, 6).values.size(), std::size_t(4));
}

void AxisTest::labelsStayWhereThereIsRoom()
{
    QCOMPARE(spreadLabels({50, 10, 90}, {10, 10, 10}, 2, 0, 100), (std::vector<double>{50, 10, 90}));
}

void AxisTest::labelsNeverOverlap()
{
    std::mt19937 random(7);
    for (int trial = 0; trial < 500; ++trial) {
        const std::size_t n = 1 + random() % 6;
        std::vector<double> centers(n), sizes(n);
        for (std::size_t i = 0; i < n; ++i) {
            centers[i] = static_cast<double>(random() % 200);
            sizes[i] = 4 + static_cast<double>(random() % 20);
        }
        const auto placed = spreadLabels(centers, sizes, 2, 0, 200);
        for (std::size_t i = 0; i < n; ++i) {
            QVERIFY(placed[i] - sizes[i] / 2 >= -1e-9 && placed[i] + sizes[i] / 2 <= 200 + 1e-9);
            for (std::size_t j = i + 1; j < n; ++j)
                QVERIFY(std::abs(placed[i] - placed[j]) >= (sizes[i] + sizes[j]) / 2 + 2 - 1e-9);
        }
    }
}

void AxisTest::labelsMoveAsLittleAsPossible()
{
    // Two labels of size 10 that both want 50 stand around it; a search over a fine grid finds nothing nearer.
    const std::vector<double> wanted{50, 52};
    const auto placed = spreadLabels(wanted, {10, 10}, 0, 0, 100);
    const auto cost = [&](double a, double b) { return std::pow(a - wanted[0], 2) + std::pow(b - wanted[1], 2); };
    double best = 1e9;
    for (double a = 30; a < 70; a += 0.1)
        for (double b = a + 10; b < 80; b += 0.1)
            best = std::min(best, cost(a, b));
    QVERIFY(cost(placed[0], placed[1]) <= best + 1e-3);
}

BRIDGESCOPE_TEST(AxisTest)

} // namespace axis_tests

#include "axis.moc"
