#pragma once
#include "core/experiment/grid_cells.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// A remedy against the base map of the table over the same held-out items: remedy - base, with the network-robust
/// error over the lists of X (or Y) and of both f(X).
struct AgainstBase {
    struct Change {
        DifferenceTest test;
        bool starred = false; ///< after Holm over all such tests of the table
    };
    Change x, y; ///< of mNNO(X, f(X)) and of mNNO(Y, f(X))
    Change d;    ///< of D; items are related by a list of X, of Y or of either f(X)
};

/// One cell's numbers as the table states them.
struct GridRow {
    std::string data, feature, direction, map; ///< direction: "xy", "yx"
    std::size_t dataIndex = 0;
    std::uint64_t seed = 1;
    Index k = 10;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    std::string failed;                    ///< why there are no numbers; empty: there are
    Index n = 0, held = 0, dX = 0, dY = 0; ///< items paired, items measured
    std::string model, split;
    double xf = 0, yf = 0, xy = 0, chance = 0, difference = 0, gain = 0, effect = 0, p = 1, pHolm = 1, wilcoxon = 1;
    Interval differenceInterval;                               ///< 95 %
    double xfIncluded = 0, yfIncluded = 0, chanceIncluded = 0; ///< with each item as its own first neighbor
    double p1 = 0;
    std::optional<double> xfSd, yfSd, xfCalibrated, yfCalibrated;
    bool starred = false; ///< D differs from 0: pHolm < .05
    std::optional<AgainstBase> base;
    struct Fold {
        Index held = 0;
        double xf = 0, yf = 0;
    };
    std::vector<Fold> folds;         ///< what the means are of; empty under one split
    std::vector<int> itemsX, itemsY; ///< NNO of every held-out item, fold after fold
};

/// The finished grid: a row a cell, in the cells' order.
struct GridTable {
    std::vector<GridRow> rows;
    Index failed = 0;
    Index tests = 0; ///< of D that Holm's correction counts; those against the base are counted apart
};

/// Lists of X and Y of a cell's folds, as its direction has them.
using SpacesOfCell = std::function<std::vector<std::shared_ptr<const MeasuredFold>>(const GridCell&)>;

/// `contents`: the cells' files, in their order. `spaces` is asked where the table has a base.
/// @throws Error(Input) where a cell's file is damaged.
GridTable buildGridTable(const GridSpec& spec, const std::vector<GridCell>& cells,
                         const std::vector<nlohmann::ordered_json>& contents, const SpacesOfCell& spaces);
/// One row of a cell's file; stars are not set, they need the whole table.
GridRow gridRowOf(const GridSpec& spec, const GridCell& cell, const nlohmann::ordered_json& content);

/// {"cells","failed","table":[{"data","feature","direction","map","x_fx","x_fx_sd",...}]}
nlohmann::ordered_json toJson(const GridTable& table);

} // namespace bridgescope
