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
#include "ui/panels/start/drop_slot.h"
#include "ui/panels/start/start_page.h"
#include "ui/widgets/space_badge.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
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
    void theStartPageFitsALowWindow();
    void twoItemsAreRefusedInTheWindowsWords();
    void problemsOfferWhatMendsThem();
    void theFirstRowThatIsNotFiniteIsNamed();
    void repeatedLabelsAreDecidedInPlace();
    void labelsMetadataAndPairsFromFiles();
    void theSample();
};

namespace {

/// A set of three columns; one row a label.
QByteArray tableOf(const QList<QByteArray>& labels)
{
    QByteArray text = "label,u,v,w\n";
    for (int i = 0; i < labels.size(); ++i)
        text += labels[i] + ',' + QByteArray::number(i * i % 7) + ',' + QByteArray::number(i + 1) + ",2\n";
    return text;
}

/// Chooses a file in the dialog behind a box's last entry.
void chooseFile(QComboBox* box, const QString& file)
{
    QTimer::singleShot(0, box, [file] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->selectFile(file);
        static_cast<QDialog*>(dialog)->accept();
    });
    box->setFocus();
    QTest::keyClick(box, Qt::Key_End);
}

} // namespace

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
    QVERIFY(user.window->statusBar()->currentMessage().contains("has “no such item” in its label"));
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

