#include "ui/panels/training/why_history.h"

#include "core/neighbors/neighbors.h"

#include <algorithm>

namespace bridgescope {
namespace {

NeighborTable listsIn(MatrixView set, const std::vector<std::int32_t>& groups, const WhyRequest& request,
                      const Context& context)
{
    NeighborOptions options;
    options.metric = request.metric;
    options.k = std::max<Index>(1, request.others()); // an empty list would stand for a zero vector
    options.groups = groups;
    if (static_cast<Index>(request.rows.size()) < set.columns)
        return exactNeighborsOf(set, request.rows, options, context);
    return exactNeighbors(set, options, context);
}

double overlapOf(const NeighborTable& a, const NeighborTable& b, const WhyRequest& request)
{
    return OverlapCounts(a, b, request.k, request.self).means().back();
}

} // namespace

bool WhyRequest::sameBut(const WhyRequest& other) const
{
    return pairs == other.pairs && heldOut == other.heldOut && rows == other.rows && k == other.k &&
           metric == other.metric && self == other.self;
}

ListChanges WhyHistory::changesAt(std::size_t at) const
{
    return changesOf(at == 0 ? x : f[at - 1], f[at], x, y, request.others());
}

WhyHistoryPtr makeWhyHistory(WhyRequest request, const WhyHistoryPtr& before, const Context& context)
{
    const bool known = before && before->request.sameBut(request);
    auto history = std::make_shared<WhyHistory>();
    const PairedSet& pairs = *request.pairs;
    const auto groupsX = groupsAmong(pairs.groupsX, request.heldOut),
               groupsY = groupsAmong(pairs.groupsY, request.heldOut);
    history->x = known ? before->x : listsIn(selectColumns(pairs.x, request.heldOut), groupsX, request, context);
    history->y = known ? before->y : listsIn(selectColumns(pairs.y, request.heldOut), groupsY, request, context);
    std::size_t old = 0;
    for (const KeptEpoch& epoch : request.epochs) {
        context.checkStop();
        while (known && old < before->count() && before->request.epochs[old].epoch < epoch.epoch)
            ++old;
        const bool taken = known && old < before->count() && isSame(before->request.epochs[old], epoch);
        // items that share their X vector share f(x)
        history->f.push_back(taken ? before->f[old] : listsIn(epoch.predictions, groupsX, request, context));
        history->withX.push_back(overlapOf(history->x, history->f.back(), request));
        history->withY.push_back(overlapOf(history->y, history->f.back(), request));
    }
    history->request = std::move(request);
    return history;
}

} // namespace bridgescope
