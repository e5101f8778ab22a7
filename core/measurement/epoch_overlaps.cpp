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

double sumOfNorms(MatrixView set)
{
    double sum = 0;
    for (Index i = 0; i < set.columns; ++i)
        sum += canonicalNorm(set.column(i).data(), set.rows);
    return sum;
}

/// Whether the partner's rank is 1 as measureRetrieval() has it: nobody nearer, nobody as near with a lower index; a
/// zero vector's cosine is 0.
bool partnerIsFirst(std::span<const float> query, MatrixView y, Index partner)
{
    const double norm = canonicalNorm(query.data(), y.rows);
    const auto cosine = [&](Index j) {
        const double norms = norm * canonicalNorm(y.column(j).data(), y.rows);
        return norms == 0 ? 0 : canonicalDot(query.data(), y.column(j).data(), y.rows) / norms;
    };
    const double own = cosine(partner);
    for (Index j = 0; j < y.columns; ++j)
        if (const double other = cosine(j); other > own || (other == own && j < partner)) return false;
    return true;
}

/// P@1 by cosine of some items' f(x), their y sought among all. Lists leave zero vectors out, so that the nearest
/// decides only where its cosine is above theirs.
double shareFirst(MatrixView f, std::span<const Index> items, MatrixView y, const MeasureOptions& options,
                  const Context& context)
{
    NeighborOptions nearest;
    nearest.k = 1;
    nearest.memoryBytes = options.memoryBytes;
    const NeighborTable found = exactNeighbors(f, y, nearest, context);
    Index first = 0;
    for (Index i = 0; i < f.columns; ++i) {
        const Index partner = items[static_cast<std::size_t>(i)];
        const bool decided = found.count(i) > 0 && found.values(i)[0] > 0;
        first += decided ? found.neighbors(i)[0] == partner : partnerIsFirst(f.column(i), y, partner);
    }
    return static_cast<double>(first) / static_cast<double>(f.columns);
}

EpochFit fitOf(MatrixView f, MatrixView y, double p1)
{
    const Fit fit = measureFit(f, y);
    const double norms = sumOfNorms(y);
    return {fit.r2, fit.cosine, norms > 0 ? sumOfNorms(f) / norms : 0, p1, {}};
}

/// Some held-out items, their neighbors in f(X) sought among all.
class Sample {
public:
    Sample(const MeasuredFold& spaces, const MeasureOptions& options, Index count)
        : m_spaces(spaces), m_options(options), m_items(ascending(static_cast<Index>(spaces.items.size())))
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
        report.fit = fitOf(f, m_spaces.y, shareFirst(sampled, m_items, m_spaces.y, m_options, context));
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

Index epochSample(Index n, Index d, double products)
{
    // Lists of f(X) against itself take about half of its products, P@1 the whole of those with Y, and the choice of
    // the nearest as much again; those of a sample take each product twice. The two shares were set by measurement.
    constexpr double whole = .08, sampled = .05;
    const double row = static_cast<double>(n) * static_cast<double>(d);
    if (products <= 0 || row * static_cast<double>(n) <= whole * products) return n;
    return std::min(n, std::max<Index>(100, static_cast<Index>(sampled * products / row)));
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
    const Index count = grouped ? n : epochSample(n, spaces.y.dimension(), products);
    if (count < n)
        return [sample = std::make_shared<const Sample>(spaces, atK, count), stop](MatrixView f, EpochReport& report) {
            Context quiet;
            quiet.stop = stop;
            sample->measure(f, report, quiet);
        };
    return [&spaces, &pairs, atK, stop](MatrixView f, EpochReport& report) {
        Context quiet;
        quiet.stop = stop;
        const auto fold = withPrediction(spaces, pairs, Vectors(nullptr, f), atK, quiet);
        report.overlapX = lastMean(fold->listsX, fold->listsF, atK.overlap);
        report.overlapY = lastMean(fold->listsY, fold->listsF, atK.overlap);
        report.fit = fitOf(f, spaces.y, shareFirst(f, ascending(f.columns), spaces.y, atK, quiet));
        if (const Index others = othersOf(atK.overlap.k, atK.overlap.self); others > 0)
            report.fit->hubSkewness = measureHubness(fold->listsF, others).skewness;
    };
}

} // namespace bridgescope
