#include "ui/workspace/selection_hub.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"

#include <QSignalSpy>
#include <QTest>

namespace selection_hub_tests {

using namespace bridgescope;

class SelectionHubTest : public QObject {
    Q_OBJECT
private slots:
    void everyChangeIsOneNamedCommand();
    void changingToTheSameIsNothing();
    void draggingKIsOneStep();
    void draggingKBackToItsBeginningIsNoStep();
    void anotherChangePartsTwoDrags();
    void kIsHeldToWhatIsMeasured();
    void backAndForwardAsInABrowser();
    void aNewFocusForgetsForward();
    void undoTakesTheHistoryBackToo();
    void severalAtOnceIsOneStep();
    void publishingFindsAFocusWithoutACommand();
    void aSmallerScopeLowersK();
    void resetForgetsEverything();
    void hoverIsNoCommand();
};

void SelectionHubTest::everyChangeIsOneNamedCommand()
{
    SelectionHub hub;
    QSignalSpy changed(&hub, &SelectionHub::stateChanged);
    const ViewState first = hub.state();
    hub.setFocus(3);
    hub.setMetric(Metric::Euclidean);
    hub.setSelfRule(SelfRule::Included);
    hub.setScope(ItemScope::Training);
    hub.setMapping(7);
    hub.setSelection({1, 4});
    QCOMPARE(hub.undoStack()->count(), 6);
    QCOMPARE(changed.count(), 6);
    QStringList names;
    for (int i = 0; i < 6; ++i)
        names << hub.undoStack()->text(i);
    names.removeDuplicates();
    QCOMPARE(names.size(), 6);
    QVERIFY(!names.contains(QString()));
    const ViewState last = hub.state();
    for (int i = 0; i < 6; ++i)
        hub.undoStack()->undo();
    QVERIFY(hub.state() == first);
    for (int i = 0; i < 6; ++i)
        hub.undoStack()->redo();
    QVERIFY(hub.state() == last);
}

void SelectionHubTest::changingToTheSameIsNothing()
{
    SelectionHub hub;
    hub.setFocus(2);
    QSignalSpy changed(&hub, &SelectionHub::stateChanged);
    hub.setFocus(2);
    hub.setK(hub.state().k);
    hub.setMetric(hub.state().metric);
    hub.setSelection({});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(hub.undoStack()->count(), 1);
}

void SelectionHubTest::draggingKIsOneStep()
{
    SelectionHub hub;
    hub.setFocus(1);
    for (Index k = 11; k <= 60; ++k)
        hub.setK(k);
    QCOMPARE(hub.undoStack()->count(), 2);
    hub.undoStack()->undo();
    QCOMPARE(hub.state().k, 10);
    QCOMPARE(hub.state().focus, 1);
    hub.undoStack()->redo();
    QCOMPARE(hub.state().k, 60);
}

void SelectionHubTest::draggingKBackToItsBeginningIsNoStep()
{
    SelectionHub hub;
    for (const Index k : {12, 30, 12, 10})
        hub.setK(k);
    QCOMPARE(hub.undoStack()->count(), 0);
    QCOMPARE(hub.state().k, 10);
}

void SelectionHubTest::anotherChangePartsTwoDrags()
{
    SelectionHub hub;
    hub.setK(20);
    hub.setFocus(4);
    hub.setK(30);
    QCOMPARE(hub.undoStack()->count(), 3);
    hub.undoStack()->undo();
    QCOMPARE(hub.state().k, 20);
}

void SelectionHubTest::kIsHeldToWhatIsMeasured()
{
    SelectionHub hub;
    hub.publish(test::syntheticMeasured()); // 30 items in scope
    hub.setK(500);
    QCOMPARE(hub.state().k, 29);
    hub.setK(-3);
    QCOMPARE(hub.state().k, 1);
}

void SelectionHubTest::backAndForwardAsInABrowser()
{
    SelectionHub hub;
    QVERIFY(!hub.canGoBack());
    for (const int item : {5, 9, 2})
        hub.setFocus(item);
    hub.goBack();
    QCOMPARE(hub.state().focus, 9);
    hub.goBack();
    QCOMPARE(hub.state().focus, 5);
    QVERIFY(!hub.canGoBack());
    hub.goBack(); // nowhere to go
    QCOMPARE(hub.state().focus, 5);
    hub.goForward();
    hub.goForward();
    QCOMPARE(hub.state().focus, 2);
    QVERIFY(!hub.canGoForward());
}

void SelectionHubTest::aNewFocusForgetsForward()
{
    SelectionHub hub;
    for (const int item : {5, 9})
        hub.setFocus(item);
    hub.goBack();
    hub.setFocus(7);
    QVERIFY(!hub.canGoForward());
    hub.goBack();
    QCOMPARE(hub.state().focus, 5);
}

void SelectionHubTest::undoTakesTheHistoryBackToo()
{
    SelectionHub hub;
    QSignalSpy history(&hub, &SelectionHub::historyChanged);
    for (const int item : {5, 9, 2})
        hub.setFocus(item);
    hub.undoStack()->undo(); // at 9, as if 2 had never been
    QCOMPARE(history.count(), 4);
    hub.goBack();
    QCOMPARE(hub.state().focus, 5);
    hub.undoStack()->undo(); // the step back itself
    QCOMPARE(hub.state().focus, 9);
    QVERIFY(!hub.canGoForward());
    QVERIFY(hub.canGoBack());
}

void SelectionHubTest::severalAtOnceIsOneStep()
{
    SelectionHub hub;
    ViewState next = hub.state();
    next.k = 4;
    next.metric = Metric::Euclidean;
    hub.setState(next, "Both");
    QCOMPARE(hub.undoStack()->undoText(), QString("Both"));
    hub.undoStack()->undo();
    QVERIFY(hub.state() == ViewState{});
}

void SelectionHubTest::publishingFindsAFocusWithoutACommand()
{
    SelectionHub hub;
    QSignalSpy measured(&hub, &SelectionHub::measuredChanged);
    const MeasuredPtr lists = test::syntheticMeasured();
    hub.publish(lists);
    QCOMPARE(hub.state().focus, static_cast<int>(lists->fold->items.front()));
    QCOMPARE(hub.undoStack()->count(), 0);
    QVERIFY(!hub.canGoBack());
    QCOMPARE(measured.count(), 1);
    hub.setFocus(8);
    hub.publish(lists);
    QCOMPARE(hub.state().focus, 8);
}

void SelectionHubTest::aSmallerScopeLowersK()
{
    SelectionHub hub;
    hub.setK(50);
    hub.publish(test::syntheticMeasured());
    QCOMPARE(hub.state().k, 29);
    QCOMPARE(hub.undoStack()->count(), 1);
}

void SelectionHubTest::resetForgetsEverything()
{
    SelectionHub hub;
    hub.publish(test::syntheticMeasured());
    hub.setFocus(4);
    hub.setFocus(6);
    hub.setHovered(3);
    hub.reset();
    QVERIFY(hub.state() == ViewState{});
    QVERIFY(!hub.measured() && !hub.atK());
    QVERIFY(!hub.canGoBack());
    QCOMPARE(hub.undoStack()->count(), 0);
    QCOMPARE(hub.hovered(), -1);
}

void SelectionHubTest::hoverIsNoCommand()
{
    SelectionHub hub;
    QSignalSpy hovered(&hub, &SelectionHub::hoveredChanged);
    hub.setHovered(3);
    hub.setHovered(3);
    hub.setHovered(-1);
    QCOMPARE(hovered.count(), 2);
    QCOMPARE(hub.undoStack()->count(), 0);
}

BRIDGESCOPE_TEST(SelectionHubTest)

} // namespace selection_hub_tests

#include "selection_hub.moc"
