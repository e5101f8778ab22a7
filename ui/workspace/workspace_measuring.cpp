#include "core/base/random.h"
#include "core/training/fit_caveat.h"
#include "ui/workspace/workspace_lists.h"

#include <algorithm>
#include <map>

namespace bridgescope {
namespace {

constexpr Index usualKMax = 100;

QString detailOf(const QString& known, Index dimension)
{
    return known.isEmpty() ? QObject::tr("%1-d").arg(dimension) : known;
}

} // namespace

const MappingEntry* Workspace::lookedAt() const
{
    const MappingEntry* entry = mapping(m_hub.state().mapping);
    return entry && (entry->model || epochLookedAt().epoch > 0) ? entry : nullptr;
}

KeptEpoch Workspace::epochLookedAt() const
{
    const ViewState& state = m_hub.state();
    const MappingEntry* entry = mapping(state.mapping);
    if (state.epoch > 0 && state.scope == ItemScope::HeldOut && entry && entry->kept)
        for (const KeptEpoch& each : entry->kept->epochs())
            if (each.epoch == state.epoch) return each;
    return {};
}

std::vector<Index> Workspace::scopeItems() const
{
    const ItemScope scope = m_hub.state().scope;
    if (scope == ItemScope::Selection) return {m_hub.state().scopeItems.begin(), m_hub.state().scopeItems.end()};
    if (scope == ItemScope::AllPaired) return ascending(m_pair->forward->size());
    const Split& split = m_pair->split.folds.front();
    return scope == ItemScope::HeldOut ? split.heldOut : split.training;
}

/// K is held to what the scope allows, so that a very small set is measured too.
MeasureOptions Workspace::measureOptions(Index permutations) const
{
    const auto n = static_cast<Index>(scopeItems().size());
    MeasureOptions options;
    options.metric = m_hub.state().metric;
    options.overlap.k = std::max<Index>(1, std::min(m_hub.state().k, n - 1));
    options.overlap.kMax = std::max(usualKMax, options.overlap.k);
    options.overlap.self = m_hub.state().self;
    options.overlap.permutations = permutations;
    options.overlap.seed = m_pair->splitOptions.seed;
    options.fitAndRetrieval = permutations > 0;
    return options;
}

void Workspace::onState(const ViewState& before, const ViewState& now)
{
    if (!m_pair) return;
    const bool conventions = before.metric != now.metric || before.self != now.self || before.scope != now.scope ||
                             before.scopeItems != now.scopeItems;
    const bool asks = conventions || before.mapping != now.mapping || before.epoch != now.epoch ||
                      before.scopeName != now.scopeName || before.k != now.k;
    if (listsServe(now)) {
        m_jobs.cancel("lists"); // of a state that was left again
        m_hub.publishSampled(nullptr);
        if (before.k != now.k) publishAtK();
    } else if (asks) // another focus or selection neither begins lists that are being made again nor those cancelled
        remeasure();
    if (conventions) {
        for (MappingEntry& entry : m_mappings)
            entry.report.reset();
        emit mappingsChanged();
    }
    if (conventions || now.k > std::max(usualKMax, before.k)) refreshReports();
}

bool Workspace::listsServe(const ViewState& state) const
{
    const MeasuredPtr measured = m_hub.measured();
    const MappingEntry* entry = lookedAt();
    return measured && measured->mapping == (entry ? entry->id : -1) && measured->epoch == epochLookedAt().epoch &&
           measured->metric == state.metric && measured->self == state.self && measured->scope == state.scope &&
           measured->scopeItems == state.scopeItems && measured->scopeName == state.scopeName &&
           state.k <= measured->kMax;
}

std::shared_ptr<Measured> Workspace::describeMeasured(const MappingEntry* entry) const
{
    const bool forward = !entry || entry->forward;
    auto measured = std::make_shared<Measured>();
    measured->pairs = forward ? m_pair->forward : m_pair->backward;
    measured->pictures = m_pair->pictures;
    measured->picturesByX = forward;
    measured->detailX = detailOf(forward ? m_pair->detailX : m_pair->detailY, measured->pairs->x.dimension());
    measured->detailY = detailOf(forward ? m_pair->detailY : m_pair->detailX, measured->pairs->y.dimension());
    measured->scope = m_hub.state().scope;
    measured->scopeItems = m_hub.state().scopeItems;
    measured->scopeName = m_hub.state().scopeName;
    const std::vector<Index>& training = m_pair->split.folds.front().training; // ascending
    for (const int item : measured->scopeItems)
        measured->inSample += std::binary_search(training.begin(), training.end(), static_cast<Index>(item));
    measured->metric = m_hub.state().metric;
    measured->self = m_hub.state().self;
    measured->split = QString::fromStdString(m_pair->split.description);
    if (entry) {
        measured->mapping = entry->id;
        measured->epoch = epochLookedAt().epoch;
        measured->fitCaveat = QString::fromStdString(fitCaveat(entry->options));
        measured->mappingName =
            measured->epoch > 0 ? tr("%1 after epoch %2").arg(entry->name).arg(measured->epoch) : entry->name;
        measured->detailF = tr("%1, %2-d").arg(measured->mappingName.toLower()).arg(measured->pairs->y.dimension());
    }
    return measured;
}

/// Bands, fit and retrieval do not depend on K: they are taken over where they are known.
MeasuredAtKPtr Workspace::Lists::report(MeasureOptions options, const Context& context) const
{
    auto atK = std::make_shared<MeasuredAtK>();
    atK->measured = measured;
    atK->hasMapping = measured->hasMapping();
    options.overlap.k = std::min(options.overlap.k, measured->kMax);
    options.overlap.bands = !first;
    if (atK->hasMapping)
        atK->report = reportMapping({&measured->fold, 1}, options, context, {&prepared, 1});
    else {
        atK->report.options = options;
        atK->report.xy = reportOverlap(*measured->fold, options, context, {&prepared, 1});
    }
    atK->report.split = measured->split.toStdString();
    if (!groups.names.empty()) atK->groups = groupOverlaps(groups, atK->report, prepared.related);
    if (!first) return atK;
    atK->report.xf.byKError = first->report.xf.byKError;
    atK->report.yf.byKError = first->report.yf.byKError;
    atK->report.xy.byKError = first->report.xy.byKError;
    return atK;
}

void Workspace::remeasure()
{
    const MappingEntry* entry = lookedAt();
    const auto measured = describeMeasured(entry);
    const auto work = [measured, sampling = samplingOf(*measured), predictions = entry ? entry->predictions : Vectors(),
                       items = scopeItems(), kept = epochLookedAt().predictions, before = m_lists,
                       options = measureOptions(0)](const Context& context) {
        const Vectors f = kept.size()          ? kept // of the items in scope, in their order
                          : predictions.size() ? Vectors(selectColumns(predictions, items))
                                               : Vectors();
        if (static_cast<Index>(items.size()) > sampledAbove) sampling(f, context.stop).run(context);
        // From epoch to epoch the lists of X and Y stay.
        const bool same = kept.size() && before && before->measured->pairs == measured->pairs &&
                          before->measured->metric == measured->metric && before->measured->fold->items == items &&
                          before->measured->kMax == listLength(static_cast<Index>(items.size()), options);
        measured->fold = same ? withPrediction(*before->measured->fold, *measured->pairs, f, options, context)
                              : measureFold(*measured->pairs, items, f, options, context);
        requireUnchanged(*measured->pairs);
        measured->kMax = measured->fold->listsX.k();
        auto lists = std::make_shared<Lists>();
        lists->measured = measured;
        lists->prepared = prepareReport(*measured->fold, options);
        if (const MetadataColumn* column = categoryColumn(measured->pairs->metadata))
            lists->groups = groupsOf(*column, measured->fold->items);
        lists->first = lists->report(options, context);
        return std::shared_ptr<const Lists>(lists);
    };
    m_nullTimer.stop();
    m_hub.publishSampled(nullptr);
    for (const char* kind : {"report", "bands", "hubs", "csls", "similarity"})
        m_jobs.cancel(kind);
    m_jobs.run<std::shared_ptr<const Lists>>(
        "lists", tr("Neighbor lists"), work,
        [this](const std::shared_ptr<const Lists>& done) {
            m_lists = done;
            m_full.reset();
            m_background.reset();
            m_hub.publish(done->measured);
            if (done->first->report.xy.k != m_hub.state().k) return publishAtK(); // K moved on meanwhile
            m_hub.publishAtK(done->first);
            m_nullTimer.start();
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

namespace {

MeasuredAtKPtr withFitOf(const MeasuredAtKPtr& atK, const MeasuredAtKPtr& full)
{
    if (!full) return atK;
    auto joined = std::make_shared<MeasuredAtK>(*atK);
    joined->report.fit = full->report.fit;
    joined->report.retrieval = full->report.retrieval;
    joined->report.options.fitAndRetrieval = full->report.options.fitAndRetrieval; // the verdict rests on them
    return joined;
}

} // namespace

/// Numbers at the K of now: at once where that is quick, with their permutation null once K rests.
void Workspace::publishAtK()
{
    if (!m_lists) return;
    m_nullTimer.stop(); // the null of the K before is no longer waited for, and must not stop what is made now
    if (m_lists->measured->n() > quickItems) return startReport(0);
    m_jobs.cancel("report");
    m_hub.publishAtK(withBackground(withFitOf(m_lists->report(measureOptions(0), {}), m_full), m_background));
    m_nullTimer.start();
}

void Workspace::startReport(Index permutations)
{
    if (!m_lists || !m_pair) return;
    MeasureOptions options = measureOptions(permutations);
    options.fitAndRetrieval = permutations > 0 && !m_full;
    m_jobs.run<MeasuredAtKPtr>(
        "report", permutations > 0 ? tr("Permutation null") : tr("Overlaps"),
        [lists = m_lists, full = m_full, background = m_background, options](const Context& context) {
            return withBackground(withFitOf(lists->report(options, context), full), background, context);
        },
        [this, permutations, background = m_background](const MeasuredAtKPtr& done) {
            if (done->measured != m_hub.measured()) return;
            if (permutations > 0)
                m_full = done;
            else
                m_nullTimer.start();
            m_hub.publishAtK(done);
            if (m_background != background) takeBackground([](Background&) {}); // more came while this was made
            if (permutations > 0) startBackground();
        });
}

namespace {

/// With intervals at every K, for K may move while the mapping is not looked at.
MappingReport reportOfAll(const std::shared_ptr<const MeasuredFold>& fold, const MeasureOptions& options,
                          const Context& context)
{
    if (static_cast<Index>(fold->items.size()) > bandsOfAll) return reportMapping({&fold, 1}, options, context);
    const PreparedFold prepared = prepareReport(*fold, options);
    MappingReport report = reportMapping({&fold, 1}, options, context, {&prepared, 1});
    if (report.xy.byKError.empty()) errorBandsOf({&fold, 1}, options, context, {&prepared, 1}).addTo(report);
    return report;
}

} // namespace

/// Overlaps of the mappings that have none yet under the conventions of now.
void Workspace::refreshReports()
{
    struct Job {
        int id;
        std::shared_ptr<const PairedSet> pairs;
        Vectors predictions;
    };
    std::vector<Job> unreported;
    MeasureOptions options = measureOptions(m_calibrated ? usualPermutations : 0);
    options.fitAndRetrieval = true; // overlap and retrieval stand side by side in the table of runs
    for (const auto& entry : m_mappings) {
        const bool calibrated = entry.report && entry.report->xf.tau && entry.report->xf.k == options.overlap.k;
        const bool known = entry.report && static_cast<Index>(entry.report->xf.byK.size()) >= options.overlap.k &&
                           (calibrated || !m_calibrated);
        if (entry.model && !known)
            unreported.push_back({entry.id, entry.forward ? m_pair->forward : m_pair->backward, entry.predictions});
    }
    if (unreported.empty()) return m_jobs.cancel("summaries");
    using Reports = std::vector<std::pair<int, MappingReport>>;
    const auto work = [unreported, items = scopeItems(), options,
                       split = m_pair->split.description](const Context& context) {
        Reports reports;
        std::map<const PairedSet*, std::shared_ptr<const MeasuredFold>> spaces;
        for (const Job& job : unreported) {
            auto& fold = spaces[job.pairs.get()];
            if (!fold) fold = measureFold(*job.pairs, items, {}, options, context);
            const auto measured =
                withPrediction(*fold, *job.pairs, Vectors(selectColumns(job.predictions, items)), options, context);
            reports.emplace_back(job.id, reportOfAll(measured, options, context));
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
