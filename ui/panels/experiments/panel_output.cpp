#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/experiment/methods.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace bridgescope {

void ExperimentsPanel::refreshTable()
{
    LiveGrid* live = m_job->live();
    for (QPushButton* button : m_exports)
        button->setEnabled(live && live->table);
    if (!live) {
        const bool runnable = m_form->isRunnable();
        m_tableCard->setTitle(tr("Table"));
        m_table->setTable({});
        m_caption->setText(runnable ? tr("Choose data, directions and mappings at the left, then run the grid: the "
                                         "table fills as cells end.")
                                    : tr("Open a pair, or add one at the left, to build a grid of it."));
        m_methods->setText(tr("Stands here once the grid was run."));
        m_paper->setVisible(false);
        return;
    }
    bool paper = false;
    for (const GridData& entry : live->spec.data)
        paper = paper || !entry.paper.empty();
    m_paper->setVisible(paper);
    live->spec.table.paper = paper && m_paper->isChecked();
    const PrintedTable printed = live->printed();
    QString title = QString::fromStdString(printed.title);
    if (live->spec.ks.size() == 1) title += tr(", mNNO at K = %1").arg(live->spec.ks.front());
    m_tableCard->setTitle(title);
    m_caption->setText(QString::fromStdString(printed.caption));
    m_table->setTable(printed);
    std::vector<bool> running;
    for (const CellState state : live->states)
        running.push_back(state == CellState::Running);
    m_table->setRunning(std::move(running));
    const Index tests = live->table ? live->table->tests : static_cast<Index>(live->cells.size());
    m_methods->setText(QString::fromStdString(methodsText(live->spec, live->known(), tests)).trimmed());
}

void ExperimentsPanel::copyTable()
{
    const LiveGrid* live = m_job->live();
    if (!live || !live->table) return;
    const PrintedTable printed = live->printed();
    auto* mime = new QMimeData;
    mime->setHtml(QString::fromStdString(toHtml(printed)));
    mime->setText(QString::fromStdString(toMarkdown(printed)));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ExperimentsPanel::saveTable(const QString& file)
{
    const LiveGrid* live = m_job->live();
    if (!live || !live->table) return;
    const PrintedTable printed = live->printed();
    const std::string text = file.endsWith(".csv")    ? toCsv(*live->table)
                             : file.endsWith(".tex")  ? toLatex(printed)
                             : file.endsWith(".html") ? toHtml(printed)
                                                      : toMarkdown(printed);
    guarded([&] { writeFile(file.toStdString(), text); });
}

void ExperimentsPanel::exportAll(const QString& folder)
{
    const LiveGrid* live = m_job->live();
    if (!live || !live->table) return;
    guarded([&] {
        QDirIterator files(live->dir, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString target = folder + "/" + QDir(live->dir).relativeFilePath(file.fileName());
            QDir().mkpath(QFileInfo(target).path());
            if (!file.open(QIODevice::ReadOnly))
                throw Error(ErrorKind::Io, "cannot be read", "run the grid again")
                    .inFile(file.fileName().toStdString());
            writeFile(target.toStdString(), file.readAll().toStdString());
        }
        // As it is shown: with the paper's figures or without.
        const PrintedTable printed = live->printed();
        writeFile((folder + "/table.md").toStdString(), toMarkdown(printed));
        writeFile((folder + "/table.tex").toStdString(), toLatex(printed));
        writeFile((folder + "/table.html").toStdString(), toHtml(printed));
    });
}

void ExperimentsPanel::askAndSave(const QString& what)
{
    if (what == "copy") return copyTable();
    if (what == "methods") return QGuiApplication::clipboard()->setText(m_methods->text());
    if (what == "open") {
        const QString file = QFileDialog::getOpenFileName(this, tr("Open a grid"), {}, tr("Grid (*.json)"));
        if (!file.isEmpty()) openSpec(file);
    } else if (what == "spec") {
        const QString file = QFileDialog::getSaveFileName(this, tr("Save the grid"), "grid.json", tr("Grid (*.json)"));
        if (!file.isEmpty()) saveSpec(file);
    } else if (what == "all") {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder for tables, methods, provenance and cells"));
        if (!folder.isEmpty()) exportAll(folder);
    } else {
        const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), "table." + what, "*." + what);
        if (!file.isEmpty()) saveTable(file);
    }
}

} // namespace bridgescope
