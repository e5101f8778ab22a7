#include "ui/main_window/main_window.h"
#include "ui/main_window/shared_bar.h"
#include "ui/panels/start/drop_slot.h"
#include "ui/widgets/help_request.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QTabWidget>

namespace bridgescope {

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("Open &pair…"), QKeySequence::Open, this, [this] {
        openFiles(QFileDialog::getOpenFileNames(this, tr("Choose two embedding sets"), {}, readableFilesFilter()));
    });
    file->addAction(tr("Open the &sample"), this, &MainWindow::openSample);
    file->addAction(tr("&Make a synthetic pair…"), this, &MainWindow::askForSynthetic);
    m_recent = file->addMenu(tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addAction(tr("S&tart page"), this, [this] { showView("start"); });
    file->addSeparator();
    QAction* openModel = file->addAction(tr("Ope&n mapping…"), this, &MainWindow::openMapping);
    QAction* saveModel = file->addAction(tr("Save &mapping…"), QKeySequence::Save, this,
                                         [this] { exportMapping(m_hub.state().mapping, true); });
    QAction* saveVectors =
        file->addAction(tr("Save f(&X)…"), this, [this] { exportMapping(m_hub.state().mapping, false); });
    QAction* charts = file->addAction(tr("&Export all charts…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                                      &MainWindow::exportAll);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_hub.undoStack()->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_hub.undoStack()->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    addSelectionActions(*edit);

    QMenu* mapping = menuBar()->addMenu(tr("&Mapping"));
    QAction* ridge =
        mapping->addAction(tr("Train &ridge"), QKeySequence(Qt::CTRL | Qt::Key_R), this, [this] { trainRidge(true); });
    QAction* back = mapping->addAction(tr("Train ridge, other &direction"), this, [this] { trainRidge(false); });
    QAction* more =
        mapping->addAction(tr("&New mapping…"), QKeySequence(Qt::CTRL | Qt::Key_N), this, &MainWindow::newMapping);
    QAction* cancel = mapping->addAction(tr("&Cancel training"), this, [this] { m_workspace->cancelJob("train"); });
    QAction* remove = mapping->addAction(tr("&Delete the mapping looked at"), this,
                                         [this] { m_workspace->remove(m_hub.state().mapping); });

    buildViewMenu();
    buildGoMenu();
    buildHelpMenu();
    // Shortcuts of a menu bar that is hidden do not work; those of the window do.
    for (const QAction* menu : menuBar()->actions())
        for (QAction* action : menu->menu()->actions())
            if (!action->shortcuts().isEmpty()) addAction(action);

    const auto enable = [=, this] {
        const bool open = m_workspace->pair() != nullptr, mapped = open && m_workspace->mapping(m_hub.state().mapping);
        for (QAction* action : {ridge, back, more, charts, openModel})
            action->setEnabled(open);
        for (QAction* action : {saveModel, saveVectors, remove})
            action->setEnabled(mapped);
        cancel->setEnabled(m_jobs->isRunning("train"));
    };
    connect(m_workspace.get(), &Workspace::mappingsChanged, this, enable);
    connect(m_workspace.get(), &Workspace::pairChanged, this, enable);
    connect(m_jobs.get(), &JobRunner::changed, this, enable);
    connect(&m_hub, &SelectionHub::stateChanged, this, enable);
    enable();
}

void MainWindow::fillRecentMenu()
{
    m_recent->clear();
    for (const QString& pair : QSettings().value("recent/pairs").toStringList()) {
        const QStringList files = pair.split('\n');
        if (files.size() != 2) continue;
        QAction* action =
            m_recent->addAction(tr("%1 → %2").arg(QFileInfo(files[0]).fileName(), QFileInfo(files[1]).fileName()), this,
                                [this, files] { openFiles(files); });
        action->setToolTip(pair);
    }
    if (m_recent->isEmpty()) m_recent->addAction(tr("No pair was opened yet"))->setEnabled(false);
}

void MainWindow::buildGoMenu()
{
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->addAction(m_bar->backAction());
    go->addAction(m_bar->forwardAction());
    go->addAction(tr("&Next item"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), this, [this] { stepItem(1); });
    go->addAction(tr("&Previous item"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), this, [this] { stepItem(-1); });
    go->addAction(tr("&Find item"), QKeySequence::Find, this, [this] {
        m_bar->search()->setFocus();
        m_bar->search()->selectAll();
    });
    go->addAction(tr("One neighbor &more"), QKeySequence(Qt::CTRL | Qt::Key_Up), this,
                  [this] { m_hub.setK(m_hub.state().k + 1); });
    go->addAction(tr("One neighbor &fewer"), QKeySequence(Qt::CTRL | Qt::Key_Down), this,
                  [this] { m_hub.setK(std::max<Index>(1, m_hub.state().k - 1)); });
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("&Overview"), QKeySequence(Qt::CTRL | Qt::Key_1), this, [this] {
        if (m_workspace->pair()) showView("overview");
    });
    view->addAction(tr("&Neighbors"), QKeySequence(Qt::CTRL | Qt::Key_2), this, [this] {
        if (m_workspace->pair()) showView("neighbors");
    });
    view->addAction(tr("&Maps"), QKeySequence(Qt::CTRL | Qt::Key_3), this, [this] {
        if (m_workspace->pair()) showView("maps");
    });
    view->addAction(tr("&Training"), QKeySequence(Qt::CTRL | Qt::Key_4), this, [this] {
        if (m_workspace->pair()) showView("training");
    });
    view->addAction(tr("&Runs"), QKeySequence(Qt::CTRL | Qt::Key_5), this, [this] {
        if (m_workspace->pair()) showView("runs");
    });
    view->addAction(tr("&Experiments"), QKeySequence(Qt::CTRL | Qt::Key_6), this, [this] { showView("experiments"); });
    view->addSeparator();
    buildPresenter(*view);
    QAction* dock = m_dock->toggleViewAction();
    connect(dock, &QAction::triggered, this, &MainWindow::wantDock);
    m_dock->installEventFilter(this);
    view->addAction(dock);
    QAction* help = view->addAction(tr("Hel&p pane"), this, [this] {
        const bool shown = m_helpDock && m_helpDock->isVisible();
        shown ? m_helpDock->hide() : showHelp(helpTopicOf(m_tabs->currentWidget()));
    });
    help->setCheckable(true);
    connect(view, &QMenu::aboutToShow, this, [this, help] { help->setChecked(m_helpDock && m_helpDock->isVisible()); });
    view->addSeparator();
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, Theme::Choice choice) {
        QAction* action = view->addAction(name, this, [this, choice] {
            m_theme.setChoice(choice);
            QSettings().setValue("theme", static_cast<int>(choice));
        });
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
    };
    add(tr("&Light theme"), Theme::Choice::Light);
    add(tr("&Dark theme"), Theme::Choice::Dark);
    add(tr("Theme of the &system"), Theme::Choice::System);
}

void MainWindow::wantDock(bool wanted)
{
    m_dockWanted = wanted;
    QSettings().setValue("window/dock", wanted);
}

/// The button in the dock's title closes it as the menu does: for good.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_dock && event->type() == QEvent::Close) wantDock(false);
    return QMainWindow::eventFilter(watched, event);
}

} // namespace bridgescope
