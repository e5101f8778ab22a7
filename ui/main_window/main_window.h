#pragma once
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
class ImportPage;
class MapsPanel;
class NeighborsPanel;
class OverviewPanel;
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
    void showView(const QString& id); ///< "start", "overview", "neighbors", "maps", "training", "runs"
    SelectionHub& hub() { return m_hub; }
    Workspace& workspace() { return *m_workspace; }
    JobRunner& jobs() { return *m_jobs; }
    SharedBar& bar() { return *m_bar; }
    StartPage& startPage() { return *m_start; }
    ExperimentsPanel& experiments() { return *m_experiments; }
    ImportPage& importPage() { return *m_import; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
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
    void acceptPair(const std::shared_ptr<struct ImportedPair>& pair);
    void refreshMappings();
    void refreshScope();
    void trainRidge(bool forward);
    void buildTrainingViews();
    void newMapping();
    void exportMapping(int id, bool model);
    void showTrainingMark();
    void stepItem(int steps);
    void rememberPair(const QString& x, const QString& y);
    void showShortcuts();
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
};

} // namespace bridgescope
