#include "core/experiment/grid_cells.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <tuple>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

Json optionalText(const std::optional<std::string>& text)
{
    return text ? Json(*text) : Json();
}

Json readingJson(const ReadOptions& read)
{
    return {{"format", optionalText(read.format)},
            {"delimiter", read.delimiter ? Json(static_cast<int>(*read.delimiter)) : Json()},
            {"header", read.header ? Json(*read.header) : Json()},
            {"label-column", optionalText(read.labelColumn)},
            {"where", read.where}};
}

/// Everything that could change the cell's numbers, and the names it goes by.
std::string idOf(const GridSpec& spec, const GridCell& cell, const GridPair& pair, const std::vector<InputFile>& split)
{
    const GridData& data = spec.data[cell.data];
    Json json = {{"version", BRIDGESCOPE_VERSION}, {"format", 3}, {"cell", describeCell(spec, cell)}};
    json["lists"] = !spec.table.base.empty(); // kept in the cell's file
    json["reading"] = {readingJson(data.readX), readingJson(data.readY)};
    json["pairing"] = {static_cast<int>(data.pairing.by), data.pairing.normalizeLabels,
                       static_cast<int>(data.pairing.repeats)};
    json["inputs"] = Json::array();
    for (const auto* files : {&pair.files, &split})
        for (const InputFile& file : *files)
            json["inputs"].push_back({file.role, file.sha256});
    const std::string text = json.dump();
    Sha256 hash;
    hash.add(text.data(), text.size());
    return hash.hex().substr(0, 32);
}

std::string nameOf(const GridSpec& spec, const GridCell& cell)
{
    const GridData& data = spec.data[cell.data];
    std::string name = data.name + (data.feature.empty() ? "" : " " + data.feature) + ", " + cell.direction + ", " +
                       spec.maps[cell.map].name;
    if (spec.seeds.size() > 1) name += ", seed " + std::to_string(cell.seed);
    if (spec.metrics.size() > 1) name += ", " + std::string(metricId(cell.metric));
    if (spec.selves.size() > 1) name += ", self " + std::string(selfRuleId(cell.self));
    if (spec.ks.size() > 1) name += ", K = " + std::to_string(cell.k);
    return name;
}

} // namespace

TrainingOptions trainingOf(const GridSpec& spec, const GridCell& cell)
{
    TrainingOptions training = spec.maps[cell.map].training;
    training.seed = cell.seed;
    return training;
}

MeasureOptions measureOf(const GridSpec& spec, const GridCell& cell)
{
    MeasureOptions measure;
    measure.metric = cell.metric;
    measure.overlap.k = cell.k;
    measure.overlap.kMax = spec.kMax;
    measure.overlap.self = cell.self;
    measure.overlap.permutations = spec.permutations;
    measure.overlap.seed = cell.seed;
    return measure;
}

Json describeCell(const GridSpec& spec, const GridCell& cell)
{
    const GridData& data = spec.data[cell.data];
    const SplitOptions& split = spec.split;
    Json splitJson = {{"test", split.testFile ? Json("file") : Json(split.testShare)},
                      {"folds", split.foldsFile ? Json("file") : Json(split.folds)},
                      {"group", optionalText(split.group)}};
    return {{"data", data.name},
            {"feature", data.feature},
            {"direction", cell.direction},
            {"map", spec.maps[cell.map].name},
            {"settings", trainingOf(spec, cell).toJson()},
            {"split", std::move(splitJson)},
            {"k", cell.k},
            {"k-max", spec.kMax},
            {"metric", metricId(cell.metric)},
            {"self", selfRuleId(cell.self)},
            {"permutations", spec.permutations}};
}

std::vector<GridCell> gridCells(const GridSpec& spec, std::span<const std::shared_ptr<const GridPair>> data)
{
    const std::vector<InputFile> split = splitFiles(spec);
    std::vector<GridCell> cells;
    for (std::size_t d = 0; d < spec.data.size(); ++d)
        for (const std::string& direction : spec.directions)
            for (std::size_t m = 0; m < spec.maps.size(); ++m)
                for (const std::uint64_t seed : spec.seeds)
                    for (const Metric metric : spec.metrics)
                        for (const SelfRule self : spec.selves)
                            for (const Index k : spec.ks) {
                                GridCell cell{d, m, direction, seed, metric, self, k, {}, {}};
                                cell.id = idOf(spec, cell, *data[d], split);
                                cell.name = nameOf(spec, cell);
                                cells.push_back(std::move(cell));
                            }
    return cells;
}

std::vector<GridTask> gridTasks(const GridSpec& spec, const std::vector<GridCell>& cells,
                                const std::vector<std::size_t>& wanted)
{
    std::vector<GridTask> tasks;
    const auto trainingKey = [](const GridCell& c) { return std::tie(c.data, c.direction, c.map, c.seed); };
    for (const std::size_t c : wanted) {
        const bool same = !tasks.empty() && trainingKey(cells[tasks.back().cells.front()]) == trainingKey(cells[c]);
        if (!same) tasks.emplace_back();
        tasks.back().cells.push_back(c);
    }
    std::stable_partition(tasks.begin(), tasks.end(), [&](const GridTask& task) {
        return spec.maps[cells[task.cells.front()].map].training.map == "net";
    });
    return tasks;
}

} // namespace bridgescope
