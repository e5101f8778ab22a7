#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/chart_view.h"
#include "ui/models/selection_export.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/panels/overview/verdict_card.h"

#include <QUndoStack>

namespace odd_states_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// States at the edge, each shown in every view: nothing may end the program, and what is said stays true.
class OddStates : public QObject {
    Q_OBJECT
private slots:
    void longAndRightToLeftLabels();
    void everyVectorEqual();
    void kOfOneAndOfAllOthers();
    void undoAfterTheSetWasReplaced();
    void aMappingDeletedWhileShown();
    void theOtherDirectionInTheWindow();

private:
    static void showEveryView(const WindowDriver& user)
    {
        for (const char* view : {"overview", "neighbors", "maps"}) {
            user.window->showView(view);
            QCoreApplication::processEvents();
            QVERIFY(!user.window->grab().isNull());
        }
    }
};

void OddStates::longAndRightToLeftLabels()
{
    const WindowDriver user;
    const auto file = [&](const char* name, int seed) {
        QByteArray text = "label,a,b,c\n";
        for (int i = 0; i < 40; ++i) {
            const QString label = i % 2 ? QString(200, QChar('w')) + QString::number(i)
                                        : QString::fromUtf8("\u05e9\u05dc\u05d5\u05dd ") + QString::number(i);
            text += label.toUtf8();
            for (int d = 1; d <= 3; ++d)
                text += ',' + QByteArray::number(((i + 3) * (d + seed) * 7919) % 101);
            text += '\n';
        }
        return user.text(name, text);
    };
    QVERIFY(user.openAndTrain(file("odd_x.csv", 1), file("odd_y.csv", 4)));
    showEveryView(user);
    user.window->hub().setSelection({0, 1});
    const QByteArray labels = selectionLabels(*user.window->hub().measured()->pairs, {0, 1});
    QCOMPARE(labels.split('\n')[1].size(), qsizetype(201));
    QVERIFY(user.window->width() <= 1440); // a long label makes no window wider
}

void OddStates::everyVectorEqual()
{
    const WindowDriver user;
    QByteArray text = "label,a,b\n";
    for (int i = 0; i < 40; ++i)
        text += "item " + QByteArray::number(i) + ",1,2\n";
    QVERIFY(user.openAndTrain(user.text("same_x.csv", text), user.text("same_y.csv", text)));
    QVERIFY(user.window->hub().atK()->report.xy.mean == 1); // equal lists, by the lower index
    showEveryView(user);
}

void OddStates::kOfOneAndOfAllOthers()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 100, 4), user.csv("pictures", 100, 5)));
    SelectionHub& hub = user.window->hub();
    hub.setK(1);
    QVERIFY(user.settled());
    showEveryView(user);
    hub.setK(1000);
    QVERIFY(user.settled());
    QCOMPARE(hub.state().k, Index(19)); // all others
    QVERIFY(hub.atK()->report.xf.mean == 1);
    QVERIFY(user.window->findChild<OverviewPanel*>()->verdict().sentence().startsWith("K is too large to tell") ||
            user.window->findChild<OverviewPanel*>()->verdict().sentence().startsWith("Too few items"));
    showEveryView(user);
    hub.setSelection({0, 1});
    hub.setScope(ItemScope::Selection); // two items: one neighbor each
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->n(), Index(2));
    QCOMPARE(hub.state().k, Index(1));
    showEveryView(user);
}

void OddStates::undoAfterTheSetWasReplaced()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 60, 4), user.csv("pictures", 60, 5)));
    user.window->hub().setSelection({50, 59});
    user.window->hub().nameSelection("late");
    user.window->setProperty("closes-silently", true); // the mappings of the first pair go
    QVERIFY(user.openAndTrain(user.csv("small_x", 40, 4), user.csv("small_y", 40, 5)));
    QVERIFY(!user.window->hub().undoStack()->canUndo());
    QVERIFY(user.window->hub().state().named.isEmpty() && user.window->hub().state().selection.empty());
    QTest::keyClick(user.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.window->hub().measured()->pairs->size(), Index(40));
    showEveryView(user);
}

void OddStates::aMappingDeletedWhileShown()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 60, 4), user.csv("pictures", 60, 5)));
    user.window->workspace().remove(user.window->hub().state().mapping);
    QVERIFY(user.settled());
    QCOMPARE(user.window->hub().state().mapping, -1);
    QVERIFY(user.window->findChild<OverviewPanel*>()->verdict().sentence().startsWith("No mapping yet"));
    showEveryView(user);
}

/// Letters belong to the role: the second set is X of a mapping from it, in verdict, charts and what is exported.
void OddStates::theOtherDirectionInTheWindow()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 150, 4), user.csv("pictures", 150, 5)));
    SelectionHub& hub = user.window->hub();
    const int back = user.window->workspace().train({}, false);
    QVERIFY(user.settled());
    hub.setMapping(back);
    QVERIFY(user.settled());
    QCOMPARE(hub.measured()->pairs->nameX, std::string("pictures"));
    QVERIFY(user.window->bar().mappingBox()->currentText().contains("pictures → words"));
    showEveryView(user);
    ChartView* audit = nullptr;
    for (ChartView* view : user.window->findChildren<ChartView*>())
        if (view->accessibleName() == "Hub audit") audit = view;
    QVERIFY(audit && audit->accessibleDescription().startsWith("X pictures"));
    const QByteArray csv = selectionCsv(*hub.atK(), {static_cast<int>(hub.measured()->fold->items[0])});
    const QByteArray row = csv.split('\n')[1];
    QVERIFY(row.endsWith(QByteArray::number(hub.atK()->report.xf.perItem[0]) + ',' +
                         QByteArray::number(hub.atK()->report.yf.perItem[0]) + ',' +
                         QByteArray::number(hub.atK()->report.xy.perItem[0])));
}

BRIDGESCOPE_TEST(OddStates)

} // namespace odd_states_tests

#include "odd_states.moc"
