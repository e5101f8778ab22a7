#include "ui/panels/runs/runs_panel.h"

#include "ui/models/convention.h"
#include "ui/models/runs_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/run_table.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace bridgescope {

RunsPanel::RunsPanel(Workspace& workspace, SelectionHub& hub, QWidget* parent)
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
    column->addWidget(m_card);
    connect(&workspace, &Workspace::mappingsChanged, this, &RunsPanel::refresh);
    connect(&hub, &SelectionHub::atKChanged, this, &RunsPanel::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::refreshActions);
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
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionResizeMode(RunsModel::Settings, QHeaderView::Stretch);
    header->setMinimumSectionSize(46);
    const std::pair<int, int> widths[] = {
        {RunsModel::State, 104}, {RunsModel::Name, 136}, {RunsModel::Direction, 150}, {RunsModel::BestEpoch, 82},
        {RunsModel::XF, 76},     {RunsModel::YF, 76},    {RunsModel::D, 52},          {RunsModel::G, 52},
        {RunsModel::P1, 54},     {RunsModel::R2, 52},    {RunsModel::Cosine, 92},     {RunsModel::N, 54},
        {RunsModel::Split, 132}};
    for (const auto& [section, width] : widths)
        header->resizeSection(section, width);
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
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
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
    bool both = false;
    for (const MappingEntry& entry : m_workspace.mappings())
        both = both || entry.forward != m_workspace.mappings().front().forward;
    m_table->setColumnHidden(RunsModel::Direction, !both);
    if (const MeasuredPtr measured = m_hub.measured())
        m_card->setConvention(conventionOf(*measured, m_hub.state().k) + QStringLiteral("; ") + measured->split);
    refreshActions();
}

void RunsPanel::refreshActions()
{
    const MappingEntry* run = m_workspace.mapping(current());
    for (const Action& entry : m_actions)
        entry.action->setEnabled(run && (!entry.needsModel || run->model));
}

} // namespace bridgescope
