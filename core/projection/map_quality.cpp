#include "core/projection/map_quality.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace bridgescope {
namespace {

/// One space: the items that take part, and how near each is to one of them.
struct Space {
    MatrixView set;
    Metric metric;
    std::vector<double> norms; ///< of all items, for cosine

    Space(MatrixView items, Metric by) : set(items), metric(by)
    {
        if (by == Metric::Euclidean) return;
        for (Index i = 0; i < items.columns; ++i)
            norms.push_back(canonicalNorm(items.column(i).data(), items.rows));
    }

    double nearness(Index a, Index b) const
    {
        const float *x = set.column(a).data(), *y = set.column(b).data();
        if (metric == Metric::Euclidean) return -canonicalSquaredDistance(x, y, set.rows);
        return canonicalDot(x, y, set.rows) / (norms[static_cast<std::size_t>(a)] * norms[static_cast<std::size_t>(b)]);
    }
};

/// How near every item is to one of them, the item itself farthest of all. Ties go to the lower place.
class Row {
public:
    void fill(const Space& space, const std::vector<Index>& members, std::size_t item)
    {
        m_values.resize(members.size());
        for (std::size_t j = 0; j < members.size(); ++j)
            m_values[j] =
                j == item ? -std::numeric_limits<double>::infinity() : space.nearness(members[item], members[j]);
    }

    /// The k nearest, in no order.
    std::vector<std::size_t> nearest(Index k)
    {
        m_order.resize(m_values.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t(0));
        std::nth_element(m_order.begin(), m_order.begin() + (k - 1), m_order.end(),
                         [&](std::size_t a, std::size_t b) { return before(a, b); });
        return {m_order.begin(), m_order.begin() + k};
    }

    /// Branchless: this counts k times over all items for every item.
    Index rank(std::size_t item) const
    {
        const double* values = m_values.data();
        const double value = values[item];
        Index rank = 1;
        for (std::size_t j = 0; j < item; ++j)
            rank += values[j] >= value;
        for (std::size_t j = item + 1; j < m_values.size(); ++j)
            rank += values[j] > value;
        return rank;
    }

private:
    bool before(std::size_t a, std::size_t b) const
    {
        return m_values[a] > m_values[b] || (m_values[a] == m_values[b] && a < b);
    }

    std::vector<double> m_values;
    std::vector<std::size_t> m_order;
};

/// Ranks beyond k, in one space, of the k items that are nearest in the other.
Index excess(const std::vector<std::size_t>& nearestElsewhere, const Row& here, Index k)
{
    Index sum = 0;
    for (const auto item : nearestElsewhere)
        sum += std::max<Index>(0, here.rank(item) - k);
    return sum;
}

std::vector<Index> membersOf(const Space& space)
{
    std::vector<Index> members;
    for (Index i = 0; i < space.set.columns; ++i)
        if (space.metric == Metric::Euclidean || space.norms[static_cast<std::size_t>(i)] > 0) members.push_back(i);
    return members;
}

/// Places among n that are looked at: all, or a seeded sample.
std::vector<Index> chosenPlaces(Index n, const MapQualityOptions& options)
{
    auto places = ascending(n);
    if (n <= options.exactItems) return places;
    Random(options.seed, "map quality").shuffle(places);
    places.resize(static_cast<std::size_t>(options.exactItems));
    return places;
}

void requireFit(MatrixView set, MatrixView map, Index k)
{
    if (k < 1) throw Error(ErrorKind::Usage, "map quality at K = " + std::to_string(k), "choose K from 1");
    if (set.columns != map.columns)
        throw Error(ErrorKind::Input,
                    "a map of " + std::to_string(map.columns) + " points of a set of " + std::to_string(set.columns) +
                        " items",
                    "give the map of this set");
}

} // namespace

MapQuality measureMapQuality(MatrixView set, MatrixView map, const MapQualityOptions& options, const Context& context)
{
    requireFit(set, map, options.k);
    const Space original(set, options.metric), drawn(map, Metric::Euclidean);
    const auto members = membersOf(original);
    const auto n = static_cast<Index>(members.size());
    const auto places = chosenPlaces(n, options);
    MapQuality quality{
        .k = std::min(options.k, (n - 1) / 2), .items = static_cast<Index>(places.size()), .leftOut = set.columns - n};
    if (n < 3) {
        quality.trustworthiness = quality.continuity = std::numeric_limits<double>::quiet_NaN();
        quality.k = 0;
        return quality;
    }
    const Index k = quality.k;
    std::vector<Index> trustLost(places.size()), continuityLost(places.size());
    std::vector<Row> scratch(2 * static_cast<std::size_t>(threadCount()));
    parallelFor(quality.items, [&](Index i, int worker) {
        context.checkStop();
        auto &inSet = scratch[2 * static_cast<std::size_t>(worker)],
             &inMap = scratch[2 * static_cast<std::size_t>(worker) + 1];
        const auto place = static_cast<std::size_t>(places[static_cast<std::size_t>(i)]);
        inSet.fill(original, members, place);
        inMap.fill(drawn, members, place);
        trustLost[static_cast<std::size_t>(i)] = excess(inMap.nearest(k), inSet, k);
        continuityLost[static_cast<std::size_t>(i)] = excess(inSet.nearest(k), inMap, k);
    });
    const auto share = [&](const std::vector<Index>& lost) {
        const double worst = double(quality.items) * double(k) * double(2 * n - 3 * k - 1) / 2;
        return 1 - double(std::accumulate(lost.begin(), lost.end(), Index(0))) / worst;
    };
    quality.trustworthiness = share(trustLost);
    quality.continuity = share(continuityLost);
    return quality;
}

MapQuality measureMapQuality(MatrixView set, MatrixView map, Index k, const Context& context)
{
    return measureMapQuality(set, map, MapQualityOptions{.k = k}, context);
}

} // namespace bridgescope
