#pragma once
#include "core/experiment/grid_inputs.h"

#include <span>
#include <string>
#include <vector>

namespace bridgescope {

/// One number of the table with its conditions: everything `train` is told.
struct GridCell {
    std::size_t data = 0, map = 0; ///< positions in the spec
    std::string direction;         ///< "xy", "yx"
    std::uint64_t seed = 1;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    Index k = 10;
    std::string id;   ///< of its settings, its inputs' SHA-256 and the program's version
    std::string name; ///< "IAPR VGG-128, xy, lin, seed 1"
};

/// Cells that one training serves: they differ in metric, self rule and K alone.
struct GridTask {
    std::vector<std::size_t> cells;
};

/// All cells in the table's order: data, direction, map, seed, metric, self rule, K.
std::vector<GridCell> gridCells(const GridSpec& spec, std::span<const std::shared_ptr<const GridPair>> data);

/// The tasks of the cells given, in the cells' order but nets first, since they take longest.
std::vector<GridTask> gridTasks(const GridSpec& spec, const std::vector<GridCell>& cells,
                                const std::vector<std::size_t>& wanted);

TrainingOptions trainingOf(const GridSpec& spec, const GridCell& cell);
MeasureOptions measureOf(const GridSpec& spec, const GridCell& cell);

/// What the cell is, as its file states it: names, settings, split, measure.
nlohmann::ordered_json describeCell(const GridSpec& spec, const GridCell& cell);

} // namespace bridgescope
