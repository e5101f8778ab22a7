#include "ui/panels/maps/map_coloring.h"

#include <QObject>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr int steps = 5;

MapColoring byCategory(const ItemColumns& columns, const Tokens& tokens)
{
    QStringList categories;
    for (int i = 0; i < columns.count(); ++i)
        categories << columns.categoryOf(i);
    return {classesOf(categories, tokens), MapColor::Category};
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

bool dependsOnK(MapColor kind)
{
    return kind != MapColor::Plain && kind != MapColor::Category;
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
    return {oneClass(n, tokens), MapColor::Plain};
}

} // namespace bridgescope
