#include "ui/workspace/workspace_lists.h"

namespace bridgescope {

/// Coarse first, so that the overlaps stand there together soon, then to the half-width that the command line has.
void Workspace::Sampling::run(const Context& context) const
{
    const Matrix x = selectColumns(pairs->x, items), y = selectColumns(pairs->y, items);
    const auto ofX = groupsAmong(pairs->groupsX, items), ofY = groupsAmong(pairs->groupsY, items);
    SampledOverlaps known = start;
    const auto sample = [&](SampledOverlap& into, MatrixView a, std::span<const std::int32_t> groupsA, MatrixView b,
                            std::span<const std::int32_t> groupsB, double halfWidth) {
        SampleOptions own = options;
        own.halfWidth = halfWidth;
        own.groupsA = groupsA;
        own.groupsB = groupsB;
        sampleOverlap(a, b, own, context, [&](const SampledOverlap& step) {
            if (step.sampled <= into.sampled) return; // gone through before
            into = step;
            if (known.xy.sampled > 0 || (known.xf.sampled > 0 && known.yf.sampled > 0)) tell(known);
        });
    };
    for (const double halfWidth : {4 * options.halfWidth, options.halfWidth}) {
        if (predictions.size() == 0) {
            sample(known.xy, x, ofX, y, ofY, halfWidth);
            continue;
        }
        sample(known.xf, x, ofX, predictions, ofX, halfWidth); // items of one X vector share f(x)
        sample(known.yf, y, ofY, predictions, ofX, halfWidth);
    }
}

/// Called on the window's thread; what it returns makes the work of one job, whose estimates are dropped once it is
/// stopped.
std::function<Workspace::Sampling(const Vectors&, const std::stop_token&)>
Workspace::samplingOf(const Measured& measured)
{
    Sampling sampling;
    sampling.pairs = measured.pairs;
    sampling.items = scopeItems();
    const MeasureOptions measures = measureOptions(0);
    sampling.options.metric = measures.metric;
    sampling.options.k = measures.overlap.k;
    sampling.options.self = measures.overlap.self;
    sampling.options.seed = measures.overlap.seed;
    sampling.start = {measured.mappingName, measures.metric, measures.overlap.self, {}, {}, {}};
    return [this, sampling](const Vectors& predictions, const std::stop_token& stop) {
        Sampling own = sampling;
        own.predictions = predictions;
        own.tell = [this, stop](const SampledOverlaps& known) {
            QMetaObject::invokeMethod(
                &m_hub,
                [this, stop, told = std::make_shared<const SampledOverlaps>(known)] {
                    if (!stop.stop_requested()) m_hub.publishSampled(told);
                },
                Qt::QueuedConnection);
        };
        return own;
    };
}

/// What the sample came to, once nothing makes it better any more.
void Workspace::keepEstimate()
{
    auto last = std::make_shared<SampledOverlaps>(*m_hub.sampled());
    last->stopped = true;
    m_hub.publishSampled(std::move(last));
}

void Workspace::requestLists()
{
    if (m_pair) remeasure();
}

} // namespace bridgescope
