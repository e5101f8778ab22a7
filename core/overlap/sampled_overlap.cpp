#include "core/overlap/sampled_overlap.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// The largest difference from the mean that items not seen can make, at 95 %, where nearly all shares seen are equal;
/// 0 where five or more differ from the commonest.
double rareItemsBound(std::vector<double> shares, double unseen)
{
    // One-sided 95 % upper limits of a Poisson mean of which 0 to 4 were counted (Garwood 1936).
    constexpr double limits[] = {2.996, 4.744, 6.296, 7.754, 9.154};
    std::sort(shares.begin(), shares.end());
    std::size_t most = 0;
    double common = 0;
    for (std::size_t begin = 0, end = 0; begin < shares.size(); begin = end) {
        while (end < shares.size() && shares[end] == shares[begin])
            ++end;
        if (end - begin <= most) continue;
        most = end - begin;
        common = shares[begin];
    }
    const std::size_t rare = shares.size() - most;
    if (rare >= std::size(limits)) return 0;
    return std::min(1.0, limits[rare] / static_cast<double>(shares.size())) * std::max(common, 1 - common) * unseen;
}

SampledOverlap estimate(const std::vector<double>& shares, Index n, const SampleOptions& options)
{
    SampledOverlap sampled;
    sampled.n = n;
    sampled.sampled = static_cast<Index>(shares.size());
    sampled.k = options.k;
    sampled.chance = chanceOverlap(n, options.k, options.self);
    const auto size = static_cast<double>(shares.size());
    for (const double v : shares)
        sampled.mean += v / size;
    double squares = 0;
    for (const double v : shares)
        squares += (v - sampled.mean) * (v - sampled.mean);
    if (shares.size() > 1)
        sampled.halfWidth = 1.96 * std::sqrt(squares / (size - 1) * (1 - size / static_cast<double>(n)) / size);
    const double bound = rareItemsBound(shares, 1 - size / static_cast<double>(n));
    sampled.widened = bound > sampled.halfWidth;
    sampled.halfWidth = std::max(sampled.halfWidth, bound);
    sampled.interval = {sampled.mean - sampled.halfWidth, sampled.mean + sampled.halfWidth};
    return sampled;
}

/// Appends the shares of overlap of some items.
void measureItems(MatrixView a, MatrixView b, std::span<const Index> items, const SampleOptions& options,
                  std::vector<double>& shares, const Context& context)
{
    NeighborOptions neighbors;
    neighbors.metric = options.metric;
    neighbors.k = std::max<Index>(1, options.k - (options.self == SelfRule::Included ? 1 : 0));
    neighbors.memoryBytes = options.memoryBytes;
    neighbors.groups = options.groupsA;
    const NeighborTable inA = exactNeighborsOf(a, items, neighbors, context);
    neighbors.groups = options.groupsB;
    const NeighborTable inB = exactNeighborsOf(b, items, neighbors, context);
    const OverlapCounts counts(inA, inB, options.k, options.self);
    for (Index row = 0; row < counts.items(); ++row)
        shares.push_back(static_cast<double>(counts.count(row, options.k)) / static_cast<double>(options.k));
}

} // namespace

void SampleOptions::validate(Index n) const
{
    if (items < 0 || items == 1)
        throw Error(ErrorKind::Usage, "a sample of " + std::to_string(items) + " items", "ask for 2 or more, or auto");
    if (items == 0 && !(halfWidth > 0))
        throw Error(ErrorKind::Usage, "half-width must be positive", "a usual one is .005");
    if (first < 2) throw Error(ErrorKind::Usage, "a first step of " + std::to_string(first) + " items", "2 or more");
    if (k < 1 || k > n - 1)
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(k) + " neighbors, but N = " + std::to_string(n) + " items are there",
                    "choose K from 1 to " + std::to_string(n - 1));
}

SampledOverlap sampleOverlap(MatrixView a, MatrixView b, const SampleOptions& options, const Context& context,
                             const std::function<void(const SampledOverlap&)>& onStep)
{
    if (a.columns != b.columns)
        throw Error(ErrorKind::Input,
                    "overlap of sets of " + std::to_string(a.columns) + " and " + std::to_string(b.columns) + " items",
                    "pair them first");
    const Index n = a.columns;
    options.validate(n);
    auto order = ascending(n);
    Random(options.seed, "sample").shuffle(order);
    std::vector<double> shares;
    SampledOverlap sampled;
    for (Index size = options.items > 0 ? options.items : options.first;; size *= 2) {
        size = std::min(size, n);
        const auto done = shares.size();
        measureItems(a, b, std::span(order).subspan(done, static_cast<std::size_t>(size) - done), options, shares,
                     context);
        sampled = estimate(shares, n, options);
        if (onStep) onStep(sampled);
        if (size == n || options.items > 0 || sampled.halfWidth <= options.halfWidth) return sampled;
    }
}

} // namespace bridgescope
