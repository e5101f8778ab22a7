#include "ui/panels/experiments/experiments_panel.h"

#include "core/base/atomic_file.h"
#include "ui/panels/experiments/cell_squares.h"
#include "ui/panels/experiments/grid_form.h"
#include "ui/panels/experiments/methods_card.h"
#include "ui/panels/experiments/spec_texts.h"
#include "ui/panels/experiments/table_view.h"
#include "ui/panels/experiments/untrained_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace bridgescope {

ExperimentsPanel::ExperimentsPanel(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_workspace(workspace), m_hub(hub), m_job(new GridJob(jobs, this))
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    m_pages = new QStackedWidget;
    m_pages->setContentsMargins(12, 12, 12, 12);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    auto* grid = new QWidget;
    m_untrained = new UntrainedPage(jobs, workspace, hub);
    m_pages->addWidget(grid);
    m_pages->addWidget(m_untrained);
    auto* column = new QVBoxLayout(grid);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_banner = new Banner;
    m_banner->dismiss();
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(buildLeft());
    row->addWidget(buildRight(), 1);
    column->addLayout(row, 1);
    connect(m_banner, &Banner::chosen, this, [this](int button) {
        m_banner->dismiss();
        if (const auto work = std::exchange(m_offered, nullptr); work && button == 0) work();
    });
    connect(m_job, &GridJob::changed, this, &ExperimentsPanel::refresh);
    connect(m_job, &GridJob::problem, this, &ExperimentsPanel::say);
    connect(m_form, &GridForm::changed, this, [this] {
        showKind();
        refresh();
    });
    connect(m_table, &TableView::cellActivated, this, &ExperimentsPanel::openCell);
    connect(m_table, &TableView::vectorsRequested, this, &ExperimentsPanel::addVectors);
    connect(&m_workspace, &Workspace::pairChanged, this, [this] { offerOpenPair(true); });
    connect(&m_workspace, &Workspace::pairChanged, this, [this] {
        m_looking = {};
        m_opened.clear();
        if (const int cell = std::exchange(m_toOpen, -1); cell >= 0 && m_workspace.pair()) openCell(cell);
    });
    connect(&m_workspace, &Workspace::mappingsChanged, this, &ExperimentsPanel::showWhenTrained);
    connect(&m_hub, &SelectionHub::stateChanged, this, [this] {
        m_form->setSharedK(m_hub.state().k);
        refresh();
    });
    connect(m_form, &GridForm::untrainedRequested, this, [this] { showUntrained(true); });
    connect(m_untrained, &UntrainedPage::gridRequested, this, [this](int kind) {
        if (kind != m_form->kind()) m_form->choose(static_cast<ExperimentPicker::Kind>(kind));
        showUntrained(false);
    });
    m_form->setSharedK(m_hub.state().k);
    offerOpenPair(true);
    showKind();
    refresh();
}

void ExperimentsPanel::showUntrained(bool untrained)
{
    m_pages->setCurrentIndex(untrained ? 1 : 0);
}

/// Both pages' pickers say the same.
void ExperimentsPanel::showKind()
{
    m_untrained->picker().show(ExperimentPicker::Experiment2, m_form->kind(), m_form->file());
}

QWidget* ExperimentsPanel::buildLeft()
{
    auto* card = new Card(tr("Grid"));
    card->setFixedWidth(272);
    for (const auto& [text, save] : {std::pair{tr("Open…"), false}, std::pair{tr("Save"), true}}) {
        auto* button = new QPushButton(text);
        button->setProperty("flat", true);
        button->setProperty("small", true);
        button->setToolTip(save ? tr("The grid as a spec that the command line runs") : tr("A spec of a grid (JSON)"));
        connect(button, &QPushButton::clicked, this, [this, save = save] { askAndSave(save ? "spec" : "open"); });
        card->titleRow()->addWidget(button);
    }
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_form = new GridForm;
    column->addWidget(m_form, 1);
    auto* below = new QWidget;
    auto* bottom = new QVBoxLayout(below);
    bottom->setContentsMargins(12, 8, 12, 12);
    bottom->setSpacing(8);
    auto* counts = new QHBoxLayout;
    m_progress = new QLabel;
    m_progress->setProperty("role", "title");
    m_state = new QLabel;
    m_state->setProperty("role", "label");
    counts->addWidget(m_progress);
    counts->addStretch(1);
    counts->addWidget(m_state);
    bottom->addLayout(counts);
    m_squares = new CellSquares;
    bottom->addWidget(m_squares);
    auto* buttons = new QHBoxLayout;
    m_run = new QPushButton(accentIcon(Icon::Play), tr("Run grid"));
    m_run->setProperty("primary", true);
    m_dry = new QPushButton(tr("Dry run"));
    m_dry->setToolTip(tr("Reads the data and says what would be run, what is there already and how long it may take"));
    m_pause = new QPushButton(tr("Pause"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setToolTip(tr("Finished cells are kept: Run grid goes on"));
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_dry);
    buttons->addWidget(m_pause, 1);
    buttons->addWidget(m_cancel);
    bottom->addLayout(buttons);
    column->addWidget(below);
    connect(m_run, &QPushButton::clicked, this, &ExperimentsPanel::run);
    connect(m_dry, &QPushButton::clicked, this, &ExperimentsPanel::dryRun);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_job->setPaused(!m_job->isPaused()); });
    connect(m_cancel, &QPushButton::clicked, m_job, &GridJob::cancel);
    card->setBody(body);
    return card;
}

