#pragma once
#include "ui/figures/fold_maps.h"
#include "ui/workspace/measured.h"

namespace bridgescope {

/// The three maps of one snapshot.
struct MapLayouts {
    static constexpr Index mostRanked = 20'000;
    MeasuredPtr measured;
    FoldMaps maps;
    const MapLayout& map(Space space) const { return maps[static_cast<std::size_t>(space)]; }
    /// How many of an item's K true neighbors are among its K nearest of the map; -1 where that is not known.
    int shown(Space space, int local, Index k) const;
};
using MapLayoutsPtr = std::shared_ptr<const MapLayouts>;

MapLayoutsPtr makeMapLayouts(const MeasuredPtr& measured, const Context& context = {});

} // namespace bridgescope
