#include "ui/models/runs_model.h"
#include "ui/panels/training/mapping_form.h"
#include "ui/panels/training/training_panel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/run_table.h"
#include "ui/widgets/scaled.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace bridgescope {

QWidget* TrainingPanel::buildTable()
{
    m_tableCard = new Card(tr("Runs"));
    keepScaled(*m_tableCard, [card = m_tableCard](double u) { card->setMinimumHeight(qRound(150 * u)); });
    m_model = new RunsModel(m_workspace, m_hub, this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSortRole(RunsModel::SortRole);
    m_sorted->setSourceModel(m_model);
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Runs"));
    setUpRunTable(*m_table, RunsModel::ProgressRole);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::State, Qt::DescendingOrder); // the newest first
    for (const int column : {RunsModel::Settings, RunsModel::G, RunsModel::Cosine, RunsModel::N, RunsModel::Split})
        m_table->setColumnHidden(column, true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(RunsModel::Loss, QHeaderView::Stretch);
    header->resizeSection(RunsModel::State, 124);
    header->resizeSection(RunsModel::Direction, 130);
    header->resizeSection(RunsModel::BestEpoch, 80);
    for (const int column : {RunsModel::XF, RunsModel::YF})
        header->resizeSection(column, 76);
    for (const int column : {RunsModel::D, RunsModel::P1, RunsModel::R2})
        header->resizeSection(column, 50);
    auto* duplicateButton = new QPushButton(tr("Duplicate settings"));
    duplicateButton->setProperty("small", true);
    duplicateButton->setToolTip(tr("Fills the form with the settings of the run shown"));
    connect(duplicateButton, &QPushButton::clicked, this, [this] { duplicate(m_run); });
    m_tableCard->titleRow()->addWidget(duplicateButton);
    m_tableCard->setBody(m_table);
    return m_tableCard;
}

/// The table follows the shared K; the curves above it keep the K they were measured at while the run was trained.
void TrainingPanel::refreshConvention()
{
    QString line = conventionOfRuns(m_workspace, m_hub);
    const MappingEntry* run = m_workspace.mapping(m_run);
    if (!line.isEmpty() && run && run->baseline.n > 0 && run->baseline.k != m_hub.state().k)
        line += tr("; Held-out overlap stays at the K of training, %1").arg(run->baseline.k);
    m_tableCard->setConvention(line);
}

void TrainingPanel::connectTable()
{
    connect(&m_hub, &SelectionHub::measuredChanged, this, &TrainingPanel::refreshConvention);
    connect(&m_hub, &SelectionHub::atKChanged, this, &TrainingPanel::refreshConvention);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_selecting) return;
        const QModelIndex current = m_table->selectionModel()->currentIndex();
        const std::vector<int> ids = chosen();
        if (ids.empty()) return;
        const int id = current.isValid() ? current.data(RunsModel::IdRole).toInt() : ids.front();
        m_run = std::find(ids.begin(), ids.end(), id) == ids.end() ? ids.front() : id;
        refresh();
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { lookAt(index.data(RunsModel::IdRole).toInt()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &TrainingPanel::openMenu);
}

/// A run that still goes on is looked at as it was after the last epoch kept; the scrubber goes over the others.
void TrainingPanel::lookAt(int id)
{
    const MappingEntry* run = m_workspace.mapping(id);
    if (!run) return;
    if (run->model)
        m_hub.setMapping(id);
    else if (const Index epoch = run->lastKeptEpoch(); epoch > 0)
        m_hub.setMapping(id, epoch);
}

void TrainingPanel::openMenu(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    const MappingEntry* run = index.isValid() ? m_workspace.mapping(index.data(RunsModel::IdRole).toInt()) : nullptr;
    if (!run) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int id = run->id;
    menu->addAction(tr("Look at"), this, [this, id] { lookAt(id); })
        ->setEnabled(run->model || run->lastKeptEpoch() > 0);
    menu->addAction(tr("Duplicate settings"), this, [this, id] { duplicate(id); });
    menu->addSeparator();
    if (run->isActive() || run->state == MappingEntry::State::Queued)
        menu->addAction(tr("Cancel"), this, [this, id] { m_workspace.cancelTraining(id); });
    menu->addAction(tr("Delete"), this, [this, id] { m_workspace.remove(id); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

std::vector<int> TrainingPanel::chosen() const
{
    std::vector<int> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        ids.push_back(index.data(RunsModel::IdRole).toInt());
    return ids;
}

void TrainingPanel::selectRow(int id)
{
    const int row = m_model->rowOf(id);
    const std::vector<int> ids = chosen();
    if (row < 0 || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
    m_selecting = true;
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, RunsModel::State));
    m_table->setCurrentIndex(index);
    m_table->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    m_selecting = false;
}

/// The other runs that are selected; where only one is, the last net before it that went the same way.
std::vector<const MappingEntry*> TrainingPanel::comparedWith(const MappingEntry& run) const
{
    constexpr std::size_t most = 4;
    std::vector<const MappingEntry*> others;
    for (const int id : chosen())
        if (const MappingEntry* other = m_workspace.mapping(id);
            other && id != run.id && other->forward == run.forward && others.size() < most)
            others.push_back(other);
    if (!others.empty()) return others;
    const MappingEntry* before = nullptr;
    for (const MappingEntry& entry : m_workspace.mappings())
        if (entry.id < run.id && entry.isNet() && entry.forward == run.forward && entry.history.size() > 1)
            before = &entry;
    if (before && run.isNet()) others.push_back(before);
    return others;
}

} // namespace bridgescope
