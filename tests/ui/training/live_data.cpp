#include "ui/panels/training/live_data.h"
#include "tests/support/test_program.h"

#include "core/mapping/ridge.h"

#include <QTest>

#include <cmath>

namespace live_data_tests {

using namespace bridgescope;

namespace {

MappingEntry netAfter(int epochs, bool validated = false)
{
    MappingEntry run;
    run.id = 1;
    run.name = "Net";
    run.options.map = "net";
    run.options.epochs = 50;
    run.state = MappingEntry::State::Running;
    run.baseline = {381, 10, Metric::Cosine, SelfRule::Excluded, 0.15, 0.026, 0.68};
    if (validated) run.options.earlyStopping = "validation-loss";
    for (int e = 1; e <= epochs; ++e) {
        EpochReport report;
        report.epoch = e;
        report.loss = 80.0 / e;
        report.overlapX = 0.6 - 0.01 * e;
        report.overlapY = 0.1 + 0.01 * e;
        report.fit = {0.02 * e - 0.05, 0.5, 0.4, 0.005 * e, 1.5};
        if (validated) report.validationLoss = std::abs(e - 3) + 40.0, report.best = e <= 3;
        run.history.push_back(report);
    }
    return run;
}

} // namespace

class LiveDataTest : public QObject {
    Q_OBJECT
private slots:
    void curvesAreTheHistory()
    {
        const MappingEntry run = netAfter(10, true);
        const EpochData loss = lossData({&run, {}});
        QCOMPARE(loss.series.size(), std::size_t(2));
        QCOMPARE(loss.series[0].name, QString("validation"));
        QCOMPARE(loss.series[0].best, 3);
        QCOMPARE(loss.series[1].values[3], 20.0);
        QCOMPARE(loss.epochs, 50);
        QCOMPARE(loss.current, 10);
        const EpochData overlaps = overlapData({&run, {}});
        QCOMPARE(overlaps.series[0].values.back(), 0.5);
        QCOMPARE(overlaps.series[1].values.back(), 0.2);
        QCOMPARE(overlaps.references[0].value, 0.15);
        QCOMPARE(overlaps.references[1].value, 0.026);
    }

    void onlyLikeIsComparedWithLike()
    {
        const MappingEntry run = netAfter(5);
        MappingEntry same = netAfter(80), other = netAfter(8), otherK = netAfter(8);
        other.options.loss = "infonce";
        otherK.baseline.k = 5;
        const ShownRuns shown{&run, {&same, &other, &otherK}};
        const EpochData loss = lossData(shown);
        QCOMPARE(loss.series.size(), std::size_t(3)); // its own, and two of the same formula
        QVERIFY(loss.series[1].compared && !loss.series[0].compared);
        QCOMPARE(loss.epochs, 80);                                  // the longest of them fits
        QCOMPARE(overlapData(shown).series.size(), std::size_t(6)); // not the one at another K
    }

    void howAClosedFormChose()
    {
        MappingEntry run;
        run.options.map = "ridge";
        QVERIFY(!choiceData(run)); // not solved yet
        Matrix x(3, 40), y(2, 40);
        for (Index i = 0; i < 40; ++i) {
            for (Index k = 0; k < 3; ++k)
                x(k, i) = std::sin(float(7 * i + 3 * k));
            y(0, i) = x(0, i) - x(2, i) + .3f * std::cos(float(i * i));
            y(1, i) = x(1, i);
        }
        const RidgeFit fit = fitRidge(x, y, {});
        auto model = std::make_shared<Model>();
        model->mapping = fit.mapping;
        run.model = model;
        const auto choice = choiceData(run);
        QVERIFY(choice && choice->logarithmic);
        QCOMPARE(choice->values.size(), std::size_t(33));
        QCOMPARE(choice->values[choice->chosen], fit.rho);
        QCOMPARE(choice->errors[4], fit.curve[4].error);
        QVERIFY(choiceConvention(run).contains("1 − h"));
        model->mapping = fitRidge(x, y, {0.5}).mapping;
        QVERIFY(!choiceData(run)); // given, not chosen
    }

