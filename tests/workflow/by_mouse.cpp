#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/loyalty_chart.h"
#include "ui/figures/figure_dialog.h"
#include "ui/panels/maps/maps_panel.h"
#include "ui/panels/neighbors/filter_edit.h"
#include "ui/panels/neighbors/items_pane.h"
#include "ui/panels/neighbors/lists_view.h"
#include "ui/panels/neighbors/neighbors_panel.h"
#include "ui/panels/workspace/workspace_panel.h"

#include <QMenu>
#include <QMessageBox>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QUndoStack>

#include <algorithm>

namespace by_mouse_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// One sitting with the mouse, from two CSV files to the door: every step is a press, a move and a release on the real
/// window, and what it did is read from the shared state.
class ByMouse : public QObject {
    Q_OBJECT
private slots:
    void oneSitting();

private:
    static constexpr int overviewTab = 0, neighborsTab = 1, mapsTab = 2, trainingTab = 3;
    static void drag(QWidget* on, const QList<QPoint>& way, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(on, Qt::LeftButton, modifiers, way.first());
        for (const QPoint& point : way)
            QTest::mouseMove(on, point);
        QTest::mouseRelease(on, Qt::LeftButton, modifiers, way.last());
    }
    static ChartView* chart(const WindowDriver& user, const QString& name)
    {
        for (auto* view : user.window->findChildren<ChartView*>())
            if (view->isVisible() && view->chart() && view->chart()->name() == name) return view;
        return nullptr;
    }
    void trainAndCancel(const WindowDriver& user);
    void pickAnItem(const WindowDriver& user);
    void dragK(const WindowDriver& user);
    void brushLoyalty(const WindowDriver& user);
    void lassoOnAMap(const WindowDriver& user);
    void filterItems(const WindowDriver& user);
    void undoAllOfIt(const WindowDriver& user, const ViewState& before);
    void switchDirection(const WindowDriver& user);
    void exportAChart(const WindowDriver& user);
    void closeDuringTraining(WindowDriver& user);
};

void ByMouse::trainAndCancel(const WindowDriver& user)
{
    user.showTab(trainingTab);
    QVERIFY(user.press("Net"));
    WindowDriver::type(user.window->findChild<QLineEdit*>("hidden"), "8");
    WindowDriver::type(user.window->findChild<QLineEdit*>("epochs"), "1000000");
    QVERIFY(user.press("Train"));
    const int net = user.window->workspace().mappings().back().id;
    const auto epochs = [&] { return user.window->workspace().mapping(net)->history.size(); };
    QTRY_VERIFY(epochs() > 3);
    const std::size_t seen = epochs();
    QTRY_VERIFY(epochs() > seen); // they go on arriving, in the chart too
    QTRY_VERIFY(chart(user, "Held-out overlap"));
    QVERIFY(user.press("Cancel"));
    QTRY_COMPARE(user.window->workspace().mapping(net)->state, MappingEntry::State::Done);
    QVERIFY(user.settled());
}

void ByMouse::pickAnItem(const WindowDriver& user)
{
    user.showTab(neighborsTab);
    SelectionHub& hub = user.window->hub();
    NeighborListsView& view = user.window->findChild<NeighborsPanel*>()->lists();
    const int local = view.lists()->list(Space::F)[2].local;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.layoutNow().row(Space::F, 2).center().toPoint());
    QCOMPARE(hub.state().focus, static_cast<int>(hub.measured()->fold->items[std::size_t(local)]));
}

