#include "ui/workspace/selection_hub.h"

#include <QUndoCommand>

#include <algorithm>

namespace bridgescope {

/// One change of the shared state. Commands of one merge id become one while nothing else happens between them.
class StateCommand : public QUndoCommand {
public:
    StateCommand(SelectionHub& hub, ViewState next, SelectionHub::History history, const QString& text, int mergeId)
        : QUndoCommand(text), m_hub(hub), m_before(hub.m_state), m_after(std::move(next)),
          m_historyBefore(hub.m_history), m_historyAfter(std::move(history)), m_mergeId(mergeId)
    {
    }
    int id() const override { return m_mergeId; }
    void redo() override { m_hub.apply(m_after, m_historyAfter); }
    void undo() override { m_hub.apply(m_before, m_historyBefore); }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const StateCommand*>(other)->m_after;
        setObsolete(m_after == m_before); // dragged back to where it began
        return true;
    }

private:
    SelectionHub& m_hub;
    ViewState m_before, m_after;
    SelectionHub::History m_historyBefore, m_historyAfter;
    int m_mergeId;
};

namespace {

constexpr int draggedK = 1, draggedEpoch = 2;
constexpr std::size_t longestHistory = 100;

} // namespace

SelectionHub::SelectionHub(QObject* parent) : QObject(parent) {}

void SelectionHub::change(ViewState next, const QString& text, int mergeId)
{
    if (next.scope != ItemScope::HeldOut) next.epoch = 0;
    if (next == m_state) return;
    m_undo.push(new StateCommand(*this, std::move(next), m_history, text, mergeId));
}

void SelectionHub::go(int focus, History history, const QString& text)
{
    if (history.back.size() > longestHistory) history.back.erase(history.back.begin());
    ViewState next = m_state;
    next.focus = focus;
    m_undo.push(new StateCommand(*this, std::move(next), std::move(history), text, -1));
}

void SelectionHub::apply(const ViewState& next, const History& history)
{
    const ViewState before = m_state;
    m_state = next;
    m_history = history;
    emit stateChanged(before, m_state);
    if (before.focus != m_state.focus) emit historyChanged();
}

void SelectionHub::setFocus(int pairIndex)
{
    if (pairIndex == m_state.focus) return;
    History history = m_history;
    if (m_state.focus >= 0) history.back.push_back(m_state.focus);
    history.forward.clear();
    go(pairIndex, std::move(history), tr("Change focus"));
}

void SelectionHub::setK(Index k)
{
    ViewState next = m_state;
    next.k = std::max<Index>(1, m_measured ? std::min(k, m_measured->n() - 1) : k);
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
    next.scopeItems.clear();
    next.scopeName.clear();
    if (scope == ItemScope::Selection) {
        if (m_state.selection.size() < 2) return; // one item has no neighbors
        next.scopeItems = QList<int>(m_state.selection.begin(), m_state.selection.end());
    }
    change(std::move(next), tr("Change item scope"));
}

void SelectionHub::setMapping(int id, Index epoch)
{
    ViewState next = m_state;
    if (next.mapping != id || epoch > 0) next.epoch = epoch;
    next.mapping = id;
    change(std::move(next), tr("Look at mapping"));
}

void SelectionHub::setEpoch(Index epoch)
{
    ViewState next = m_state;
    next.epoch = std::max<Index>(0, epoch);
    change(std::move(next), tr("Change epoch"), draggedEpoch);
}

void SelectionHub::setState(ViewState next, const QString& text)
{
    change(std::move(next), text);
}

void SelectionHub::setHovered(int pairIndex)
{
    if (pairIndex == m_hovered) return;
    m_hovered = pairIndex;
    emit hoveredChanged(pairIndex);
}

bool SelectionHub::canGoBack() const
{
    return !m_history.back.empty();
}

bool SelectionHub::canGoForward() const
{
    return !m_history.forward.empty();
}

void SelectionHub::goBack()
{
    if (!canGoBack()) return;
    History history = m_history;
    const int focus = history.back.back();
    history.back.pop_back();
    history.forward.push_back(m_state.focus);
    go(focus, std::move(history), tr("Go back"));
}

void SelectionHub::goForward()
{
    if (!canGoForward()) return;
    History history = m_history;
    const int focus = history.forward.back();
    history.forward.pop_back();
    history.back.push_back(m_state.focus);
    go(focus, std::move(history), tr("Go forward"));
}

void SelectionHub::publish(MeasuredPtr measured)
{
    m_measured = std::move(measured);
    m_atK.reset(); // numbers of other lists
    publishSampled(nullptr);
    ViewState next = m_state;
    if (m_measured && m_measured->n() > 0) {
        if (next.focus < 0) next.focus = static_cast<int>(m_measured->fold->items.front());
        next.k = std::max<Index>(1, std::min(next.k, m_measured->n() - 1));
    }
    if (next != m_state) apply(next, m_history);
    emit measuredChanged();
}

void SelectionHub::publishAtK(MeasuredAtKPtr atK)
{
    m_atK = std::move(atK);
    emit atKChanged();
}

void SelectionHub::publishSampled(SampledOverlapsPtr sampled)
{
    if (sampled == m_sampled) return;
    m_sampled = std::move(sampled);
    emit sampledChanged();
}

void SelectionHub::reset()
{
    m_undo.clear();
    publishSampled(nullptr);
    m_measured.reset();
    m_atK.reset();
    m_hovered = -1;
    apply({}, {});
    emit measuredChanged();
    emit atKChanged();
    emit historyChanged();
}

} // namespace bridgescope
