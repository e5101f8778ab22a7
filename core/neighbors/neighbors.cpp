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

/// What is sought: lists of some columns of one side among some of the other.
struct Request {
    const SearchSide& querySide;
    std::vector<std::int32_t> queries; ///< columns
    std::vector<std::int32_t> rows;    ///< of the table, one a query
    const SearchSide& itemSide;
    std::vector<std::int32_t> items; ///< columns, ascending
    bool same;                       ///< both sides are one set
};

/// Queries in as many stripes as the memory allowed for candidates asks for: one, and symmetric, where it suffices.
void search(const Request& request, const NeighborOptions& options, NeighborTable& table, const Context& context)
{
    if (request.queries.empty() || request.items.empty()) return;
    const ProductKernel& kernel = kernelOf(options);
    const ProposalFrame frame = makeFrame(options.metric, request.querySide.set, request.itemSide.set, context);
    const double exactScale = options.metric == Metric::Cosine ? 1.0 : 1.0 / (frame.unit * frame.unit);
    const ProposalSpace items = prepare(frame, request.itemSide, request.items, kernel.width, context);
    const auto count = static_cast<Index>(request.queries.size());
    const auto most = static_cast<Index>(options.memoryBytes / 2 / CandidateLists::bytesPerQuery(options.k));
    const Index stripe = std::clamp<Index>(most, 1, count);
    for (Index begin = 0; begin < count; begin += stripe) {
        const Index end = std::min(begin + stripe, count);
        const bool symmetric = request.same && end - begin == count && request.items == request.queries;
        const auto first = request.queries.begin();
        const ProposalSpace own =
            symmetric ? ProposalSpace()
                      : prepare(frame, request.querySide, {first + begin, first + end}, kernel.width, context);
        BlockedSearch stripeSearch(request.querySide, symmetric ? items : own, request.itemSide, items, request.same,
                                   exactScale, options, kernel);
        stripeSearch.run(context, [&](double share) {
            context.report(static_cast<double>(begin) + share * static_cast<double>(end - begin),
                           static_cast<double>(count));
        });
        stripeSearch.collect(table, std::span(request.rows).subspan(static_cast<std::size_t>(begin)), context);
    }
}

/// An item needs K of its equals beside those left out of its list (itself, or its group). With groups equal items may
/// differ in their CSLS: all are sought.
std::vector<std::int32_t> itemsOfUse(const SearchSide& side, const NeighborOptions& options)
{
    if (!side.nearness.empty() && !options.groups.empty()) return side.active;
    return withoutSurplusCopies(side, options.k + (options.groups.empty() ? 1 : largestGroup(options.groups)));
}

NeighborTable searchWithin(const SearchSide& side, const NeighborOptions& options, const Context& context)
{
    NeighborTable table(side.set.columns, options.k);
    table.zeroVectors = side.zeroVectors;
    search({side, side.active, side.active, side, itemsOfUse(side, options), true}, options, table, context);
    return table;
}

} // namespace

NeighborTable exactNeighbors(MatrixView set, const NeighborOptions& options, const Context& context)
{
    requireK(options.k, set.columns - 1, set.columns);
    return searchWithin(makeSide(set, options.metric, context), options, context);
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
    search({querySide, querySide.active, querySide.active, side, withoutSurplusCopies(side, options.k), false}, options,
           table, context);
    return table;
}

NeighborTable exactNeighborsOf(MatrixView set, std::span<const Index> items, const NeighborOptions& options,
                               const Context& context)
{
    requireK(options.k, set.columns - 1, set.columns);
    NeighborTable table(static_cast<Index>(items.size()), options.k);
    const SearchSide side = makeSide(set, options.metric, context);
    Request request{side, {}, {}, side, itemsOfUse(side, options), true};
    for (std::size_t row = 0; row < items.size(); ++row) {
        if (options.metric == Metric::Cosine && side.norms[static_cast<std::size_t>(items[row])] == 0) {
            ++table.zeroVectors;
            continue;
        }
        request.queries.push_back(static_cast<std::int32_t>(items[row]));
        request.rows.push_back(static_cast<std::int32_t>(row));
    }
    search(request, options, table, context);
    return table;
}

std::vector<double> meanNearness(const NeighborTable& table, Index k)
{
    std::vector<double> means(static_cast<std::size_t>(table.items()), 0.0);
    for (Index i = 0; i < table.items(); ++i) {
        const auto values = table.values(i).first(static_cast<std::size_t>(std::min(k, table.count(i))));
        double sum = 0;
        for (const double v : values)
            sum += v;
        if (!values.empty()) means[static_cast<std::size_t>(i)] = sum / static_cast<double>(values.size());
    }
    return means;
}

NeighborTable cslsNeighbors(MatrixView set, const NeighborOptions& options, Index cslsK, const Context& context)
{
    if (options.metric != Metric::Cosine)
        throw Error(ErrorKind::Usage, "CSLS is defined on cosines", "choose the metric cosine");
    requireK(options.k, set.columns - 1, set.columns);
    NeighborOptions nearest = options;
    nearest.k = std::clamp<Index>(cslsK, 1, set.columns - 1);
    SearchSide side = makeSide(set, options.metric, context);
    side.nearness = meanNearness(searchWithin(side, nearest, context), nearest.k);
    return searchWithin(side, options, context);
}

} // namespace bridgescope
