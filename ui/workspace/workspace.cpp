#include "ui/workspace/workspace_lists.h"

#include "core/dataset/writer.h"

#include <algorithm>

namespace bridgescope {
namespace {

std::shared_ptr<const PictureAtlas> loadAtlas(const Sample& sample)
{
    auto atlas = std::make_shared<PictureAtlas>();
    atlas->image = QImage(QString::fromStdString(sample.atlasFile));
    atlas->tile = sample.tile;
    atlas->columns = sample.atlasColumns;
    return atlas->image.isNull() ? nullptr : atlas;
}

} // namespace

double overlapAt(const Overlap& overlap, Index k)
{
    return k == overlap.k || k > static_cast<Index>(overlap.byK.size()) ? overlap.mean
                                                                        : overlap.byK[static_cast<std::size_t>(k - 1)];
}

std::unique_ptr<OpenPair> makeOpenPair(EmbeddingSet x, EmbeddingSet y, PairedSet pairs, const SplitOptions& split)
{
    auto pair = std::make_unique<OpenPair>();
    pair->split = makeSplit(pairs, split);
    pair->splitOptions = split;
    pair->x = std::move(x);
    pair->y = std::move(y);
    pair->backward = std::make_shared<const PairedSet>(swapped(pairs));
    pair->forward = std::make_shared<const PairedSet>(std::move(pairs));
    return pair;
}

Workspace::Workspace(SelectionHub& hub, JobRunner& jobs, QObject* parent) : QObject(parent), m_hub(hub), m_jobs(jobs)
{
    m_nullTimer.setSingleShot(true);
    m_nullTimer.setInterval(150);
    connect(&m_nullTimer, &QTimer::timeout, this, [this] {
        startReport(usualPermutations);
        if (m_calibrated) refreshReports();
    });
    connect(&hub, &SelectionHub::stateChanged, this, &Workspace::onState);
    connect(&hub, &SelectionHub::stateChanged, this, &Workspace::checkFiles);
}

/// What is looked at may be read from the files at any time, as the ranks of a new focus are.
void Workspace::checkFiles()
{
    if (!m_pair || m_filesChanged) return;
    try {
        requireUnchanged(*m_pair->forward);
    } catch (const Error& error) {
        m_filesChanged = true; // once is enough
        emit problem(QString::fromUtf8(error.what()));
    }
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

void Workspace::open(std::unique_ptr<OpenPair> pair)
{
    m_filesChanged = false;
    close();
    m_pair = std::move(pair);
    emit pairChanged();
    emit mappingsChanged();
    remeasure();
}

void Workspace::openSample(bool trainRidge)
{
    using Opened = std::shared_ptr<std::unique_ptr<OpenPair>>;
    m_jobs.run<Opened>(
        "open", tr("Opening the sample"),
        [](const Context& context) {
            Sample sample = loadSample("emoji", context);
            PairedSet pairs = pairSets(sample.x, sample.y, {}, context);
            auto pair = makeOpenPair(sample.x, sample.y, std::move(pairs), {});
            pair->detailX = QString::fromStdString(sample.detailX);
            pair->detailY = QString::fromStdString(sample.detailY);
            pair->pictures = loadAtlas(sample);
            return std::make_shared<std::unique_ptr<OpenPair>>(std::move(pair));
        },
        [this, trainRidge](const Opened& pair) {
            open(std::move(*pair));
            if (!trainRidge) return;
            // Trained again whenever the sample is opened: nothing to be asked about on leaving.
            for (const bool forward : {true, false})
                find(train({}, forward))->saved = true;
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

void Workspace::close()
{
    for (const char* kind :
         {"train", "open-mapping", "lists", "report", "summaries", "bands", "hubs", "similarity", "why"})
        m_jobs.cancel(kind);
    m_nullTimer.stop();
    m_mappings.clear();
    m_pair.reset();
    m_lists.reset();
    m_full.reset();
    m_background.reset();
    m_hub.reset();
}

const PairedSet* Workspace::pairsOf(bool forward) const
{
    return !m_pair ? nullptr : forward ? m_pair->forward.get() : m_pair->backward.get();
}

void Workspace::cancelJob(const QString& kind)
{
    if (kind == "train") {
        const auto running = std::find_if(m_mappings.begin(), m_mappings.end(),
                                          [](const auto& m) { return m.state == MappingEntry::State::Running; });
        if (running != m_mappings.end()) return cancelTraining(running->id);
    }
    m_jobs.cancel(kind);
    if (kind == "lists" && m_hub.sampled()) return keepEstimate();
    const MeasuredPtr measured = m_hub.measured();
    if (kind != "lists" || !measured) return;
    if (measured->mapping >= 0 && !find(measured->mapping)) return; // deleted meanwhile: no way back to it
    ViewState state = m_hub.state();
    state.mapping = measured->mapping;
    state.epoch = measured->epoch;
    state.metric = measured->metric;
    state.self = measured->self;
    state.scope = measured->scope;
    state.scopeItems = measured->scopeItems;
    state.scopeName = measured->scopeName;
    state.k = std::min(state.k, measured->kMax);
    m_hub.setState(state, tr("Cancel measuring"));
}

void Workspace::remove(int id)
{
    const MappingEntry* entry = find(id);
    if (!entry) return;
    if (entry->state == MappingEntry::State::Running) m_jobs.cancel("train");
    erase(id);
}

/// Another mapping is looked at in the place of one that is gone, a run that never came to a model among them.
void Workspace::erase(int id)
{
    const MappingEntry* entry = find(id);
    const bool shown = m_hub.state().mapping == id;
    const bool couldBeShown = shown || (entry && (entry->model || entry->state != MappingEntry::State::Queued));
    std::erase_if(m_mappings, [id](const auto& m) { return m.id == id; });
    if (shown) {
        const auto other = std::find_if(m_mappings.begin(), m_mappings.end(), [](const auto& m) { return !!m.model; });
        m_hub.setMapping(other == m_mappings.end() ? -1 : other->id);
    }
    if (couldBeShown) m_hub.undoStack()->clear(); // a step back might look at what is gone
    emit mappingsChanged();
    startNext();
}

bool Workspace::rename(int id, const QString& name)
{
    MappingEntry* entry = find(id);
    const QString trimmed = name.trimmed();
    if (!entry || trimmed.isEmpty()) return false;
    if (trimmed == entry->name) return true;
    const bool taken = std::any_of(m_mappings.begin(), m_mappings.end(),
                                   [&](const auto& m) { return m.forward == entry->forward && m.name == trimmed; });
    if (taken) return false;
    entry->name = trimmed;
    emit mappingsChanged();
    if (m_hub.state().mapping == id) remeasure(); // the name stands in what the views show
    return true;
}

void Workspace::setSplit(const SplitOptions& options)
{
    if (!m_pair) return;
    SplitPlan plan = makeSplit(*m_pair->forward, options);
    m_hub.setEpoch(0); // what was kept is of other items
    for (const char* kind : {"train", "lists", "report", "summaries", "bands", "hubs", "similarity"})
        m_jobs.cancel(kind);
    for (auto& items : m_items)
        items.reset();
    for (MappingEntry& entry : m_mappings) {
        if (entry.opened) { // its f does not change, what is measured of it does
            entry.report.reset();
            continue;
        }
        MappingEntry again;
        again.id = entry.id;
        again.name = entry.name;
        again.forward = entry.forward;
        again.options = entry.options;
        if (!again.options.given.contains("seed")) again.options.seed = options.seed;
        entry = std::move(again);
    }
    m_pair->split = std::move(plan);
    m_pair->splitOptions = options;
    emit mappingsChanged();
    remeasure();
    startNext();
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

const MappingEntry* Workspace::trained() const
{
    const auto found = std::find_if(m_mappings.begin(), m_mappings.end(),
                                    [](const auto& m) { return m.isActive() && !m.history.empty(); });
    return found == m_mappings.end() ? nullptr : &*found;
}

} // namespace bridgescope
