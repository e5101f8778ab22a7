#include "ui/workspace/training_session.h"

#include "core/base/error.h"
#include "core/measurement/epoch_overlaps.h"
#include "core/overlap/hubness.h"

#include <algorithm>

namespace bridgescope {

TrainingItems::TrainingItems(std::shared_ptr<const PairedSet> pairs, Split split, Origin origin)
    : m_pairs(std::move(pairs)), m_split(std::move(split)), m_files(std::move(origin))
{
}

const nlohmann::ordered_json& TrainingItems::origin() const
{
    std::call_once(m_originOnce, [this] { m_origin = originOf(m_files.fileX, m_files.fileY, m_files.split); });
    return m_origin;
}

const TrainingItems::Sets& TrainingItems::sets() const
{
    std::call_once(m_once, [this] {
        m_sets.x = selectColumns(m_pairs->x, m_split.training);
        m_sets.y = selectColumns(m_pairs->y, m_split.training);
        m_sets.heldOut = selectColumns(m_pairs->x, m_split.heldOut);
    });
    return m_sets;
}

Vectors predictionsOf(const Model& model, const TrainingItems& items, const Context& context)
{
    Matrix f = model.apply(items.pairs().x, context);
    const Matrix heldOut = model.apply(items.sets().heldOut, context);
    requireUnchanged(items.pairs());
    for (Index i = 0; i < heldOut.columns(); ++i)
        std::ranges::copy(heldOut.column(i), f.column(items.split().heldOut[static_cast<std::size_t>(i)]).begin());
    return Vectors(std::move(f));
}

TrainingSession::TrainingSession(std::shared_ptr<const TrainingItems> items, TrainingOptions options,
                                 MeasureOptions measure)
    : m_items(std::move(items)), m_options(std::move(options)), m_measure(measure)
{
}

void TrainingSession::ask(Wish wish)
{
    m_wish = wish;
    m_interrupt.request_stop();
}

void TrainingSession::goOn()
{
    m_wish = Wish::GoOn;
    m_interrupt = {};
}

void TrainingSession::setEpochs(Index epochs)
{
    if (m_run) return m_run->setEpochs(epochs);
    setOption(m_options, "epochs", std::to_string(epochs));
}

void TrainingSession::setLearningRate(double rate)
{
    if (m_run) return m_run->setLearningRate(rate);
    TrainingOptions changed = m_options;
    changed.learningRate = rate;
    changed.validate();
    m_options = changed;
}

/// Lists of X and Y, the same for every epoch, and the run itself.
void TrainingSession::begin(const Hooks& hooks, const Context& context)
{
    const TrainingItems::Sets& sets = m_items->sets();
    TrainingBaseline baseline;
    baseline.metric = m_measure.metric;
    baseline.self = m_measure.overlap.self;
    if (m_items->split().heldOut.size() > 1) { // one held-out item has no neighbors to share
        m_spaces = measureFold(m_items->pairs(), m_items->split().heldOut, {}, m_measure, context);
        baseline.n = static_cast<Index>(m_spaces->items.size());
        baseline.k = m_measure.overlap.k;
        const OverlapCounts counts(m_spaces->listsX, m_spaces->listsY, baseline.k, baseline.self);
        baseline.xy = counts.means().back();
        baseline.chance = chanceOverlap(baseline.n, baseline.k, baseline.self);
        if (const Index others = othersOf(baseline.k, baseline.self); others > 0)
            baseline.hubSkewnessY = measureHubness(m_spaces->listsY, others).skewness;
    }
    requireUnchanged(m_items->pairs());
    m_run.emplace(sets.x, sets.y, sets.heldOut, m_options);
    if (hooks.onBaseline) hooks.onBaseline(baseline);
}

void TrainingSession::observe(const Context& context)
{
    if (!m_spaces) return;
    const TrainingItems::Sets& sets = m_items->sets();
    const double products = epochProducts(m_options, sets.x.rows(), sets.y.rows(), sets.x.columns());
    m_run->observe([kept = m_kept, measure = epochOverlaps(*m_spaces, m_items->pairs(), m_measure, products,
                                                           context.stop)](MatrixView f, EpochReport& report) {
        measure(f, report); // stopped here the epoch's end is still due
        kept->add(report.epoch, f);
    });
}

TrainingSession::Outcome TrainingSession::advance(Until until, const Hooks& hooks, const Context& context)
{
    Context own = context; // stopped by either: the job that is dropped, or what the user asks of the run
    std::stop_source both;
    const std::stop_callback dropped(context.stop, [&] { both.request_stop(); });
    const std::stop_callback asked(m_interrupt.get_token(), [&] { both.request_stop(); });
    own.stop = both.get_token();
    bool reached = false;
    try {
        if (!m_run) begin(hooks, own);
        observe(own);
        while (!m_run->finished() && !reached) {
            std::optional<EpochReport> report;
            if (until == Until::Batch)
                report = m_run->advanceBatch(own);
            else
                report = m_run->advance(own);
            if (report && report->best) m_kept->pin(report->epoch);
            if (report && hooks.onEpoch) hooks.onEpoch(*report);
            reached = until != Until::End;
        }
    } catch (const Cancelled&) {
        context.checkStop();
        reached = true;
    }
    if (!m_run) return {true, {}, {}, {}}; // stopped before there was anything to keep
    if (m_wish == Wish::Cut && !m_run->finished() && m_run->epochsDone() > 0) m_run->setEpochs(m_run->epochsDone());
    if (!m_run->finished()) return {true, {}, {}, {}};
    return result(context);
}

TrainingSession::Outcome TrainingSession::result(const Context& context) const
{
    Outcome outcome;
    Model model = m_run->model();
    model.provenance.update(m_items->origin());
    outcome.model = std::make_shared<const Model>(std::move(model));
    outcome.predictions = predictionsOf(*outcome.model, *m_items, context);
    outcome.history = m_run->history();
    return outcome;
}

void thinTogether(const std::vector<std::shared_ptr<KeptPredictions>>& kept, std::uint64_t most)
{
    std::uint64_t all = 0;
    for (const auto& each : kept)
        all += each->bytes();
    for (const auto& each : kept) {
        if (all <= most) return;
        const std::uint64_t before = each->bytes(), excess = all - most;
        each->lowerBudget(before > excess ? before - excess : 0);
        all -= before - each->bytes();
    }
}

} // namespace bridgescope
