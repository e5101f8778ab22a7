#include "core/base/resources.h"
#include "tests/support/test_program.h"
#include "tests/workflow/window_driver.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_view.h"
#include "ui/help/help_pane.h"
#include "ui/main_window/translation.h"
#include "ui/models/convention.h"
#include "ui/models/option_words.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/widgets/help_request.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDockWidget>
#include <QFile>
#include <QMenuBar>
#include <QTabWidget>
#include <QTextBrowser>

namespace reach_tests {

using namespace bridgescope;
using bridgescope::test::WindowDriver;

/// Keyboard, screen reader, help and presenter mode reach everything.
class Reach : public QObject {
    Q_OBJECT
private slots:
    void everyControlHasANameAndARole();
    void chartsStateTheirNumbers();
    void tabWalksBarDockTabsView();
    void helpOpensFromMenuAndKey();
    void helpAndWorkspaceCloseAndOpen();
    void experimentsAreReachedWithoutAPair();
    void presenterKeepsFocusAndKAtTheKeyboard();
    void sizesAreKept();
    void filesMayBeDroppedAnywhere();
    void theWindowSpeaksGerman();
};

namespace {

/// The field of a spin box, the list of a combo box, the viewport of a table: named through the whole.
bool isPartOfAnother(const QWidget* widget)
{
    if (widget->objectName().startsWith("qt_")) return true;
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)) return true;
    return false;
}

QString describe(const QWidget* widget)
{
    QString path;
    for (; widget; widget = widget->parentWidget())
        path += QStringLiteral(" < %1 %2").arg(widget->metaObject()->className(), widget->objectName());
    return path;
}

} // namespace

void Reach::everyControlHasANameAndARole()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    user.window->showHelp("overview");
    QStringList missing;
    int seen = 0;
    for (const auto* widget : user.window->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isPartOfAnother(widget)) continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY(face);
        ++seen;
        if (face->text(QAccessible::Name).trimmed().isEmpty()) missing << "name:" + describe(widget);
        if (face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            missing << "role:" + describe(widget);
    }
    QVERIFY(seen > 30);
    for (const QString& line : std::as_const(missing))
        qWarning("%s", qPrintable(line)); // a failure's own text is cut
    QCOMPARE(missing.size(), 0);
}

void Reach::chartsStateTheirNumbers()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    int seen = 0;
    for (auto* view : user.window->findChildren<ChartView*>()) {
        if (!view->chart()) continue;
        ++seen;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(view);
        QCOMPARE(face->role(), QAccessible::Chart);
        const QString value = face->text(QAccessible::Value);
        QVERIFY2(value.contains(QRegularExpression("\\d")), qPrintable(view->accessibleName() + ": " + value));
        const QString topic = helpTopicOf(view);
        QVERIFY2(QFile::exists(QString::fromStdString(resourcePath("help/" + topic.toStdString() + ".md"))),
                 qPrintable(topic));
    }
    QVERIFY(seen >= 5);
}

void Reach::tabWalksBarDockTabsView()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    const QWidget* bar = &user.window->bar();
    const QWidget* dock = user.window->findChild<QDockWidget*>("workspace-dock");
    const auto* tabs = user.window->findChild<QTabWidget*>();
    QStringList order;
    user.window->bar().search()->setFocus();
    for (int i = 0; i < 200 && (i == 0 || QApplication::focusWidget() != user.window->bar().search()); ++i) {
        const QWidget* now = QApplication::focusWidget();
        const QString place = bar->isAncestorOf(now)                     ? "bar"
                              : dock->isAncestorOf(now)                  ? "dock"
                              : qobject_cast<const QTabBar*>(now)        ? "tabs"
                              : tabs->currentWidget()->isAncestorOf(now) ? "view"
                                                                         : "other";
        if (order.isEmpty() || order.back() != place) order << place;
        QTest::keyClick(user.window.get(), Qt::Key_Tab);
    }
    QCOMPARE(order.mid(0, 4), QStringList({"bar", "dock", "tabs", "view"}));
    // In the view the card's own controls follow its chart.
    const auto* choice = user.named<QComboBox>("Overlaps as they are, or calibrated against the permutation null");
    QVERIFY(choice);
    for (auto* view : user.window->findChildren<ChartView*>())
        if (view->isVisible() && view->chart() && dynamic_cast<const BarChart*>(view->chart().get())) view->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), choice);
}

