#include "core/base/random.h"
#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <QUndoStack>
#include <QWheelEvent>

namespace monkey_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// Clicks, types, drags and resizes at random in every view. A few seconds, or BRIDGESCOPE_MONKEY_SECONDS; the seed is
/// printed and may be given as BRIDGESCOPE_MONKEY_SEED. What is asked of the window: that it lives, and that its state
/// makes sense.
class Monkey : public QObject {
    Q_OBJECT
private slots:
    void playsWithTheWindow();

private:
    void step(WindowDriver& user, Random& random);
    QWidget* anyWidget(QWidget* in, Random& random) const;
    void checkState(MainWindow& window) const;
};

namespace {

int fromEnvironment(const char* name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

Qt::KeyboardModifiers anyModifiers(Random& random)
{
    const Qt::KeyboardModifiers choices[] = {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                                             Qt::ControlModifier};
    return choices[random.below(5)];
}

/// Menus and dialogs are closed as soon as they open: their loops must not hold the test, and file dialogs must not
/// touch the disk.
void closePopups()
{
    if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
    if (QWidget* dialog = QApplication::activeModalWidget()) dialog->close();
}

} // namespace

QWidget* Monkey::anyWidget(QWidget* in, Random& random) const
{
    QList<QWidget*> seen;
    for (QWidget* widget : in->findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->width() > 2 && widget->height() > 2 &&
            !widget->inherits("QMenuBar"))
            seen << widget;
    return seen.isEmpty() ? in : seen[random.below(seen.size())];
}

void Monkey::step(WindowDriver& user, Random& random)
{
    MainWindow& window = *user.window;
    QWidget* widget = anyWidget(&window, random);
    const auto point = [&] {
        return QPoint(static_cast<int>(random.below(widget->width())),
                      static_cast<int>(random.below(widget->height())));
    };
    switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
        return QTest::mouseClick(widget, Qt::LeftButton, anyModifiers(random), point());
    case 3: {
        const QPoint from = point(), to = point();
        const auto modifiers = anyModifiers(random);
        const QPointer<QWidget> alive(widget);
        QTest::mousePress(widget, Qt::LeftButton, modifiers, from);
        if (alive) QTest::mouseMove(widget, (from + to) / 2);
        if (alive) QTest::mouseMove(widget, to);
        if (alive) QTest::mouseRelease(widget, Qt::LeftButton, modifiers, to);
        return;
    }
    case 4:
        return QTest::mouseDClick(widget, Qt::LeftButton, {}, point());
    case 5:
        return QTest::mouseMove(widget, point());
    case 6: {
        const Qt::Key keys[] = {Qt::Key_Up,    Qt::Key_Down,   Qt::Key_Left, Qt::Key_Right, Qt::Key_Return, Qt::Key_Tab,
                                Qt::Key_Space, Qt::Key_Escape, Qt::Key_Home, Qt::Key_End,   Qt::Key_PageUp, Qt::Key_F2};
        QWidget* focus = window.focusWidget() ? window.focusWidget() : &window;
        return QTest::keyClick(focus, keys[random.below(std::size(keys))], anyModifiers(random));
    }
    case 7: {
        QWidget* focus = window.focusWidget() ? window.focusWidget() : &window;
        const char* const words[] = {"xf >= 3", "item 1", "/em 2/", "(", "\"", "7", "-", "0", "not d > 1 or", "flag"};
        return QTest::keyClicks(focus, words[random.below(std::size(words))]);
    }
    case 8:
        return window.resize(900 + static_cast<int>(random.below(900)), 600 + static_cast<int>(random.below(500)));
    case 9: {
        QUndoStack* undo = window.hub().undoStack();
        for (Index i = random.below(6); i > 0; --i)
            random.below(2) ? undo->undo() : undo->redo();
        return;
    }
    case 10: {
        const char* const views[] = {"overview", "neighbors", "maps", "training", "runs", "experiments"};
        return window.showView(views[random.below(std::size(views))]);
    }
    default: {
        QWheelEvent wheel(point(), widget->mapToGlobal(point()), {}, {0, random.below(2) ? 120 : -120}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &wheel);
    }
    }
}

void Monkey::checkState(MainWindow& window) const
{
    const SelectionHub& hub = window.hub();
    const ViewState& state = hub.state();
    const OpenPair* pair = window.workspace().pair();
    if (!pair) return;
    const auto n = static_cast<int>(pair->forward->size());
    QVERIFY(state.k >= 1 && state.k < n);
    QVERIFY(state.focus >= -1 && state.focus < n);
    for (const int item : state.selection)
        QVERIFY(item >= 0 && item < n);
    QVERIFY(state.mapping < 0 || window.workspace().mapping(state.mapping));
    const MeasuredAtKPtr atK = hub.atK();
    if (atK && atK->hasMapping) QCOMPARE(atK->report.xf.perItem.size(), atK->measured->fold->items.size());
}

void Monkey::playsWithTheWindow()
{
    const int seconds = fromEnvironment("BRIDGESCOPE_MONKEY_SECONDS", 4);
    const int seed =
        fromEnvironment("BRIDGESCOPE_MONKEY_SEED", static_cast<int>(QDateTime::currentMSecsSinceEpoch() % 1'000'000));
    qInfo("monkey: seed %d, %d seconds", seed, seconds);
    Random random(static_cast<std::uint64_t>(seed), "monkey");
    WindowDriver user;
    qputenv("XDG_DATA_HOME", user.folder.path().toLocal8Bit()); // grids it starts are written there
    user.window->setProperty("closes-silently", true);
    QVERIFY(user.openAndTrain(user.csv("words", 120, 5), user.csv("pictures", 120, 6)));
    user.window->workspace().train({}, false);
    QTimer closer;
    connect(&closer, &QTimer::timeout, &closer, &closePopups);
    closer.start(20);
    QElapsedTimer time;
    time.start();
    int steps = 0;
    while (time.elapsed() < seconds * 1000) {
        step(user, random);
        QCoreApplication::processEvents();
        ++steps;
        checkState(*user.window);
        if (QTest::currentTestFailed()) {
            qWarning("monkey: failed after %d steps, seed %d", steps, seed);
            return;
        }
        if (!user.window->isVisible()) user.window->show(); // it found the way to close it
    }
    closer.stop();
    closePopups();
    qInfo("monkey: %d steps", steps);
    user.window->jobs().cancelAll(); // a net it began may have a million epochs to go
    QTRY_VERIFY_WITH_TIMEOUT(user.window->jobs().isIdle(), 20'000);
}

BRIDGESCOPE_TEST(Monkey)

} // namespace monkey_tests

#include "monkey.moc"
