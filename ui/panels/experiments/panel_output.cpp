#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/experiment/methods.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/paper_rows.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>
#include <map>

namespace bridgescope {
namespace {

/// Whether some row would have a figure of the paper beside it.
bool hasFiguresOfPaper(const GridSpec& spec)
{
    return std::any_of(spec.maps.begin(), spec.maps.end(),
                       [](const GridMap& map) { return map.name == "lin" || map.name == "nn"; });
}

} // namespace

void ExperimentsPanel::refreshTable()
{
    LiveGrid* live = m_job->live();
    for (QPushButton* button : m_exports)
        button->setEnabled(live && live->table);
    const QStringList absent = m_form->absentData();
    bool paper = false;
    if (live)
        for (const GridData& entry : live->spec.data)
            paper = paper || !entry.paper.empty();
    m_paper->setVisible(paper || !absent.isEmpty());
    if (live) {
        live->spec.table.paper = paper && m_paper->isChecked() && hasFiguresOfPaper(live->spec);
        return showTable(*live);
    }
    m_tableCard->setTitle(tr("Table"));
    m_tableCard->setOutdated(false);
    PrintedTable table = m_paper->isChecked() && !absent.isEmpty() ? emptyTable() : PrintedTable();
    const auto rows = addAbsentData(table, m_paper->isChecked() ? absent : QStringList(), tr("no vectors opened"));
    m_table->setTable(table, rows);
    m_caption->setText(m_form->isRunnable() ? tr("Choose data, directions and mappings at the left, then run the grid: "
                                                 "the table fills as cells end.")
                                            : tr("Open a pair, or add one at the left, to build a grid of it."));
    m_methods->setText(tr("Stands here once the grid was run."), false);
}

void ExperimentsPanel::showTable(const LiveGrid& live)
{
    PrintedTable printed = live.printed();
    const bool current = isCurrent();
    QString title = QString::fromStdString(printed.title);
    if (live.spec.ks.size() == 1) title += tr(", mNNO at K = %1").arg(live.spec.ks.front());
    if (!current) title = tr("Earlier grid: %1").arg(title);
    m_tableCard->setTitle(title);
    m_tableCard->setOutdated(!current);
    m_methods->setTitle(current ? tr("Methods sentence") : tr("Methods sentence of the earlier grid"));
    m_caption->setText((current ? QString() : tr("As it was before the changes at the left.") + " ") +
                       QString::fromStdString(printed.caption));
    std::map<std::string, std::vector<std::string>> features;
    for (const GridData& entry : live.spec.data)
        features[entry.name].push_back(entry.feature);
    // Where all data sets share their features the groups of columns are called so already.
    std::erase_if(features, [&](const auto& entry) {
        return std::any_of(printed.columns.begin(), printed.columns.end(),
                           [&](const auto& column) { return column.group == entry.second.front(); });
    });
    m_table->setFeatures(std::move(features));
    const auto absent =
        addAbsentData(printed, m_paper->isChecked() ? m_form->absentData() : QStringList(), tr("no vectors opened"));
    m_table->setTable(printed, absent);
    std::vector<bool> running;
    for (const CellState state : live.states)
        running.push_back(state == CellState::Running);
    m_table->setRunning(std::move(running));
    const Index tests = live.table ? live.table->tests : static_cast<Index>(live.cells.size());
    m_methods->setText(QString::fromStdString(methodsText(live.spec, live.known(), tests)).trimmed(), true);
}

void ExperimentsPanel::setTintedExport(bool tinted)
{
    m_tint->setChecked(tinted);
}

PrintedTable ExperimentsPanel::exported(const LiveGrid& live) const
{
    PrintedTable table = live.printed();
    if (!m_tint->isChecked()) return table;
    for (auto& row : table.rows)
        for (std::size_t c = 0; c < row.entries.size(); ++c)
            if (const QColor tint = tintOf(table.columns[c], row.entries[c], lightTokens()); tint.isValid())
                row.entries[c].tint = tint.name().mid(1).toUpper().toStdString();
    return table;
}

void ExperimentsPanel::copyTable()
{
    const LiveGrid* live = m_job->live();
    if (!live || !live->table) return;
    const PrintedTable printed = exported(*live);
    auto* mime = new QMimeData;
    mime->setHtml(QString::fromStdString(toHtml(printed)));
    mime->setText(QString::fromStdString(toMarkdown(printed)));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ExperimentsPanel::saveTable(const QString& file)
{
    const LiveGrid* live = m_job->live();
    if (!live || !live->table) return;
    const PrintedTable printed = exported(*live);
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
        const PrintedTable printed = exported(*live);
        writeFile((folder + "/table.md").toStdString(), toMarkdown(printed));
        writeFile((folder + "/table.tex").toStdString(), toLatex(printed));
        writeFile((folder + "/table.html").toStdString(), toHtml(printed));
    });
}

void ExperimentsPanel::askAndSave(const QString& what)
{
    if (what == "copy") return copyTable();
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
