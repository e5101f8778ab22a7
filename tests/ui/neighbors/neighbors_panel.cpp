#include "ui/panels/neighbors/neighbors_panel.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/panels/neighbors/item_header.h"
#include "ui/panels/neighbors/lists_view.h"
#include "ui/panels/neighbors/region_bar.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

namespace neighbors_panel_tests {

using namespace bridgescope;

class NeighborsPanelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void clickGoesToTheEntry();
    void keysWalkTheListsAndGo();
    void hoverIsShared();
    void chipsCountAndFilter();
    void otherKOtherCounts();
    void outOfScopeFocusIsSaidAndMended();
    void withoutMappingOffersRidge();
    void compactBelow1360();
    void listsGetTheirRoomOnceThereIsRoom();
    void largeSetsAreRankedInTheBackground();

private:
    SelectionHub* m_hub = nullptr;
    NeighborsPanel* m_panel = nullptr;
    MeasuredPtr m_measured;
    const NeighborLists& lists() const { return *m_panel->lists().lists(); }
    QPoint rowAt(Space space, int row) const { return m_panel->lists().layoutNow().row(space, row).center().toPoint(); }
    int pairOf(int local) const { return static_cast<int>(m_measured->fold->items[std::size_t(local)]); }
};

void NeighborsPanelTest::init()
{
    m_hub = new SelectionHub;
    m_panel = new NeighborsPanel(*m_hub);
    m_panel->resize(1200, 760);
    m_panel->show();
    m_measured = test::syntheticMeasured();
    test::showIn(*m_hub, m_measured, 5);
    m_hub->setFocus(pairOf(3));
}

void NeighborsPanelTest::cleanup()
{
    delete m_panel;
    delete m_hub;
}

void NeighborsPanelTest::clickGoesToTheEntry()
{
    QCOMPARE(lists().focus, 3);
    const int chosen = lists().list(Space::Y)[2].local;
    QTest::mouseClick(m_panel->lists().viewport(), Qt::LeftButton, {}, rowAt(Space::Y, 2));
    QCOMPARE(m_hub->state().focus, pairOf(chosen));
    QCOMPARE(lists().focus, chosen);
    QVERIFY(m_hub->canGoBack());
    m_hub->goBack();
    QCOMPARE(lists().focus, 3);
    QTest::mouseClick(m_panel->lists().viewport(), Qt::LeftButton, {},
                      m_panel->lists().layoutNow().gutter(0).center().toPoint());
    QCOMPARE(lists().focus, 3); // a gutter is no entry
}

void NeighborsPanelTest::keysWalkTheListsAndGo()
{
    NeighborListsView& view = m_panel->lists();
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Down); // the first key finds the cursor, unless taking focus has set it
    while (view.cursor()->row > 0)
        QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.cursor()->space, Space::F);
    QCOMPARE(view.cursor()->row, 1);
    QVERIFY(view.accessibleDescription().contains("rank 2 in f(X)"));
    const int expected = lists().list(Space::F)[1].local;
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(lists().focus, expected);
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.cursor()->row, 4);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.cursor()->space, Space::Y);
}

void NeighborsPanelTest::hoverIsShared()
{
    const int local = lists().list(Space::X)[1].local;
    QTest::mouseMove(m_panel->lists().viewport(), rowAt(Space::X, 1));
    QCOMPARE(m_hub->hovered(), pairOf(local));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_panel->lists().viewport(), &leave);
    QCOMPARE(m_hub->hovered(), -1);
}

void NeighborsPanelTest::chipsCountAndFilter()
{
    int region = 0;
    while (lists().regionCounts[std::size_t(region)] == 0)
        ++region;
    RegionChip& chip = m_panel->regions().chip(static_cast<Region>(region));
    QCOMPARE(chip.count(), lists().regionCounts[std::size_t(region)]);
    const QImage before = m_panel->lists().grab().toImage();
    QTest::mouseClick(&chip, Qt::LeftButton);
    QVERIFY(m_panel->regions().filter() == static_cast<Region>(region));
    QVERIFY(m_panel->lists().grab().toImage() != before); // the others are dimmed
    QTest::mouseClick(&chip, Qt::LeftButton);
    QVERIFY(!m_panel->regions().filter());
}