void TwoFiles::theStartPageFitsALowWindow()
{
    const WindowDriver user;
    StartPage& page = user.window->startPage();
    page.fillSlots(user.csv("words", 40, 5), user.csv("pictures", 40, 6));
    user.window->resize(1280, 720);
    QApplication::processEvents();
    const auto placed = [&](const QWidget* widget) { return QRect(widget->mapTo(&page, QPoint()), widget->size()); };
    int compared = 0;
    for (const auto* slot : page.findChildren<DropSlot*>())
        for (const auto* label : page.findChildren<QLabel*>())
            if (label->isVisible() && !slot->isAncestorOf(label)) {
                ++compared;
                QVERIFY2(!placed(slot).intersects(placed(label)), qPrintable(label->text()));
            }
    QVERIFY(compared > 10);
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

void TwoFiles::problemsOfferWhatMendsThem()
{
    const WindowDriver user;
    const QString lower = user.text("lower.csv", tableOf({"ash", "birch", "cedar", "elm", "fir", "oak"}));
    const QString upper = user.text("upper.csv", tableOf({"ASH", "BIRCH", "CEDAR", "ELM", "FIR", "OAK"}));
    const QString other = user.text("other.csv", tableOf({"p", "q", "r", "s", "t", "u"}));
    user.drop({lower, upper});
    QTRY_VERIFY(user.button("Ignore case and accents"));
    QVERIFY2(!user.banner().contains("--"), qPrintable(user.banner()));
    QVERIFY(user.press("Ignore case and accents"));
    QTRY_VERIFY(user.button("Add to workspace")->isEnabled());
    QVERIFY(user.banner().isEmpty());

    user.drop({lower, other});
    QTRY_VERIFY(user.button("Pair by row"));
    QVERIFY(!user.button("Ignore case and accents")); // would not help
    QVERIFY(!user.says("Paired by"));                 // of the pair before
    QVERIFY(user.press("Pair by row"));
    QTRY_VERIFY(user.button("Add to workspace")->isEnabled());

    const QString broken = user.text("broken.csv", tableOf({"a", "b", "c"}) + "d,1,x,2\n" + "e,1,2,3\n");
    user.drop({lower, broken});
    QTRY_VERIFY(user.button("Change file…"));
    QVERIFY(!user.says("Reading both files"));
    QTimer::singleShot(0, user.window.get(), [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->selectFile(other);
        static_cast<QDialog*>(dialog)->accept();
    });
    QVERIFY(user.press("Change file…"));
    QCOMPARE(user.window->importPage().fileX(), lower);
    QCOMPARE(user.window->importPage().fileY(), other);
}

void TwoFiles::theFirstRowThatIsNotFiniteIsNamed()
{
    const WindowDriver user;
    const QString odd = user.text("odd.csv", "label,u,v\na,1,2\nb,nan,3\nc,4,5\nd,6,inf\n");
    user.drop({user.text("even.csv", tableOf({"a", "b", "c", "d"})), odd});
    QTRY_VERIFY2(user.banner().contains("row 2 (b) holds NaN in dimension 1"), qPrintable(user.banner()));
    QVERIFY2(user.banner().contains("odd.csv") && !user.banner().contains("--"), qPrintable(user.banner()));
    QVERIFY(user.says("NaN or infinity: 2"));
    QVERIFY(user.button("Change file…"));
    QVERIFY(!user.button("Add to workspace")->isEnabled());
}

void TwoFiles::repeatedLabelsAreDecidedInPlace()
{
    const WindowDriver user;
    user.drop({user.text("x.csv", tableOf({"crane", "crane", "owl", "emu", "jay", "rook"})),
               user.text("y.csv", tableOf({"crane", "owl", "crane", "emu", "jay", "rook"}))});
    QTRY_VERIFY(user.button("Keep the first"));
    QVERIFY(user.press("Show rows"));
    QTRY_VERIFY(user.named<QTableWidget>("Rows of repeated labels"));
    auto* rows = user.named<QTableWidget>("Rows of repeated labels");
    QCOMPARE(rows->rowCount(), 1);
    QCOMPARE(rows->item(0, 0)->text(), QString("crane"));
    QCOMPARE(rows->item(0, 1)->text(), QString("1, 2"));
    QCOMPARE(rows->item(0, 2)->text(), QString("1, 3"));
    rows->window()->close();
    QVERIFY(user.press("Keep the first"));
    QTRY_VERIFY(user.button("Save report…")->isEnabled());
    const QString saved = user.folder.filePath("report.json");
    QTimer::singleShot(0, user.window.get(), [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->selectFile(saved);
        static_cast<QDialog*>(dialog)->accept();
    });
    QVERIFY(user.press("Save report…"));
    QFile report(saved);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(report.readAll()).object();
    QCOMPARE(json["paired"].toInt(), 5);
    QCOMPARE(json["dropped"].toInt(), 2);
    QCOMPARE(json["examples"]["repeated"][0].toString(), QString("crane"));
    QTRY_VERIFY(user.button("Add to workspace")->isEnabled());
    QVERIFY(user.press("Add to workspace"));
    QTRY_VERIFY(user.window->workspace().pair());
    const auto& labels = user.window->workspace().pair()->forward->labels;
    QCOMPARE(labels, (std::vector<std::string>{"crane", "owl", "emu", "jay", "rook"}));
}

void TwoFiles::labelsMetadataAndPairsFromFiles()
{
    const WindowDriver user;
    const QString bare = user.text("bare.csv", "1,2,3\n2,1,4\n5,1,2\n3,3,1\n4,2,2\n");
    const QString named = user.text("named.csv", tableOf({"a", "b", "c", "d", "e"}));
    user.drop({bare, named});
    QTRY_VERIFY(user.button("Add to workspace") && user.button("Add to workspace")->isEnabled()); // by row
    chooseFile(user.named<QComboBox>("Labels"), user.text("names.txt", "e\nd\nc\nb\na\n"));
    QTRY_VERIFY(user.says("Paired by label"));
    chooseFile(user.named<QComboBox>("Metadata"),
               user.text("kinds.tsv", "label\tkind\na\t1\nb\t2\nc\t3\nd\t4\ne\t5\n"));
    QVERIFY(user.settled() || user.window->jobs().isIdle());
    QVERIFY(user.press("Add to workspace"));
    QTRY_VERIFY(user.window->workspace().pair());
    const auto& byLabel = *user.window->workspace().pair()->forward;
    QCOMPARE(byLabel.labels, (std::vector<std::string>{"e", "d", "c", "b", "a"}));
    QVERIFY(byLabel.metadata.find("kind"));
    QCOMPARE(byLabel.metadata.find("kind")->values.front(), std::string("5"));

    user.drop({named, named});
    QTRY_VERIFY(user.button("Add to workspace") && user.button("Add to workspace")->isEnabled());
    chooseFile(user.named<QComboBox>("Pair by"), user.text("pairs.tsv", "a\tb\nb\tc\nc\td\nd\te\n"));
    QTRY_VERIFY(user.says("Paired by pairs"));
    QVERIFY(user.press("Add to workspace"));
    QTRY_COMPARE(user.window->workspace().pair()->forward->labels.front(), std::string("a → b"));
    QCOMPARE(user.window->workspace().pair()->forward->size(), Index(4));
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
