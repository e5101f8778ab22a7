#include "ui/charts/map_names.h"

#include "ui/charts/density.h"

#include <QPainter>

#include <algorithm>
#include <optional>

namespace bridgescope {
namespace {

constexpr int fewest = 3;    ///< points a class needs to be named
constexpr double cells = 24; ///< of the grid across the area

std::optional<QPointF> densestSpot(const std::vector<QPointF>& points, const QRectF& area)
{
    const double cell = std::max(1.0, area.width() / cells);
    const DensityGrid grid = densityOf(points, area.size(), cell, 1);
    const auto most = std::max_element(grid.values.begin(), grid.values.end());
    if (*most <= 0) return std::nullopt;
    const auto node = static_cast<int>(most - grid.values.begin());
    return QPointF(node % grid.columns, node / grid.columns) * cell;
}

/// Readable as text: at least 4.5:1 on the ground.
QColor textColor(const QColor& color, const Tokens& tokens)
{
    QColor text = color;
    for (double part = 0.9; contrastRatio(text, tokens.base) < 4.5 && part > 0; part -= 0.1)
        text = blend(color, tokens.ink, part);
    return text;
}

} // namespace

std::vector<MapName> placeNames(std::span<const QPointF> points, const MapClasses& classes, const QRectF& area,
                                const Tokens& tokens, const std::function<QSizeF(const QString&)>& sizeOf)
{
    std::vector<std::vector<QPointF>> members(classes.classes.size());
    for (std::size_t i = 0; i < points.size() && i < classes.classOf.size(); ++i)
        if (area.contains(points[i])) members[classes.classOf[i]].push_back(points[i] - area.topLeft());
    std::vector<MapName> names;
    for (std::size_t c = 0; c < members.size(); ++c) {
        const MapClass& shown = classes.classes[c];
        if (shown.name.isEmpty() || shown.glyph == MapGlyph::Ring || members[c].size() < fewest) continue;
        const auto spot = densestSpot(members[c], area);
        if (!spot) continue;
        const QString text = shown.name.toUpper();
        const QSizeF size = sizeOf(text);
        if (size.width() > 0.8 * area.width()) continue;
        QRectF box(QPointF(), size);
        for (const double lines : {0.0, -1.2, 1.2, -2.4, 2.4}) {
            box.moveCenter(*spot + area.topLeft() + QPointF(0, lines * size.height()));
            box.moveLeft(std::clamp(box.left(), area.left(), area.right() - size.width()));
            box.moveTop(std::clamp(box.top(), area.top(), area.bottom() - size.height()));
            const auto covers = [&box](const MapName& name) { return name.box.intersects(box); };
            if (std::any_of(names.begin(), names.end(), covers)) continue;
            names.push_back({text, textColor(shown.color, tokens), box});
            break;
        }
    }
    return names;
}

void paintNames(QPainter& painter, const std::vector<MapName>& names, const QColor& ground)
{
    QColor halo = ground;
    halo.setAlphaF(0.6f);
    for (const MapName& name : names) {
        painter.fillRect(name.box, halo);
        painter.setPen(name.color);
        painter.drawText(name.box, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, name.text);
    }
}

} // namespace bridgescope
