#pragma once
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace bridgescope {

class Banner;
class Card;
class LiveCards;
class MappingForm;
class RunHeader;
class RunsModel;
class WhyCard;

/// Sets mappings up, trains them in the background and shows how they go. Which run is shown is this page's own choice
/// and never changes the mapping looked at.
class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent = nullptr);
    void duplicate(int id); ///< fills the form with the settings of a run
    void showForm();        ///< brings it out where it is folded away, and goes to it
    int shownRun() const { return m_run; }
    void showRun(int id);
    MappingForm& form() { return *m_form; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildTable();
    void refreshConvention();
    void placeForm();
    void connectHeader();
    void connectTable();
    void openMenu(const QPoint& at);
    void lookAt(int id);
    void takePair();
    void train();
    void startTraining();
    void sweep();
    void follow();
    void refresh();
    void refreshSoon();
    void refreshProblem(const MappingEntry* run);
    void selectRow(int id);
    bool withRate(const std::function<void(double)>& what);
    bool takeRate();
    std::vector<const MappingEntry*> comparedWith(const MappingEntry& run) const;
    std::vector<int> chosen() const; ///< ids of the selected rows

    Workspace& m_workspace;
    SelectionHub& m_hub;
    MappingForm* m_form = nullptr;
    Card* m_formCard = nullptr;
    QWidget* m_right = nullptr;
    QPushButton* m_formButton = nullptr;
    Banner* m_problem = nullptr;
    QStackedLayout* m_stack = nullptr;
    RunHeader* m_header = nullptr;
    LiveCards* m_live = nullptr;
    WhyCard* m_why = nullptr;
    Card* m_tableCard = nullptr;
    QTableView* m_table = nullptr;
    RunsModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    QTimer m_timer;
    SplitOptions m_split; ///< that the form shows
    int m_run = -1;
    int m_newest = 0;         ///< greatest id seen
    int m_dismissed = -1;     ///< the run whose failure is not to be said again
    bool m_selecting = false; ///< the page itself moves the selection
    bool m_narrow = false;
};

} // namespace bridgescope
