#include "core/base/error.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/window_words.h"
#include "ui/panels/experiments/experiments_panel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"
#include "ui/workspace/workspace.h"

#include <QCursor>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace bridgescope {
namespace {

bool sameFile(const std::string& a, const std::string& b)
{
    return !a.empty() && QFileInfo(QString::fromStdString(a)) == QFileInfo(QString::fromStdString(b));
}

std::unique_ptr<OpenPair> readPair(const GridData& data, const SplitOptions& split, const Context& context)
{
    EmbeddingSet x = readEmbeddingSet(data.x, data.readX, context);
    EmbeddingSet y = readEmbeddingSet(data.y, data.readY, context);
    PairedSet pairs = pairSets(x, y, data.pairing, context);
    auto pair = makeOpenPair(std::move(x), std::move(y), std::move(pairs), split);
    pair->readX = data.readX;
    pair->readY = data.readY;
    pair->pairing = data.pairing;
    return pair;
}

SplitOptions splitOf(const GridSpec& spec, const GridCell& cell, int fold)
{
    SplitOptions split = spec.split;
    split.seed = cell.seed;
    split.fold = fold;
    return split;
}

} // namespace

void ExperimentsPanel::say(const QString& problem)
{
    m_offered = nullptr;
    m_banner->show(windowWords(problem), {}, {tr("Close")});
}

void ExperimentsPanel::offer(const QString& text, const QString& button, std::function<void()> work)
{
    m_offered = std::move(work);
    m_banner->show(text, {}, {button, tr("Close")});
}

bool ExperimentsPanel::cellIsOpen(const GridCell& cell) const
{
    const OpenPair* pair = m_workspace.pair();
    if (!pair) return false;
    const GridData& entry = m_job->live()->spec.data[cell.data];
    if (entry.sample.empty()) return sameFile(pair->x.file, entry.x) && sameFile(pair->y.file, entry.y);
    return QString::fromStdString(pair->x.file).contains("/samples/" + QString::fromStdString(entry.sample) + "/");
}

/// What opening another pair takes away, before it is done.
QString ExperimentsPanel::whatIsLost() const
{
    const auto count = m_workspace.mappings().size();
    if (count == 0) return {};
    return " " + (m_workspace.hasUnsaved() ? tr("The %1 mappings of the pair that is open go; not all are saved.")
                                           : tr("The %1 mappings of the pair that is open go."))
                     .arg(count);
}

void ExperimentsPanel::openCell(int index)
{
    const LiveGrid* live = m_job->live();
    if (!live || index < 0 || static_cast<std::size_t>(index) >= live->cells.size()) return;
    const auto place = static_cast<std::size_t>(index);
    const std::optional<GridRow>& row = live->rows[place];
    if (!row) return;
    if (!row->failed.empty())
        return say(
            tr("%1: %2").arg(QString::fromStdString(live->cells[place].name), QString::fromStdString(row->failed)));
    m_banner->dismiss();
    if (!cellIsOpen(live->cells[place]))
        return offer(tr("%1 is not the pair that is open.").arg(QString::fromStdString(row->data)) + whatIsLost(),
                     tr("Open its two files"), [this, index] { openPairOf(index); });
    // Read otherwise (other items, other labels) it would be parted otherwise.
    if (m_workspace.pair()->forward->size() != row->n)
        return offer(tr("Of %1 %2 items are open, the grid has %3.")
                             .arg(QString::fromStdString(row->data))
                             .arg(m_workspace.pair()->forward->size())
                             .arg(row->n) +
                         whatIsLost(),
                     tr("Open it as the grid has it"), [this, index] { openPairOf(index); });
    if (row->folds.empty()) return lookAt(index, 0);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t f = 0; f < row->folds.size(); ++f)
        menu->addAction(tr("Fold %1 of %2: X,f(X) %3, Y,f(X) %4")
                            .arg(f + 1)
                            .arg(row->folds.size())
                            .arg(number(row->folds[f].xf, 3), number(row->folds[f].yf, 3)),
                        this, [this, index, fold = static_cast<int>(f + 1)] { lookAt(index, fold); });
    menu->popup(QCursor::pos());
}

