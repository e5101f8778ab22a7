#include "core/dataset/reader.h"
#include "core/measurement/evaluation.h"
#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/panels/import/import_page.h"
#include "ui/panels/neighbors/filter_edit.h"
#include "ui/panels/neighbors/items_pane.h"
#include "ui/panels/neighbors/lists_view.h"
#include "ui/panels/neighbors/neighbors_panel.h"
#include "ui/panels/neighbors/region_bar.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/panels/overview/verdict_card.h"
#include "ui/widgets/space_badge.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QUndoStack>

namespace two_files_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// One person's way: two files, preview, ridge, an item, its neighbors, and back.
class TwoFiles : public QObject {
    Q_OBJECT
private slots:
    void fromTwoFilesToNeighborLists();
    void theNumbersAreTheCommandLines();
    void aBadFileLeavesWhatIsOpen();
    void oneFileAfterTheOther();
    void keysAlone();
    void plainFilesFitTheWindow();
    void twoItemsAreRefusedInTheWindowsWords();
    void theSample();
};

void TwoFiles::fromTwoFilesToNeighborLists()
{
    const WindowDriver user;
    SelectionHub& hub = user.window->hub();
    user.drop({user.csv("words", 120, 5), user.csv("pictures", 120, 6)});
    QTRY_VERIFY(user.button("Pair and train ridge") && user.button("Pair and train ridge")->isEnabled());
    QTRY_VERIFY(user.says("120 rows"));
    QTRY_VERIFY(user.says("of 120 in X and 120 in Y"));
    QVERIFY(!user.window->workspace().pair()); // nothing is loaded before it is accepted
    QVERIFY(user.press("Pair and train ridge"));
    QTRY_VERIFY_WITH_TIMEOUT(hub.atK() && hub.atK()->hasMapping, 20'000);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->n(), Index(24));

    user.showTab(1);
    auto* panel = user.window->findChild<NeighborsPanel*>();
    QVERIFY(panel->isVisible());
    WindowDriver::type(user.named<QSpinBox>("Number of neighbors K"), "5");
    QCOMPARE(hub.state().k, Index(5));
    const int wanted = static_cast<int>(hub.measured()->fold->items[7]);
    WindowDriver::type(user.window->bar().search(), QString("item %1").arg(wanted));
    QCOMPARE(hub.state().focus, wanted);
    QCOMPARE(panel->lists().lists()->list(Space::F).size(), std::size_t(5));

    NeighborListsView& view = panel->lists();
    const int local = view.lists()->list(Space::F)[1].local;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.layoutNow().row(Space::F, 1).center().toPoint());
    QCOMPARE(hub.state().focus, static_cast<int>(hub.measured()->fold->items[std::size_t(local)]));
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(hub.state().focus, wanted);
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(hub.state().focus != wanted);
    QTest::keyClick(user.window.get(), Qt::Key_Left, Qt::AltModifier); // Back
    QCOMPARE(hub.state().focus, wanted);

    QTableView& table = panel->items().table();
    WindowDriver::type(&panel->items().filterField(), "xf >= 1");
    QVERIFY(panel->items().model().rowCount() > 0);
    const auto cell = table.visualRect(table.model()->index(0, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(hub.measured()->localOf(hub.state().focus), panel->items().model().local(0));
}

void TwoFiles::theNumbersAreTheCommandLines()
{
    const WindowDriver user;
    const QString x = user.csv("words", 90, 5), y = user.csv("pictures", 90, 6);
    QVERIFY(user.openAndTrain(x, y));
    const EmbeddingSet setX = readEmbeddingSet(x.toStdString()), setY = readEmbeddingSet(y.toStdString());
    const PairedSet pairs = pairSets(setX, setY);
    const auto measured = trainAndMeasure(pairs, makeSplit(pairs, {}), {}, {});
    const MappingReport& shown = user.window->hub().atK()->report;
    QCOMPARE(shown.xf.mean, measured.report.xf.mean);
    QCOMPARE(shown.yf.mean, measured.report.yf.mean);
    QCOMPARE(shown.xy.mean, measured.report.xy.mean);
    QCOMPARE(shown.difference.mean, measured.report.difference.mean);
    QVERIFY(!user.window->findChild<OverviewPanel*>()->verdict().sentence().isEmpty());
}

void TwoFiles::aBadFileLeavesWhatIsOpen()
{
    const WindowDriver user;
    const QString x = user.csv("words", 60, 5);
    QVERIFY(user.openAndTrain(x, user.csv("pictures", 60, 6)));
    const OpenPair* before = user.window->workspace().pair();
    const double overlap = user.window->hub().atK()->report.xf.mean;
    const QString broken = user.text("broken.csv", "label,a,b\none,1,2\ntwo,3,x\nthree,4,5\nfour,6,7\n");
    for (const QString& bad : {broken, user.folder.filePath("missing.npy"), user.folder.path(),
                               user.text("empty.csv", ""), user.text("other.csv", "p,1,2\nq,3,4\n")}) {
        user.drop({x, bad});
        QTRY_VERIFY2(!user.banner().isEmpty(), qPrintable(bad));
        if (bad == broken) QVERIFY2(user.banner().contains("broken.csv:3"), qPrintable(user.banner()));
        QVERIFY(!user.button("Pair and train ridge")->isEnabled());
        QVERIFY(user.press("Cancel"));
        QVERIFY(user.settled());
        QCOMPARE(user.window->workspace().pair(), before);
        QCOMPARE(user.window->hub().atK()->report.xf.mean, overlap);
        QVERIFY(user.window->bar().isVisible());
    }
}

void TwoFiles::oneFileAfterTheOther()
{
    const WindowDriver user;
    user.drop({user.csv("words", 40, 5)});
    QVERIFY(user.says("words.csv"));
    QVERIFY(!user.button("Pair and train ridge"));
    user.drop({user.csv("pictures", 40, 6)}); // the slot that is empty
    QTRY_VERIFY(user.button("Add to workspace") && user.button("Add to workspace")->isEnabled());
    QVERIFY(user.press("Add to workspace"));
    QTRY_VERIFY(user.window->workspace().pair());
    QVERIFY(user.settled());
    QVERIFY(!user.window->hub().atK()->hasMapping);
    QCOMPARE(user.window->workspace().pair()->x.name, std::string("words"));
    QCOMPARE(user.window->workspace().pair()->y.name, std::string("pictures"));
    user.showTab(1);
    QTest::keyClick(user.window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(user.window->hub().atK() && user.window->hub().atK()->hasMapping);
}

void TwoFiles::keysAlone()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    SelectionHub& hub = user.window->hub();
    QTest::keyClick(user.window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(user.window->findChild<NeighborsPanel*>()->isVisible());
    const Index k = hub.state().k;
    QTest::keyClick(user.window.get(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(hub.state().k, k - 1);
    const int focus = hub.state().focus;
    QTest::keyClick(user.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(hub.state().focus != focus);
    QTest::keyClick(user.window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(user.window->bar().search()->hasFocus());
    QTest::keyClicks(user.window->bar().search(), "no such item");
    const int before = hub.state().focus;
    QTest::keyClick(user.window->bar().search(), Qt::Key_Return);
    QCOMPARE(hub.state().focus, before);
    // Undo and redo are the window's, wherever the focus is, as long as the field has nothing of its own to take back.
    const auto key = [](Qt::Key pressed, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(QApplication::focusWidget(), pressed, modifiers);
    };
    QLineEdit* search = user.window->bar().search();
    key(Qt::Key_Z, Qt::ControlModifier); // of what was typed
    QCOMPARE(hub.state().focus, before);
    QVERIFY(search->text() != "no such item");
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(hub.state().focus, focus);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(hub.state().focus, before);
    const QString wanted = QString::fromStdString(hub.measured()->pairs->labels[std::size_t(focus)]);
    search->selectAll();
    QTest::keyClicks(search, wanted);
    key(Qt::Key_Return, {});
    QCOMPARE(hub.state().focus, focus);
    key(Qt::Key_Z, Qt::ControlModifier); // where Enter led
    QCOMPARE(hub.state().focus, before);
    QCOMPARE(search->text(), QString::fromStdString(hub.measured()->pairs->labels[std::size_t(before)]));
    auto* number = user.named<QSpinBox>("Number of neighbors K");
    const Index least = hub.state().k;
    WindowDriver::type(number, "3");
    QCOMPARE(hub.state().k, Index(3));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(hub.state().k, least);
    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(user.window->findChild<OverviewPanel*>()->isVisible());
}

void TwoFiles::plainFilesFitTheWindow()
{
    const WindowDriver user;
    user.drop({user.csv("a rather long name of a file of words, second version, cleaned", 40, 300),
               user.csv("pictures", 40, 512)});
    QTRY_VERIFY(user.button("Pair and train ridge") && user.button("Pair and train ridge")->isEnabled());
    QCOMPARE(user.window->width(), 1440);
    for (const int width : {1440, 1280}) {
        user.window->resize(width, 800);
        QApplication::processEvents();
        for (auto* area : user.window->importPage().findChildren<QScrollArea*>())
            QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        const QAbstractButton* swap = user.button("Swap X and Y");
        QVERIFY(swap->mapTo(user.window.get(), QPoint(swap->width(), 0)).x() <= width);
    }
    int badges = 0;
    for (const auto* badge : user.window->importPage().findChildren<QWidget*>())
        badges += dynamic_cast<const SpaceBadge*>(badge) && badge->isVisible();
    QCOMPARE(badges, 2);
}

void TwoFiles::twoItemsAreRefusedInTheWindowsWords()
{
    const WindowDriver user;
    user.drop({user.csv("words", 2, 5), user.csv("pictures", 2, 6)});
    QTRY_VERIFY(user.button("Add to workspace") && user.button("Add to workspace")->isEnabled());
    QVERIFY(user.press("Add to workspace"));
    QTRY_VERIFY(!user.banner().isEmpty());
    QVERIFY2(user.banner().contains(QString::fromUtf8("“Held out”")), qPrintable(user.banner()));
    QVERIFY2(!user.banner().contains("--"), qPrintable(user.banner()));
}

void TwoFiles::theSample()
{
    const WindowDriver user;
    QVERIFY(user.press("Open the sample"));
    QTRY_VERIFY_WITH_TIMEOUT(user.window->hub().atK() && user.window->hub().atK()->hasMapping, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(user.window->workspace().mappings().size() == 2 && user.window->jobs().isIdle(), 60'000);
    QCOMPARE(user.window->hub().measured()->n(), Index(381));
    QVERIFY(user.window->hub().measured()->pictures);
    // K dragged by the slider's keys: one command of the Edit menu.
    QSlider* slider = user.window->bar().kSlider();
    slider->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(user.window->hub().state().k, Index(15));
    QTRY_COMPARE(user.window->hub().atK()->report.xf.k, Index(15));
}

BRIDGESCOPE_TEST(TwoFiles)

} // namespace two_files_tests

#include "two_files.moc"
