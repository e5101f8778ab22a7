#include "ui/help/shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope", text);
}

QString plain(QString text)
{
    text.remove('&').remove(QStringLiteral("…"));
    return text.replace('|', QStringLiteral("\\|"));
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText).replace('|', QStringLiteral("\\|"));
    return keys.join(tr(" or "));
}

QString row(const QString& what, const QString& keys)
{
    return QStringLiteral("| %1 | %2 |\n").arg(what, keys);
}

QString section(const QString& title, const QString& rows)
{
    if (rows.isEmpty()) return {};
    return QStringLiteral("\n## %1\n\n| %2 | %3 |\n|---|---|\n%4").arg(title, tr("What"), tr("Keys"), rows);
}

QString rowsOf(const QMenu& menu, QSet<const QAction*>& listed)
{
    QString rows;
    for (const QAction* action : menu.actions()) {
        if (action->menu()) rows += rowsOf(*action->menu(), listed);
        listed.insert(action);
        if (!action->shortcuts().isEmpty()) rows += row(plain(action->text()), keysOf(*action));
    }
    return rows;
}

} // namespace

QString shortcutsOf(const QMainWindow& window)
{
    QString page = QStringLiteral("# %1\n").arg(tr("Keyboard shortcuts"));
    QSet<const QAction*> listed;
    for (const QAction* menu : window.menuBar()->actions())
        if (menu->menu()) page += section(plain(menu->text()), rowsOf(*menu->menu(), listed));
    QMap<QString, QString> views; // by the name of the view the action belongs to
    for (const auto* action : window.findChildren<QAction*>()) {
        const auto* owner = qobject_cast<const QWidget*>(action->parent());
        if (listed.contains(action) || action->shortcuts().isEmpty() || !owner) continue;
        views[owner->accessibleName()] += row(plain(action->text()), keysOf(*action));
    }
    for (auto view = views.begin(); view != views.end(); ++view)
        page += section(view.key().isEmpty() ? tr("Elsewhere") : view.key(), view.value());
    // Keys that move inside a view belong to no action.
    return page + section(tr("Inside lists, tables, charts and maps"),
                          row(tr("Walk a list, a table, the bars"), tr("Up, Down")) +
                              row(tr("Change the column, step K, pan a map"), tr("Left, Right")) +
                              row(tr("Go to the item, look at the mapping"), tr("Enter")) +
                              row(tr("Zoom a map"), tr("+ and -")) + row(tr("Clear the selection"), tr("Escape")) +
                              row(tr("Add to the selection, remove from it, while brushing"), tr("Shift, Ctrl")));
}

} // namespace bridgescope
