#include "core/experiment/grid_table.h"

#include "core/base/error.h"
#include "core/experiment/base_comparison.h"
#include "core/overlap/paired_tests.h"

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

std::optional<double> optionalNumber(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional(found->get<double>());
}

Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json againstJson(const AgainstBase::Change& change)
{
    const DifferenceTest& test = change.test;
    return {{"mean", test.mean},         {"interval", {test.interval.low, test.interval.high}},
            {"p_value", test.pValue},    {"wilcoxon_p", test.wilcoxonP},
            {"starred", change.starred}, {"effect_size", test.effectSize}};
}

void takeReport(GridRow& row, const Json& content)
{
    const Json& report = content.at("report");
    const Json &xf = report.at("x_fx"), &yf = report.at("y_fx"), &d = report.at("difference");
    row.n = content.at("n");
    row.dX = content.at("d_x");
    row.dY = content.at("d_y");
    row.model = content.at("model");
    row.split = report.at("split");
    row.held = xf.at("n");
    row.xf = xf.at("mean");
    row.yf = yf.at("mean");
    row.xy = report.at("x_y").at("mean");
    row.chance = xf.at("chance");
    row.xfSd = optionalNumber(xf, "sd");
    row.yfSd = optionalNumber(yf, "sd");
    row.xfCalibrated = optionalNumber(xf, "calibrated");
    row.yfCalibrated = optionalNumber(yf, "calibrated");
    row.difference = d.at("mean");
    row.differenceInterval = {d.at("interval").at(0).get<double>(), d.at("interval").at(1).get<double>()};
    row.p = d.at("p_value");
    row.wilcoxon = d.at("wilcoxon_p");
    row.effect = d.at("effect_size");
    row.gain = report.at("gain").at("mean");
    row.p1 = report.at("retrieval").at("forward").at("cosine").at("p1");
    if (xf.contains("folds"))
        for (std::size_t f = 0; f < xf["folds"].size(); ++f)
            row.folds.push_back({xf["folds"][f].at("n"), xf["folds"][f].at("mean"), yf.at("folds").at(f).at("mean")});
    const Json& included = content.at("self_included");
    row.xfIncluded = included.at("x_fx");
    row.yfIncluded = included.at("y_fx");
    row.chanceIncluded = included.at("chance");
    row.itemsX = content.at("per_item").at("x_fx").get<std::vector<int>>();
    row.itemsY = content.at("per_item").at("y_fx").get<std::vector<int>>();
}

} // namespace

GridRow gridRowOf(const GridSpec& spec, const GridCell& cell, const Json& content)
{
    GridRow row;
    row.data = spec.data[cell.data].name;
    row.feature = spec.data[cell.data].feature;
    row.direction = cell.direction;
    row.map = spec.maps[cell.map].name;
    row.dataIndex = cell.data;
    row.seed = cell.seed;
    row.k = cell.k;
    row.metric = cell.metric;
    row.self = cell.self;
    if (content.contains("failed"))
        row.failed = content["failed"];
    else
        try {
            takeReport(row, content);
        } catch (const Json::exception& error) {
            throw Error(ErrorKind::Input, "the cell " + cell.name + " is damaged",
                        "remove cells/" + cell.id + ".json and resume");
        }
    return row;
}

GridTable buildGridTable(const GridSpec& spec, const std::vector<GridCell>& cells, const std::vector<Json>& contents,
                         const SpacesOfCell& spaces)
{
    GridTable table;
    std::vector<double> ps;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        table.rows.push_back(gridRowOf(spec, cells[c], contents[c]));
        if (table.rows.back().failed.empty())
            ps.push_back(table.rows.back().p);
        else
            ++table.failed;
    }
    const std::vector<double> adjusted = holmAdjusted(ps);
    table.tests = static_cast<Index>(ps.size());
    std::size_t next = 0;
    for (GridRow& row : table.rows)
        if (row.failed.empty()) {
            row.pHolm = adjusted[next++];
            row.starred = row.pHolm < tableAlpha;
        }
    if (!spec.table.base.empty()) compareWithBase(table, spec.table.base, cells, contents, spaces);
    return table;
}

Json toJson(const GridTable& table)
{
    Json json = {{"cells", table.rows.size()}, {"failed", table.failed}, {"table", Json::array()}};
    for (const GridRow& row : table.rows) {
        Json entry = {{"data", row.data}, {"feature", row.feature}, {"direction", row.direction}, {"map", row.map}};
        const bool there = row.failed.empty();
        const auto value = [&](double v) { return there ? Json(v) : Json(); };
        entry["x_fx"] = value(row.xf);
        entry["x_fx_sd"] = number(row.xfSd);
        entry["y_fx"] = value(row.yf);
        entry["y_fx_sd"] = number(row.yfSd);
        entry["difference"] = value(row.difference);
        entry["interval"] =
            there ? Json{row.differenceInterval.low, row.differenceInterval.high} : Json(); // of the difference
        entry["p_value"] = value(row.p);
        entry["p_holm"] = value(row.pHolm);
        entry["starred"] = row.starred;
        entry["x_y"] = value(row.xy);
        entry["gain"] = value(row.gain);
        entry["effect_size"] = value(row.effect);
        entry["wilcoxon_p"] = value(row.wilcoxon);
        entry["x_fx_calibrated"] = number(row.xfCalibrated);
        entry["y_fx_calibrated"] = number(row.yfCalibrated);
        entry["p_at_1"] = value(row.p1);
        entry["chance"] = value(row.chance);
        entry["n"] = there ? Json(row.held) : Json();
        entry["k"] = row.k;
        entry["metric"] = metricId(row.metric);
        entry["self"] = selfRuleId(row.self);
        entry["seed"] = row.seed;
        entry["x_fx_self_included"] = value(row.xfIncluded);
        entry["y_fx_self_included"] = value(row.yfIncluded);
        entry["chance_self_included"] = value(row.chanceIncluded);
        if (row.base)
            entry["against_base"] = {{"x_fx", againstJson(row.base->x)},
                                     {"y_fx", againstJson(row.base->y)},
                                     {"difference", againstJson(row.base->d)}};
        if (!there) entry["reason"] = row.failed;
        json["table"].push_back(std::move(entry));
    }
    return json;
}

} // namespace bridgescope