void NeighborsPanelTest::otherKOtherCounts()
{
    m_hub->setK(12);
    QCOMPARE(static_cast<int>(lists().list(Space::X).size()), 12);
    int sum = 0;
    for (int r = 0; r < regionCount; ++r)
        sum += m_panel->regions().chip(static_cast<Region>(r)).count();
    QCOMPARE(sum, lists().distinct);
    QVERIFY(m_panel->findChild<ItemHeader*>()->accessibleDescription().contains("K = 12 of 29 others"));
}

void NeighborsPanelTest::outOfScopeFocusIsSaidAndMended()
{
    Banner* banner = m_panel->findChild<Banner*>();
    QVERIFY(!banner->isVisible());
    m_hub->setFocus(1); // a training item
    QCOMPARE(lists().focus, 0);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("item 1") && banner->text().contains("held out"), qPrintable(banner->text()));
    QTest::mouseClick(banner->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(m_hub->state().scope, ItemScope::AllPaired);
    m_hub->setFocus(pairOf(4));
    QVERIFY(!banner->isVisible());
}

void NeighborsPanelTest::withoutMappingOffersRidge()
{
    test::SyntheticOptions options;
    options.mapping = false;
    m_hub->publish(test::syntheticMeasured(options));
    m_hub->publishAtK(test::measuredAt(m_hub->measured(), 5));
    QVERIFY(lists().list(Space::F).empty());
    QVERIFY(!m_panel->regions().isVisible());
    QSignalSpy asked(m_panel, &NeighborsPanel::trainRidgeRequested);
    for (QPushButton* button : m_panel->findChildren<QPushButton*>())
        if (button->text() == "Train ridge" && button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    NeighborListsView& view = m_panel->lists();
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Right); // over the empty place
    QCOMPARE(view.cursor()->space, Space::Y);
}

void NeighborsPanelTest::compactBelow1360()
{
    QCOMPARE(m_panel->lists().layoutNow().rowHeight(), 34.0);
    m_panel->resize(1040, 600);
    QCOMPARE(m_panel->lists().layoutNow().rowHeight(), 25.0);
    QCOMPARE(m_panel->regions().chip(Region::StayedWithX).text(), QStringLiteral("Stayed"));
}

/// The first size a panel hears of is none that stays; a handle that was dragged is the user's.
void NeighborsPanelTest::listsGetTheirRoomOnceThereIsRoom()
{
    NeighborsPanel panel(*m_hub);
    panel.resize(700, 420);
    panel.show();
    QApplication::processEvents();
    panel.resize(1200, 860);
    QApplication::processEvents();
    QVERIFY(panel.lists().height() >= panel.lists().sizeHint().height());
    auto* splitter = panel.findChild<QSplitter*>();
    QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, QPoint(5, 0));
    QMouseEvent drag(QEvent::MouseMove, QPointF(5, -150), splitter->handle(1)->mapToGlobal(QPointF(5, -150)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(splitter->handle(1), &drag);
    QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, QPoint(5, 0));
    const int dragged = panel.lists().height();
    QVERIFY(dragged < panel.lists().sizeHint().height());
    panel.resize(1200, 900);
    QApplication::processEvents();
    QVERIFY(std::abs(panel.lists().height() - dragged) <= 40); // not placed anew
    QVERIFY(panel.lists().height() < panel.lists().sizeHint().height());
}

void NeighborsPanelTest::largeSetsAreRankedInTheBackground()
{
    auto measured = std::make_shared<Measured>(
        *test::syntheticMeasured()); // the lists of a small set, vectors so long that they are ranked by a thread
    auto fold = std::make_shared<MeasuredFold>(*measured->fold);
    QVERIFY(rankingCost(*measured) < 6e6);
    Matrix x(200000, 30), y(5, 30);
    for (Index i = 0; i < 30; ++i)
        x(i, i) = 1, x(0, i) += 1, y(i % 5, i) = 1;
    fold->x = Vectors(std::move(x));
    measured->fold = fold;
    m_hub->publish(measured);
    QTRY_VERIFY_WITH_TIMEOUT(lists().list(Space::Y)[0].ranks[0] > 0 && m_hub->measured() == measured, 20000);
}

BRIDGESCOPE_TEST(NeighborsPanelTest)

} // namespace neighbors_panel_tests

#include "neighbors_panel.moc"
