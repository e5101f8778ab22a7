#include "ui/panels/runs/paired_test.h"

#include <algorithm>

namespace bridgescope {

PairedTest::PairedTest(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_hub(hub), m_jobs(jobs)
{
    // Queued: a newer test has begun by then where it was that which stopped the older.
    connect(&jobs, &JobRunner::changed, this, &PairedTest::noticeCancel, Qt::QueuedConnection);
}

/// Cancelled in the status bar: a result that was there stays.
void PairedTest::noticeCancel()
{
    if (m_asked == Key{} || m_result || !m_problem.isEmpty() || m_jobs.isRunning(kind)) return;
    m_problem = tr("Stopped: pick the two runs again for their test.");
    emit changed();
}

void PairedTest::forget()
{
    if (m_jobs.isRunning(kind)) m_jobs.cancel(kind);
    m_asked = {};
    m_lists.reset();
    m_result.reset();
    m_problem.clear();
}

void PairedTest::ask(const MappingEntry& first, const MappingEntry& second)
{
    const MeasuredPtr measured = m_hub.measured();
    if (!measured || !m_workspace.pair()) return forget();
    const Index k = std::min(m_hub.state().k, measured->kMax);
    Key key{first.model, second.model, measured->fold};
    if (key == m_asked && k == m_askedK) return; // made, refused, or on its way
    if (key != m_asked) m_result.reset();        // else the old stays until the new is there
    m_asked = key;
    m_askedK = k;
    m_problem.clear();
    MeasureOptions options;
    options.metric = measured->metric;
    options.overlap.self = measured->self;
    options.overlap.k = k;
    options.overlap.kMax = std::max(measured->kMax, k);
    const auto pairs = first.forward ? m_workspace.pair()->forward : m_workspace.pair()->backward;
    // Lists of X and Y are those in view where the direction is the same.
    const auto known = measured->pairs == pairs ? measured->fold : nullptr;
    m_jobs.run<Made>(
        kind, tr("Paired test"),
        [key, pairs, known, options, lists = m_lists, f = first.predictions,
         g = second.predictions](const Context& context) {
            Made made{lists, {}};
            if (!lists || lists->key != key) {
                const std::vector<Index>& items = key.scope->items;
                auto fresh = std::make_shared<Lists>();
                fresh->key = key;
                const Vectors ofF(selectColumns(f, items)), ofG(selectColumns(g, items));
                fresh->first = known ? withPrediction(*known, *pairs, ofF, options, context)
                                     : measureFold(*pairs, items, ofF, options, context);
                fresh->second = withPrediction(*fresh->first, *pairs, ofG, options, context);
                made.lists = fresh;
            }
            made.comparison = compareMappings(*made.lists->first, *made.lists->second, options);
            return made;
        },
        [this](const Made& made) {
            m_lists = made.lists;
            m_result = made.comparison;
            emit changed();
        },
        [this](const Error& error) {
            m_result.reset();
            m_problem = QString::fromUtf8(error.what());
            emit changed();
        });
}

} // namespace bridgescope
