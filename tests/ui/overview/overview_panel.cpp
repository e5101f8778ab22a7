#include "ui/panels/overview/overview_panel.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/curve_chart.h"
#include "ui/panels/overview/card_grid.h"
#include "ui/panels/overview/verdict_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace overview_panel_tests {

using namespace bridgescope;

class OverviewPanelTest : public QObject {
    Q_OBJECT
private slots:
    void columnsFollowTheWidth();
    void showsTheVerdictAndItsNumbers();
    void draggingTheHandleSetsK();
    void keysStepK();
    void outOfSightKWaits();
    void doubleClickLooksAtAMapping();
    void withoutMappingOffersRidge();
    void oldNumbersStayWhileNewAreMade();
    void anEstimateIsNamedUntilTheListsAreThere();
    void everyCardStatesItsConvention();
    void anEarlierEpochIsThatOfTheMappingLookedAt();

private:
    static ChartView* viewOf(OverviewPanel& panel, const char* name);
    static QPoint at(const ChartView& view, int k);
};

ChartView* OverviewPanelTest::viewOf(OverviewPanel& panel, const char* name)
{
    for (ChartView* view : panel.findChildren<ChartView*>())
        if (view->accessibleName() == QLatin1String(name)) return view;
    return nullptr;
}

QPoint OverviewPanelTest::at(const ChartView& view, int k)
{
    const auto chart = std::static_pointer_cast<const CurveChart>(view.chart());
    const CurveLayout layout = layOutCurve(chart->data(), view.area(), view.style());
    return QPointF(layout.x.position(k), layout.plot.center().y()).toPoint();
}

void OverviewPanelTest::columnsFollowTheWidth()
{
    QCOMPARE(CardGrid::columnsFor(1180, 6, 1), 3);
    QCOMPARE(CardGrid::columnsFor(1180, 3, 1), 2); // the last card is wide
    QCOMPARE(CardGrid::columnsFor(1180, 4, 1), 3);
    QCOMPARE(CardGrid::columnsFor(800, 6, 1), 2);
    QCOMPARE(CardGrid::columnsFor(731, 6, 1), 1); // two of 360 and the gap need 732
    QCOMPARE(CardGrid::columnsFor(732, 6, 1), 2);
    QCOMPARE(CardGrid::columnsFor(1180, 6, 2), 1); // presenter mode
}

void OverviewPanelTest::showsTheVerdictAndItsNumbers()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    const auto measured = test::syntheticMeasured();
    test::showIn(hub, measured, 5);
    const MappingReport report = hub.atK()->report;
    QVERIFY(panel.verdict().detail().contains(number(report.difference.mean)));
    QVERIFY(panel.verdict().sentence().contains(number(report.xf.mean * 5, 1) + " of 5"));
    QVERIFY(!panel.verdict().detail().contains("rotation"));
    auto free = std::make_shared<Measured>(*measured); // as a net trained with the neighbor loss
    free->fitCaveat = "Free up to a rotation.";
    test::showIn(hub, free, 5);
    QVERIFY(panel.verdict().detail().contains("P@1") && panel.verdict().detail().contains("Free up to a rotation."));
    test::showIn(hub, measured, 5);
    ChartView* bars = viewOf(panel, "Overlaps by mapping");
    QVERIFY(bars);
    QVERIFY(bars->accessibleDescription().contains(number(report.xf.mean)));
}

void OverviewPanelTest::draggingTheHandleSetsK()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1100, 700);
    panel.show();
    test::showIn(hub, test::syntheticMeasured(), 5);
    QCoreApplication::processEvents();
    ChartView* curve = viewOf(panel, "Overlap against K");
    QVERIFY(curve);
    const int steps = hub.undoStack()->count();
    QTest::mousePress(curve, Qt::LeftButton, {}, at(*curve, 5));
    for (const int k : {7, 9, 12}) {
        QTest::mouseMove(curve, at(*curve, k));
        QCOMPARE(hub.state().k, Index(k));
        QCOMPARE(hub.atK()->report.xf.k, Index(k));
    }
    QTest::mouseRelease(curve, Qt::LeftButton, {}, at(*curve, 12));
    QVERIFY(viewOf(panel, "Overlaps by mapping")->accessibleDescription().contains(number(hub.atK()->report.xf.mean)));
    QVERIFY(hub.undoStack()->count() <= steps + 1); // one drag, one step back
    hub.undoStack()->undo();
    QVERIFY(hub.state().k != 12);
}

void OverviewPanelTest::keysStepK()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.show();
    test::showIn(hub, test::syntheticMeasured(), 5);
    ChartView* curve = viewOf(panel, "Overlap against K");
    QTest::keyClick(curve, Qt::Key_Right);
    QCOMPARE(hub.state().k, Index(6));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(curve, Qt::Key_Left);
    QCOMPARE(hub.state().k, Index(1));
}

void OverviewPanelTest::outOfSightKWaits()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.show();
    test::showIn(hub, test::syntheticMeasured(), 5);
    panel.hide();
    const QString before = viewOf(panel, "Loyalty")->accessibleDescription(), sentence = panel.verdict().sentence();
    hub.setK(20); // showIn answers with the numbers at this K
    QCOMPARE(hub.atK()->report.xy.k, Index(20));
    QCOMPARE(viewOf(panel, "Loyalty")->accessibleDescription(), before);
    panel.catchUp(); // a figure of every chart is wanted
    const QString after = viewOf(panel, "Loyalty")->accessibleDescription();
    QVERIFY(after != before);
    hub.setK(5);
    QCOMPARE(viewOf(panel, "Loyalty")->accessibleDescription(), after);
    panel.show();
    QCOMPARE(viewOf(panel, "Loyalty")->accessibleDescription(), before);
    QCOMPARE(panel.verdict().sentence(), sentence);
}

