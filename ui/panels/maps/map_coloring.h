#pragma once
#include "ui/models/item_columns.h"
#include "ui/panels/maps/map_layouts.h"
#include "ui/widgets/tokens.h"

#include <QStringList>

class QPainter;

namespace bridgescope {

/// What the points' colors tell.
enum class MapColor { Plain, Category, OverlapX, OverlapY, Difference, Shown };
QString mapColorName(MapColor color);

/// Shapes of the categories: none of the spaces' own (square, diamond, circle outlined).
enum class MapGlyph { Dot, Plus, Cross, Star, Bar, TriangleUp, TriangleDown, TriangleLeft, TriangleRight, Ring };
void paintGlyph(QPainter& painter, MapGlyph glyph, QPointF at, double size, const QColor& color);

/// A look shared by some points, as the legend names it.
struct MapClass {
    QString name;
    QColor color;
    MapGlyph glyph = MapGlyph::Dot;
    int count = 0;
};

/// Every point's class, by local position. Categories: the nine most frequent, the rest as "other"; numbers: from few
/// to many in steps.
struct MapColoring {
    MapColor kind = MapColor::Plain;
    std::vector<MapClass> classes;
    std::vector<std::uint8_t> classOf;
};
/// `space` matters for Shown alone. Kinds that do not apply (no mapping, no categories) come out plain.
MapColoring colorItems(const ItemColumns& columns, MapColor kind, const MapLayouts& layouts, Space space,
                       const Tokens& tokens);

} // namespace bridgescope
