#include "ui/workspace/workspace.h"

#include "core/measurement/epoch_overlaps.h"

#include <algorithm>

namespace bridgescope {
namespace {

QString nameOf(const TrainingOptions& options)
{
    if (options.map == "net") {
        if (options.hidden.empty()) return QObject::tr("Net, linear");
        const bool same =
            std::all_of(options.hidden.begin(), options.hidden.end(), [&](Index h) { return h == options.hidden[0]; });
        if (same) return QObject::tr("Net %1×%2").arg(options.hidden.size()).arg(options.hidden[0]);
        return QObject::tr("Net %1").arg(QString::fromStdString(optionText(options, "hidden")).replace(',', '-'));
    }
    QString name = QString::fromStdString(options.map);
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

struct Workspace::Trained {
    Model model;
    Vectors predictions;
    std::vector<EpochReport> history;
};

QString Workspace::uniqueName(const TrainingOptions& options, bool forward) const
{
    const QString base = nameOf(options);
    const auto taken = [&](const QString& name) {
        return std::any_of(m_mappings.begin(), m_mappings.end(),
                           [&](const auto& m) { return m.forward == forward && m.name == name; });
    };
    QString name = base;
    for (int i = 2; taken(name); ++i)
        name = tr("%1 (%2)").arg(base).arg(i);
    return name;
}

int Workspace::train(const TrainingOptions& options, bool forward)
{
    if (!m_pair) return -1;
    options.validate();
    MappingEntry entry;
    const int id = entry.id = m_nextId++;
    entry.name = uniqueName(options, forward);
    entry.forward = forward;
    entry.options = options;
    entry.options.seed = m_pair->splitOptions.seed;
    m_mappings.push_back(std::move(entry));
    emit mappingsChanged();
    startNext();
    return id;
}

void Workspace::startNext()
{
    const auto running = [](const auto& m) { return m.state == MappingEntry::State::Running; };
    if (!m_pair || std::any_of(m_mappings.begin(), m_mappings.end(), running)) return;
    const auto next = std::find_if(m_mappings.begin(), m_mappings.end(),
                                   [](const auto& m) { return m.state == MappingEntry::State::Queued; });
    if (next == m_mappings.end()) return;
    next->state = MappingEntry::State::Running;
    const int id = next->id;
    MeasureOptions measure = measureOptions(0);
    const Split split = m_pair->split.folds.front();
    measure.overlap.k = std::max<Index>(1, std::min(m_hub.state().k, static_cast<Index>(split.heldOut.size()) - 1));
    measure.overlap.kMax = measure.overlap.k;
    const auto work = [this, id, pairs = next->forward ? m_pair->forward : m_pair->backward, split,
                       options = next->options, measure](const Context& context) {
        const Matrix x = selectColumns(pairs->x, split.training), y = selectColumns(pairs->y, split.training);
        const Matrix heldOut = selectColumns(pairs->x, split.heldOut);
        std::shared_ptr<const MeasuredFold> spaces;
        EpochObserver observe;
        if (split.heldOut.size() > 1) { // one held-out item has no neighbors to share
            spaces = measureFold(*pairs, split.heldOut, {}, measure, context);
            const double products = epochProducts(options, x.rows(), y.rows(), x.columns());
            observe = epochOverlaps(*spaces, *pairs, measure, products, context.stop);
        }
        auto trained = std::make_shared<Trained>();
        const auto onEpoch = [this, id, trained](const EpochReport& report) {
            trained->history.push_back(report);
            QMetaObject::invokeMethod(
                this,
                [this, id, report] {
                    MappingEntry* entry = find(id);
                    if (!entry) return;
                    entry->history.push_back(report);
                    emit epochArrived(id);
                },
                Qt::QueuedConnection);
        };
        trained->model = bridgescope::train(x, y, heldOut, options, observe, onEpoch, context);
        trained->predictions = Vectors(trained->model.apply(pairs->x, context));
        return trained;
    };
    m_jobs.run<std::shared_ptr<Trained>>(
        "train", tr("Training %1").arg(next->name), work,
        [this, id](const std::shared_ptr<Trained>& trained) { finishTraining(id, std::move(*trained)); },
        [this, id](const Error& error) { failTraining(id, error); });
    emit mappingsChanged();
}

void Workspace::finishTraining(int id, Trained trained)
{
    if (MappingEntry* entry = find(id)) {
        entry->state = MappingEntry::State::Done;
        entry->model = std::make_shared<const Model>(std::move(trained.model));
        entry->predictions = std::move(trained.predictions);
        entry->history = std::move(trained.history);
        emit mappingsChanged();
        // A finished mapping is looked at by itself only where none was; that is no step of the user's to undo.
        if (m_hub.state().mapping < 0) {
            m_hub.setMapping(id);
            m_hub.undoStack()->clear();
        }
        refreshReports();
    }
    startNext();
}

void Workspace::failTraining(int id, const Error& error)
{
    if (MappingEntry* entry = find(id)) {
        entry->state = MappingEntry::State::Failed;
        entry->message = QString::fromUtf8(error.what());
        emit problem(tr("%1: %2").arg(entry->name, entry->message));
    }
    emit mappingsChanged();
    startNext();
}

void Workspace::cancelTraining(int id)
{
    const MappingEntry* entry = find(id);
    if (!entry || entry->state == MappingEntry::State::Done) return;
    if (entry->state == MappingEntry::State::Running) m_jobs.cancel("train");
    std::erase_if(m_mappings, [id](const auto& m) { return m.id == id; });
    emit mappingsChanged();
    startNext();
}

} // namespace bridgescope