    void aFinishedRunHasACursorWhereAnEpochIsChosen()
    {
        MappingEntry run = netAfter(50);
        run.state = MappingEntry::State::Done;
        QCOMPARE(lossData({&run, {}}).current, 0);
        QCOMPARE(lossData({&run, {}, 7}).current, 7);
        QCOMPARE(overlapData({&run, {}, 7}).current, 7);
        run.state = MappingEntry::State::Paused;
        QCOMPARE(lossData({&run, {}}).current, 50);
    }

    void formulasNameTheRemedies()
    {
        TrainingOptions options;
        options.map = "net";
        QCOMPARE(lossFormula(options), QString::fromUtf8("½‖f(x) − y‖², mean over items"));
        options.loss = "cosine";
        options.structure = 1;
        options.adversarial = 1;
        QCOMPARE(lossFormula(options),
                 QString::fromUtf8("1 − cos(f(x), y) + λ structure, mean over items, without μ adversarial"));
        options.map = "ridge"; // what the net's fields hold means nothing there
        QCOMPARE(lossFormula(options), QString::fromUtf8("½‖f(x) − y‖², mean over items"));
    }

    void theConventionIsTheRunsOwn()
    {
        MappingEntry run = netAfter(2);
        QCOMPARE(liveConvention(run), QString("K = 10, cosine, self excluded, held out N = 381"));
        run.history.back().overlapItems = 100;
        QVERIFY(liveConvention(run).contains("a sample of 100"));
    }

