#pragma once
#include "ui/charts/map_glyph.h"

#include <QRectF>

#include <functional>
#include <span>

namespace bridgescope {

/// A category's name at the place where most of its points are.
struct MapName {
    QString text;
    QColor color; ///< of text: darker (lighter on dark ground) than the points'
    QRectF box;
};
/// Names of the classes over their points' densest spots within `area`, larger classes first; one that would cover
/// another name is moved up or down, and left out where no place is near. `sizeOf` measures a text.
std::vector<MapName> placeNames(std::span<const QPointF> points, const MapClasses& classes, const QRectF& area,
                                const Tokens& tokens, const std::function<QSizeF(const QString&)>& sizeOf);
/// Draws them with a halo of the ground, in the painter's font.
void paintNames(QPainter& painter, const std::vector<MapName>& names, const QColor& ground);

} // namespace bridgescope
