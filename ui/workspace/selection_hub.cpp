#include "ui/workspace/selection_hub.h"

#include <QUndoCommand>

namespace bridgescope {

/// One change of the shared state. Commands of one merge id become one while nothing else happens between them.
class StateCommand : public QUndoCommand {
public:
    StateCommand(SelectionHub& hub, ViewState next, const QString& text, int mergeId)
        : QUndoCommand(text), m_hub(hub), m_before(hub.m_state), m_after(std::move(next)), m_mergeId(mergeId)
    {
    }
    int id() const override { return m_mergeId; }
    void redo() override { m_hub.apply(m_after); }
    void undo() override { m_hub.apply(m_before); }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const StateCommand*>(other)->m_after;
        setObsolete(m_after == m_before); // dragged back to where it began
        return true;
    }

private:
    SelectionHub& m_hub;
    ViewState m_before, m_after;
    int m_mergeId;
};

namespace {

constexpr int draggedK = 1;

}

SelectionHub::SelectionHub(QObject* parent) : QObject(parent) {}

void SelectionHub::change(ViewState next, const QString& text, int mergeId)
{
    if (next == m_state) return;
    m_undo.push(new StateCommand(*this, std::move(next), text, mergeId));
}

void SelectionHub::apply(const ViewState& next)
{
    const ViewState before = m_state;
    m_state = next;
    emit stateChanged(before, m_state);
}

void SelectionHub::setFocus(int pairIndex)
{
    if (pairIndex == m_state.focus) return;
    if (m_state.focus >= 0) m_back.push_back(m_state.focus);
    m_forward.clear();
    ViewState next = m_state;
    next.focus = pairIndex;
    change(std::move(next), tr("Change focus"));
    emit historyChanged();
}

void SelectionHub::setK(Index k)
{
    ViewState next = m_state;
    next.k = k;
    change(std::move(next), tr("Change K"), draggedK);
}

void SelectionHub::setMetric(Metric metric)
{
    ViewState next = m_state;
    next.metric = metric;
    change(std::move(next), tr("Change metric"));
}

void SelectionHub::setSelfRule(SelfRule self)
{
    ViewState next = m_state;
    next.self = self;
    change(std::move(next), tr("Change self rule"));
}

void SelectionHub::setScope(ItemScope scope)
{
    ViewState next = m_state;
    next.scope = scope;
    change(std::move(next), tr("Change item scope"));
}

void SelectionHub::setMapping(int id)
{
    ViewState next = m_state;
    next.mapping = id;
    change(std::move(next), tr("Look at mapping"));
}

void SelectionHub::setSelection(std::set<int> selection)
{
    ViewState next = m_state;
    next.selection = std::move(selection);
    change(std::move(next), tr("Change selection"));
}

void SelectionHub::setHovered(int pairIndex)
{
    if (pairIndex == m_hovered) return;
    m_hovered = pairIndex;
    emit hoveredChanged(pairIndex);
}

bool SelectionHub::canGoBack() const
{
    return !m_back.empty();
}

bool SelectionHub::canGoForward() const
{
    return !m_forward.empty();
}

void SelectionHub::goBack()
{
    if (m_back.empty()) return;
    ViewState next = m_state;
    next.focus = m_back.back();
    m_back.pop_back();
    if (m_state.focus >= 0) m_forward.push_back(m_state.focus);
    change(std::move(next), tr("Go back"));
    emit historyChanged();
}

void SelectionHub::goForward()
{
    if (m_forward.empty()) return;
    ViewState next = m_state;
    next.focus = m_forward.back();
    m_forward.pop_back();
    if (m_state.focus >= 0) m_back.push_back(m_state.focus);
    change(std::move(next), tr("Go forward"));
    emit historyChanged();
}

void SelectionHub::publish(MeasuredPtr measured)
{
    m_measured = std::move(measured);
    m_atK.reset(); // numbers of other lists
    emit measuredChanged();
}

void SelectionHub::publishAtK(MeasuredAtKPtr atK)
{
    m_atK = std::move(atK);
    emit atKChanged();
}

void SelectionHub::reset()
{
    m_undo.clear();
    m_back.clear();
    m_forward.clear();
    m_measured.reset();
    m_atK.reset();
    m_hovered = -1;
    apply({});
    emit measuredChanged();
    emit atKChanged();
    emit historyChanged();
}

} // namespace bridgescope
