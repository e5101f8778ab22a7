#include "ui/main_window/main_window.h"

#include "ui/lessons/predict_page.h"
#include "ui/main_window/job_status.h"
#include "ui/main_window/shared_bar.h"
#include "ui/main_window/undo_keys.h"
#include "ui/models/window_words.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/import/import_page.h"
#include "ui/panels/maps/maps_panel.h"
#include "ui/panels/neighbors/neighbors_panel.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/panels/runs/runs_panel.h"
#include "ui/panels/start/start_page.h"
#include "ui/panels/training/training_panel.h"
#include "ui/panels/workspace/workspace_panel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/help_request.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractSpinBox>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
MainWindow::MainWindow(Theme& theme, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_jobs(std::make_unique<JobRunner>()),
      m_workspace(std::make_unique<Workspace>(m_hub, *m_jobs))
{
    setWindowTitle(QStringLiteral("Bridgescope"));
    setWindowIcon(programIcon());
    setMinimumSize(900, 600);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize())); // no larger than what is there to show it
    setAcceptDrops(true);
    build();
    for (auto* field : findChildren<QLineEdit*>()) // a file dropped on a field is the window's, not text
        field->setAcceptDrops(false);
    auto* undoKeys = new UndoKeys(this);
    for (auto* field : findChildren<QLineEdit*>())
        field->installEventFilter(undoKeys);
    for (auto* field : findChildren<QAbstractSpinBox*>())
        field->installEventFilter(undoKeys);
    for (auto* area : findChildren<QScrollArea*>()) { // Qt leaves them without a role
        describeAs(*area, QAccessible::Pane);
        area->setAccessibleName(tr("Scrolled page"));
    }
    buildMenus();
    connectAll();
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    restoreState(settings.value("window/state").toByteArray());
    m_theme.setScale(settings.value("window/scale", 1.0).toDouble());
    m_dockWanted = settings.value("window/dock", true).toBool();
    m_start->setRecent(settings.value("recent/pairs").toStringList());
    showSamplePictures();
    showPage(StartPageIndex);
}

MainWindow::~MainWindow()
{
    // Names that are being typed are taken while all they speak to is there; then jobs end, then the views go.
    if (QWidget* focused = focusWidget()) focused->clearFocus();
    m_jobs->shutdown();
    delete takeCentralWidget();
    delete m_dock;
    delete m_bar;
}

void MainWindow::build()
{
    // Tab goes through the tool bar, the dock, the tabs, then the view: the order in which they are put in.
    m_bar = new SharedBar(m_hub, *m_workspace);
    addToolBar(m_bar);
    m_dock = new QDockWidget(tr("Workspace"));
    m_dock->setObjectName("workspace-dock");
    auto* panel = new WorkspacePanel(*m_workspace, m_hub);
    panel->setMinimumWidth(240);
    m_dock->setWidget(panel);
    addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    resizeDocks({m_dock}, {240}, Qt::Horizontal);
    connect(panel, &WorkspacePanel::newPairRequested, this, [this] { showPage(StartPageIndex); });
    connect(panel, &WorkspacePanel::newMappingRequested, this, &MainWindow::newMapping);
    connect(panel, &WorkspacePanel::nameSelectionRequested, this, &MainWindow::nameSelection);
    connect(panel, &WorkspacePanel::exportSelectionRequested, this, &MainWindow::exportSelection);
    m_pages = new QStackedWidget;
    m_start = new StartPage;
    m_import = new ImportPage(*m_jobs);
    m_views = new QWidget;
    auto* column = new QVBoxLayout(m_views);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner;
    m_banner->dismiss();
    column->addWidget(m_banner);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    describeAs(*m_tabs, QAccessible::PageTabList);
    m_tabs->setAccessibleName(tr("Views"));
    m_overview = new OverviewPanel(m_hub);
    m_neighbors = new NeighborsPanel(m_hub);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_neighbors, tr("Neighbors"));
    m_maps = new MapsPanel(m_hub, *m_jobs);
    m_tabs->addTab(m_maps, tr("Maps"));
    buildTrainingViews();
    m_experiments = new ExperimentsPanel(*m_jobs, *m_workspace, m_hub);
    m_tabs->addTab(m_experiments, tr("Experiments"));
    column->addWidget(m_tabs, 1);
    for (QWidget* page : {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_import), m_views})
        m_pages->addWidget(page);
    setCentralWidget(m_pages);
    setHelpTopic(*m_overview, QStringLiteral("overview"));
    setHelpTopic(*m_neighbors, QStringLiteral("neighbors"));
    setHelpTopic(*m_maps, QStringLiteral("maps"));
    setHelpTopic(*m_experiments, QStringLiteral("experiments"));
    m_scope = new QLabel;
    m_scope->setContentsMargins(8, 0, 0, 0);
    statusBar()->addWidget(m_scope, 1);
    auto* status = new JobStatus(*m_jobs);
    statusBar()->addPermanentWidget(status);
    statusBar()->setSizeGripEnabled(false);
    connect(status, &JobStatus::cancelRequested, m_workspace.get(), &Workspace::cancelJob);
}

