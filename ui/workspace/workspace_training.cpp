#include "ui/workspace/workspace.h"

#include <algorithm>
#include <mutex>

namespace bridgescope {
namespace {

constexpr int mailInterval = 40; ///< milliseconds

QString netName(const TrainingOptions& options)
{
    if (options.hidden.empty()) return QObject::tr("Net, linear");
    const bool same =
        std::all_of(options.hidden.begin(), options.hidden.end(), [&](Index h) { return h == options.hidden[0]; });
    if (same) return QObject::tr("Net %1×%2").arg(options.hidden.size()).arg(options.hidden[0]);
    return QObject::tr("Net %1").arg(QString::fromStdString(optionText(options, "hidden")).replace(',', '-'));
}

/// What a person would tell it from others by: the net's sizes, its loss where it is not the usual one, its remedies.
QString nameOf(const TrainingOptions& options)
{
    if (options.map != "net") {
        QString name = options.map.size() == 3 ? QString::fromStdString(options.map).toUpper()
                                               : QString::fromStdString(options.map);
        name[0] = name[0].toUpper();
        return name;
    }
    QString name = netName(options);
    if (options.loss != "mse") name += ", " + QString::fromStdString(options.loss);
    if (options.structure > 0) name += QObject::tr(" + structure");
    if (options.adversarial > 0) name += QObject::tr(" + adversary");
    return name;
}

} // namespace

Index MappingEntry::bestEpoch() const
{
    if (!isNet() || history.empty()) return 0;
    if (options.earlyStopping == "none") return static_cast<Index>(history.size());
    Index best = 0;
    for (const EpochReport& each : history)
        if (each.best) best = each.epoch;
    return best;
}

Index MappingEntry::lastKeptEpoch() const
{
    const auto epochs = kept ? kept->epochs() : std::vector<KeptEpoch>();
    return epochs.empty() ? 0 : epochs.back().epoch;
}

QString Workspace::uniqueName(const TrainingOptions& options, bool forward, const QString& tellsApart) const
{
    const QString base = tellsApart.isEmpty() ? nameOf(options) : tr("%1, %2").arg(nameOf(options), tellsApart);
    const auto taken = [&](const QString& name) {
        return std::any_of(m_mappings.begin(), m_mappings.end(),
                           [&](const auto& m) { return m.forward == forward && m.name == name; });
    };
    QString name = base;
    for (int i = 2; taken(name); ++i)
        name = tr("%1 (%2)").arg(base).arg(i);
    return name;
}

int Workspace::train(const TrainingOptions& options, bool forward, const QString& tellsApart)
{
    if (!m_pair) return -1;
    options.validate();
    MappingEntry entry;
    const int id = entry.id = m_nextId++;
    entry.name = uniqueName(options, forward, tellsApart);
    entry.forward = forward;
    entry.options = options;
    if (!options.given.contains("seed")) entry.options.seed = m_pair->splitOptions.seed;
    m_mappings.push_back(std::move(entry));
    emit mappingsChanged();
    startNext();
    return id;
}

std::shared_ptr<const TrainingItems> Workspace::trainingItems(bool forward)
{
    auto items = m_items[forward].lock();
    if (!items) {
        const EmbeddingSet &x = forward ? m_pair->x : m_pair->y, &y = forward ? m_pair->y : m_pair->x;
        items = std::make_shared<const TrainingItems>(forward ? m_pair->forward : m_pair->backward,
                                                      m_pair->split.folds.front(),
                                                      TrainingItems::Origin{x.file, y.file, m_pair->split.description});
        m_items[forward] = items;
    }
    return items;
}

void Workspace::startNext()
{
    if (!m_pair || std::any_of(m_mappings.begin(), m_mappings.end(), [](const auto& m) { return m.isActive(); }))
        return;
    const auto next = std::find_if(m_mappings.begin(), m_mappings.end(),
                                   [](const auto& m) { return m.state == MappingEntry::State::Queued; });
    if (next != m_mappings.end()) startRun(*next, TrainingSession::Until::End);
}

/// Epochs of a small net end thousands of times a second: they are delivered together, a few times a second.
TrainingSession::Hooks Workspace::hooksFor(const MappingEntry& of)
{
    struct Mail {
        std::mutex mutex;
        std::vector<EpochReport> reports;
    };
    TrainingSession::Hooks hooks;
    const auto same = [this, id = of.id, session = of.session.get()] { // not one that was trained anew meanwhile
        MappingEntry* entry = find(id);
        return entry && entry->session.get() == session ? entry : nullptr;
    };
    hooks.onEpoch = [this, id = of.id, same, mail = std::make_shared<Mail>()](const EpochReport& report) {
        const std::lock_guard lock(mail->mutex);
        mail->reports.push_back(report);
        if (mail->reports.size() > 1) return; // on its way already
        const auto deliver = [this, id, same, mail] {
            std::vector<EpochReport> reports;
            {
                const std::lock_guard taking(mail->mutex);
                reports.swap(mail->reports);
            }
            MappingEntry* entry = same();
            if (!entry) return;
            for (EpochReport& each : reports) // a run that ended meanwhile has them already
                if (each.epoch > static_cast<Index>(entry->history.size())) entry->history.push_back(std::move(each));
            emit epochArrived(id);
        };
        QMetaObject::invokeMethod(
            this, [this, deliver] { QTimer::singleShot(mailInterval, this, deliver); }, Qt::QueuedConnection);
    };
    hooks.onBaseline = [this, same](const TrainingBaseline& baseline) {
        const auto deliver = [same, baseline] {
            if (MappingEntry* entry = same()) entry->baseline = baseline;
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    return hooks;
}

void Workspace::startRun(MappingEntry& entry, TrainingSession::Until until)
{
    if (!entry.session) {
        MeasureOptions measure = measureOptions(0);
        const auto heldOut = static_cast<Index>(m_pair->split.folds.front().heldOut.size());
        measure.overlap.k = std::max<Index>(1, std::min(m_hub.state().k, heldOut - 1));
        measure.overlap.kMax = measure.overlap.k;
        entry.session = std::make_shared<TrainingSession>(trainingItems(entry.forward), entry.options, measure);
        entry.kept = entry.session->kept();
    }
    if (entry.extension) {
        if (entry.extension->rate != entry.session->options().learningRate)
            entry.session->setLearningRate(entry.extension->rate);
        entry.session->setEpochs(entry.extension->epochs);
        entry.session->goOn();
        entry.options.epochs = entry.extension->epochs;
        entry.stoppedEarly = false;
        entry.extension.reset();
    }
    entry.state = MappingEntry::State::Running;
    const int id = entry.id;
    const auto work = [session = entry.session, until, hooks = hooksFor(entry)](const Context& context) {
        return std::make_shared<TrainingSession::Outcome>(session->advance(until, hooks, context));
    };
    m_jobs.run<std::shared_ptr<TrainingSession::Outcome>>(
        "train", tr("Training %1").arg(entry.name), work,
        [this, id](const std::shared_ptr<TrainingSession::Outcome>& outcome) {
            finishTraining(id, std::move(*outcome));
        },
        [this, id](const Error& error) { failTraining(id, error); });
    emit mappingsChanged();
}

void Workspace::finishTraining(int id, TrainingSession::Outcome outcome)
{
    MappingEntry* entry = find(id);
    if (!entry) return startNext();
    entry->stopping = false;
    if (outcome.paused && entry->session->wish() == TrainingSession::Wish::Cut) { // asked for as the pause came
        return entry->session->epochsDone() > 0 ? startRun(*entry, TrainingSession::Until::End) : eraseWithoutEpoch(id);
    }
    if (outcome.paused) {
        entry->state = MappingEntry::State::Paused;
        return emit mappingsChanged();
    }
    const bool kept = entry->state == MappingEntry::State::Failed; // the weights from before it diverged
    entry->state = MappingEntry::State::Done;
    entry->message.clear();
    entry->model = std::move(outcome.model);
    entry->predictions = std::move(outcome.predictions);
    entry->history = std::move(outcome.history);
    entry->report.reset();
    entry->saved = entry->saved && !entry->isNet();
    const Index done = static_cast<Index>(entry->history.size());
    if (entry->isNet() && entry->session->options().epochs < entry->options.epochs)
        entry->notes << tr("cut after epoch %1 of %2").arg(done).arg(entry->options.epochs);
    entry->stoppedEarly = entry->isNet() && !kept && done < entry->session->options().epochs;
    if (entry->stoppedEarly)
        entry->notes << tr("stopped early after epoch %1: no better for %2").arg(done).arg(entry->options.patience);
    dropOldSessions();
    emit mappingsChanged();
    // A finished mapping is looked at by itself only where none was; that is no step of the user's to undo.
    if (m_hub.state().mapping < 0) {
        m_hub.setMapping(id);
        m_hub.undoStack()->clear();
    } else if (m_hub.state().mapping == id)
        remeasure(); // it was extended, or trained again
    refreshReports();
    startNext();
}

/// Finished nets that can be extended hold their optimizer's state: the newest few do. What is kept of the epochs of
/// all together stays under twice the budget of one run: above it the oldest is thinned first, the one looked at last.
void Workspace::dropOldSessions()
{
    constexpr int mostKept = 4;
    int kept = 0;
    std::vector<std::shared_ptr<KeptPredictions>> predictions;
    for (const bool lookedAt : {false, true})
        for (const MappingEntry& entry : m_mappings)
            if (entry.kept && (entry.id == m_hub.state().mapping) == lookedAt) predictions.push_back(entry.kept);
    thinTogether(predictions, 2 * TrainingSession::keptBytes);
    for (auto entry = m_mappings.rbegin(); entry != m_mappings.rend(); ++entry) {
        if (entry->state != MappingEntry::State::Done || !entry->session) continue;
        if (!entry->canExtend() || ++kept > mostKept) entry->session.reset();
    }
}

void Workspace::failTraining(int id, const Error& error)
{
    if (MappingEntry* entry = find(id)) {
        entry->state = MappingEntry::State::Failed;
        entry->stopping = false;
        entry->message = QString::fromUtf8(error.what());
    }
    emit mappingsChanged();
    emit trainingFailed(id);
    startNext();
}

void Workspace::cancelTraining(int id)
{
    MappingEntry* entry = find(id);
    if (!entry || entry->state == MappingEntry::State::Done) return;
    const bool keep = entry->isActive() && entry->isNet() && !entry->history.empty();
    if (keep) {
        entry->session->ask(TrainingSession::Wish::Cut);
        entry->stopping = true;
        if (entry->state == MappingEntry::State::Paused) return startRun(*entry, TrainingSession::Until::End);
        return emit mappingsChanged();
    }
    if (entry->state == MappingEntry::State::Queued && entry->model) { // an extension that has not begun
        entry->state = MappingEntry::State::Done;
        entry->extension.reset();
        entry->notes.removeLast();
        emit mappingsChanged();
        return startNext();
    }
    const bool active = entry->isActive();
    if (entry->state == MappingEntry::State::Running) m_jobs.cancel("train");
    active ? eraseWithoutEpoch(id) : erase(id);
}

void Workspace::eraseWithoutEpoch(int id)
{
    const MappingEntry& entry = *find(id);
    const QString text = (entry.isNet() ? tr("%1 was cancelled before its first epoch ended: nothing of it is kept")
                                        : tr("%1 was cancelled before it was solved: nothing of it is kept"))
                             .arg(entry.name);
    erase(id);
    emit said(text);
}

void Workspace::pauseTraining(int id)
{
    MappingEntry* entry = find(id);
    if (!entry || entry->state != MappingEntry::State::Running || !entry->isNet() || entry->stopping) return;
    entry->session->ask(TrainingSession::Wish::Pause);
    entry->stopping = true;
    emit mappingsChanged();
}

void Workspace::resumeTraining(int id)
{
    stepTraining(id, TrainingSession::Until::End);
}

void Workspace::stepTraining(int id, TrainingSession::Until until)
{
    MappingEntry* entry = find(id);
    if (!entry || entry->state != MappingEntry::State::Paused) return;
    entry->session->goOn();
    startRun(*entry, until);
}

void Workspace::extendTraining(int id, Index epochs, std::optional<double> rate)
{
    MappingEntry* entry = find(id);
    if (!entry || !entry->canExtend()) return;
    TrainingOptions asked = entry->session->options();
    const double before = asked.learningRate;
    setOption(asked, "epochs", std::to_string(epochs));
    asked.learningRate = rate.value_or(before);
    asked.validate();
    entry->extension = {epochs, asked.learningRate};
    const QString note = tr("extended from %1 to %2 epochs").arg(entry->history.size()).arg(epochs);
    entry->notes << (asked.learningRate == before ? note : tr("%1 at learning rate %2").arg(note).arg(*rate));
    entry->state = MappingEntry::State::Queued;
    emit mappingsChanged();
    startNext();
}

void Workspace::setLearningRate(int id, double rate)
{
    MappingEntry* entry = find(id);
    if (!entry || entry->state != MappingEntry::State::Paused || rate == entry->session->options().learningRate) return;
    entry->session->setLearningRate(rate);
    entry->notes << tr("learning rate %1 after epoch %2").arg(rate).arg(entry->history.size());
    emit mappingsChanged();
}

void Workspace::keepLastGood(int id)
{
    MappingEntry* entry = find(id);
    if (!entry || !entry->hasLastGood() || entry->stopping) return;
    entry->notes << tr("diverged; weights of epoch %1").arg(entry->session->epochsDone());
    entry->stopping = true;
    m_jobs.run<std::shared_ptr<TrainingSession::Outcome>>(
        "keep", tr("Keeping %1").arg(entry->name),
        [session = entry->session](const Context& context) {
            return std::make_shared<TrainingSession::Outcome>(session->result(context));
        },
        [this, id](const std::shared_ptr<TrainingSession::Outcome>& outcome) {
            finishTraining(id, std::move(*outcome));
        },
        [this, id](const Error& error) { failTraining(id, error); });
    emit mappingsChanged();
}

} // namespace bridgescope
