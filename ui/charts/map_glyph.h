#pragma once
#include "ui/widgets/tokens.h"

#include <QStringList>

#include <cstdint>
#include <vector>

class QPainter;

namespace bridgescope {

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

/// Every point's class, by position.
struct MapClasses {
    std::vector<MapClass> classes;
    std::vector<std::uint8_t> classOf;
};
/// The nine most frequent categories, by count, the rest as "other".
MapClasses classesOf(const QStringList& categories, const Tokens& tokens);
MapClasses oneClass(std::size_t items, const Tokens& tokens);

} // namespace bridgescope
