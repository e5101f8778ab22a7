#pragma once
#include "ui/charts/map_glyph.h"
#include "ui/models/item_columns.h"
#include "ui/panels/maps/map_layouts.h"

namespace bridgescope {

/// What the points' colors tell.
enum class MapColor { Plain, Category, OverlapX, OverlapY, Difference, Shown };
QString mapColorName(MapColor color);

/// Every point's class, by local position. Categories: the nine most frequent, the rest as "other"; numbers: from few
/// to many in steps.
struct MapColoring : MapClasses {
    MapColor kind = MapColor::Plain;
};
using MapColoringPtr = std::shared_ptr<const MapColoring>;
/// Whether another K gives other colors.
bool dependsOnK(MapColor kind);
/// `space` matters for Shown alone. Kinds that do not apply (no mapping, no categories) come out plain.
MapColoring colorItems(const ItemColumns& columns, MapColor kind, const MapLayouts& layouts, Space space,
                       const Tokens& tokens);

} // namespace bridgescope