    void diagnosticsSayWhatTheyMean()
    {
        MappingEntry run = netAfter(12);
        Diagnostic r2 = diagnosticOf(run, DiagnosticKind::R2);
        QCOMPARE(r2.value, QString("0.19"));
        QCOMPARE(r2.meaning, QString("19 % of the variance of Y."));
        QCOMPARE(r2.spark.values.size(), std::size_t(12));
        QCOMPARE(diagnosticOf(netAfter(1), DiagnosticKind::R2).meaning, QString("Worse than the mean of Y."));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::Cosine).meaning, QString::fromUtf8("An angle of 60°."));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::NormRatio).meaning, QString("Drawn to the mean."));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::HubSkewness).meaning, QString("More hubs than Y."));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::HubSkewness).spark.reference->value, 0.68);
        for (EpochReport& report : run.history)
            report.fit->hubSkewness.reset();
        const Diagnostic unknown = diagnosticOf(run, DiagnosticKind::HubSkewness);
        QCOMPARE(unknown.value, QString::fromUtf8("–"));
        QVERIFY(!unknown.meaning.isEmpty());
        QCOMPARE(diagnosticOf(netAfter(0), DiagnosticKind::R2).value, QString::fromUtf8("–"));
    }

    void afterTheEndTheBestEpochCounts()
    {
        MappingEntry run = netAfter(10, true);
        run.state = MappingEntry::State::Done;
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2).value, QString("0.01")); // epoch 3
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2).spark.kept, 3);
        for (const EpochData& data : {lossData({&run, {}}), overlapData({&run, {}})}) { // and in every chart
            QCOMPARE(data.kept, 3);
            for (const EpochSeries& series : data.series)
                QCOMPARE(series.best, 3);
        }
        QVERIFY(liveConvention(run).startsWith("best epoch, 3; K = 10, "));
        QCOMPARE(overlapData({&run, {}}).epochs, 10); // of 50: no more will come
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2).spark.epochs, 10);
        run.options.earlyStopping = "none"; // then the last one is what the run gives
        QCOMPARE(overlapData({&run, {}}).kept, 0);
        QCOMPARE(overlapData({&run, {}}).series[0].best, 0);
        QVERIFY(!liveConvention(run).contains("best"));
    }

    void whileItGoesOnTheLastEpochCounts()
    {
        const MappingEntry run = netAfter(10, true);
        QCOMPARE(overlapData({&run, {}}).kept, 0);
        QCOMPARE(overlapData({&run, {}}).series[0].best, 3); // the best so far is ringed
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2).value, QString("0.15"));
    }

    void retrievalStandsAgainstChance()
    {
        const MappingEntry run = netAfter(10);
        const Diagnostic p1 = diagnosticOf(run, DiagnosticKind::P1);
        QCOMPARE(p1.value, QString("0.050"));
        QCOMPARE(p1.spark.values[3], 0.02);
        QCOMPARE(p1.spark.reference->value, 1.0 / 381);
        QCOMPARE(p1.meaning, QString("19 times chance.")); // .05 * 381 = 19.05
        QVERIFY(p1.explanation.contains("nearest"));
        MappingEntry none = netAfter(1);
        none.history.back().fit->p1 = 1.0 / 381;
        QCOMPARE(diagnosticOf(none, DiagnosticKind::P1).meaning, QString("No better than chance."));
    }

    void aSampleIsSaidAndTheReportIsExact()
    {
        MappingEntry run = netAfter(10);
        for (EpochReport& report : run.history)
            report.overlapItems = 107, report.fit->p1 = 0, report.fit->hubSkewness.reset();
        Diagnostic p1 = diagnosticOf(run, DiagnosticKind::P1);
        QCOMPARE(p1.value, QString("0.000"));
        QCOMPARE(p1.meaning, QString("Of a sample of 107. No better than chance."));
        QVERIFY(p1.explanation.contains("sample of 107"));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::HubSkewness).meaning, QString("Needs all lists."));
        QVERIFY(!reportOf({&run, {}, 0, true})); // it goes on
        run.state = MappingEntry::State::Done;
        QVERIFY(!reportOf({&run, {}, 0, true})); // not measured yet
        run.report.emplace();
        run.report->retrieval.forwardCosine.p1 = 3.0 / 381;
        run.report->fit.r2 = 0.25;
        run.report->fit.cosine = 0.5;
        QVERIFY(!reportOf({&run, {}, 0, false})); // of other items
        const MappingReport* report = reportOf({&run, {}, 0, true});
        QVERIFY(report);
        p1 = diagnosticOf(run, DiagnosticKind::P1, report);
        QCOMPARE(p1.value, QString("0.008"));
        QCOMPARE(p1.meaning, QString("3.0 times chance. Curve: a sample of 107."));
        QCOMPARE(p1.spark.values.back(), 0.0);
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2, report).value, QString("0.25"));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2, report).meaning, QString("25 % of the variance of Y."));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::Cosine, report).value, QString("0.50"));
        QCOMPARE(diagnosticOf(run, DiagnosticKind::HubSkewness, report).value, QString::fromUtf8("–"));
        MappingEntry opened; // it has no epochs
        opened.state = MappingEntry::State::Done;
        opened.report = run.report;
        opened.report->xf.n = 381;
        p1 = diagnosticOf(opened, DiagnosticKind::P1, &*opened.report);
        QCOMPARE(p1.value, QString("0.008"));
        QCOMPARE(p1.meaning, QString("3.0 times chance."));
        run.report->options.fitAndRetrieval = false; // then the epochs alone know it
        QCOMPARE(diagnosticOf(run, DiagnosticKind::P1, report).value, QString("0.000"));
    }

    void whatTheNeighborLossLeavesOpenIsSaid()
    {
        MappingEntry run = netAfter(1);
        run.options.loss = "neighbor";
        for (const auto kind : {DiagnosticKind::P1, DiagnosticKind::R2, DiagnosticKind::Cosine}) {
            QCOMPARE(diagnosticOf(run, kind).meaning, QString("Free up to a rotation."));
            QVERIFY(diagnosticOf(run, kind).explanation.contains("do not say how good"));
        }
        QCOMPARE(diagnosticOf(run, DiagnosticKind::HubSkewness).meaning, QString("More hubs than Y."));
        run.options.map = "ridge"; // whatever the net's fields hold
        QCOMPARE(diagnosticOf(run, DiagnosticKind::R2).meaning, QString("Worse than the mean of Y."));
    }
};

BRIDGESCOPE_TEST(LiveDataTest)

} // namespace live_data_tests

#include "live_data.moc"