void MainWindow::connectAll()
{
    connect(m_start, &StartPage::filesChosen, this, [this](const QString& x, const QString& y) { openFiles({x, y}); });
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::syntheticRequested, this, &MainWindow::askForSynthetic);
    connect(m_import, &ImportPage::accepted, this, &MainWindow::acceptPair);
    connect(m_import, &ImportPage::cancelled, this, [this] {
        m_jobs->cancel("import");
        showPage(m_workspace->pair() ? ViewsIndex : StartPageIndex);
    });
    connectOverview();
    connect(m_maps, &MapsPanel::trainRidgeRequested, this, [this] { trainRidge(true); });
    connect(m_neighbors, &NeighborsPanel::trainRidgeRequested, this, [this] { trainRidge(true); });
    connect(m_experiments, &ExperimentsPanel::viewsRequested, this, [this] { showView("overview"); });
    connect(m_workspace.get(), &Workspace::mappingsChanged, this, &MainWindow::refreshMappings);
    connect(m_workspace.get(), &Workspace::pairChanged, this, [this] {
        offerViews();
        if (const OpenPair* pair = m_workspace->pair())
            setWindowTitle(tr("%1, %2 — Bridgescope")
                               .arg(QString::fromStdString(pair->x.name), QString::fromStdString(pair->y.name)));
        showPage(m_workspace->pair() ? ViewsIndex : StartPageIndex);
    });
    const auto problem = [this](const QString& said) {
        const QString text = windowWords(said);
        if (m_workspace->pair())
            m_banner->show(text, {}, {tr("Close")});
        else
            m_start->showProblem(text);
    };
    connect(m_workspace.get(), &Workspace::problem, this, problem);
    connect(m_bar, &SharedBar::notFound, this, [this](const QString& why) { statusBar()->showMessage(why, 8000); });
    connect(m_jobs.get(), &JobRunner::failed, this,
            [problem](const QString&, const Error& error) { problem(QString::fromUtf8(error.what())); });
    connect(m_jobs.get(), &JobRunner::warned, this, [this](const QString& text) {
        if (m_pages->currentWidget() == m_predict) return; // a class is guessing what ridge has learnt
        statusBar()->showMessage(windowWords(text), 8000);
    });
    connect(m_banner, &Banner::chosen, m_banner, &Banner::dismiss);
    connect(&m_hub, &SelectionHub::measuredChanged, this, [this] { refreshScope(); });
    connect(&m_hub, &SelectionHub::stateChanged, this, [this](const ViewState& before, const ViewState& now) {
        if (before.mapping != now.mapping) refreshMappings();
    });
    connect(&m_hub, &SelectionHub::viewRequested, this, &MainWindow::showView);
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

void MainWindow::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    const bool views = page == ViewsIndex;
    m_bar->setVisible(views);
    m_dock->setVisible(views && m_dockWanted && !m_presenting);
    refreshScope();
}

/// Without a pair only experiments can be set up: a grid from its file, untrained nets of a set by itself.
void MainWindow::offerViews()
{
    const bool pair = m_workspace->pair() != nullptr;
    const bool alone = m_tabs->currentWidget() == m_experiments && !m_tabs->isTabEnabled(0);
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setTabEnabled(tab, pair || m_tabs->widget(tab) == m_experiments);
    if (pair && alone) m_tabs->setCurrentIndex(0);
}

void MainWindow::showView(const QString& id)
{
    if (id == "start")
        showPage(StartPageIndex);
    else {
        offerViews();
        showPage(ViewsIndex);
        QWidget* view = id == "neighbors"     ? static_cast<QWidget*>(m_neighbors)
                        : id == "maps"        ? static_cast<QWidget*>(m_maps)
                        : id == "training"    ? static_cast<QWidget*>(m_training)
                        : id == "runs"        ? static_cast<QWidget*>(m_runs)
                        : id == "experiments" ? static_cast<QWidget*>(m_experiments)
                                              : m_overview;
        m_tabs->setCurrentWidget(view);
    }
}

void MainWindow::refreshMappings()
{
    const MappingEntry* current = m_workspace->mapping(m_hub.state().mapping);
    std::vector<MappingSummary> summaries;
    for (const MappingEntry& entry : m_workspace->mappings())
        if (entry.report && (!current || entry.forward == current->forward))
            summaries.push_back({entry.id, entry.name, *entry.report, entry.id == m_hub.state().mapping});
    m_overview->setMappings(std::move(summaries));
    showTrainingMark();
}

void MainWindow::refreshScope()
{
    const MeasuredPtr measured = m_hub.measured();
    if (m_pages->currentIndex() != ViewsIndex)
        m_scope->setText(tr("Drop files anywhere in this window"));
    else if (!measured)
        m_scope->setText(m_jobs->isRunning("lists") ? tr("Reading lists…") : tr("No neighbor lists"));
    else {
        static const QString names[] = {tr("held-out"), tr("paired"), tr("training"), tr("selected")};
        m_scope->setText(tr("%L1 %2 items of %L3 paired")
                             .arg(measured->n())
                             .arg(names[static_cast<int>(measured->scope)])
                             .arg(measured->pairs->size()));
    }
}

void MainWindow::stepItem(int steps)
{
    const MeasuredPtr measured = m_hub.measured();
    if (!measured || measured->n() == 0) return;
    const auto n = static_cast<int>(measured->n());
    const int local = std::max(0, measured->localOf(m_hub.state().focus));
    m_hub.setFocus(static_cast<int>(measured->fold->items[static_cast<std::size_t>((local + steps + n) % n)]));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) return event->ignore();
    m_jobs->cancelAll();
    setPresenting(false); // the next start is at the desk
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/state", saveState());
    event->accept();
}

} // namespace bridgescope
