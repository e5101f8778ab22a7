#include "tests/support/test_program.h"
#include "tests/ui/support/synthetic_measured.h"
#include "ui/workspace/selection_hub.h"

#include <QTest>

namespace selections_tests {

using namespace bridgescope;

class Selections : public QObject {
    Q_OBJECT
private slots:
    void everyChangeIsACommandWithItsName();
    void invertingTwiceIsNothing();
    void namesAreOfTheirOwn();
    void restoringCombines();
    void aSelectionBecomesTheScope();
    void ofOneItemNothingIsMeasured();
    void undoEndsWithTheSet();
};

void Selections::everyChangeIsACommandWithItsName()
{
    SelectionHub hub;
    hub.publish(test::syntheticMeasured());
    hub.setSelection({2, 4, 6});
    QCOMPARE(hub.undoStack()->undoText(), QString("Select 3 items"));
    QCOMPARE(hub.nameSelection("  Evens "), QString("Evens"));
    QCOMPARE(hub.undoStack()->undoText(), QString("Name selection “Evens”"));
    hub.renameSelection(0, "Even");
    QCOMPARE(hub.undoStack()->undoText(), QString("Rename selection “Evens”"));
    hub.setSelection({});
    QCOMPARE(hub.undoStack()->undoText(), QString("Clear selection"));
    hub.restoreSelection(0);
    QCOMPARE(hub.undoStack()->undoText(), QString("Select “Even”"));
    QVERIFY(hub.state().selection == (std::set<int>{2, 4, 6}));
    hub.deleteSelection(0);
    QCOMPARE(hub.undoStack()->undoText(), QString("Delete selection “Even”"));
    QVERIFY(hub.state().named.isEmpty());
    while (hub.undoStack()->canUndo())
        hub.undoStack()->undo();
    QVERIFY(hub.state().selection.empty() && hub.state().named.isEmpty());
    while (hub.undoStack()->canRedo())
        hub.undoStack()->redo();
    QVERIFY(hub.state().selection == (std::set<int>{2, 4, 6}));
}

void Selections::invertingTwiceIsNothing()
{
    SelectionHub hub;
    hub.publish(test::syntheticMeasured()); // every other item is in scope
    hub.setSelection({1, 2});               // 1 is out of scope
    hub.invertSelection();
    QVERIFY(hub.state().selection.count(1) && !hub.state().selection.count(2) && hub.state().selection.count(4));
    QCOMPARE(hub.state().selection.size(), std::size_t(hub.measured()->n()));
    hub.invertSelection();
    QVERIFY(hub.state().selection == (std::set<int>{1, 2}));
}

void Selections::namesAreOfTheirOwn()
{
    SelectionHub hub;
    QVERIFY(hub.nameSelection("nothing").isEmpty());
    hub.setSelection({1, 2});
    QCOMPARE(hub.nameSelection("A"), QString("A"));
    QCOMPARE(hub.nameSelection("A"), QString("A (2)"));
    QCOMPARE(hub.nameSelection(" "), QString("Selection"));
    QCOMPARE(hub.nameSelection(QString(200, 'w')).size(), qsizetype(60));
    hub.renameSelection(1, "A");
    QCOMPARE(hub.state().named[1].name, QString("A (2)"));
    hub.renameSelection(7, "B");
    hub.deleteSelection(-1);
    QCOMPARE(hub.state().named.size(), qsizetype(4));
}

void Selections::restoringCombines()
{
    SelectionHub hub;
    hub.setSelection({1, 2, 3});
    hub.nameSelection("first");
    hub.setSelection({3, 4});
    hub.restoreSelection(0, Qt::ShiftModifier);
    QVERIFY(hub.state().selection == (std::set<int>{1, 2, 3, 4}));
    hub.restoreSelection(0, Qt::ControlModifier);
    QVERIFY(hub.state().selection == (std::set<int>{4}));
}

void Selections::aSelectionBecomesTheScope()
{
    SelectionHub hub;
    hub.setSelection({5, 1, 9});
    hub.nameSelection("three");
    hub.setScope(ItemScope::Selection);
    QCOMPARE(hub.state().scopeItems, QList<int>({1, 5, 9}));
    QVERIFY(hub.state().scopeName.isEmpty());
    hub.setSelection({2}); // what is measured does not follow the brush
    QCOMPARE(hub.state().scopeItems, QList<int>({1, 5, 9}));
    hub.setScopeToNamed(0);
    QCOMPARE(hub.state().scopeName, QString("three"));
    hub.renameSelection(0, "3");
    QCOMPARE(hub.state().scopeName, QString("3"));
    hub.setScope(ItemScope::HeldOut);
    QVERIFY(hub.state().scopeItems.isEmpty() && hub.state().scopeName.isEmpty());
}

void Selections::ofOneItemNothingIsMeasured()
{
    SelectionHub hub;
    hub.setSelection({5});
    hub.nameSelection("one");
    hub.setScope(ItemScope::Selection);
    hub.setScopeToNamed(0);
    QCOMPARE(hub.state().scope, ItemScope::HeldOut);
}

void Selections::undoEndsWithTheSet()
{
    SelectionHub hub;
    hub.publish(test::syntheticMeasured());
    hub.setSelection({2, 4});
    hub.nameSelection("two");
    hub.setScope(ItemScope::Selection);
    hub.reset();
    QVERIFY(!hub.undoStack()->canUndo() && !hub.undoStack()->canRedo());
    hub.undoStack()->undo();
    QVERIFY(hub.state() == ViewState());
}

BRIDGESCOPE_TEST(Selections)

} // namespace selections_tests

#include "selections.moc"
