#pragma once
#include "ui/panels/experiments/grid_job.h"

#include <QWidget>

#include <functional>
#include <set>

class QAction;
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace bridgescope {

class Banner;
class Card;
class CellSquares;
class GridForm;
class MethodsCard;
class SelectionHub;
class TableView;
class UntrainedPage;
class Workspace;

/// The paper's experiments and grids: the form at the left, the table as it would be printed and the methods sentence
/// at the right, cells filling as they end.
class ExperimentsPanel : public QWidget {
    Q_OBJECT
public:
    ExperimentsPanel(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent = nullptr);

    GridForm& form() { return *m_form; }
    TableView& table() { return *m_table; }
    GridJob& job() { return *m_job; }
    UntrainedPage& untrained() { return *m_untrained; }
    void showUntrained(bool untrained); ///< Experiment 2, or grids
    void run();
    void dryRun();                      ///< says in a banner what a run would do
    void openSpec(const QString& file); ///< what is wrong with it is a banner
    void saveSpec(const QString& file);
    void saveTable(const QString& file); ///< format by its ending: .csv, .md, .tex, .html
    void exportAll(const QString& folder);
    void copyTable();
    void setTintedExport(bool tinted); ///< cells of HTML and LaTeX have the window's tint
    /// Asks for the fold where the cell has several, then looks at it; where its pair is not open a banner offers to.
    void openCell(int cell);
    /// The cell's run of one fold (from 1; 0: its one split) in the other views: the workspace takes the grid's split,
    /// K, metric and self rule and trains f anew with the cell's settings, so that its numbers are the cell's.
    void lookAt(int cell, int fold);

signals:
    void viewsRequested(); ///< a run was opened in the other views

private:
    struct Looking {
        int cell = -1, fold = 0;
        int mapping = -1; ///< looked at as soon as it has a model
    };
    QWidget* buildLeft();
    QWidget* buildRight();
    void offerOpenPair(bool checked);
    void addVectors(const QString& name);
    void showKind();
    void refresh();
    void refreshProgress();
    void refreshTable();
    void showTable(const LiveGrid& live);
    PrintedTable exported(const LiveGrid& live) const; ///< as it is shown: paper's figures and tint or not
    bool isCurrent() const;                            ///< the table is of the form as it stands
    nlohmann::ordered_json specNow() const;
    QString folderOf(const nlohmann::ordered_json& spec) const;
    void guarded(const std::function<void()>& work);
    void askAndSave(const QString& suffix);
    void say(const QString& problem);
    void offer(const QString& text, const QString& button, std::function<void()> work);
    QString whatIsLost() const;
    bool cellIsOpen(const GridCell& cell) const;
    void openPairOf(int cell);
    void takeCell(const Looking& looking);
    void showWhenTrained();

    JobRunner& m_jobs;
    Workspace& m_workspace;
    SelectionHub& m_hub;
    GridJob* m_job;
    QStackedWidget* m_pages = nullptr;
    UntrainedPage* m_untrained = nullptr;
    GridForm* m_form = nullptr;
    TableView* m_table = nullptr;
    Card* m_tableCard = nullptr;
    CellSquares* m_squares = nullptr;
    Banner* m_banner = nullptr;
    QLabel* m_progress = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_caption = nullptr;
    MethodsCard* m_methods = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_dry = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QCheckBox* m_paper = nullptr;
    QAction* m_tint = nullptr;
    QList<QPushButton*> m_exports;
    std::function<void()> m_offered; ///< what the banner's first button does; empty: nothing but close it
    int m_toOpen = -1;               ///< the cell whose pair is being read
    Looking m_looking;
    std::set<int> m_opened; ///< mappings of cells, named by their fold: they go where another split is taken
};

} // namespace bridgescope
