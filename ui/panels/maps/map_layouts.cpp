#include "ui/panels/maps/map_layouts.h"

#include "core/neighbors/neighbors.h"
#include "core/projection/pca.h"

#include <algorithm>

namespace bridgescope {

const NeighborTable& listsOf(const MeasuredFold& fold, Space space)
{
    return space == Space::X ? fold.listsX : space == Space::F ? fold.listsF : fold.listsY;
}

MapLayoutsPtr makeMapLayouts(const MeasuredPtr& measured, const Context& context)
{
    auto layouts = std::make_shared<MapLayouts>();
    layouts->measured = measured;
    const MeasuredFold& fold = *measured->fold;
    const MapLayout* before = nullptr;
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const Vectors& set = space == Space::X ? fold.x : space == Space::F ? fold.f : fold.y;
        if (set.size() == 0) continue;
        context.checkStop();
        MapLayout& layout = layouts->maps[static_cast<std::size_t>(space)];
        layout.points = pcaMap(set, context);
        if (before) layout.points = alignMap(layout.points, before->points, MapScale::AsTarget);
        before = &layout;
        const Index k = std::min<Index>(10, set.size() - 1);
        if (k < 1) continue;
        MapQualityOptions quality;
        quality.k = k;
        quality.metric = measured->metric;
        layout.quality = measureMapQuality(set, layout.points, quality, context);
        if (set.size() > MapLayouts::mostRanked) continue;
        NeighborOptions near;
        near.metric = Metric::Euclidean;
        near.k = std::min(measured->kMax, set.size() - 1);
        layout.near = exactNeighbors(layout.points, near, context);
    }
    return layouts;
}

int MapLayouts::shown(Space space, int local, Index k) const
{
    const NeighborTable& near = map(space).near;
    const NeighborTable& lists = listsOf(*measured->fold, space);
    if (near.items() == 0 || k > near.k() || k > lists.k()) return -1;
    const auto nearest = [k, local](const NeighborTable& table) {
        const auto all = table.neighbors(local);
        return all.first(std::min(all.size(), static_cast<std::size_t>(k))); // shorter for a zero vector
    };
    const auto inMap = nearest(near);
    int count = 0;
    for (const std::int32_t neighbor : nearest(lists))
        count += std::find(inMap.begin(), inMap.end(), neighbor) != inMap.end();
    return count;
}

} // namespace bridgescope
