#include "ui/panels/neighbors/items_pane.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/panels/neighbors/filter_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWidgetAction>
#include <QWindow>

namespace items_pane_tests {

using namespace bridgescope;

class ItemsPaneTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void headerSortsAndReverses();
    void clickMakesFocusAndControlSelects();
    void shiftSelectsARange();
    void keysWalkChooseAndSelect();
    void filterShowsItsErrorUnderItsColumn();
    void nothingMatches();
    void captionSaysWhatShows();
    void focusElsewhereScrollsIntoSight();
    void copiesRowsAsText();
    void escapeClearsTheSelection();
    void columnsAreChosenAndRemembered();
    void onlyWidthsChosenByHandAreKept();
    void copiesAsCsvAndMarkdown();

private:
    QTemporaryDir m_folder;
    SelectionHub* m_hub = nullptr;
    ItemsPane* m_pane = nullptr;
    QPoint cell(int row, int column = 0) const
    {
        return m_pane->table().visualRect(m_pane->model().index(row, column)).center();
    }
    int pairOf(int row) const { return m_pane->model().index(row, 0).data(ItemsModel::PairRole).toInt(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(m_pane->table().viewport(), Qt::LeftButton, modifiers, cell(row));
    }
};

void ItemsPaneTest::initTestCase()
{
    QCoreApplication::setOrganizationName("Bridgescope-test");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
}

void ItemsPaneTest::init()
{
    QSettings().clear();
    m_hub = new SelectionHub;
    m_pane = new ItemsPane(*m_hub);
    m_pane->resize(1200, 240);
    m_pane->show();
    test::showIn(*m_hub, test::syntheticMeasured(), 5);
    m_pane->setColumns(makeItemColumns(*m_hub->atK()));
    QCoreApplication::processEvents();
}

void ItemsPaneTest::cleanup()
{
    delete m_pane;
    delete m_hub;
}

void ItemsPaneTest::headerSortsAndReverses()
{
    QHeaderView* header = m_pane->table().horizontalHeader();
    const QPoint at(header->sectionViewportPosition(ItemsModel::XF) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_pane->model().sortColumn(), static_cast<int>(ItemsModel::XF));
    QCOMPARE(m_pane->model().sortOrder(), Qt::DescendingOrder); // numbers from their high end
    const int first = m_pane->model().index(0, ItemsModel::XF).data(ItemsModel::SortRole).toInt();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_pane->model().sortOrder(), Qt::AscendingOrder);
    QVERIFY(m_pane->model().index(0, ItemsModel::XF).data(ItemsModel::SortRole).toInt() <= first);
    QVERIFY(m_pane->caption().contains("by X, f(X)"));
}

void ItemsPaneTest::clickMakesFocusAndControlSelects()
{
    click(2);
    QCOMPARE(m_hub->state().focus, pairOf(2));
    click(3, Qt::ControlModifier);
    QCOMPARE(m_hub->state().focus, pairOf(2));
    QCOMPARE(m_hub->state().selection, (std::set<int>{pairOf(3)}));
    click(3, Qt::ControlModifier);
    QVERIFY(m_hub->state().selection.empty());
    m_hub->undoStack()->undo();
    QCOMPARE(m_hub->state().selection, (std::set<int>{pairOf(3)}));
}

void ItemsPaneTest::shiftSelectsARange()
{
    click(1);
    click(4, Qt::ShiftModifier);
    QCOMPARE(m_hub->state().selection, (std::set<int>{pairOf(1), pairOf(2), pairOf(3), pairOf(4)}));
    click(2, Qt::ShiftModifier);
    QCOMPARE(m_hub->state().selection, (std::set<int>{pairOf(1), pairOf(2)}));
}

void ItemsPaneTest::keysWalkChooseAndSelect()
{
    click(0);
    QTest::keyClick(&m_pane->table(), Qt::Key_Down);
    QTest::keyClick(&m_pane->table(), Qt::Key_Down);
    QCOMPARE(m_hub->state().focus, pairOf(0)); // walking alone changes nothing
    QTest::keyClick(&m_pane->table(), Qt::Key_Space);
    QCOMPARE(m_hub->state().selection, (std::set<int>{pairOf(2)}));
    QTest::keyClick(&m_pane->table(), Qt::Key_Return);
    QCOMPARE(m_hub->state().focus, pairOf(2));
}