void ByMouse::dragK(const WindowDriver& user)
{
    SelectionHub& hub = user.window->hub();
    QSlider* slider = user.window->bar().kSlider();
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.orientation = Qt::Horizontal;
    option.minimum = slider->minimum(), option.maximum = slider->maximum();
    option.sliderPosition = option.sliderValue = slider->value();
    option.subControls = QStyle::SC_SliderHandle;
    const QPoint handle =
        slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
    const Index k = hub.state().k;
    const int steps = hub.undoStack()->count();
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    std::set<Index> seen;
    for (int x = 2; x <= 24; x += 2) {
        QTest::mouseMove(slider, handle + QPoint(x, 0));
        seen.insert(hub.state().k);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(24, 0));
    QVERIFY2(hub.state().k > k + 2, qPrintable(QString::number(hub.state().k)));
    QVERIFY(seen.size() > 2); // K follows the handle, not only where it is let go
    QCOMPARE(hub.undoStack()->count(), steps + 1);
    QVERIFY(user.settled());
    QCOMPARE(hub.atK()->report.xf.k, hub.state().k);
    // The table of the Training page follows, the curves above it do not: its line says so.
    user.showTab(trainingTab);
    QString line;
    for (const auto* card : user.window->findChildren<Card*>())
        if (card->isVisible() && card->title() == "Runs") line = card->convention();
    QVERIFY2(line.startsWith(QString("K = %1,").arg(hub.state().k)), qPrintable(line));
    QVERIFY2(line.endsWith(QString("; Held-out overlap stays at the K of training, %1").arg(k)), qPrintable(line));
}

void ByMouse::brushLoyalty(const WindowDriver& user)
{
    user.showTab(overviewTab);
    SelectionHub& hub = user.window->hub();
    QTRY_VERIFY(chart(user, "Loyalty"));
    ChartView* view = chart(user, "Loyalty");
    const auto data = std::static_pointer_cast<const LoyaltyChart>(view->chart())->data();
    const LoyaltyLayout layout = layOutLoyalty(data, view->area(), view->style());
    const auto at = [&](int x, int y) { return QPointF(layout.x.position(x), layout.y.position(y)).toPoint(); };
    std::vector<int> sorted = hub.atK()->report.yf.perItem;
    std::sort(sorted.begin(), sorted.end());
    const int right = data.k, top = sorted[sorted.size() / 2]; // about half of the items
    drag(view, {at(2, 0), at(4, 1), at(right, top)});
    std::set<int> expected; // slow reference: the counts of every item
    const Measured& measured = *hub.measured();
    for (Index i = 0; i < measured.n(); ++i) {
        const auto item = static_cast<std::size_t>(i);
        const auto& report = hub.atK()->report;
        if (report.xf.perItem[item] >= 2 && report.yf.perItem[item] <= top)
            expected.insert(static_cast<int>(measured.fold->items[item]));
    }
    QVERIFY(!expected.empty());
    QCOMPARE(hub.state().selection, expected);
}

void ByMouse::lassoOnAMap(const WindowDriver& user)
{
    user.showTab(mapsTab);
    SelectionHub& hub = user.window->hub();
    auto* maps = user.window->findChild<MapsPanel*>();
    QTRY_VERIFY(maps->layouts() && maps->layouts()->measured == hub.measured());
    QVERIFY(user.settled());
    QApplication::processEvents();
    QVERIFY(user.press("Lasso"));
    MapView& view = maps->view(Space::Y);
    const std::set<int> brushed = hub.state().selection;
    const int w = view.width(), h = view.height();
    drag(&view, {{1, 1}, {w / 2, 1}, {w / 2, h - 1}, {1, h - 1}}, Qt::ShiftModifier);
    std::set<int> expected = brushed; // and what stands in the left half
    for (Index i = 0; i < hub.measured()->n(); ++i)
        if (view.position(static_cast<int>(i)).x() < w / 2)
            expected.insert(static_cast<int>(hub.measured()->fold->items[static_cast<std::size_t>(i)]));
    QVERIFY(expected != brushed);
    QCOMPARE(hub.state().selection, expected);
}

void ByMouse::filterItems(const WindowDriver& user)
{
    user.showTab(neighborsTab);
    ItemsPane& items = user.window->findChild<NeighborsPanel*>()->items();
    const int all = items.model().rowCount();
    WindowDriver::type(&items.filterField(), "xf >= 2 and yf <= 9");
    int expected = 0;
    const auto& report = user.window->hub().atK()->report;
    for (std::size_t i = 0; i < report.xf.perItem.size(); ++i)
        expected += report.xf.perItem[i] >= 2 && report.yf.perItem[i] <= 9;
    QCOMPARE(items.model().rowCount(), expected);
    QVERIFY(expected <= all);
}

