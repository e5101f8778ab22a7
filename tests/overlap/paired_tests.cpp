#include "core/overlap/paired_tests.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>

namespace paired_tests_tests {

using namespace bridgescope;

namespace {

/// Lines of the frozen file that start with `kind`, their numbers.
std::vector<std::vector<double>> frozen(const QByteArray& kind)
{
    QFile file(BRIDGESCOPE_TEST_DATA "/overlap/paired_tests.txt");
    if (!file.open(QIODevice::ReadOnly)) qFatal("paired_tests.txt is missing");
    std::vector<std::vector<double>> lines;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto words = line.split(' ');
        if (words.front() != kind) continue;
        lines.emplace_back();
        for (const QByteArray& word : words.mid(1))
            lines.back().push_back(word.toDouble());
    }
    return lines;
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-10 * std::max(std::abs(a), std::abs(b)) + 1e-300;
}

} // namespace

class PairedTestsTest : public QObject {
    Q_OBJECT
private slots:
    void wilcoxonAndEffectEqualScipy()
    {
        const auto cases = frozen("wilcoxon");
        QCOMPARE(cases.size(), std::size_t(9));
        for (const auto& numbers : cases) {
            const std::vector<double> differences(numbers.begin() + 2, numbers.end());
            QVERIFY2(near(wilcoxonP(differences), numbers[0]),
                     qPrintable(QString::number(wilcoxonP(differences), 'g', 17)));
            QVERIFY(near(rankBiserial(differences), numbers[1]));
        }
    }
    void holmEqualsStatsmodels()
    {
        const auto cases = frozen("holm");
        QCOMPARE(cases.size(), std::size_t(6));
        for (const auto& numbers : cases) {
            const auto n = static_cast<std::ptrdiff_t>(numbers[0]);
            const auto adjusted = holmAdjusted(std::vector<double>(numbers.begin() + 1, numbers.begin() + 1 + n));
            for (std::ptrdiff_t i = 0; i < n; ++i)
                QVERIFY(near(adjusted[static_cast<std::size_t>(i)], numbers[static_cast<std::size_t>(1 + n + i)]));
        }
    }
    void nothingToRank()
    {
        QCOMPARE(wilcoxonP(std::vector<double>(10, 0.0)), 1.0);
        QCOMPARE(wilcoxonP({}), 1.0);
        QCOMPARE(rankBiserial({}), 0.0);
        QVERIFY(holmAdjusted({}).empty());
    }
    void extremesOfTheEffect()
    {
        const std::vector<double> positive{.1, .2, 0, 3}, negative{-.1, -.2, 0, -3};
        QCOMPARE(rankBiserial(positive), 1.0);
        QCOMPARE(rankBiserial(negative), -1.0);
    }
    void normalTail()
    {
        QVERIFY(near(twoSidedNormalP(1.959963984540054), .05));
        QVERIFY(near(twoSidedNormalP(-2.5758293035489004), .01));
        QCOMPARE(twoSidedNormalP(0), 1.0);
    }
};

BRIDGESCOPE_TEST(PairedTestsTest)

} // namespace paired_tests_tests

#include "paired_tests.moc"
