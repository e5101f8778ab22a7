#include "ui/panels/maps/map_coloring.h"

#include <QMap>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bridgescope {
namespace {

constexpr int mostCategories = 9;
constexpr int steps = 5;
/// Muted and away from the spaces' blue, orange and green; for light ground. On dark ground they are lightened.
constexpr const char* categoryColors[] = {"#8c6d4f", "#5a6fa8", "#7d848c", "#8a5fa8", "#b24d5e",
                                          "#4f7f6a", "#a8892f", "#c06f43", "#4b93a8"};

QColor onGround(const QColor& color, const Tokens& tokens)
{
    return tokens.dark ? color.lighter(150) : color;
}

MapColoring plain(std::size_t n, const Tokens& tokens)
{
    MapColoring result;
    result.classes = {{QObject::tr("Items"), tokens.neutral, MapGlyph::Dot, static_cast<int>(n)}};
    result.classOf.assign(n, 0);
    return result;
}

MapColoring byCategory(const ItemColumns& columns, const Tokens& tokens)
{
    QMap<QString, int> counts;
    for (int i = 0; i < columns.count(); ++i)
        ++counts[columns.categoryOf(i)];
    QStringList names = counts.keys();
    std::stable_sort(names.begin(), names.end(),
                     [&](const QString& a, const QString& b) { return counts[a] > counts[b]; });
    MapColoring result;
    result.kind = MapColor::Category;
    QMap<QString, std::uint8_t> classOf;
    int others = 0;
    for (const QString& name : names) {
        const auto at = static_cast<int>(result.classes.size());
        if (at < mostCategories) {
            classOf[name] = static_cast<std::uint8_t>(at);
            result.classes.push_back({name.isEmpty() ? QObject::tr("none") : name,
                                      onGround(QColor(categoryColors[at]), tokens), static_cast<MapGlyph>(at),
                                      counts[name]});
        } else {
            classOf[name] = mostCategories;
            others += counts[name];
        }
    }
    if (others > 0) result.classes.push_back({QObject::tr("other"), tokens.ghost, MapGlyph::Ring, others});
    for (int i = 0; i < columns.count(); ++i)
        result.classOf.push_back(classOf[columns.categoryOf(i)]);
    return result;
}

/// 0..k (or -k..k) cut into equal steps between two colors.
MapColoring bySteps(MapColor kind, const std::vector<int>& values, int low, int high, const QColor& from,
                    const QColor& to)
{
    MapColoring result;
    result.kind = kind;
    const double width = (high - low + 1.0) / steps;
    for (int s = 0; s < steps; ++s) {
        const int first = low + static_cast<int>(std::ceil(s * width)),
                  last = low + static_cast<int>(std::ceil((s + 1) * width)) - 1;
        const QString name = first > last    ? QString()
                             : first == last ? QString::number(first)
                                             : QObject::tr("%1 to %2").arg(first).arg(last);
        result.classes.push_back({name, blend(to, from, s / (steps - 1.0)), MapGlyph::Dot, 0});
    }
    for (const int value : values) {
        const int at = std::clamp(static_cast<int>((value - low) / width), 0, steps - 1);
        ++result.classes[static_cast<std::size_t>(at)].count;
        result.classOf.push_back(static_cast<std::uint8_t>(at));
    }
    return result;
}

QPolygonF triangle(QPointF at, double size, double angle)
{
    QPolygonF polygon;
    for (int corner = 0; corner < 3; ++corner) {
        const double turn = angle + corner * 2 * std::numbers::pi / 3;
        polygon << at + QPointF(std::cos(turn), std::sin(turn)) * size * 0.66;
    }
    return polygon;
}

} // namespace

QString mapColorName(MapColor color)
{
    switch (color) {
    case MapColor::Plain:
        return QObject::tr("None");
    case MapColor::Category:
        return QObject::tr("Category");
    case MapColor::OverlapX:
        return QObject::tr("Shared with X");
    case MapColor::OverlapY:
        return QObject::tr("Shared with Y");
    case MapColor::Difference:
        return QObject::tr("Difference");
    case MapColor::Shown:
        return QObject::tr("Shown by the map");
    }
    return {};
}

MapColoring colorItems(const ItemColumns& columns, MapColor kind, const MapLayouts& layouts, Space space,
                       const Tokens& tokens)
{
    const auto n = static_cast<std::size_t>(columns.count());
    const auto k = static_cast<int>(columns.k);
    const QColor pale = blend(tokens.neutral, tokens.base, 0.3);
    if (kind == MapColor::Category && columns.category) return byCategory(columns, tokens);
    if (kind == MapColor::OverlapX && columns.hasMapping) return bySteps(kind, columns.xf, 0, k, pale, tokens.x.line);
    if (kind == MapColor::OverlapY && columns.hasMapping) return bySteps(kind, columns.yf, 0, k, pale, tokens.y.line);
    if (kind == MapColor::Difference && columns.hasMapping) {
        std::vector<int> values;
        for (std::size_t i = 0; i < n; ++i)
            values.push_back(columns.xf[i] - columns.yf[i]);
        MapColoring result = bySteps(kind, values, -k, k, tokens.y.line, tokens.x.line);
        result.classes[steps / 2].color = pale;
        result.classes[1].color = blend(tokens.y.line, pale, 0.5);
        result.classes[3].color = blend(tokens.x.line, pale, 0.5);
        return result;
    }
    if (kind == MapColor::Shown && n > 0 && layouts.shown(space, 0, columns.k) >= 0) {
        std::vector<int> values;
        for (int i = 0; i < columns.count(); ++i)
            values.push_back(layouts.shown(space, i, columns.k));
        return bySteps(kind, values, 0, k, pale, tokens.ink);
    }
    return plain(n, tokens);
}

void paintGlyph(QPainter& painter, MapGlyph glyph, QPointF at, double size, const QColor& color)
{
    const double half = size / 2;
    const auto line = [&](double x1, double y1, double x2, double y2) {
        painter.drawLine(at + QPointF(x1, y1) * half, at + QPointF(x2, y2) * half);
    };
    const bool filled = glyph == MapGlyph::Dot || (glyph >= MapGlyph::TriangleUp && glyph <= MapGlyph::TriangleRight);
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(color, std::max(1.0, size / 5)));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    constexpr double quarter = std::numbers::pi / 2;
    switch (glyph) {
    case MapGlyph::Dot:
    case MapGlyph::Ring:
        return painter.drawEllipse(at, half * 0.9, half * 0.9);
    case MapGlyph::Star:
        line(-0.8, -0.8, 0.8, 0.8), line(-0.8, 0.8, 0.8, -0.8);
        [[fallthrough]];
    case MapGlyph::Plus:
        return line(-1, 0, 1, 0), line(0, -1, 0, 1);
    case MapGlyph::Cross:
        return line(-0.8, -0.8, 0.8, 0.8), line(-0.8, 0.8, 0.8, -0.8);
    case MapGlyph::Bar:
        return line(-1, 0, 1, 0);
    case MapGlyph::TriangleUp:
        painter.drawPolygon(triangle(at, size, -quarter));
        return;
    case MapGlyph::TriangleDown:
        painter.drawPolygon(triangle(at, size, quarter));
        return;
    case MapGlyph::TriangleLeft:
        painter.drawPolygon(triangle(at, size, 2 * quarter));
        return;
    case MapGlyph::TriangleRight:
        painter.drawPolygon(triangle(at, size, 0));
        return;
    }
}

} // namespace bridgescope
