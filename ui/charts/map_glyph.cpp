#include "ui/charts/map_glyph.h"

#include <QMap>
#include <QObject>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bridgescope {
namespace {

constexpr int mostCategories = 9;
/// Muted and away from the spaces' blue, orange and green; for light ground. On dark ground they are lightened.
constexpr const char* categoryColors[] = {"#8c6d4f", "#5a6fa8", "#7d848c", "#8a5fa8", "#b24d5e",
                                          "#4f7f6a", "#a8892f", "#c06f43", "#4b93a8"};

QColor onGround(const QColor& color, const Tokens& tokens)
{
    return tokens.dark ? color.lighter(150) : color;
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

MapClasses classesOf(const QStringList& categories, const Tokens& tokens)
{
    QMap<QString, int> counts;
    for (const QString& category : categories)
        ++counts[category];
    QStringList names = counts.keys();
    std::stable_sort(names.begin(), names.end(),
                     [&](const QString& a, const QString& b) { return counts[a] > counts[b]; });
    MapClasses result;
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
    for (const QString& category : categories)
        result.classOf.push_back(classOf[category]);
    return result;
}

MapClasses oneClass(std::size_t items, const Tokens& tokens)
{
    return {{{QObject::tr("Items"), tokens.neutral, MapGlyph::Dot, static_cast<int>(items)}},
            std::vector<std::uint8_t>(items, 0)};
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
