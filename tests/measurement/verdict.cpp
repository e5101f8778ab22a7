#include "core/measurement/verdict.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace verdict_tests {

using namespace bridgescope;

class VerdictTest : public QObject {
    Q_OBJECT
private slots:
    void staysWithX();
    void bridgesToY();
    void randomMapNeverBridges();
    void nearerToYOnlyBecauseXWasIsUndecided();
    void noDifferenceIsUndecided();
    void smallSetsAreNotJudged();
    void chanceLevelIsNothingLearnt();
    void draggingKKeepsTheVerdictWithoutFit();
    void detailNamesDGAndFit();

private:
    static MappingReport report(double xf, double yf, double xy, Index n = 381);
};

/// A report of the given overlaps at K = 10 with standard errors of .01.
MappingReport VerdictTest::report(double xf, double yf, double xy, Index n)
{
    const auto overlap = [n](double mean) {
        Overlap o;
        o.n = n;
        o.k = 10;
        o.mean = mean;
        o.chance = 10.0 / static_cast<double>(n - 1);
        o.interval = {mean - 0.0196, mean + 0.0196};
        return o;
    };
    const auto test = [](double mean) {
        DifferenceTest t;
        t.mean = mean;
        t.interval = {mean - 0.0196, mean + 0.0196};
        t.pValue = std::erfc(std::abs(mean) / 0.01 / std::sqrt(2.0));
        return t;
    };
    MappingReport r;
    r.xf = overlap(xf), r.yf = overlap(yf), r.xy = overlap(xy);
    r.difference = test(xf - yf), r.gain = test(yf - xy);
    r.fit = {0.5, 0.2, 0.45};
    r.retrieval.forwardCosine.p1 = 0.08;
    return r;
}

void VerdictTest::staysWithX()
{
    const Verdict v = judge(report(0.464, 0.168, 0.148), "Ridge");
    QCOMPARE(v.kind, VerdictKind::StaysWithX);
    QCOMPARE(v.sentence, std::string("Ridge keeps X’s neighbors rather than Y’s: 4.6 of 10 against 1.7 of 10."));
}

void VerdictTest::bridgesToY()
{
    const Verdict v = judge(report(0.21, 0.55, 0.148), "Net 3×512");
    QCOMPARE(v.kind, VerdictKind::BridgesToY);
    QCOMPARE(v.sentence, std::string("Net 3×512 bridges to Y: 5.5 of 10 of Y’s neighbors against 2.1 of 10 of X’s."));
}

void VerdictTest::randomMapNeverBridges()
{
    // An untrained map of IAPR: Y, f(X) .154 while X, Y is .163 already; it finds no y, its R² is far below 0.
    MappingReport r = report(0.62, 0.154, 0.163);
    r.fit = {40, -12, 0.01};
    r.retrieval.forwardCosine.p1 = 1.0 / 381;
    QCOMPARE(judge(r, "Random").kind, VerdictKind::NothingLearnt);
    QVERIFY(judge(r, "Random").sentence.find("bridges") == std::string::npos);
    // Even one that happens to sit nearer to Y's lists than to X's, with a gain by luck, does not bridge without
    // finding y.
    r = report(0.10, 0.20, 0.163);
    r.fit = {40, -12, 0.01};
    r.retrieval.forwardCosine.p1 = 1.0 / 381;
    QCOMPARE(judge(r, "Random").kind, VerdictKind::Undecided);
    QVERIFY(judge(r, "Random").sentence.find("finds y itself no better than chance") != std::string::npos);
}

void VerdictTest::nearerToYOnlyBecauseXWasIsUndecided()
{
    const Verdict v = judge(report(0.30, 0.50, 0.52), "Ridge");
    QCOMPARE(v.kind, VerdictKind::Undecided);
    QVERIFY(v.sentence.find("not more than X itself") != std::string::npos);
}

void VerdictTest::noDifferenceIsUndecided()
{
    const Verdict v = judge(report(0.300, 0.298, 0.15), "Ridge");
    QCOMPARE(v.kind, VerdictKind::Undecided);
    QCOMPARE(v.sentence, std::string("Undecided: Ridge keeps 3.0 of 10 of X’s neighbors and 3.0 of 10 of Y’s."));
}

void VerdictTest::smallSetsAreNotJudged()
{
    QCOMPARE(judge(report(0.6, 0.1, 0.1, 12), "Ridge").sentence, std::string("Too few items to tell: N = 12."));
    MappingReport r = report(0.6, 0.1, 0.1, 50);
    r.xf.k = 40;
    QCOMPARE(judge(r, "Ridge").kind, VerdictKind::TooSmall);
    QCOMPARE(judge(r, "Ridge").sentence, std::string("K is too large to tell: 40 of 49 others."));
}

void VerdictTest::chanceLevelIsNothingLearnt()
{
    QCOMPARE(judge(report(0.027, 0.026, 0.15), "Ridge").kind, VerdictKind::NothingLearnt);
}

void VerdictTest::draggingKKeepsTheVerdictWithoutFit()
{
    MappingReport r = report(0.21, 0.55, 0.148);
    r.options.fitAndRetrieval = false;
    r.fit = {};
    r.retrieval = {};
    QCOMPARE(judge(r, "Net").kind, VerdictKind::BridgesToY);
}

void VerdictTest::detailNamesDGAndFit()
{
    QCOMPARE(
        judge(report(0.464, 0.168, 0.148), "Ridge").detail,
        std::string("D = 0.30 [0.28, 0.32], p < .001; G = 0.02 [0.00, 0.04], p = .046; cos(f(x), y) 0.45, P@1 0.080; "
                    "chance 0.26 of 10."));
    QVERIFY(judge(report(0.1, 0.4, 0.148), "Ridge").detail.find("D = \u22120.30") == 0);
}

BRIDGESCOPE_TEST(VerdictTest)

} // namespace verdict_tests

#include "verdict.moc"
