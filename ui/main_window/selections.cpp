#include "ui/main_window/main_window.h"

#include "core/base/atomic_file.h"
#include "ui/models/selection_export.h"
#include "ui/panels/overview/overview_panel.h"
#include "ui/widgets/card.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>

namespace bridgescope {

/// What the overview asks of the workspace; neither knows the other.
void MainWindow::connectOverview()
{
    connect(m_overview, &OverviewPanel::trainRidgeRequested, this, [this] { trainRidge(true); });
    connect(m_overview, &OverviewPanel::listsRequested, m_workspace.get(), &Workspace::requestLists);
    connect(m_overview, &OverviewPanel::hubAuditRequested, m_workspace.get(), &Workspace::requestHubAudit);
    connect(m_overview, &OverviewPanel::similarityRequested, m_workspace.get(), &Workspace::requestSimilarity);
    connect(m_overview, &OverviewPanel::similarityCancelled, this, [this] { m_workspace->cancelJob("similarity"); });
    connect(m_overview, &OverviewPanel::calibratedChosen, m_workspace.get(), &Workspace::setCalibrated);
    const auto progress = [this] {
        const auto status = m_jobs->newest();
        const bool known = status && status->kind == "similarity";
        m_overview->setSimilarityProgress(m_jobs->isRunning("similarity"), known ? status->done : 0,
                                          known ? status->total : 0);
    };
    connect(m_jobs.get(), &JobRunner::changed, this, progress);
    connect(m_jobs.get(), &JobRunner::changed, this, [this] {
        m_overview->setMeasuring(m_jobs->isRunning("lists"));
        if (!m_hub.measured()) refreshScope();
    });
    connect(m_jobs.get(), &JobRunner::progressed, this, progress);
}

void MainWindow::addSelectionActions(QMenu& edit)
{
    edit.addSeparator();
    QAction* clear = edit.addAction(tr("Clear &selection"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), this,
                                    [this] { m_hub.setSelection({}); });
    QAction* invert = edit.addAction(tr("&Invert selection"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this,
                                     [this] { m_hub.invertSelection(); });
    QAction* name = edit.addAction(tr("&Name selection…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this,
                                   &MainWindow::nameSelection);
    QAction* measure =
        edit.addAction(tr("&Measure the selection"), this, [this] { m_hub.setScope(ItemScope::Selection); });
    QAction* save = edit.addAction(tr("&Export selection…"), this, [this] { exportSelection(-1); });
    const auto enable = [=, this] {
        const auto count = m_hub.state().selection.size();
        for (QAction* action : {clear, name, save})
            action->setEnabled(count > 0);
        measure->setEnabled(count > 1);
        invert->setEnabled(m_hub.measured() != nullptr);
    };
    connect(&m_hub, &SelectionHub::stateChanged, this, enable);
    connect(&m_hub, &SelectionHub::measuredChanged, this, enable);
    enable();
}

void MainWindow::nameSelection()
{
    if (m_hub.state().selection.empty()) return;
    bool accepted = false;
    const QString name = QInputDialog::getText(
        this, tr("Name the selection"), tr("Name of the %L1 items").arg(m_hub.state().selection.size()),
        QLineEdit::Normal, tr("Selection %1").arg(m_hub.state().named.size() + 1), &accepted);
    if (accepted) m_hub.nameSelection(name);
}

void MainWindow::exportSelection(int named)
{
    const MeasuredAtKPtr atK = m_hub.atK();
    const ViewState& state = m_hub.state();
    if (!atK || named >= state.named.size()) return;
    const std::set<int> items = named < 0 ? state.selection : state.named[named].items;
    const QString csv = tr("Table with overlaps (*.csv)"), labels = tr("Labels, one a line (*.txt)");
    QString kind;
    QString file = QFileDialog::getSaveFileName(this, tr("Export the selection"), QStringLiteral("selection.csv"),
                                                csv + QStringLiteral(";;") + labels, &kind);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty()) file += kind == labels ? ".txt" : ".csv";
    const bool text = file.endsWith(".txt", Qt::CaseInsensitive);
    try {
        const QByteArray bytes = text ? selectionLabels(*atK->measured->pairs, items) : selectionCsv(*atK, items);
        writeFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        statusBar()->showMessage(tr("Saved %1").arg(file), 5000);
    } catch (const Error& error) {
        m_banner->show(QString::fromUtf8(error.what()), {}, {tr("Close")});
    }
}

} // namespace bridgescope
