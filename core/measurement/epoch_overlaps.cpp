#include "core/measurement/epoch_overlaps.h"

#include "core/base/random.h"
#include "core/neighbors/metric.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/hubness.h"

#include <algorithm>
#include <span>

namespace bridgescope {
namespace {

double lastMean(const NeighborTable& a, const NeighborTable& b, const OverlapOptions& options)
{
    return OverlapCounts(a, b, options.k, options.self).means().back();
}

EpochFit fitOf(const Fit& fit, double p1)
{
    return {fit.r2, fit.cosine, fit.normRatio, p1, {}};
}

/// Some held-out items, their neighbors in f(X) sought among all.
class Sample {
public:
    Sample(const MeasuredFold& spaces, const MeasureOptions& options, Index count)
        : m_spaces(spaces), m_options(options), m_items(ascending(static_cast<Index>(spaces.items.size()))),
          m_targets(spaces.y)
    {
        Random(options.overlap.seed, "epoch.sample").shuffle(m_items);
        m_items.resize(static_cast<std::size_t>(count));
        std::ranges::sort(m_items);
    }

    void measure(MatrixView f, EpochReport& report, const Context& context) const
    {
        NeighborOptions lists;
        lists.metric = m_options.metric;
        lists.memoryBytes = m_options.memoryBytes;
        lists.k = std::min(m_options.overlap.k + 1, f.columns); // an item finds itself as well
        const Matrix sampled = selectColumns(f, m_items);
        const NeighborTable found = exactNeighbors(sampled, f, lists, context);
        const NeighborTable listsF = withoutThemselves(found, f.columns);
        report.overlapX = mean(m_spaces.listsX, listsF);
        report.overlapY = mean(m_spaces.listsY, listsF);
        report.fit = fitOf(m_targets.fit(f), m_targets.p1(sampled, m_items, context));
        report.overlapItems = static_cast<Index>(m_items.size());
    }

private:
    /// A table of all items in which the others' lists are empty.
    NeighborTable withoutThemselves(const NeighborTable& found, Index items) const
    {
        const Index k = m_options.overlap.k;
        NeighborTable lists(items, k);
        std::vector<std::int32_t> indices;
        std::vector<double> values;
        for (Index i = 0; i < found.items(); ++i) {
            const Index own = m_items[static_cast<std::size_t>(i)];
            const auto neighbors = found.neighbors(i);
            indices.clear();
            values.clear();
            for (std::size_t r = 0; r < neighbors.size() && static_cast<Index>(indices.size()) < k; ++r) {
                if (neighbors[r] == own) continue;
                indices.push_back(neighbors[r]);
                values.push_back(found.values(i)[r]);
            }
            lists.assign(own, indices, values);
        }
        return lists;
    }

    double mean(const NeighborTable& space, const NeighborTable& listsF) const
    {
        const Index k = m_options.overlap.k;
        const OverlapCounts counts(space, listsF, k, m_options.overlap.self);
        double sum = 0;
        for (const Index item : m_items)
            sum += counts.count(item, k);
        return sum / static_cast<double>(k * static_cast<Index>(m_items.size()));
    }

    const MeasuredFold& m_spaces;
    MeasureOptions m_options;
    std::vector<Index> m_items;
    Targets m_targets;
};

} // namespace

double epochProducts(const TrainingOptions& options, Index dX, Index dY, Index trainingItems)
{
    if (options.map != "net") return 0;
    double weights = 0, first = 0;
    Index in = dX;
    auto sizes = options.hidden;
    sizes.push_back(dY);
    for (const Index out : sizes) {
        const double layer = static_cast<double>(in) * static_cast<double>(out);
        if (first == 0) first = layer;
        weights += layer;
        in = out;
    }
    return static_cast<double>(trainingItems) * (3 * weights - first); // no gradient of X is needed
}

Index epochSample(Index n, Index d, Index k, double products)
{
    // Set by measurement, in products of an epoch. A pair: lists of f(X) in itself take half of its products, P@1 all
    // of those with Y; those of a sample take each twice. An item: candidates are kept, chosen and rescored.
    constexpr double share = .1, wholePair = 1.2, sampledPair = 2.2, unsampledItem = 3'000;
    const double item = 20'000 + 2'500 * static_cast<double>(k), all = static_cast<double>(n),
                 row = all * static_cast<double>(d);
    if (products <= 0 || all * (wholePair * row + item) <= share * products) return n;
    const double left = share * products - unsampledItem * all;
    return std::min(n, std::max<Index>(100, static_cast<Index>(left / (sampledPair * row + item))));
}

nlohmann::ordered_json epochConventions(const MeasureOptions& options)
{
    return {{"k", options.overlap.k}, {"metric", metricId(options.metric)}, {"self", selfRuleId(options.overlap.self)}};
}

EpochObserver epochOverlaps(const MeasuredFold& spaces, const PairedSet& pairs, const MeasureOptions& options,
                            double products, std::stop_token stop)
{
    MeasureOptions atK = options;
    atK.overlap.kMax = atK.overlap.k;
    const auto n = static_cast<Index>(spaces.items.size());
    const bool grouped = !pairs.groupsX.empty() || !pairs.groupsY.empty();
    const Index count = grouped ? n : epochSample(n, spaces.y.dimension(), options.overlap.k, products);
    if (count < n)
        return [sample = std::make_shared<const Sample>(spaces, atK, count), stop](MatrixView f, EpochReport& report) {
            Context quiet;
            quiet.stop = stop;
            sample->measure(f, report, quiet);
        };
    return [&spaces, &pairs, atK, stop, targets = std::make_shared<const Targets>(spaces.y)](MatrixView f,
                                                                                             EpochReport& report) {
        Context quiet;
        quiet.stop = stop;
        const auto fold = withPrediction(spaces, pairs, Vectors(nullptr, f), atK, quiet);
        report.overlapX = lastMean(fold->listsX, fold->listsF, atK.overlap);
        report.overlapY = lastMean(fold->listsY, fold->listsF, atK.overlap);
        report.fit = fitOf(targets->fit(f), targets->p1(f, ascending(f.columns), quiet));
        if (const Index others = othersOf(atK.overlap.k, atK.overlap.self); others > 0)
            report.fit->hubSkewness = measureHubness(fold->listsF, others).skewness;
    };
}

} // namespace bridgescope
