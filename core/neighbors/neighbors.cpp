#include "core/neighbors/neighbors.h"

#include "core/base/error.h"
#include "core/neighbors/blocked_search.h"

#include <algorithm>

namespace bridgescope {
namespace {

const ProductKernel& kernelOf(const NeighborOptions& options)
{
    const auto kernels = productKernels();
    return kernels[static_cast<std::size_t>(
        std::clamp<Index>(options.kernel, 0, static_cast<Index>(kernels.size()) - 1))];
}

Index largestGroup(std::span<const std::int32_t> groups)
{
    std::vector<std::int32_t> sorted(groups.begin(), groups.end());
    std::sort(sorted.begin(), sorted.end());
    Index largest = 1;
    for (std::size_t begin = 0, i = 0; i <= sorted.size(); ++i)
        if (i == sorted.size() || sorted[i] != sorted[begin]) {
            largest = std::max(largest, static_cast<Index>(i - begin));
            begin = i;
        }
    return largest;
}

void requireK(Index k, Index others, Index n)
{
    if (k >= 1 && k <= others) return;
    throw Error(ErrorKind::Input,
                "K = " + std::to_string(k) + " neighbors, but N = " + std::to_string(n) + " items are there",
                others < 1 ? "give more items" : "choose K from 1 to " + std::to_string(others));
}

/// Queries in as many stripes as the memory allowed for candidates asks for: one, and symmetric, where it suffices.
void search(const SearchSide& querySide, const SearchSide& itemSide, std::vector<std::int32_t> items, bool same,
            const NeighborOptions& options, NeighborTable& table, const Context& context)
{
    const ProductKernel& kernel = kernelOf(options);
    const ProposalFrame frame = makeFrame(options.metric, querySide.set, itemSide.set, context);
    const double exactScale = options.metric == Metric::Cosine ? 1.0 : 1.0 / (frame.unit * frame.unit);
    const ProposalSpace itemSpace = prepare(frame, itemSide, std::move(items), kernel.width, context);
    const auto queries = static_cast<Index>(querySide.active.size());
    const auto most = static_cast<Index>(options.memoryBytes / 2 / CandidateLists::bytesPerQuery(options.k));
    const Index stripe = std::clamp<Index>(most, std::min<Index>(queries, 256), queries);
    for (Index begin = 0; begin < queries; begin += stripe) {
        const Index end = std::min(begin + stripe, queries);
        const bool symmetric = same && end - begin == queries && itemSpace.items() == queries;
        const ProposalSpace own =
            symmetric ? ProposalSpace()
                      : prepare(frame, querySide, {querySide.active.begin() + begin, querySide.active.begin() + end},
                                kernel.width, context);
        BlockedSearch stripeSearch(querySide, symmetric ? itemSpace : own, itemSide, itemSpace, same, exactScale,
                                   options, kernel);
        stripeSearch.run(context, [&](double share) {
            context.report(static_cast<double>(begin) + share * static_cast<double>(end - begin),
                           static_cast<double>(queries));
        });
        stripeSearch.collect(table, context);
    }
}

} // namespace

NeighborTable exactNeighbors(MatrixView set, const NeighborOptions& options, const Context& context)
{
    requireK(options.k, set.columns - 1, set.columns);
    NeighborTable table(set.columns, options.k);
    const SearchSide side = makeSide(set, options.metric, context);
    table.zeroVectors = side.zeroVectors;
    if (side.active.empty()) return table;
    // An item needs K of its equals beside those left out of its list (itself, or its group).
    auto items = withoutSurplusCopies(side, options.k + (options.groups.empty() ? 1 : largestGroup(options.groups)));
    search(side, side, std::move(items), true, options, table, context);
    return table;
}

NeighborTable exactNeighbors(MatrixView queries, MatrixView base, const NeighborOptions& options,
                             const Context& context)
{
    requireK(options.k, base.columns, base.columns);
    if (queries.rows != base.rows)
        throw Error(ErrorKind::Input,
                    "queries have " + std::to_string(queries.rows) + " dimensions, items " + std::to_string(base.rows));
    NeighborTable table(queries.columns, options.k);
    const SearchSide querySide = makeSide(queries, options.metric, context),
                     side = makeSide(base, options.metric, context);
    table.zeroVectors = querySide.zeroVectors;
    if (querySide.active.empty() || side.active.empty()) return table;
    search(querySide, side, withoutSurplusCopies(side, options.k), false, options, table, context);
    return table;
}

} // namespace bridgescope
