#include "ui/workspace/selection_hub.h"

#include <algorithm>
#include <iterator>

namespace bridgescope {
namespace {

constexpr int longestName = 60;

}

void SelectionHub::setSelection(std::set<int> selection)
{
    ViewState next = m_state;
    next.selection = std::move(selection);
    const auto count = next.selection.size();
    change(std::move(next), count == 0 ? tr("Clear selection") : tr("Select %L1 items").arg(count));
}

void SelectionHub::invertSelection()
{
    if (!m_measured) return;
    ViewState next = m_state;
    for (const Index item : m_measured->fold->items) {
        const int pair = static_cast<int>(item);
        if (next.selection.erase(pair) == 0) next.selection.insert(pair);
    }
    change(std::move(next), tr("Invert selection"));
}

QString SelectionHub::freeName(const QString& name, int except) const
{
    QString base = name.simplified().left(longestName);
    if (base.isEmpty()) base = tr("Selection");
    const auto taken = [&](const QString& wanted) {
        for (int i = 0; i < m_state.named.size(); ++i)
            if (i != except && m_state.named[i].name == wanted) return true;
        return false;
    };
    QString free = base;
    for (int i = 2; taken(free); ++i)
        free = tr("%1 (%2)").arg(base).arg(i);
    return free;
}

QString SelectionHub::nameSelection(const QString& name)
{
    if (m_state.selection.empty()) return {};
    ViewState next = m_state;
    const QString free = freeName(name, -1);
    next.named.append({free, m_state.selection});
    change(std::move(next), tr("Name selection “%1”").arg(free));
    return free;
}

void SelectionHub::renameSelection(int named, const QString& name)
{
    if (named < 0 || named >= m_state.named.size()) return;
    ViewState next = m_state;
    const QString before = next.named[named].name;
    next.named[named].name = freeName(name, named);
    if (next.scope == ItemScope::Selection && next.scopeName == before) next.scopeName = next.named[named].name;
    change(std::move(next), tr("Rename selection “%1”").arg(before));
}

void SelectionHub::deleteSelection(int named)
{
    if (named < 0 || named >= m_state.named.size()) return;
    ViewState next = m_state; // where it is the scope, the scope keeps its items and its name
    const QString name = next.named.takeAt(named).name;
    change(std::move(next), tr("Delete selection “%1”").arg(name));
}

void SelectionHub::restoreSelection(int named, Qt::KeyboardModifiers modifiers)
{
    if (named < 0 || named >= m_state.named.size()) return;
    ViewState next = m_state;
    next.selection = brushed(next.selection, next.named[named].items, modifiers);
    change(std::move(next), tr("Select “%1”").arg(m_state.named[named].name));
}

void SelectionHub::setScopeToNamed(int named)
{
    if (named < 0 || named >= m_state.named.size() || m_state.named[named].items.size() < 2) return;
    ViewState next = m_state;
    const NamedSelection& chosen = m_state.named[named];
    next.scope = ItemScope::Selection;
    next.scopeItems = QList<int>(chosen.items.begin(), chosen.items.end());
    next.scopeName = chosen.name;
    change(std::move(next), tr("Change item scope"));
}

std::set<int> brushed(const std::set<int>& before, const std::set<int>& under, Qt::KeyboardModifiers modifiers)
{
    std::set<int> result;
    if (modifiers & Qt::ShiftModifier) {
        result = before;
        result.insert(under.begin(), under.end());
    } else if (modifiers & Qt::ControlModifier) {
        std::set_difference(before.begin(), before.end(), under.begin(), under.end(),
                            std::inserter(result, result.end()));
    } else {
        result = under;
    }
    return result;
}

} // namespace bridgescope