void Reach::helpOpensFromMenuAndKey()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    QVERIFY(!user.window->findChild<HelpPane*>());
    user.showTab(0);
    QTest::keyClick(user.window.get(), Qt::Key_F1);
    const auto* pane = user.window->findChild<HelpPane*>();
    QVERIFY(pane && pane->isVisible());
    QCOMPARE(pane->topic(), QString("overview"));
    for (auto* view : user.window->findChildren<ChartView*>())
        if (view->isVisible() && view->chart() && view->chart()->helpTopic() == "curve") {
            view->setFocus();
            QTest::keyClick(view, Qt::Key_F1);
        }
    QCOMPARE(pane->topic(), QString("curve"));
    // The menu of a chart's card.
    for (const auto* card : user.window->findChildren<Card*>())
        if (card->title().startsWith("Loyalty"))
            for (QAction* action : const_cast<Card*>(card)->menu()->actions())
                if (action->text() == "What is this?") action->trigger();
    QCOMPARE(pane->topic(), QString("loyalty"));
    QTest::keyClick(user.window.get(), Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(pane->text().contains("Presenter mode"));
    QVERIFY(pane->text().contains("F11"));
}

void Reach::helpAndWorkspaceCloseAndOpen()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    const auto entry = [&](const QString& text) -> QAction* {
        for (QAction* menu : user.window->menuBar()->actions())
            if (menu->text() == "&View") {
                emit menu->menu()->aboutToShow();
                for (QAction* action : menu->menu()->actions())
                    if (action->text() == text) return action;
            }
        return nullptr;
    };
    QVERIFY(entry("Hel&p pane") && !entry("Hel&p pane")->isChecked());
    entry("Hel&p pane")->trigger();
    auto* pane = user.window->findChild<HelpPane*>();
    QVERIFY(pane && pane->isVisible() && entry("Hel&p pane")->isChecked());
    QCOMPARE(pane->topic(), QString("overview"));
    pane->findChild<QTextBrowser*>()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!pane->isVisible() && !entry("Hel&p pane")->isChecked());
    QTest::keyClick(user.window.get(), Qt::Key_F1);
    QVERIFY(pane->isVisible());
    user.window->bar().search()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!pane->isVisible());
    // The close button of a dock can be seen, and what it closes stays closed.
    auto* dock = user.window->findChild<QDockWidget*>("workspace-dock");
    auto* close = dock->findChild<QAbstractButton*>("qt_dockwidget_closebutton");
    QVERIFY(close && close->isVisible() && !close->icon().isNull());
    const QImage drawn = close->grab().toImage();
    int inked = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            inked += drawn.pixelColor(x, y) != drawn.pixelColor(0, 0);
    QVERIFY(inked > 10);
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!dock->isVisible());
    user.window->showView("maps");
    QVERIFY(!dock->isVisible() && !entry("Workspace")->isChecked());
    entry("Workspace")->trigger();
    QVERIFY(dock->isVisible());
}

