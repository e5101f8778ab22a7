#include "core/wordsim/correlation.h"
#include "tests/support/frozen.h"
#include "tests/support/test_program.h"

namespace correlation_tests {

using namespace bridgescope;

/// Against scipy and numpy (tests/data/wordsim/make_correlations.py).
class Correlation : public QObject {
    Q_OBJECT
    Frozen m_frozen{"wordsim/correlations.txt"};
private slots:
    void spearmanIsScipys()
    {
        for (int i = 0; i < 5; ++i) {
            const std::string n = std::to_string(i);
            const auto& a = m_frozen["a" + n].values;
            const auto& b = m_frozen["b" + n].values;
            const auto rho = spearman(a, b);
            QVERIFY(rho);
            VERIFY_BELOW(std::abs(*rho - m_frozen["rho" + n](0, 0)), 1e-12);
            QCOMPARE(averageRanks(b), m_frozen["ranks" + n].values);
        }
    }
    void whatHasNoCorrelation()
    {
        const std::vector<double> one{3}, flat{2, 2, 2}, rising{1, 2, 3}, two{1, 2};
        QVERIFY(!spearman(one, one));
        QVERIFY(!spearman(flat, rising));
        QVERIFY(!spearman(rising, flat));
        QVERIFY(!spearman(rising, two));
        QVERIFY(!spearman({}, {}));
    }
    void steigerIsTheFormula()
    {
        const FrozenTable& table = m_frozen["steiger"];
        for (Index i = 0; i < table.rows; ++i) {
            const auto test = steigerTest(table(i, 0), table(i, 1), table(i, 2), static_cast<Index>(table(i, 3)));
            QVERIFY(test);
            VERIFY_BELOW(std::abs(test->z - table(i, 4)), 1e-9 * (1 + std::abs(table(i, 4))));
            VERIFY_BELOW(std::abs(test->p - table(i, 5)), 1e-9);
            const auto turned = steigerTest(table(i, 1), table(i, 0), table(i, 2), static_cast<Index>(table(i, 3)));
            QCOMPARE(turned->z, -test->z);
            QCOMPARE(turned->p, test->p);
        }
    }
    void steigerWhereItDoesNotExist()
    {
        QVERIFY(!steigerTest(.5, .3, .6, 3));
        QVERIFY(!steigerTest(1, .3, .6, 50));
        QVERIFY(!steigerTest(.5, -1, .6, 50));
        const auto same = steigerTest(.5, .5, 1, 50);
        QVERIFY(same);
        QCOMPARE(same->p, 1.0);
    }
};

BRIDGESCOPE_TEST(Correlation)

} // namespace correlation_tests

#include "correlation.moc"
