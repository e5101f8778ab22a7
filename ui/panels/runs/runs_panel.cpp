#include "ui/panels/runs/runs_panel.h"

#include "ui/models/runs_model.h"
#include "ui/panels/runs/runs_comparison.h"
#include "ui/widgets/card.h"
#include "ui/widgets/run_table.h"
#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace bridgescope {
namespace {

/// Columns by name, so that what was remembered stays right where columns come or go.
const char* const columnIds[RunsModel::Columns] = {
    "state", "run", "direction", "loss", "settings", "best", "xf", "yf", "d", "g", "p1", "r2", "cosine", "n", "split"};

int columnOf(const QString& id)
{
    for (int c = 0; c < RunsModel::Columns; ++c)
        if (id == QLatin1String(columnIds[c])) return c;
    return -1;
}

} // namespace

RunsPanel::RunsPanel(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_hub(hub)
{
    setProperty("surface", "win");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    m_card = new Card(tr("Runs"));
    buildTable();
    m_card->titleRow()->addWidget(buildActions());
    auto* empty =
        new EmptyPlace(tr("No mapping yet"), tr("A mapping f carries X into the space of Y."), tr("Train ridge"));
    connect(empty, &EmptyPlace::pressed, this, &RunsPanel::trainRidgeRequested);
    auto* pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    m_card->setBody(pages);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(12);
    halves->setProperty("gap", true);
    halves->addWidget(m_card);
    m_comparison = new RunsComparison(workspace, hub, jobs);
    halves->addWidget(m_comparison);
    halves->setStretchFactor(0, 4);
    halves->setStretchFactor(1, 5);
    halves->setSizes({400, 500});
    halves->restoreState(QSettings().value("runs/halves").toByteArray());
    connect(halves, &QSplitter::splitterMoved, this,
            [halves] { QSettings().setValue("runs/halves", halves->saveState()); });
    column->addWidget(halves);
    connect(&workspace, &Workspace::mappingsChanged, this, &RunsPanel::refresh);
    connect(&hub, &SelectionHub::atKChanged, this, &RunsPanel::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::followSelection);
    refresh();
}

void RunsPanel::buildTable()
{
    m_model = new RunsModel(m_workspace, m_hub, this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSortRole(RunsModel::SortRole);
    m_sorted->setSourceModel(m_model);
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("All runs"));
    setUpRunTable(*m_table, RunsModel::ProgressRole);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::State, Qt::AscendingOrder);
    m_table->setColumnHidden(RunsModel::Loss, true); // part of the settings
    sizeColumns();
    restoreColumns();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const MappingEntry* run = m_workspace.mapping(index.data(RunsModel::IdRole).toInt());
        if (run && run->model) m_hub.setMapping(run->id);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (!m_table->indexAt(at).isValid()) return;
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const Action& entry : m_actions)
            menu->addAction(entry.action);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
}

