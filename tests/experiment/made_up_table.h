#pragma once
#include "core/experiment/grid_table.h"

namespace bridgescope {

inline nlohmann::ordered_json specJson()
{
    return nlohmann::ordered_json::parse(R"({"title":"Experiment 1","folds":5,"seed":0,"table":{"paper":true},
        "data":[{"name":"IAPR TC-12","feature":"VGG-128","x":"a","y":"b","x-name":"Text","y-name":"Image","paper":"IAPR TC-12"},
                {"name":"Emoji","feature":"HOG","x":"a","y":"b","x-name":"Words","y-name":"Pictures"},
                {"name":"Emoji","feature":"CNN","x":"a","y":"c","x-name":"Words","y-name":"Pictures"}],
        "maps":[{"name":"lin","map":"ridge","ridge":0.001},{"name":"nn","map":"net"}]})");
}

/// Made-up numbers, in the cells' order.
inline GridTable tableOf(const GridSpec& spec, std::vector<GridCell>& cells)
{
    GridTable table;
    int i = 0;
    for (std::size_t d = 0; d < spec.data.size(); ++d)
        for (const auto& direction : spec.directions)
            for (std::size_t m = 0; m < spec.maps.size(); ++m, ++i) {
                cells.push_back({d, m, direction, 0, Metric::Cosine, SelfRule::Excluded, 10, "id", "name"});
                GridRow row;
                row.data = spec.data[d].name;
                row.feature = spec.data[d].feature;
                row.direction = direction;
                row.map = spec.maps[m].name;
                row.dataIndex = d;
                row.n = 1962;
                row.held = 1962;
                row.dX = direction == "xy" ? 64 : 128;
                row.dY = direction == "xy" ? 128 : 64;
                row.split = "5 folds, seed 0";
                row.xf = .3 + .01 * i;
                row.yf = .1 + .01 * i;
                row.xfSd = .008;
                row.yfSd = .005;
                row.chance = .0256;
                row.difference = -.2;
                row.starred = i % 2 == 0;
                table.rows.push_back(row);
            }
    table.tests = i;
    return table;
}

} // namespace bridgescope
