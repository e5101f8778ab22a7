#include "ui/panels/maps/map_layouts.h"

#include <algorithm>

namespace bridgescope {

MapLayoutsPtr makeMapLayouts(const MeasuredPtr& measured, const Context& context)
{
    auto layouts = std::make_shared<MapLayouts>();
    layouts->measured = measured;
    layouts->maps = makeFoldMaps(*measured->fold, measured->metric, measured->kMax, MapLayouts::mostRanked, context);
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