void ExperimentsPanel::openPairOf(int index)
{
    const LiveGrid* live = m_job->live();
    if (!live || static_cast<std::size_t>(index) >= live->cells.size()) return;
    const GridCell& cell = live->cells[static_cast<std::size_t>(index)];
    const GridData& entry = live->spec.data[cell.data];
    m_toOpen = index;
    if (!entry.sample.empty()) return m_workspace.openSample(false);
    const int fold = live->rows[static_cast<std::size_t>(index)]->folds.empty() ? 0 : 1;
    using Opened = std::shared_ptr<std::unique_ptr<OpenPair>>;
    m_jobs.run<Opened>(
        "open", tr("Opening %1").arg(QString::fromStdString(entry.name)),
        [entry, split = splitOf(live->spec, cell, fold)](const Context& context) {
            return std::make_shared<std::unique_ptr<OpenPair>>(readPair(entry, split, context));
        },
        [this](const Opened& pair) { m_workspace.open(std::move(*pair)); },
        [this](const Error& error) {
            m_toOpen = -1;
            say(QString::fromUtf8(error.what()));
        });
}

void ExperimentsPanel::lookAt(int index, int fold)
{
    const LiveGrid* live = m_job->live();
    if (!live || !m_workspace.pair() || index < 0 || static_cast<std::size_t>(index) >= live->cells.size()) return;
    const Looking looking{index, fold, -1};
    const SplitOptions split = splitOf(live->spec, live->cells[static_cast<std::size_t>(index)], fold);
    const auto& mappings = m_workspace.mappings();
    const bool others = std::any_of(mappings.begin(), mappings.end(),
                                    [this](const MappingEntry& entry) { return !m_opened.contains(entry.id); });
    if (split == m_workspace.pair()->splitOptions || !others) return guarded([&] { takeCell(looking); });
    offer(tr("The mappings here were trained under another split: taking the grid's, all of them are trained again."),
          tr("Split and train all"), [this, looking] { guarded([&] { takeCell(looking); }); });
}

void ExperimentsPanel::takeCell(const Looking& looking)
{
    const LiveGrid* live = m_job->live();
    if (!live || !m_workspace.pair() || static_cast<std::size_t>(looking.cell) >= live->cells.size()) return;
    const GridCell& cell = live->cells[static_cast<std::size_t>(looking.cell)];
    const SplitOptions split = splitOf(live->spec, cell, looking.fold);
    if (!(split == m_workspace.pair()->splitOptions)) {
        for (const int id : std::exchange(m_opened, {}))
            m_workspace.remove(id);
        m_workspace.setSplit(split);
    }
    ViewState state = m_hub.state();
    state.k = cell.k;
    state.metric = cell.metric;
    state.self = cell.self;
    state.scope = ItemScope::HeldOut;
    m_hub.setState(state, tr("Look at %1").arg(QString::fromStdString(cell.name)));
    TrainingOptions options = trainingOf(live->spec, cell);
    options.given.insert("seed");
    QString name = QString::fromStdString(live->spec.maps[cell.map].name);
    name += looking.fold > 0 ? tr(", fold %1 of %2")
                                   .arg(looking.fold)
                                   .arg(live->rows[static_cast<std::size_t>(looking.cell)]->folds.size())
                             : tr(", seed %1").arg(cell.seed);
    const bool forward = cell.direction == "xy";
    int id = -1;
    for (const MappingEntry& entry : m_workspace.mappings()) // opened before
        if (entry.name == name && entry.forward == forward && entry.options.toJson() == options.toJson()) id = entry.id;
    if (id < 0) {
        id = m_workspace.train(options, forward);
        m_workspace.rename(id, name);
        m_opened.insert(id);
    }
    m_looking = looking;
    m_looking.mapping = id;
    showWhenTrained();
    emit viewsRequested();
}

void ExperimentsPanel::showWhenTrained()
{
    const MappingEntry* entry = m_workspace.mapping(m_looking.mapping);
    if (!entry || !entry->model || entry->isActive()) return;
    m_looking = {};
    m_hub.setMapping(entry->id);
}

} // namespace bridgescope
