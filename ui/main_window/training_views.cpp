#include "core/base/error.h"
#include "ui/figures/batch_export.h"
#include "ui/main_window/main_window.h"
#include "ui/models/window_words.h"
#include "ui/panels/runs/runs_panel.h"
#include "ui/panels/training/training_panel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/help_request.h"

#include <QFileDialog>
#include <QStatusBar>
#include <QTabWidget>

#include <algorithm>

namespace bridgescope {

void MainWindow::buildTrainingViews()
{
    m_training = new TrainingPanel(*m_workspace, m_hub, *m_jobs);
    m_runs = new RunsPanel(*m_workspace, m_hub, *m_jobs);
    m_tabs->addTab(m_training, tr("Training"));
    m_tabs->addTab(m_runs, tr("Runs"));
    setHelpTopic(*m_training, QStringLiteral("training"));
    setHelpTopic(*m_runs, QStringLiteral("runs"));
    connect(m_runs, &RunsPanel::trainRidgeRequested, this, [this] { trainRidge(true); });
    connect(m_runs, &RunsPanel::exportRequested, this, [this](int id) { exportMapping(id, true); });
    connect(m_runs, &RunsPanel::duplicateRequested, this, [this](int id) {
        showView("training");
        m_training->duplicate(id);
    });
    connect(m_workspace.get(), &Workspace::said, this,
            [this](const QString& text) { statusBar()->showMessage(text, 8000); });
    // The Training page says itself what became of the run it shows, with what can be done now.
    const auto said = std::make_shared<QString>();
    connect(m_workspace.get(), &Workspace::trainingFailed, this, [this, said](int id) {
        const MappingEntry* run = m_workspace->mapping(id);
        if (!run || (m_tabs->currentWidget() == m_training && m_training->shownRun() == id)) return;
        *said = tr("%1: %2").arg(run->name, windowWords(run->message));
        m_banner->show(*said, {}, {tr("Close")});
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, said](int tab) {
        if (m_tabs->widget(tab) == m_training && m_banner->text() == *said) m_banner->dismiss();
    });
}

/// A dot on the tab while something is trained.
void MainWindow::showTrainingMark()
{
    const auto& mappings = m_workspace->mappings();
    const bool active = std::any_of(mappings.begin(), mappings.end(), [](const auto& m) { return m.isActive(); });
    const int tab = m_tabs->indexOf(m_training);
    const QString title = active ? tr("Training ●") : tr("Training");
    if (m_tabs->tabText(tab) != title) m_tabs->setTabText(tab, title);
}

void MainWindow::trainRidge(bool forward)
{
    m_workspace->train({}, forward);
}

void MainWindow::newMapping()
{
    if (!m_workspace->pair()) return;
    showView("training");
    m_training->showForm();
}

void MainWindow::openMapping()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a mapping"), {}, tr("Model (*.safetensors)"));
    if (!file.isEmpty()) m_workspace->openMapping(file);
}

void MainWindow::exportMapping(int id, bool model)
{
    if (!m_workspace->mapping(id)) return;
    const QString file = QFileDialog::getSaveFileName(
        this, model ? tr("Save the mapping") : tr("Save f(X)"),
        fileNameOf(m_workspace->mapping(id)->name) + (model ? ".safetensors" : "-fx.npy"),
        model ? tr("Model (*.safetensors)") : tr("NumPy (*.npy);;CSV (*.csv);;word2vec text (*.txt)"));
    if (file.isEmpty()) return;
    try {
        model ? m_workspace->saveMapping(id, file) : m_workspace->savePredictions(id, file);
        statusBar()->showMessage(tr("Saved %1").arg(file), 5000);
    } catch (const Error& error) {
        m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")});
    }
}

} // namespace bridgescope
