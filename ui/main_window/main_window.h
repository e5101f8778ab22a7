#pragma once
#include "core/dataset/synthetic.h"
#include "ui/figures/batch_export.h"
#include "ui/jobs/job_runner.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace bridgescope {

class Banner;
class ExperimentsPanel;
class HelpPane;
class ImportPage;
class MapsPanel;
class NeighborsPanel;
class OverviewPanel;
class PredictPage;
class RunsPanel;
class SharedBar;
class StartPage;
class Theme;
class TrainingPanel;

/// The frame: start page, import page, or the views beside the dock.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openFiles(const QStringList& files); ///< one fills a slot, two go to the preview
    void openSample();
    void openSynthetic(const SyntheticOptions& options, bool predictFirst);
    void showView(const QString& id); ///< "start", "overview", "neighbors", "maps", "training", "runs", "experiments"
    void setPresenting(bool on);      ///< large, without dock, menus and status bar
    void showHelp(const QString& topic);
    std::vector<OpenChart> openCharts() const; ///< of every view, seen or behind another tab
    /// Every open chart into a folder; what cannot be written is said in the banner.
    void exportCharts(const QString& folder, const BatchOptions& options);
    SelectionHub& hub() { return m_hub; }
    Workspace& workspace() { return *m_workspace; }
    JobRunner& jobs() { return *m_jobs; }
    SharedBar& bar() { return *m_bar; }
    StartPage& startPage() { return *m_start; }
    ExperimentsPanel& experiments() { return *m_experiments; }
    ImportPage& importPage() { return *m_import; }

protected:
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Page { StartPageIndex, ImportPageIndex, ViewsIndex };
    void build();
    void buildMenus();
    void buildViewMenu();
    void fillRecentMenu();
    void buildGoMenu();
    void buildHelpMenu();
    void connectAll();
    void connectOverview();
    void addSelectionActions(QMenu& edit);
    void nameSelection();
    void exportSelection(int named); ///< below 0: the selection
    void showPage(int page);
    void offerViews();
    void acceptPair(const std::shared_ptr<struct ImportedPair>& pair);
    void refreshMappings();
    void refreshScope();
    void trainRidge(bool forward);
    void buildTrainingViews();
    void newMapping();
    void openMapping();
    void exportMapping(int id, bool model);
    void showTrainingMark();
    void stepItem(int steps);
    void rememberPair(const QString& x, const QString& y);
    void buildPresenter(QMenu& view);
    void stepScale(int steps);
    void wantDock(bool wanted);
    void exportAll();
    void askForSynthetic();
    void predict(const SyntheticOptions& options);
    void tellTruth();
    void showSamplePictures();
    bool mayClose(); ///< asks once where trained mappings are not saved
    bool saveUnsaved();

    Theme& m_theme;
    SelectionHub m_hub;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    ImportPage* m_import = nullptr;
    QWidget* m_views = nullptr;
    Banner* m_banner = nullptr;
    QTabWidget* m_tabs = nullptr;
    OverviewPanel* m_overview = nullptr;
    NeighborsPanel* m_neighbors = nullptr;
    MapsPanel* m_maps = nullptr;
    ExperimentsPanel* m_experiments = nullptr;
    TrainingPanel* m_training = nullptr;
    RunsPanel* m_runs = nullptr;
    SharedBar* m_bar = nullptr;
    QDockWidget* m_dock = nullptr;
    QLabel* m_scope = nullptr;
    QMenu* m_recent = nullptr;
    PredictPage* m_predict = nullptr; ///< null until a class first predicts
    HelpPane* m_help = nullptr;       ///< null until help is first asked for
    QDockWidget* m_helpDock = nullptr;
    QAction* m_present = nullptr;
    QAction* m_leave = nullptr;
    bool m_presenting = false;
    bool m_wasFullScreen = false; ///< before presenting
    bool m_dockWanted = true;     ///< as the user left it; start page and presenting hide it all the same
};

} // namespace bridgescope
