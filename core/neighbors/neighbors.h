#pragma once
#include "core/base/context.h"
#include "core/neighbors/neighbor_table.h"

#include <span>
#include <vector>

namespace bridgescope {

struct NeighborOptions {
    Metric metric = Metric::Cosine;
    Index k = 10;         ///< lists to this K; at most N - 1
    Index blockItems = 0; ///< items a block of products; 0: chosen by the problem's size. Never changes the result.
    std::uint64_t memoryBytes = std::uint64_t(4)
                                << 30; ///< bound on scratch memory, beside one prepared copy of the sets
    Index kernel = 0;                  ///< of productKernels(), 0 the fastest here. Never changes the result.
    /// Empty, or one number an item: items of one number are left out of each other's lists (they share a vector).
    std::span<const std::int32_t> groups;
};

/// Exact lists of a set among itself (DESIGN section 2: canonical order, the item left out by index): equal, bit for
/// bit, to a slow float64 oracle for every block size and thread count.
/// @throws Error(Input) naming N where k > N - 1 or k < 1; Cancelled.
NeighborTable exactNeighbors(MatrixView set, const NeighborOptions& options, const Context& context = {});

/// Exact lists of each query among the items of `base` (no item left out, k <= base items).
NeighborTable exactNeighbors(MatrixView queries, MatrixView base, const NeighborOptions& options,
                             const Context& context = {});

/// Exact lists of some items of a set among all of it: row r of the table is the list of items[r], itself left out.
NeighborTable exactNeighborsOf(MatrixView set, std::span<const Index> items, const NeighborOptions& options,
                               const Context& context = {});

/// Lists of a set among itself by cross-domain similarity local scaling (Conneau et al. 2018), which discounts hubs:
/// 2 cos(i, j) - r(i) - r(j), r the mean cosine to the `cslsK` nearest others, sought over all items; the values of the
/// table are these. As exact as exactNeighbors().
/// @throws Error(Usage) for a metric other than cosine.
NeighborTable cslsNeighbors(MatrixView set, const NeighborOptions& options, Index cslsK = 10,
                            const Context& context = {});

/// Mean value of the first k entries of every list; 0 for an empty one.
std::vector<double> meanNearness(const NeighborTable& table, Index k);

/// Every other item in order of nearness to item `item` (all N - 1 of them), with canonical values.
struct RankedItem {
    std::int32_t index;
    double value;
};
std::vector<RankedItem> rankAll(MatrixView set, Index item, Metric metric, std::span<const std::int32_t> groups = {});
/// The same for a query vector that need not be in the set.
std::vector<RankedItem> rankAll(MatrixView set, std::span<const float> query, Metric metric);

} // namespace bridgescope