void Reach::experimentsAreReachedWithoutAPair()
{
    const WindowDriver user;
    const auto* tabs = user.window->findChild<QTabWidget*>();
    QTest::keyClick(user.window.get(), Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(tabs->isVisible());
    QCOMPARE(tabs->currentWidget(), static_cast<QWidget*>(&user.window->experiments()));
    user.showTab(0); // nothing is there to look at
    QCOMPARE(tabs->currentWidget(), static_cast<QWidget*>(&user.window->experiments()));
    QVERIFY(!user.window->grab().isNull());
    QVERIFY(user.openAndTrain(user.csv("words", 60, 4), user.csv("pictures", 60, 5)));
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(tabs->isTabEnabled(1) && tabs->isTabEnabled(4));
}

void Reach::presenterKeepsFocusAndKAtTheKeyboard()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    const auto* dock = user.window->findChild<QDockWidget*>("workspace-dock");
    QVERIFY(dock->isVisible() && user.window->menuBar()->isVisible());
    QTest::keyClick(user.window.get(), Qt::Key_F11);
    QVERIFY(!dock->isVisible() && !user.window->menuBar()->isVisible());
    QVERIFY(user.theme->scale() > 1);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(user.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(user.theme->scale(), 2.0);
    QTest::keyClick(user.window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(user.theme->scale(), 1.75);
    const Index k = user.window->hub().state().k;
    QTest::keyClick(user.window.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(user.window->hub().state().k, k + 1);
    const int focus = user.window->hub().state().focus;
    QTest::keyClick(user.window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(user.window->hub().state().focus != focus);
    QTest::keyClick(user.window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(user.window->bar().search()->hasFocus());
    QTest::keyClick(user.window.get(), Qt::Key_Escape);
    QVERIFY(dock->isVisible() && user.window->menuBar()->isVisible());
    QCOMPARE(user.theme->scale(), 1.0);
    // At the desk Escape is the views' again: it clears the selection.
    user.window->hub().setSelection({1, 2});
    for (auto* view : user.window->findChildren<ChartView*>())
        if (view->isVisible() && view->chart() && view->chart()->helpTopic() == "loyalty") {
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Escape);
        }
    QVERIFY(user.window->hub().state().selection.empty());
}

void Reach::sizesAreKept()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    auto* dock = user.window->findChild<QDockWidget*>("workspace-dock");
    user.window->resize(1300, 800);
    user.window->resizeDocks({dock}, {330}, Qt::Horizontal);
    QTest::keyClick(user.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    const double scale = user.theme->scale();
    QTest::qWait(50);
    const int width = dock->width();
    user.window->setProperty("closes-silently", true);
    QVERIFY(user.window->close());
    user.theme->setScale(1);
    MainWindow again(*user.theme);
    again.show();
    QCOMPARE(again.size(), QSize(1300, 800));
    QCOMPARE(user.theme->scale(), scale);
    again.openFiles({user.folder.filePath("words.csv"), user.folder.filePath("pictures.csv")});
    again.showView("overview");
    QTRY_COMPARE(again.findChild<QDockWidget*>("workspace-dock")->width(), width);
    user.theme->setScale(1);
}

void Reach::filesMayBeDroppedAnywhere()
{
    const WindowDriver user;
    QVERIFY(user.openAndTrain(user.csv("words", 80, 5), user.csv("pictures", 80, 6)));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(user.folder.filePath("words.csv"))});
    for (auto* widget : user.window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->acceptDrops()) continue;
        QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(widget, &enter);
        QVERIFY2(!enter.isAccepted() || widget->isWindow() || widget->inherits("bridgescope::DropSlot"),
                 qPrintable(describe(widget)));
    }
    user.drop({user.csv("other", 40, 5), user.csv("third", 40, 6)});
    QVERIFY(QTest::qWaitFor([&] { return user.button("Pair and train ridge") != nullptr; }, 10'000));
}

void Reach::theWindowSpeaksGerman()
{
    qputenv("BRIDGESCOPE_RESOURCES", BRIDGESCOPE_BUILT_RESOURCES);
    if (!QFile::exists(BRIDGESCOPE_BUILT_RESOURCES "/translations/bridgescope_de.qm")) QSKIP("built without lrelease");
    installTranslation(*qApp, QLocale(QLocale::German));
    const WindowDriver user;
    QStringList menus;
    for (const QAction* menu : user.window->menuBar()->actions())
        menus << menu->text();
    QVERIFY2(menus.contains("&Datei") && menus.contains("&Hilfe"), qPrintable(menus.join(", ")));
    QVERIFY(user.button("Beispiel öffnen"));
    // texts of functions that belong to no class: lupdate files them under the namespace
    QCOMPARE(optionLabel("hidden"), QString("Verdeckte Schichten"));
    QCOMPARE(metricName(Metric::Cosine), QString("Kosinus"));
    BarData bars;
    bars.chance = .5;
    QVERIFY(BarChart(bars).description().contains("Zufall"));
    installTranslation(*qApp, QLocale(QLocale::Swahili)); // no such file: nothing changes
    qunsetenv("BRIDGESCOPE_RESOURCES");
}

BRIDGESCOPE_TEST(Reach)

} // namespace reach_tests

#include "reach.moc"
