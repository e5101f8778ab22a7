#include "ui/workspace/workspace.h"

#include "core/base/random.h"
#include "core/dataset/writer.h"

#include <algorithm>
#include <map>

namespace bridgescope {
namespace {

constexpr Index quickItems = 4000; ///< up to here numbers at another K are made while the slider moves

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

std::shared_ptr<const PictureAtlas> loadAtlas(const Sample& sample)
{
    auto atlas = std::make_shared<PictureAtlas>();
    atlas->image = QImage(QString::fromStdString(sample.atlasFile));
    atlas->tile = sample.tile;
    atlas->columns = sample.atlasColumns;
    return atlas->image.isNull() ? nullptr : atlas;
}

QString detailOf(const QString& known, Index dimension)
{
    return known.isEmpty() ? QObject::tr("%1-d").arg(dimension) : known;
}

} // namespace

Workspace::Workspace(SelectionHub& hub, JobRunner& jobs, QObject* parent) : QObject(parent), m_hub(hub), m_jobs(jobs)
{
    connect(&hub, &SelectionHub::stateChanged, this, &Workspace::onState);
}

const MappingEntry* Workspace::mapping(int id) const
{
    return const_cast<Workspace*>(this)->find(id);
}

MappingEntry* Workspace::find(int id)
{
    const auto found = std::find_if(m_mappings.begin(), m_mappings.end(), [id](const auto& m) { return m.id == id; });
    return found == m_mappings.end() ? nullptr : &*found;
}

void Workspace::open(EmbeddingSet x, EmbeddingSet y, PairedSet pairs, const SplitOptions& split)
{
    auto next = std::make_unique<OpenPair>();
    next->split = makeSplit(pairs, split); // may throw: what was open stays
    next->splitOptions = split;
    next->x = std::move(x);
    next->y = std::move(y);
    next->backward = std::make_shared<const PairedSet>(swapped(pairs));
    next->forward = std::make_shared<const PairedSet>(std::move(pairs));
    close();
    m_pair = std::move(next);
    m_kMax = 100;
    emit pairChanged();
    emit mappingsChanged();
    // K = 10 is too many for a very small set: begin with what it allows.
    const auto items = static_cast<Index>(scopeItems(m_hub.state().scope).size());
    if (m_hub.state().k > items - 1) m_hub.setK(std::max<Index>(1, items - 1));
    m_hub.undoStack()->clear();
    remeasure();
}

void Workspace::openSample(bool trainRidge)
{
    m_jobs.run<std::shared_ptr<Sample>>(
        "open", tr("Opening the sample"),
        [](const Context& context) { return std::make_shared<Sample>(loadSample("emoji", context)); },
        [this, trainRidge](std::shared_ptr<Sample> sample) {
            try {
                PairedSet pairs = pairSets(sample->x, sample->y);
                open(sample->x, sample->y, std::move(pairs), {});
            } catch (const Error& error) {
                emit problem(QString::fromUtf8(error.what()));
                return;
            }
            m_pair->detailX = QString::fromStdString(sample->detailX);
            m_pair->detailY = QString::fromStdString(sample->detailY);
            m_pair->pictures = loadAtlas(*sample);
            emit pairChanged();
            remeasure();
            if (!trainRidge) return;
            train({}, true);
            train({}, false);
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

void Workspace::close()
{
    for (const char* kind : {"train", "lists", "report", "summaries"})
        m_jobs.cancel(kind);
    m_mappings.clear();
    m_pair.reset();
    m_full.reset();
    m_hub.reset();
}

const PairedSet* Workspace::pairsOf(bool forward) const
{
    return !m_pair ? nullptr : forward ? m_pair->forward.get() : m_pair->backward.get();
}

int Workspace::train(const TrainingOptions& options, bool forward)
{
    if (!m_pair) return -1;
    options.validate();
    MappingEntry entry;
    entry.id = m_nextId++;
    entry.name = nameOf(options);
    entry.forward = forward;
    entry.options = options;
    entry.options.seed = m_pair->splitOptions.seed;
    m_mappings.push_back(std::move(entry));
    emit mappingsChanged();
    startNext();
    return m_mappings.back().id;
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
    const auto pairs = next->forward ? m_pair->forward : m_pair->backward;
    struct Trained {
        Model model;
        Vectors predictions;
        std::vector<EpochReport> history;
    };
    const auto work = [this, id, pairs, split = m_pair->split.folds.front(), options = next->options,
                       measure = measureOptions(0)](const Context& context) {
        const auto spaces = measureFold(*pairs, split.heldOut, {}, measure, context);
        const Matrix x = selectColumns(pairs->x, split.training), y = selectColumns(pairs->y, split.training);
        auto trained = std::make_shared<Trained>();
        const auto observe = [&](MatrixView f, EpochReport& report) {
            Context quiet;
            quiet.stop = context.stop;
            const auto fold = withPrediction(*spaces, *pairs, Vectors(nullptr, f), measure, quiet);
            const Index k = std::min(measure.overlap.k, fold->listsX.k());
            report.overlapX = OverlapCounts(fold->listsX, fold->listsF, k, measure.overlap.self).means().back();
            report.overlapY = OverlapCounts(fold->listsY, fold->listsF, k, measure.overlap.self).means().back();
        };
        const auto onEpoch = [this, id, &trained](const EpochReport& report) {
            trained->history.push_back(report);
            QMetaObject::invokeMethod(
                this,
                [this, id, history = trained->history] {
                    if (MappingEntry* entry = find(id)) entry->history = history;
                    emit epochArrived(id);
                },
                Qt::QueuedConnection);
        };
        trained->model = bridgescope::train(x, y, spaces->x, options, observe, onEpoch, context);
        trained->predictions = Vectors(trained->model.apply(pairs->x, context));
        return trained;
    };
    m_jobs.run<std::shared_ptr<Trained>>(
        "train", tr("Training %1").arg(next->name), work,
        [this, id](std::shared_ptr<Trained> t) {
            finishTraining(id, std::move(t->model), std::move(t->predictions), std::move(t->history));
        },
        [this, id](const Error& error) {
            if (MappingEntry* entry = find(id)) {
                entry->state = MappingEntry::State::Failed;
                entry->message = QString::fromUtf8(error.what());
                emit problem(entry->message);
            }
            emit mappingsChanged();
            startNext();
        });
    emit mappingsChanged();
}

void Workspace::finishTraining(int id, Model model, Vectors predictions, std::vector<EpochReport> history)
{
    MappingEntry* entry = find(id);
    if (!entry) return startNext();
    entry->state = MappingEntry::State::Done;
    entry->model = std::make_shared<const Model>(std::move(model));
    entry->predictions = std::move(predictions);
    entry->history = std::move(history);
    emit mappingsChanged();
    // A finished mapping is looked at by itself only where none was.
    if (m_hub.state().mapping < 0) m_hub.setMapping(id);
    refreshReports();
    startNext();
}

void Workspace::cancelTraining(int id)
{
    MappingEntry* entry = find(id);
    if (!entry || entry->state == MappingEntry::State::Done) return;
    if (entry->state == MappingEntry::State::Running) m_jobs.cancel("train");
    std::erase_if(m_mappings, [id](const auto& m) { return m.id == id; });
    emit mappingsChanged();
    startNext();
}

void Workspace::remove(int id)
{
    const MappingEntry* entry = find(id);
    if (!entry) return;
    if (entry->state != MappingEntry::State::Done) return cancelTraining(id);
    const bool shown = m_hub.state().mapping == id;
    std::erase_if(m_mappings, [id](const auto& m) { return m.id == id; });
    if (shown) {
        const auto other = std::find_if(m_mappings.begin(), m_mappings.end(),
                                        [](const auto& m) { return m.state == MappingEntry::State::Done; });
        m_hub.setMapping(other == m_mappings.end() ? -1 : other->id);
        m_hub.undoStack()->clear(); // nothing to go back to
    }
    emit mappingsChanged();
}

void Workspace::saveMapping(int id, const QString& file)
{
    MappingEntry* entry = find(id);
    if (!entry || !entry->model) return;
    saveModel(*entry->model, file.toStdString());
    entry->saved = true;
    emit mappingsChanged();
}

void Workspace::savePredictions(int id, const QString& file)
{
    const MappingEntry* entry = find(id);
    if (!entry || !entry->model) return;
    EmbeddingSet set;
    set.vectors = entry->predictions;
    set.labels = pairsOf(entry->forward)->labels;
    writeEmbeddingSet(set, file.toStdString());
}

bool Workspace::hasUnsaved() const
{
    return std::any_of(m_mappings.begin(), m_mappings.end(), [](const auto& m) { return m.model && !m.saved; });
}

bool Workspace::looksForward() const
{
    const MappingEntry* entry = mapping(m_hub.state().mapping);
    return !entry || entry->forward;
}

std::vector<Index> Workspace::scopeItems(ItemScope scope) const
{
    if (scope == ItemScope::AllPaired) return ascending(m_pair->forward->size());
    const Split& split = m_pair->split.folds.front();
    return scope == ItemScope::HeldOut ? split.heldOut : split.training;
}

MeasureOptions Workspace::measureOptions(Index permutations) const
{
    MeasureOptions options;
    options.metric = m_hub.state().metric;
    options.overlap.k = m_hub.state().k;
    options.overlap.kMax = m_kMax;
    options.overlap.self = m_hub.state().self;
    options.overlap.permutations = permutations;
    options.overlap.seed = m_pair ? m_pair->splitOptions.seed : 1;
    options.fitAndRetrieval = permutations > 0;
    return options;
}

void Workspace::onState(const ViewState& before, const ViewState& now)
{
    if (!m_pair) return;
    const bool lists = before.mapping != now.mapping || before.metric != now.metric || before.self != now.self ||
                       before.scope != now.scope;
    if (lists || now.k > m_kMax) {
        m_kMax = std::max<Index>(100, now.k);
        remeasure();
        if (before.metric != now.metric || before.self != now.self || before.scope != now.scope) refreshReports();
    } else if (before.k != now.k) {
        publishAtK(m_hub.measured() && m_hub.measured()->n() > quickItems);
    }
}

void Workspace::remeasure()
{
    if (!m_pair) return;
    const MappingEntry* entry = mapping(m_hub.state().mapping);
    if (entry && !entry->model) entry = nullptr;
    auto measured = std::make_shared<Measured>();
    measured->pairs = looksForward() ? m_pair->forward : m_pair->backward;
    measured->pictures = m_pair->pictures;
    measured->picturesByX = looksForward();
    measured->detailX = detailOf(looksForward() ? m_pair->detailX : m_pair->detailY, measured->pairs->x.dimension());
    measured->detailY = detailOf(looksForward() ? m_pair->detailY : m_pair->detailX, measured->pairs->y.dimension());
    measured->scope = m_hub.state().scope;
    measured->metric = m_hub.state().metric;
    measured->self = m_hub.state().self;
    measured->split = QString::fromStdString(m_pair->split.description);
    Vectors predictions;
    if (entry) {
        measured->mapping = entry->id;
        measured->mappingName = entry->name;
        measured->detailF = tr("%1, %2-d").arg(entry->name.toLower()).arg(measured->pairs->y.dimension());
        predictions = entry->predictions;
    }
    const auto items = scopeItems(m_hub.state().scope);
    const auto work = [measured, predictions, items, options = measureOptions(0)](const Context& context) {
        const Vectors f = predictions.size() ? Vectors(selectColumns(predictions, items)) : Vectors();
        measured->fold = measureFold(*measured->pairs, items, f, options, context);
        measured->kMax = measured->fold->listsX.k();
        return measured;
    };
    m_jobs.run<std::shared_ptr<Measured>>(
        "lists", tr("Neighbor lists"), work,
        [this](std::shared_ptr<Measured> done) {
            m_full.reset();
            m_hub.publish(done);
            publishAtK(false);
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

void Workspace::publishAtK(bool onlyInBackground)
{
    const MeasuredPtr measured = m_hub.measured();
    if (!measured) return;
    const auto report = [measured](MeasureOptions options, const Context& context) {
        auto atK = std::make_shared<MeasuredAtK>();
        atK->measured = measured;
        atK->hasMapping = measured->hasMapping();
        options.overlap.k = std::min(options.overlap.k, measured->kMax);
        if (atK->hasMapping)
            atK->report = reportMapping({&measured->fold, 1}, options, context);
        else {
            atK->report.options = options;
            atK->report.xy = reportOverlap(*measured->fold, options, context);
        }
        atK->report.split = measured->split.toStdString();
        return atK;
    };
    if (!onlyInBackground && measured->n() <= quickItems) {
        auto atK = report(measureOptions(0), {});
        if (m_full) { // fit and retrieval do not depend on K
            atK->report.fit = m_full->fit;
            atK->report.retrieval = m_full->retrieval;
        }
        m_hub.publishAtK(atK);
    }
    m_jobs.run<std::shared_ptr<MeasuredAtK>>(
        "report", tr("Permutation null"),
        [report, options = measureOptions(1000)](const Context& context) { return report(options, context); },
        [this](std::shared_ptr<MeasuredAtK> done) {
            if (done->measured != m_hub.measured()) return;
            m_full = std::make_shared<const MappingReport>(done->report);
            m_hub.publishAtK(done);
        });
}

void Workspace::refreshReports()
{
    if (!m_pair) return;
    struct Job {
        int id;
        std::shared_ptr<const PairedSet> pairs;
        Vectors predictions;
    };
    std::vector<Job> todo;
    for (const auto& entry : m_mappings)
        if (entry.model)
            todo.push_back({entry.id, entry.forward ? m_pair->forward : m_pair->backward, entry.predictions});
    using Reports = std::vector<std::pair<int, MappingReport>>;
    const auto work = [todo, items = scopeItems(m_hub.state().scope), options = measureOptions(0),
                       split = m_pair->split.description](const Context& context) {
        Reports reports;
        std::map<const PairedSet*, std::shared_ptr<const MeasuredFold>> spaces;
        for (const Job& job : todo) {
            auto& fold = spaces[job.pairs.get()];
            if (!fold) fold = measureFold(*job.pairs, items, {}, options, context);
            const auto measured =
                withPrediction(*fold, *job.pairs, Vectors(selectColumns(job.predictions, items)), options, context);
            reports.emplace_back(job.id, reportMapping({&measured, 1}, options, context));
            reports.back().second.split = split;
        }
        return reports;
    };
    m_jobs.run<Reports>(
        "summaries", tr("Overlaps of all mappings"), work,
        [this](Reports reports) {
            for (auto& [id, report] : reports)
                if (MappingEntry* entry = find(id)) entry->report = std::move(report);
            emit mappingsChanged();
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

} // namespace bridgescope
