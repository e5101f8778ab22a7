#include "ui/charts/density.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bridgescope {
namespace {

std::size_t index(const DensityGrid& grid, int x, int y)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(x);
}

void smooth(DensityGrid& grid, int radius, int dx, int dy)
{
    std::vector<float> sums(grid.values.size());
    for (int y = 0; y < grid.rows; ++y)
        for (int x = 0; x < grid.columns; ++x) {
            float sum = 0;
            for (int step = -radius; step <= radius; ++step) {
                const int u = x + step * dx, v = y + step * dy;
                if (u >= 0 && v >= 0 && u < grid.columns && v < grid.rows) sum += grid.values[index(grid, u, v)];
            }
            sums[index(grid, x, y)] = sum;
        }
    grid.values = std::move(sums);
}

/// Crossings of the level on the edges of the grid; each is linked to the two next to it on the contour.
class Loops {
public:
    Loops(const DensityGrid& grid, double level)
        : m_grid(grid), m_level(level), m_next(2 * grid.values.size(), {-1, -1})
    {
        for (int y = 0; y + 1 < grid.rows; ++y)
            for (int x = 0; x + 1 < grid.columns; ++x)
                cross(x, y);
    }

    QPainterPath path()
    {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (int start = 0; start < static_cast<int>(m_next.size()); ++start) {
            if (next(start)[0] < 0) continue;
            QPolygonF loop;
            for (int at = start, to = 0; at >= 0; at = to) {
                loop << point(at);
                to = next(at)[0] >= 0 ? next(at)[0] : next(at)[1];
                if (to < 0) break;
                unlink(at, to);
                if (to == start) break;
            }
            path.addPolygon(loop);
            path.closeSubpath();
        }
        return path;
    }

private:
    std::array<int, 2>& next(int edge) { return m_next[static_cast<std::size_t>(edge)]; }
    int horizontal(int x, int y) const { return 2 * static_cast<int>(index(m_grid, x, y)); } ///< from node to its right
    int vertical(int x, int y) const { return horizontal(x, y) + 1; }                        ///< from node down

    void link(int a, int b)
    {
        (next(a)[0] < 0 ? next(a)[0] : next(a)[1]) = b;
        (next(b)[0] < 0 ? next(b)[0] : next(b)[1]) = a;
    }
    void unlink(int a, int b)
    {
        const auto cut = [this](int from, int to) {
            auto& links = next(from);
            if (links[0] == to)
                links = {links[1], -1};
            else if (links[1] == to)
                links[1] = -1;
        };
        cut(a, b);
        cut(b, a);
    }

    void cross(int x, int y)
    {
        const auto inside = [&](int u, int v) { return m_grid.at(u, v) >= m_level; };
        const int corners = inside(x, y) | inside(x + 1, y) << 1 | inside(x + 1, y + 1) << 2 | inside(x, y + 1) << 3;
        const int top = horizontal(x, y), bottom = horizontal(x, y + 1), left = vertical(x, y),
                  right = vertical(x + 1, y);
        switch (corners) {
        case 1:
        case 14:
            return link(left, top);
        case 2:
        case 13:
            return link(top, right);
        case 4:
        case 11:
            return link(right, bottom);
        case 8:
        case 7:
            return link(bottom, left);
        case 3:
        case 12:
            return link(left, right);
        case 6:
        case 9:
            return link(top, bottom);
        case 5:
            return link(left, top), link(right, bottom);
        case 10:
            return link(top, right), link(bottom, left);
        default:
            return;
        }
    }

    QPointF point(int edge) const
    {
        const int node = edge / 2, x = node % m_grid.columns, y = node / m_grid.columns;
        const bool down = edge % 2 == 1;
        const double here = m_grid.at(x, y), there = down ? m_grid.at(x, y + 1) : m_grid.at(x + 1, y);
        const double part = (m_level - here) / (there - here);
        return QPointF(x + (down ? 0 : part), y + (down ? part : 0)) * m_grid.cell;
    }

    const DensityGrid& m_grid;
    double m_level;
    std::vector<std::array<int, 2>> m_next;
};

} // namespace

DensityGrid densityOf(std::span<const QPointF> points, QSizeF area, double cell, int radius)
{
    DensityGrid grid;
    grid.cell = cell;
    grid.columns = static_cast<int>(area.width() / cell) + 2;
    grid.rows = static_cast<int>(area.height() / cell) + 2;
    grid.values.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), 0);
    for (const QPointF& point : points) {
        const double x = std::round(point.x() / cell), y = std::round(point.y() / cell);
        if (x >= 0 && y >= 0 && x < grid.columns && y < grid.rows)
            ++grid.values[index(grid, static_cast<int>(x), static_cast<int>(y))];
    }
    for (const auto& [dx, dy] : {std::pair{1, 0}, {0, 1}, {1, 0}, {0, 1}})
        smooth(grid, radius, dx, dy);
    for (int y = 0; y < grid.rows; ++y)
        for (int x = 0; x < grid.columns; ++x)
            if (x == 0 || y == 0 || x == grid.columns - 1 || y == grid.rows - 1) grid.values[index(grid, x, y)] = 0;
    const float most = *std::max_element(grid.values.begin(), grid.values.end());
    if (most > 0)
        for (float& value : grid.values)
            value /= most;
    return grid;
}

QPainterPath contour(const DensityGrid& grid, double level)
{
    return Loops(grid, level).path();
}

} // namespace bridgescope
