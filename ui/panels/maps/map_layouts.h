#pragma once
#include "core/projection/map_quality.h"
#include "ui/widgets/marks.h"
#include "ui/workspace/measured.h"

#include <array>
#include <vector>

namespace bridgescope {

/// Where the items of one space stand in the plane, and how far the plane is to be trusted.
struct MapLayout {
    Matrix points; ///< 2 x n, by local position; empty where the space is absent (no mapping)
    MapQuality quality;
    NeighborTable near; ///< nearest in the plane, to the K of the lists; empty above `mostRanked` items
};

/// The three maps of one snapshot: each by PCA, f(X) turned onto X and Y onto f(X), in sizes alike, so that what moves
/// between them has moved.
struct MapLayouts {
    static constexpr Index mostRanked = 20'000;
    MeasuredPtr measured;
    std::array<MapLayout, 3> maps; ///< by Space
    const MapLayout& map(Space space) const { return maps[static_cast<std::size_t>(space)]; }
    /// How many of an item's K true neighbors are among its K nearest of the map; -1 where that is not known.
    int shown(Space space, int local, Index k) const;
};
using MapLayoutsPtr = std::shared_ptr<const MapLayouts>;

MapLayoutsPtr makeMapLayouts(const MeasuredPtr& measured, const Context& context = {});

/// The lists of one space.
const NeighborTable& listsOf(const MeasuredFold& fold, Space space);

} // namespace bridgescope
