#pragma once
#include <QPainterPath>
#include <QPointF>
#include <QSizeF>

#include <span>
#include <vector>

namespace bridgescope {

/// How many points are about each node of a grid over an area from (0, 0): counts, smoothed by two passes of a moving
/// mean, relative to the largest. Nodes at the border are 0, so that contours close.
struct DensityGrid {
    int columns = 0, rows = 0;
    double cell = 1; ///< between nodes, in the points' unit
    std::vector<float> values;
    float at(int column, int row) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};
/// Points outside the area do not count. `radius`: of the moving mean, in cells.
DensityGrid densityOf(std::span<const QPointF> points, QSizeF area, double cell, int radius);

/// The region where the density is at least `level` (above 0, at most 1), its border interpolated between nodes:
/// marching squares (Lorensen & Cline 1987 in the plane). Closed loops, filled by the odd-even rule.
QPainterPath contour(const DensityGrid& grid, double level);

} // namespace bridgescope
