#pragma once
#include "core/measurement/evaluation.h"
#include "core/projection/map_quality.h"
#include "ui/charts/map_chart.h"

#include <array>

namespace bridgescope {

/// Where the items of one space stand in the plane, and how far the plane is to be trusted.
struct MapLayout {
    Matrix points; ///< 2 x n, by local position; empty where the space is absent (no mapping)
    MapQuality quality;
    NeighborTable near; ///< nearest in the plane, to the K of the lists; empty above `mostRanked` items
};
using FoldMaps = std::array<MapLayout, 3>; ///< by Space

/// The maps of one fold by PCA, f(X) turned onto X and Y onto f(X) (onto X without a mapping), in sizes alike, so that
/// what moves between them has moved. Lists of the plane are made for at most `mostRanked` items.
FoldMaps makeFoldMaps(const MeasuredFold& fold, Metric metric, Index k, Index mostRanked, const Context& context = {});

/// The lists of one space.
const NeighborTable& listsOf(const MeasuredFold& fold, Space space);
/// "PCA; trustworthiness 0.91, continuity 0.91 (K = 10)"
QString qualityText(const MapQuality& quality);

/// The maps as a figure. `focus`: local position, -1: none; its k true neighbors in each space are linked.
MapChartData mapChartOf(const MeasuredFold& fold, const FoldMaps& maps, const std::array<QString, 3>& titles, int focus,
                        Index k);

} // namespace bridgescope
