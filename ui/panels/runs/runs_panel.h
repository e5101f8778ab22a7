#pragma once
#include "ui/workspace/workspace.h"

#include <QWidget>
#include <set>

class QAction;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace bridgescope {

class Card;
class RunsComparison;
class RunsModel;

/// Every mapping with its settings and scores under the shared conventions, and those picked side by side. Selecting
/// one never changes the mapping looked at; Enter, a double click or "Look at" does.
class RunsPanel : public QWidget {
    Q_OBJECT
public:
    RunsPanel(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent = nullptr);
    QTableView& table() { return *m_table; }
    RunsComparison& comparison() { return *m_comparison; }

signals:
    void exportRequested(int id);    ///< the model, to a file that is asked for
    void duplicateRequested(int id); ///< its settings, for a new run
    void trainRidgeRequested();

private:
    QWidget* buildActions();
    void buildTable();
    void sizeColumns();
    void restoreColumns();
    void rememberColumns() const;
    void addAction(const QString& text, const QString& tip, const QList<QKeySequence>& keys, bool needsModel,
                   std::function<void(int id)> act);
    std::vector<int> chosen() const; ///< as they stand in the table
    int current() const;             ///< id; -1: none
    void refresh();
    void refreshActions();
    void followSelection();

    Workspace& m_workspace;
    SelectionHub& m_hub;
    Card* m_card = nullptr;
    QStackedLayout* m_stack = nullptr;
    QTableView* m_table = nullptr;
    RunsComparison* m_comparison = nullptr;
    RunsModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    std::set<int> m_sized; ///< columns whose width the user chose
    struct Action {
        QAction* action;
        bool needsModel;
    };
    std::vector<Action> m_actions;
};

} // namespace bridgescope
