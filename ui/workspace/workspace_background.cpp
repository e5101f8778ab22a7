#include "core/measurement/hub_audit.h"
#include "ui/workspace/workspace_lists.h"

namespace bridgescope {
namespace {

constexpr Index bandPermutations = 200; // as DESIGN has it for a band and for the other measures

} // namespace

/// The numbers with what is known beside them; the overlaps of CSLS lists are those of the same K.
MeasuredAtKPtr Workspace::withBackground(const MeasuredAtKPtr& atK, const BackgroundPtr& background,
                                         const Context& context)
{
    if (!background) return atK;
    auto joined = std::make_shared<MeasuredAtK>(*atK);
    joined->nulls = background->nulls;
    joined->similarity = background->similarity;
    if (background->errors) background->errors->addTo(joined->report);
    if (!background->csls) return joined;
    MeasureOptions options = atK->report.options;
    options.fitAndRetrieval = false;
    options.overlap.bands = false;
    options.overlap.permutations = 0;
    auto csls = std::make_shared<MappingReport>();
    if (joined->hasMapping)
        *csls = reportMapping({&background->csls, 1}, options, context, {background->cslsPrepared.get(), 1});
    else
        csls->xy = reportOverlap(*background->csls, options, context, {background->cslsPrepared.get(), 1});
    joined->csls = std::move(csls);
    return joined;
}

/// Adds to what is known of the lists at hand, and shows it.
void Workspace::takeBackground(const std::function<void(Background&)>& add)
{
    auto more = m_background ? std::make_shared<Background>(*m_background) : std::make_shared<Background>();
    add(*more);
    m_background = std::move(more);
    const MeasuredAtKPtr atK = m_hub.atK();
    if (!atK || !m_lists || atK->measured != m_lists->measured) return;
    if (!m_background->csls || m_lists->measured->n() <= quickItems)
        return m_hub.publishAtK(withBackground(atK, m_background));
    m_jobs.run<MeasuredAtKPtr>( // overlaps of the lists without hubs, of more items than one waits for
        "csls", tr("Overlaps without hubs"),
        [atK, background = m_background](const Context& context) { return withBackground(atK, background, context); },
        [this, atK](const MeasuredAtKPtr& done) {
            if (m_hub.atK() == atK) return m_hub.publishAtK(done);
            if (m_hub.atK() && !m_hub.atK()->csls) takeBackground([](Background&) {}); // K moved on meanwhile
        });
}

/// What no view waits for, one after the other, once the numbers at K have their null.
void Workspace::startBackground()
{
    if (!m_lists) return;
    if (!m_background || !m_background->nulls)
        startNullBands();
    else if (!m_background->csls && m_lists->measured->n() <= quickItems)
        requestHubAudit();
}

/// The errors over K of more items than a report brings them for, then the null.
void Workspace::startNullBands()
{
    if (m_jobs.isRunning("bands")) return;
    if (m_lists->first->report.xy.byKError.empty() && !(m_background && m_background->errors)) {
        using Errors = std::shared_ptr<const ErrorBands>;
        return m_jobs.run<Errors>(
            "bands", tr("Intervals over every K"),
            [lists = m_lists, options = measureOptions(0)](const Context& context) {
                return std::make_shared<const ErrorBands>(
                    errorBandsOf({&lists->measured->fold, 1}, options, context, {&lists->prepared, 1}));
            },
            [this, lists = m_lists](const Errors& done) {
                if (lists != m_lists) return;
                takeBackground([&](Background& background) { background.errors = done; });
                startBackground();
            });
    }
    const auto work = [lists = m_lists, options = measureOptions(0)](const Context& context) {
        return std::make_shared<const NullBands>(
            nullBandsOf(*lists->measured->fold, options, bandPermutations, context));
    };
    m_jobs.run<std::shared_ptr<const NullBands>>(
        "bands", tr("Null over every K"), work, [this, lists = m_lists](const std::shared_ptr<const NullBands>& done) {
            if (lists != m_lists) return;
            takeBackground([&](Background& background) { background.nulls = done; });
            startBackground();
        });
}

void Workspace::requestHubAudit()
{
    if (!m_lists || m_lists->measured->metric != Metric::Cosine || m_jobs.isRunning("hubs")) return;
    if (m_lists->measured->n() < 3) return; // two items cannot be hubs to one another
    using Made = std::shared_ptr<Background>;
    const auto work = [lists = m_lists, options = measureOptions(0)](const Context& context) {
        auto made = std::make_shared<Background>();
        made->csls = withCslsLists(*lists->measured->fold, *lists->measured->pairs, options, context);
        made->cslsPrepared = std::make_shared<const PreparedFold>(prepareReport(*made->csls, options));
        return made;
    };
    m_jobs.run<Made>("hubs", tr("Lists without hubs"), work, [this, lists = m_lists](const Made& done) {
        if (lists != m_lists) return;
        takeBackground([&](Background& background) {
            background.csls = done->csls;
            background.cslsPrepared = done->cslsPrepared;
        });
    });
}

void Workspace::requestSimilarity()
{
    if (!m_lists || m_lists->measured->n() < 3) return;
    SimilarityOptions options;
    options.k = m_hub.state().k;
    options.metric = m_lists->measured->metric;
    options.permutations = bandPermutations;
    options.seed = m_pair->splitOptions.seed;
    const auto work = [measured = m_lists->measured, options](const Context& context) {
        const MeasuredFold& fold = *measured->fold;
        const auto ofX = groupsAmong(measured->pairs->groupsX, fold.items);
        const auto ofY = groupsAmong(measured->pairs->groupsY, fold.items);
        const auto compare = [&](const Vectors& a, std::span<const std::int32_t> groupsA, const Vectors& b,
                                 std::span<const std::int32_t> groupsB) {
            SimilarityOptions own = options;
            own.groupsA = groupsA;
            own.groupsB = groupsB;
            return measureSimilarity(a, b, own, context);
        };
        auto table = std::make_shared<SimilarityTable>();
        table->k = options.k;
        table->permutations = options.permutations;
        table->xy = compare(fold.x, ofX, fold.y, ofY);
        if (fold.f.size() == 0) return std::shared_ptr<const SimilarityTable>(table);
        table->xf = compare(fold.x, ofX, fold.f, ofX); // items of one X vector share f(x)
        table->yf = compare(fold.y, ofY, fold.f, ofX);
        return std::shared_ptr<const SimilarityTable>(table);
    };
    m_jobs.run<std::shared_ptr<const SimilarityTable>>(
        "similarity", tr("Other measures"), work,
        [this, lists = m_lists](const std::shared_ptr<const SimilarityTable>& done) {
            if (lists == m_lists) takeBackground([&](Background& background) { background.similarity = done; });
        },
        [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
}

void Workspace::setCalibrated(bool calibrated)
{
    m_calibrated = calibrated;
    if (calibrated && m_pair) refreshReports();
}

} // namespace bridgescope