void ByMouse::undoAllOfIt(const WindowDriver& user, const ViewState& before)
{
    SelectionHub& hub = user.window->hub();
    QVERIFY(!(hub.state() == before));
    QAction* undo = nullptr;
    for (auto* action : user.window->findChildren<QAction*>())
        if (action->shortcuts().contains(QKeySequence(QKeySequence::Undo))) undo = action;
    QVERIFY(undo);
    for (int i = 0; i < 50 && hub.undoStack()->canUndo(); ++i)
        undo->trigger();
    QVERIFY(!hub.undoStack()->canUndo());
    QVERIFY(user.settled());
    QVERIFY(hub.state() == before);
    QCOMPARE(hub.atK()->report.xf.k, before.k);
}

void ByMouse::switchDirection(const WindowDriver& user)
{
    SelectionHub& hub = user.window->hub();
    const int back = user.window->workspace().train({}, false);
    QTRY_VERIFY(user.window->workspace().mapping(back)->report);
    QVERIFY(user.settled());
    auto* tree = user.window->findChild<WorkspacePanel*>()->findChild<QTreeWidget*>();
    QTreeWidgetItem* row = nullptr;
    for (QTreeWidgetItemIterator item(tree); *item; ++item)
        if ((*item)->parent() && (*item)->parent()->text(0).startsWith("pictures") && !row) row = *item;
    QVERIFY(row);
    const QPoint there = tree->visualItemRect(row).center();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, there);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, there);
    QCOMPARE(hub.state().mapping, back);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->pairs->nameX, std::string("pictures"));
}

/// The dialog is another loop: what is done in it is done by a timer.
void ByMouse::exportAChart(const WindowDriver& user)
{
    user.showTab(overviewTab);
    QTRY_VERIFY(chart(user, "Overlap against K"));
    const QString file = user.folder.filePath("curve.svg");
    QTimer hand; // which file is the toolkit's own question: it is answered in its place
    connect(&hand, &QTimer::timeout, this, [&] {
        if (auto* dialog = qobject_cast<FigureDialog*>(QApplication::activeModalWidget())) {
            dialog->save(file);
            dialog->accept();
        }
    });
    hand.start(30);
    QAction* exporting = nullptr;
    for (const QWidget* up = chart(user, "Overlap against K"); up && !exporting; up = up->parentWidget())
        if (auto* card = qobject_cast<const Card*>(up))
            for (QAction* action : const_cast<Card*>(card)->menu()->actions())
                if (action->text().startsWith("Export")) exporting = action;
    QVERIFY(exporting);
    exporting->trigger();
    hand.stop();
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray svg = written.readAll();
    QVERIFY(svg.contains("<svg") && svg.contains("mNNO"));
    QVERIFY(!svg.contains("<image"));
}

void ByMouse::closeDuringTraining(WindowDriver& user)
{
    user.showTab(trainingTab);
    QVERIFY(user.press("Train")); // the form still asks for a million epochs
    const int net = user.window->workspace().mappings().back().id;
    QTRY_VERIFY(user.window->workspace().mapping(net)->history.size() > 1);
    QTimer::singleShot(0, [] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
            for (auto* button : box->buttons())
                if (button->text().remove('&') == "Discard") return QTest::mouseClick(button, Qt::LeftButton);
    });
    QVERIFY(user.window->close());
    user.window.reset();
}

void ByMouse::oneSitting()
{
    WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 200, 5), user.csv("pictures", 200, 6)));
    const ViewState before = user.window->hub().state();
    trainAndCancel(user);
    using Step = void (ByMouse::*)(const WindowDriver&);
    for (const Step step : {&ByMouse::pickAnItem, &ByMouse::dragK, &ByMouse::brushLoyalty, &ByMouse::lassoOnAMap,
                            &ByMouse::filterItems}) {
        (this->*step)(user);
        if (QTest::currentTestFailed()) return;
    }
    undoAllOfIt(user, before);
    if (QTest::currentTestFailed()) return;
    switchDirection(user);
    if (QTest::currentTestFailed()) return;
    exportAChart(user);
    if (QTest::currentTestFailed()) return;
    closeDuringTraining(user);
}

BRIDGESCOPE_TEST(ByMouse)

} // namespace by_mouse_tests

#include "by_mouse.moc"