void ItemsPaneTest::filterShowsItsErrorUnderItsColumn()
{
    m_pane->filterField().setFocus();
    QTest::keyClicks(&m_pane->filterField(), "xf >= 1 and foo = 3");
    QVERIFY(m_pane->errorLine().isVisible());
    QVERIFY(m_pane->errorLine().message().contains("foo"));
    QCOMPARE(m_pane->filterField().error()->column, 12);
    const double late = m_pane->errorLine().caretX();
    const QPoint field = m_pane->filterField().mapTo(m_pane, QPoint());
    QVERIFY(late > field.x() && late < field.x() + m_pane->filterField().width());
    const int before = m_pane->model().rowCount(); // of the last text that could be read
    m_pane->filterField().setText("foo = 3");
    QVERIFY(m_pane->errorLine().caretX() < late);
    QCOMPARE(m_pane->model().rowCount(), before);
    m_pane->filterField().setText("xf >= 3");
    QVERIFY(!m_pane->errorLine().isVisible());
    QVERIFY(m_pane->model().rowCount() < 30);
    QTest::keyClick(&m_pane->filterField(), Qt::Key_Escape);
    QCOMPARE(m_pane->model().rowCount(), 30);
}

void ItemsPaneTest::nothingMatches()
{
    m_pane->filterField().setText("no such item");
    QVERIFY(!m_pane->table().isVisible());
    QPushButton* clear = nullptr;
    for (QPushButton* button : m_pane->findChildren<QPushButton*>())
        if (button->text() == "Clear filter") clear = button;
    QVERIFY(clear && clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(m_pane->table().isVisible());
    QCOMPARE(m_pane->model().rowCount(), 30);
}

void ItemsPaneTest::captionSaysWhatShows()
{
    QVERIFY2(m_pane->caption().startsWith("30 held out, row 1 to "), qPrintable(m_pane->caption()));
    m_pane->filterField().setText("category = Flags");
    QVERIFY2(m_pane->caption().startsWith("10 of 30 held out"), qPrintable(m_pane->caption()));
}

void ItemsPaneTest::focusElsewhereScrollsIntoSight()
{
    m_hub->setFocus(pairOf(29));
    const QRect row = m_pane->table().visualRect(m_pane->model().index(29, 0));
    QVERIFY(m_pane->table().viewport()->rect().contains(row.center()));
    QCOMPARE(m_pane->model().focusRow(), 29);
}

void ItemsPaneTest::copiesRowsAsText()
{
    click(1, Qt::ControlModifier);
    click(2, Qt::ControlModifier);
    QTest::keyClick(&m_pane->table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("Item\tCategory\tX, f(X)"));
    QVERIFY(lines[1].startsWith("item 2\t"));
}

void ItemsPaneTest::escapeClearsTheSelection()
{
    click(1, Qt::ControlModifier);
    QTest::keyClick(&m_pane->table(), Qt::Key_Escape);
    QVERIFY(m_hub->state().selection.empty());
}

void ItemsPaneTest::columnsAreChosenAndRemembered()
{
    QMenu menu;
    m_pane->fillHeaderMenu(menu, ItemsModel::XF);
    QVERIFY(qobject_cast<QWidgetAction*>(menu.actions().front())); // the histogram comes first
    const auto entry = [&](const QString& text) -> QAction* {
        for (QAction* action : menu.actions())
            if (action->isCheckable() && action->text() == text) return action;
        return nullptr;
    };
    QVERIFY(entry("Hub count")->isChecked());
    entry("Hub count")->trigger();
    entry("Category")->trigger();
    QVERIFY(m_pane->table().isColumnHidden(ItemsModel::Hubs) && m_pane->table().isColumnHidden(ItemsModel::Category));
    m_pane->table().horizontalHeader()->moveSection(5, 2);
    m_pane->setColumns(makeItemColumns(*m_hub->atK())); // new numbers leave them away
    QVERIFY(m_pane->table().isColumnHidden(ItemsModel::Hubs));

    ItemsPane next(*m_hub);
    next.setColumns(makeItemColumns(*m_hub->atK()));
    QVERIFY(next.table().isColumnHidden(ItemsModel::Hubs) && next.table().isColumnHidden(ItemsModel::Category));
    QVERIFY(!next.table().isColumnHidden(ItemsModel::XF));
    QCOMPARE(next.table().horizontalHeader()->logicalIndex(2), static_cast<int>(ItemsModel::Difference));
    QMenu again;
    next.fillHeaderMenu(again, ItemsModel::Item);
    for (QAction* action : again.actions())
        if (action->text() == "Columns as they were at first") action->trigger();
    QVERIFY(!next.table().isColumnHidden(ItemsModel::Hubs));
    QCOMPARE(next.table().horizontalHeader()->logicalIndex(2), 2);
}

void ItemsPaneTest::onlyWidthsChosenByHandAreKept()
{
    const auto fills = [](ItemsPane& pane) { return pane.table().horizontalHeader()->length(); };
    // The button is down elsewhere, as in a click on the view's tab, while the pane takes its size.
    QTest::mousePress(m_pane->windowHandle(), Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(QApplication::mouseButtons() & Qt::LeftButton);
    m_pane->resize(1000, 240);
    QApplication::processEvents();
    QTest::mouseRelease(m_pane->windowHandle(), Qt::LeftButton, {}, QPoint(4, 4));
    m_pane->resize(1300, 240);
    QApplication::processEvents();
    QCOMPARE(fills(*m_pane), m_pane->table().viewport()->width());
    QVERIFY(QSettings().allKeys().filter("width").isEmpty());
    // What an earlier version kept in that way is forgotten.
    QSettings().setValue("items/widths", QStringList{"item=160", "xf=40"});
    ItemsPane healed(*m_hub);
    healed.resize(1300, 240);
    healed.show();
    healed.setColumns(makeItemColumns(*m_hub->atK()));
    QApplication::processEvents();
    QCOMPARE(fills(healed), healed.table().viewport()->width());

    QHeaderView* header = m_pane->table().horizontalHeader();
    const int before = header->sectionSize(ItemsModel::XF);
    const QPoint edge(header->sectionViewportPosition(ItemsModel::XF) + before - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    const QPointF to = edge + QPoint(30, 0);
    QMouseEvent drag(QEvent::MouseMove, to, header->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(header->viewport(), &drag);
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, to.toPoint());
    QCOMPARE(header->sectionSize(ItemsModel::XF), before + 30);
    ItemsPane next(*m_hub);
    next.resize(1000, 240);
    next.show();
    next.setColumns(makeItemColumns(*m_hub->atK()));
    QApplication::processEvents();
    QCOMPARE(next.table().horizontalHeader()->sectionSize(ItemsModel::XF), before + 30);
}

void ItemsPaneTest::copiesAsCsvAndMarkdown()
{
    m_hub->setSelection({pairOf(1), pairOf(3)});
    const QStringList csv = m_pane->rowsText(TableFormat::Csv, false).split('\n');
    QCOMPARE(csv.size(), qsizetype(4)); // header, two rows, the end
    QVERIFY(csv[0].startsWith("Item,Category,\"X, f(X)\""));
    QVERIFY(csv[1].startsWith(m_pane->model().index(1, 0).data().toString() + ','));
    QVERIFY(!csv[1].contains(QChar(0x2212))); // other programs read a plain minus
    const QStringList all = m_pane->rowsText(TableFormat::Markdown, true).split('\n');
    QCOMPARE(all.size(), qsizetype(2 + 30 + 1));
    QVERIFY(all[1].startsWith("| --- | --- | ---: |"));
    QMenu menu;
    m_pane->fillRowMenu(menu);
    for (QAction* action : menu.actions())
        if (action->text() == "&Select all rows shown") action->trigger();
    QCOMPARE(m_hub->state().selection.size(), std::size_t(30));
}

BRIDGESCOPE_TEST(ItemsPaneTest)

} // namespace items_pane_tests

#include "items_pane.moc"