void OverviewPanelTest::doubleClickLooksAtAMapping()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1100, 700);
    panel.show();
    const auto measured = test::syntheticMeasured();
    test::showIn(hub, measured, 5);
    MappingSummary ridge{1, "Ridge", hub.atK()->report, true}, other{9, "Net 1×512", hub.atK()->report, false};
    panel.setMappings({ridge, other});
    QCoreApplication::processEvents();
    ChartView* bars = viewOf(panel, "Overlaps by mapping");
    const auto chart = std::static_pointer_cast<const BarChart>(bars->chart());
    QCOMPARE(chart->data().rows.size(), std::size_t(2));
    QVERIFY(chart->data().rows[0].current);
    const BarLayout layout = layOutBars(chart->data(), bars->area(), bars->style());
    QTest::mouseDClick(bars, Qt::LeftButton, {}, layout.rows[1].xf.center().toPoint());
    QCOMPARE(hub.state().mapping, 9);
}

void OverviewPanelTest::withoutMappingOffersRidge()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    panel.resize(1100, 700);
    panel.show();
    test::SyntheticOptions options;
    options.mapping = false;
    test::showIn(hub, test::syntheticMeasured(options), 5);
    QVERIFY(panel.verdict().sentence().contains("No mapping yet"));
    QSignalSpy asked(&panel, &OverviewPanel::trainRidgeRequested);
    for (QPushButton* button : panel.findChildren<QPushButton*>())
        if (button->text() == "Train ridge" && button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    const auto chart = std::static_pointer_cast<const CurveChart>(viewOf(panel, "Overlap against K")->chart());
    QCOMPARE(chart->data().series.size(), std::size_t(1));
}

void OverviewPanelTest::oldNumbersStayWhileNewAreMade()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    test::showIn(hub, test::syntheticMeasured(), 5);
    const QString sentence = panel.verdict().sentence();
    hub.publish(test::syntheticMeasured()); // lists are there, numbers not yet
    QCOMPARE(panel.verdict().sentence(), sentence);
    for (Card* card : panel.findChildren<Card*>())
        QVERIFY(card->isLoading());
    hub.publishAtK(test::measuredAt(hub.measured(), 5));
    for (Card* card : panel.findChildren<Card*>())
        QVERIFY(!card->isLoading());
}

void OverviewPanelTest::anEstimateIsNamedUntilTheListsAreThere()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    test::showIn(hub, test::syntheticMeasured(), 5);
    const QString exact = panel.verdict().sentence();
    SampledOverlaps sampled{"Ridge", Metric::Cosine, SelfRule::Excluded, {}, {}, {}, false};
    sampled.xf = {.n = 341479,
                  .sampled = 4000,
                  .k = 10,
                  .mean = .52,
                  .chance = .00003,
                  .halfWidth = .004,
                  .interval = {.516, .524}};
    sampled.yf = {.n = 341479,
                  .sampled = 2000,
                  .k = 10,
                  .mean = .16,
                  .chance = .00003,
                  .halfWidth = .005,
                  .interval = {.155, .165}};
    hub.publishSampled(std::make_shared<const SampledOverlaps>(sampled));
    QCOMPARE(panel.verdict().sentence(),
             QString("From a sample: Ridge keeps 5.20 ± 0.04 of 10 neighbors of X and 1.60 ± 0.05 of Y."));
    QVERIFY2(panel.verdict().detail().startsWith("2,000 of N = 341,479 items"), qPrintable(panel.verdict().detail()));
    QVERIFY(panel.verdict().detail().contains("cosine, self excluded"));
    hub.publishSampled(nullptr);
    QCOMPARE(panel.verdict().sentence(), exact);
}

void OverviewPanelTest::everyCardStatesItsConvention()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    test::showIn(hub, test::syntheticMeasured(), 7);
    const auto cards = panel.findChildren<Card*>();
    QVERIFY(cards.size() >= 2);
    for (Card* card : cards)
        for (const char* word : {"cosine", "self excluded", "held out N = 30"})
            QVERIFY2(card->convention().contains(word), qPrintable(card->convention()));
}

void OverviewPanelTest::anEarlierEpochIsThatOfTheMappingLookedAt()
{
    SelectionHub hub;
    OverviewPanel panel(hub);
    auto earlier = std::make_shared<Measured>(*test::syntheticMeasured());
    earlier->epoch = 14;
    earlier->mappingName = "Net 1×16 after epoch 14";
    test::showIn(hub, earlier, 5);
    int said = 0;
    for (const Card* card : panel.findChildren<Card*>()) {
        const bool all = card->title() == "Overlaps by mapping"; // of the other mappings it would be wrong
        if (all)
            QVERIFY2(card->convention().startsWith(earlier->mappingName + "; K = 5, "), qPrintable(card->convention()));
        if (all) QVERIFY(!card->convention().contains("f after epoch"));
        said += card->convention().contains("f after epoch 14");
    }
    QVERIFY(said > 0);
}

BRIDGESCOPE_TEST(OverviewPanelTest)

} // namespace overview_panel_tests

#include "overview_panel.moc"