/// Their usual widths; what a user dragged, moved or sorted is kept for the next time.
void RunsPanel::sizeColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionResizeMode(RunsModel::Settings, QHeaderView::Stretch);
    header->setMinimumSectionSize(46);
    const std::pair<int, int> widths[] = {
        {RunsModel::State, 104}, {RunsModel::Name, 120}, {RunsModel::Direction, 150}, {RunsModel::BestEpoch, 82},
        {RunsModel::XF, 76},     {RunsModel::YF, 76},    {RunsModel::D, 52},          {RunsModel::G, 52},
        {RunsModel::P1, 54},     {RunsModel::R2, 52},    {RunsModel::Cosine, 92},     {RunsModel::N, 54},
        {RunsModel::Split, 106}};
    for (const auto& [section, width] : widths)
        header->resizeSection(section, width);
    keepScaled(*m_table, [header](double u) { // where the others leave nothing, the table scrolls
        header->setSectionResizeMode(RunsModel::Settings, u > 1 ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (u > 1) header->resizeSection(RunsModel::Settings, qRound(160 * u));
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int before, int now) {
        if (section == RunsModel::Settings) return; // takes what the others leave
        if (before == 0 || now == 0) return;        // hidden or shown
        if (m_table->horizontalHeader()->property("scaling").toBool()) return;
        m_sized.insert(section);
        rememberColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, &RunsPanel::rememberColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunsPanel::rememberColumns);
}

void RunsPanel::rememberColumns() const
{
    const QHeaderView* header = m_table->horizontalHeader();
    QStringList order, widths;
    for (int visual = 0; visual < RunsModel::Columns; ++visual)
        order << columnIds[header->logicalIndex(visual)];
    for (const int c : m_sized)
        if (!header->isSectionHidden(c))
            widths << QStringLiteral("%1=%2").arg(columnIds[c]).arg(qRound(header->sectionSize(c) / textScale(font())));
    QSettings settings;
    settings.setValue("runs/order", order);
    settings.setValue("runs/widths", widths);
    settings.setValue("runs/sort", columnIds[header->sortIndicatorSection()]);
    settings.setValue("runs/descending", header->sortIndicatorOrder() == Qt::DescendingOrder);
}

void RunsPanel::restoreColumns()
{
    const QSettings settings;
    QHeaderView* header = m_table->horizontalHeader();
    {
        const QSignalBlocker quiet(header);
        int visual = 0;
        for (const QString& id : settings.value("runs/order").toStringList())
            if (const int c = columnOf(id); c >= 0) header->moveSection(header->visualIndex(c), visual++);
        for (const QString& entry : settings.value("runs/widths").toStringList()) {
            const int c = columnOf(entry.section('=', 0, 0)), width = entry.section('=', 1).toInt();
            if (c < 0 || c == RunsModel::Settings || width < header->minimumSectionSize()) continue;
            m_sized.insert(c);
            header->resizeSection(c, qRound(width * textScale(font())));
        }
    }
    if (const int c = columnOf(settings.value("runs/sort").toString()); c >= 0)
        m_table->sortByColumn(c, settings.value("runs/descending").toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QWidget* RunsPanel::buildActions()
{
    addAction(tr("Look at"), tr("Shows this mapping in every view (Enter)"), {}, true,
              [this](int id) { m_hub.setMapping(id); });
    addAction(tr("Rename"), tr("F2"), {}, false,
              [this](int) { m_table->edit(m_table->currentIndex().siblingAtColumn(RunsModel::Name)); });
    addAction(tr("Duplicate settings"), tr("Fills the form of the training page"), {}, false,
              [this](int id) { emit duplicateRequested(id); });
    addAction(tr("Export model…"), tr("A safetensors file"), {}, true, [this](int id) { emit exportRequested(id); });
    addAction(tr("Delete"), tr("Del"), {QKeySequence::Delete}, false, [this](int) {
        for (const int id : chosen())
            m_workspace.remove(id);
    });
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(6);
    for (const Action& entry : m_actions) {
        auto* button = new QPushButton(entry.action->text());
        button->setProperty("small", true);
        button->setToolTip(entry.action->toolTip());
        connect(button, &QPushButton::clicked, entry.action, &QAction::trigger);
        connect(entry.action, &QAction::changed, button,
                [button, action = entry.action] { button->setEnabled(action->isEnabled()); });
        row->addWidget(button);
    }
    return bar;
}

void RunsPanel::addAction(const QString& text, const QString& tip, const QList<QKeySequence>& keys, bool needsModel,
                          std::function<void(int id)> act)
{
    auto* action = new QAction(text, m_table);
    action->setToolTip(tip);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        if (const int id = current(); id >= 0) act(id);
    });
    m_actions.push_back({action, needsModel});
}

std::vector<int> RunsPanel::chosen() const
{
    std::vector<int> ids;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    for (const QModelIndex& index : rows)
        ids.push_back(index.data(RunsModel::IdRole).toInt());
    return ids;
}

int RunsPanel::current() const
{
    const std::vector<int> ids = chosen();
    return ids.empty() ? -1 : ids.front();
}

void RunsPanel::refresh()
{
    m_stack->setCurrentIndex(m_workspace.mappings().empty() ? 0 : 1);
    m_comparison->setHidden(m_workspace.mappings().empty());
    bool both = false;
    for (const MappingEntry& entry : m_workspace.mappings())
        both = both || entry.forward != m_workspace.mappings().front().forward;
    m_table->setColumnHidden(RunsModel::Direction, !both);
    m_card->setConvention(conventionOfRuns(m_workspace, m_hub));
    refreshActions();
}

void RunsPanel::followSelection()
{
    refreshActions();
    m_comparison->setRuns(chosen());
}

void RunsPanel::refreshActions()
{
    const MappingEntry* run = m_workspace.mapping(current());
    for (const Action& entry : m_actions)
        entry.action->setEnabled(run && (!entry.needsModel || run->model));
}

} // namespace bridgescope
