#include "ui/panels/workspace/mapping_row.h"
#include "ui/panels/workspace/workspace_panel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/workspace.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTreeWidget>

#include <algorithm>

namespace bridgescope {

/// A click restores a selection (Shift adds, Ctrl removes), F2 renames, Delete deletes. While something is selected
/// that has no name, a row offers one.
void WorkspacePanel::addSelections()
{
    const ViewState& state = m_hub.state();
    const bool nameless =
        !state.selection.empty() && std::none_of(state.named.begin(), state.named.end(),
                                                 [&](const NamedSelection& n) { return n.items == state.selection; });
    if (state.named.isEmpty() && !nameless) return;
    auto* parent = section(tr("Named selections"));
    const auto add = [&](const QString& text, std::size_t count, int named) {
        auto* item = new QTreeWidgetItem(parent, {text, tr("%L1 items").arg(count)});
        item->setData(0, NamedRole, named);
        item->setForeground(1, tokensOf(palette()).ink2);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (int i = 0; i < state.named.size(); ++i) {
        auto* item = add(state.named[i].name, state.named[i].items.size(), i);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(0, tr("%1\nClick: select; Shift adds, Ctrl removes; F2 renames").arg(state.named[i].name));
        if (state.named[i].items != state.selection) continue;
        QFont font = item->font(0);
        font.setWeight(QFont::DemiBold);
        item->setFont(0, font);
    }
    if (!nameless) return;
    auto* item = add(tr("Name the selection…"), state.selection.size(), -1);
    item->setIcon(0, themedIcon(Icon::Plus));
}

void WorkspacePanel::clicked(QTreeWidgetItem* item)
{
    const QVariant named = item->data(0, NamedRole);
    if (!named.isValid()) return;
    const int index = named.toInt();
    const auto modifiers = QGuiApplication::keyboardModifiers();
    // the click is still being handled by the row that the new state rebuilds
    QMetaObject::invokeMethod(
        this,
        [this, index, modifiers] {
            index < 0 ? emit nameSelectionRequested() : m_hub.restoreSelection(index, modifiers);
        },
        Qt::QueuedConnection);
}

void WorkspacePanel::edited(QTreeWidgetItem* item)
{
    const QVariant named = item->data(0, NamedRole);
    if (m_filling || !named.isValid() || named.toInt() < 0) return;
    QMetaObject::invokeMethod(
        this,
        [this, index = named.toInt(), name = item->text(0)] {
            m_hub.renameSelection(index, name);
            rebuild(); // a name that was taken, or is the same again, shows as it is
        },
        Qt::QueuedConnection);
}

bool WorkspacePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_tree || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    QTreeWidgetItem* item = m_tree->currentItem();
    if (const QVariant row = item ? item->data(0, MappingRowDelegate::RowRole) : QVariant();
        row.isValid() && key->key() == Qt::Key_Delete && row.value<MappingRow>().progress)
        return cancel(row.value<MappingRow>().id), true;
    const QVariant named = item ? item->data(0, NamedRole) : QVariant();
    if (!named.isValid()) return false;
    if (key->key() == Qt::Key_Delete && named.toInt() >= 0) return m_hub.deleteSelection(named.toInt()), true;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) return clicked(item), true;
    return false;
}

void WorkspacePanel::openSelectionMenu(int named, const QPoint& at)
{
    QMenu menu(this);
    if (named < 0) {
        menu.addAction(tr("Name the selection…"), this, &WorkspacePanel::nameSelectionRequested);
    } else {
        menu.addAction(tr("Select"), this, [this, named] { m_hub.restoreSelection(named); });
        menu.addAction(tr("Add to the selection"), this,
                       [this, named] { m_hub.restoreSelection(named, Qt::ShiftModifier); });
        menu.addAction(tr("Take from the selection"), this,
                       [this, named] { m_hub.restoreSelection(named, Qt::ControlModifier); });
        menu.addAction(tr("Measure these items"), this, [this, named] { m_hub.setScopeToNamed(named); })
            ->setEnabled(m_hub.state().named[named].items.size() > 1);
        menu.addSeparator();
        menu.addAction(tr("Rename"), this, [this] { m_tree->editItem(m_tree->currentItem(), 0); });
        menu.addAction(tr("Delete"), this, [this, named] { m_hub.deleteSelection(named); });
    }
    menu.addAction(tr("Export…"), this, [this, named] { emit exportSelectionRequested(named); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace bridgescope