QWidget* ExperimentsPanel::buildRight()
{
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_tableCard = new Card(tr("Experiment 1"));
    m_paper = new QCheckBox(tr("Paper's figures"));
    m_paper->setChecked(true);
    m_tableCard->titleRow()->addWidget(m_paper);
    connect(m_paper, &QCheckBox::toggled, this, &ExperimentsPanel::refreshTable);
    const std::pair<QString, QString> actions[] = {
        {tr("Copy"), "copy"}, {"CSV", "csv"}, {"Markdown", "md"}, {"LaTeX", "tex"}, {tr("Export all…"), "all"}};
    for (const auto& [text, what] : actions) {
        auto* button = new QPushButton(text);
        button->setProperty("small", true);
        if (what == "copy") button->setIcon(themedIcon(Icon::Copy));
        if (what == "all") {
            button->setIcon(themedIcon(Icon::Export));
            button->setToolTip(
                tr("Every format, the methods sentence, BibTeX of the methods, provenance and all cells"));
        }
        connect(button, &QPushButton::clicked, this, [this, what = what] { askAndSave(what); });
        m_tableCard->titleRow()->addWidget(button);
        m_exports << button;
    }
    m_tint = m_tableCard->menu()->addAction(tr("Tint cells of HTML and LaTeX"));
    m_tint->setCheckable(true);
    auto* body = new QWidget;
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 4, 0, 0);
    inside->setSpacing(0);
    m_table = new TableView;
    m_table->setToolTip(
        tr("Click a cell: its mapping is trained again on the grid's own split and shown in the other views"));
    m_caption = new QLabel;
    inside->addWidget(m_table->scrolled(*m_caption), 1);
    m_tableCard->setBody(body);
    column->addWidget(m_tableCard, 1);
    m_methods = new MethodsCard;
    column->addWidget(m_methods);
    return right;
}

void ExperimentsPanel::offerOpenPair(bool checked)
{
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return;
    const auto entry = entryOfPair(*pair);
    if (entry.is_null()) return;
    const QString detail = entry.contains("sample") ? pair->detailY : tr("%L1 pairs").arg(pair->forward->size());
    m_form->offerData(entry, {detail, checked, pair->forward->size(), {}});
}

void ExperimentsPanel::addVectors(const QString& name)
{
    const QString texts = QFileDialog::getOpenFileName(this, tr("%1: vectors of the texts").arg(name));
    if (texts.isEmpty()) return;
    const QString pictures =
        QFileDialog::getOpenFileName(this, tr("%1: vectors of the pictures").arg(name), QFileInfo(texts).path());
    if (!pictures.isEmpty()) m_form->addPaperData(name, texts, pictures);
}

nlohmann::ordered_json ExperimentsPanel::specNow() const
{
    const ViewState& state = m_hub.state();
    return m_form->spec({state.k, state.metric, state.self});
}

QString ExperimentsPanel::folderOf(const nlohmann::ordered_json& spec) const
{
    nlohmann::ordered_json cells = spec;
    cells.erase("table"); // what is printed makes no other grid
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(cells.dump()), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/experiments/" + hash.toHex().left(16);
}

void ExperimentsPanel::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        say(QString::fromUtf8(error.what()));
    }
}

void ExperimentsPanel::run()
{
    m_banner->dismiss();
    guarded([this] {
        const auto json = specNow();
        const QString folder = folderOf(json);
        QDir().mkpath(QFileInfo(folder).path());
        m_job->start(gridSpecFromJson(json, {}, tr("the grid").toStdString()), folder);
    });
}

void ExperimentsPanel::openSpec(const QString& file)
{
    guarded([this, &file] {
        const GridSpec spec = readGridSpec(file.toStdString());
        m_paper->setChecked(spec.table.paper);
        m_form->setSpec(spec.given, QFileInfo(file).absolutePath(), QFileInfo(file).fileName());
        offerOpenPair(false); // still to be had
    });
}

void ExperimentsPanel::saveSpec(const QString& file)
{
    guarded([this, &file] { writeFile(file.toStdString(), specNow().dump(2) + "\n"); });
}

void ExperimentsPanel::refresh()
{
    m_form->setFrozen(m_job->isRunning());
    m_untrained->picker().setRunning(m_job->isRunning());
    refreshProgress();
    refreshTable();
}

} // namespace bridgescope
