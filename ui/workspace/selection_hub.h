#pragma once
#include "ui/workspace/measured.h"

#include <QObject>
#include <QUndoStack>

namespace bridgescope {

/// Where views meet: the shared state, the numbers it stands for, undo and focus history. Views know the hub, never
/// each other. Every change of state is one undoable command; dragging (K) merges into one.
class SelectionHub : public QObject {
    Q_OBJECT
public:
    explicit SelectionHub(QObject* parent = nullptr);

    const ViewState& state() const { return m_state; }
    MeasuredPtr measured() const { return m_measured; }      ///< null where nothing is paired
    MeasuredAtKPtr atK() const { return m_atK; }             ///< null until measured; always of state().k
    SampledOverlapsPtr sampled() const { return m_sampled; } ///< an estimate; null where lists are exact
    int hovered() const { return m_hovered; }                ///< position in the PairedSet, -1: none; not undoable

    void setFocus(int pairIndex);
    void setK(Index k); ///< held to 1..N-1 of what is measured
    void setMetric(Metric metric);
    void setSelfRule(SelfRule self);
    void setScope(ItemScope scope);           ///< with Selection: the selection as it is now, which must have two items
    void setMapping(int id, Index epoch = 0); ///< a run that has no model yet is looked at after an epoch it came to
    void setEpoch(Index epoch);               ///< until another mapping or scope is chosen; see ViewState

    void setSelection(std::set<int> selection);
    void invertSelection(); ///< of the items in scope; others stay as they are
    /// Gives the selection a name (cut to 60 characters); one that is taken gets a number behind it. Returns the name.
    QString nameSelection(const QString& name);
    void renameSelection(int named, const QString& name);
    void deleteSelection(int named);
    /// As a brush would: the selection becomes the named one, with Shift both, with Ctrl what is left without it.
    void restoreSelection(int named, Qt::KeyboardModifiers modifiers = {});
    void setScopeToNamed(int named);
    void setState(ViewState next, const QString& text); ///< several at once as one command, named `text`
    void setHovered(int pairIndex);
    void openView(const QString& id) { emit viewRequested(id); } ///< "overview", "neighbors", "maps"

    bool canGoBack() const;
    bool canGoForward() const;
    void goBack();
    void goForward();
    QUndoStack* undoStack() { return &m_undo; }

    /// Published by the workspace's jobs. Where nothing was looked at the first item in scope is the focus; a K beyond
    /// N-1 of a smaller scope is lowered; neither is a command.
    void publish(MeasuredPtr measured);
    void publishAtK(MeasuredAtKPtr atK);
    void publishSampled(SampledOverlapsPtr sampled); ///< null: no longer of what is asked for
    void reset(); ///< nothing paired: state to its defaults, history and undo cleared

signals:
    void stateChanged(const bridgescope::ViewState& before, const bridgescope::ViewState& now);
    void measuredChanged(); ///< new lists: measured() (and with it atK()) is another
    void atKChanged();      ///< new numbers from the same lists
    void sampledChanged();  ///< an estimate has come, or has gone
    void hoveredChanged(int pairIndex);
    void historyChanged();
    void viewRequested(const QString& id);

private:
    friend class StateCommand;
    /// Focus items gone through, as in a browser. Part of each command, so that undoing a step undoes its history too.
    struct History {
        std::vector<int> back, forward;
    };
    void change(ViewState next, const QString& text, int mergeId = -1);
    QString freeName(const QString& name, int except) const;
    void go(int focus, History history, const QString& text);
    void apply(const ViewState& next, const History& history);
    ViewState m_state;
    MeasuredPtr m_measured;
    MeasuredAtKPtr m_atK;
    SampledOverlapsPtr m_sampled;
    int m_hovered = -1;
    QUndoStack m_undo;
    History m_history;
};

/// What a brush makes of a selection: the items under it, with Shift beside those before, with Ctrl those before
/// without them.
std::set<int> brushed(const std::set<int>& before, const std::set<int>& under, Qt::KeyboardModifiers modifiers);

} // namespace bridgescope
