#include "core/neighbors/approximate_index.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/vector_clones.h"
#include "core/neighbors/proposal_space.h"

#include <algorithm>

#define NO_MANUAL_VECTORIZATION // its choice is made when it is compiled; ours below when the program starts
#include <hnswlib/hnswlib.h>

namespace bridgescope {
namespace {

/// Squared distance of two vectors of d numbers, summed in sixteen lanes.
BRIDGESCOPE_VECTOR_CLONES float squaredDistance(const void* a, const void* b, const void* dimension)
{
    constexpr std::size_t lanes = 16;
    const auto* x = static_cast<const float*>(a);
    const auto* y = static_cast<const float*>(b);
    const std::size_t d = *static_cast<const std::size_t*>(dimension);
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= d; i += lanes)
        for (std::size_t l = 0; l < lanes; ++l) {
            const float difference = x[i + l] - y[i + l];
            sums[l] += difference * difference;
        }
    float sum = 0;
    for (; i < d; ++i)
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    for (const float s : sums)
        sum += s;
    return sum;
}

class PreparedSpace : public hnswlib::SpaceInterface<float> {
public:
    explicit PreparedSpace(Index d) : m_dimension(static_cast<std::size_t>(d)) {}
    std::size_t get_data_size() override { return m_dimension * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return squaredDistance; }
    void* get_dist_func_param() override { return &m_dimension; }

private:
    std::size_t m_dimension;
};

/// Vectors as distances of float32 order them: unit length under cosine, where squared distance is 2 - 2 cos; else
/// centred and divided by the largest norm.
class Preparation {
public:
    Preparation(const SearchSide& side, const NeighborOptions& options, const Context& context)
        : m_side(side), m_frame(makeFrame(options.metric, side.set, side.set, context))
    {
    }
    void fill(std::int32_t item, std::vector<float>& z) const
    {
        const auto x = m_side.set.column(item);
        z.resize(x.size());
        const double norm = m_side.norms[static_cast<std::size_t>(item)];
        for (std::size_t j = 0; j < x.size(); ++j) {
            const auto value = static_cast<double>(x[j]);
            z[j] = static_cast<float>(m_frame.metric == Metric::Cosine ? value / norm
                                                                       : (value - m_frame.mean[j]) / m_frame.unit);
        }
    }

private:
    const SearchSide& m_side;
    ProposalFrame m_frame;
};

} // namespace

struct ApproximateIndex::Graph {
    NeighborOptions options;
    std::vector<std::int32_t> groups;
    SearchSide side;
    Preparation preparation;
    PreparedSpace space;
    hnswlib::HierarchicalNSW<float> layers;
    Index wanted; ///< candidates asked for: K, and those left out

    Graph(MatrixView set, const NeighborOptions& o, const GraphOptions& graph, const Context& context)
        : options(o), groups(o.groups.begin(), o.groups.end()), side(makeSide(set, o.metric, context)),
          preparation(side, o, context), space(set.rows),
          layers(&space, std::max<std::size_t>(1, side.active.size()), static_cast<std::size_t>(graph.links),
                 static_cast<std::size_t>(graph.construction), graph.seed),
          wanted(o.k + largestGroup(groups))
    {
        layers.setEf(static_cast<std::size_t>(
            std::max(wanted, graph.search > 0 ? graph.search : std::max<Index>(100, 2 * o.k))));
        std::vector<float> z;
        for (std::size_t i = 0; i < side.active.size(); ++i) {
            if (i % 64 == 0) {
                context.checkStop();
                context.report(static_cast<double>(i), static_cast<double>(side.active.size()));
            }
            preparation.fill(side.active[i], z);
            layers.addPoint(z.data(), static_cast<std::size_t>(side.active[i]));
        }
    }

    bool leftOut(std::int32_t item, std::int32_t other) const
    {
        return item == other ||
               (!groups.empty() && groups[static_cast<std::size_t>(item)] == groups[static_cast<std::size_t>(other)]);
    }

    /// The candidates the graph finds for an item, by descending canonical value.
    std::vector<RankedItem> candidates(std::int32_t item, std::vector<float>& z) const
    {
        preparation.fill(item, z);
        std::vector<RankedItem> found;
        for (auto nearest = layers.searchKnn(z.data(), static_cast<std::size_t>(wanted)); !nearest.empty();
             nearest.pop()) {
            const auto other = static_cast<std::int32_t>(nearest.top().second);
            if (!leftOut(item, other))
                found.push_back({other, canonicalValue(side, item, side, other, options.metric)});
        }
        std::sort(found.begin(), found.end(), [](const RankedItem& a, const RankedItem& b) {
            return a.value != b.value ? a.value > b.value : a.index < b.index;
        });
        return found;
    }
};

void GraphOptions::validate() const
{
    if (links < 2 || links > 1000)
        throw Error(ErrorKind::Usage, "a graph of " + std::to_string(links) + " links an item", "choose 2 to 1000");
    if (construction < 1) throw Error(ErrorKind::Usage, "candidates of construction must be positive", "200 are usual");
    if (search < 0) throw Error(ErrorKind::Usage, "candidates of a search must not be negative", "0 chooses them");
}

ApproximateIndex::ApproximateIndex(MatrixView set, const NeighborOptions& options, const GraphOptions& graph,
                                   const Context& context)
{
    graph.validate();
    requireK(options.k, set.columns - 1, set.columns);
    m_graph = std::make_unique<Graph>(set, options, graph, context);
}

ApproximateIndex::~ApproximateIndex() = default;

Index ApproximateIndex::searchWidth() const
{
    return static_cast<Index>(m_graph->layers.ef_);
}

NeighborTable ApproximateIndex::lists(const Context& context) const
{
    const Graph& graph = *m_graph;
    NeighborTable table(graph.side.set.columns, graph.options.k);
    table.zeroVectors = graph.side.zeroVectors;
    constexpr std::size_t chunk = 64;
    const auto& items = graph.side.active;
    parallelFor(static_cast<Index>((items.size() + chunk - 1) / chunk), [&](Index task, int) {
        context.checkStop();
        std::vector<float> z;
        std::vector<std::int32_t> neighbors;
        std::vector<double> values;
        const std::size_t begin = static_cast<std::size_t>(task) * chunk;
        for (std::size_t i = begin; i < std::min(begin + chunk, items.size()); ++i) {
            neighbors.clear();
            values.clear();
            for (const RankedItem& candidate : graph.candidates(items[i], z)) {
                neighbors.push_back(candidate.index);
                values.push_back(candidate.value);
            }
            table.assign(items[i], neighbors, values); // the first K of them
        }
    });
    return table;
}

ListRecall recallOf(MatrixView set, const NeighborTable& table, const NeighborOptions& options, Index checked,
                    std::uint64_t seed, const Context& context)
{
    auto items = ascending(set.columns);
    Random(seed, "recall").shuffle(items);
    items.resize(static_cast<std::size_t>(std::clamp<Index>(checked, 1, set.columns)));
    const NeighborTable exact = exactNeighborsOf(set, items, options, context);
    Index all = 0, held = 0;
    for (std::size_t row = 0; row < items.size(); ++row) {
        const auto found = table.neighbors(items[row]);
        const auto approximate = found.first(std::min(found.size(), static_cast<std::size_t>(options.k)));
        for (const std::int32_t neighbor : exact.neighbors(static_cast<Index>(row))) {
            ++all;
            held += std::find(approximate.begin(), approximate.end(), neighbor) != approximate.end();
        }
    }
    return {static_cast<Index>(items.size()), all > 0 ? static_cast<double>(held) / static_cast<double>(all) : 1.0};
}

} // namespace bridgescope
