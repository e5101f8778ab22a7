#pragma once
#include "core/experiment/grid_table.h"

namespace bridgescope {

inline constexpr double tableAlpha = .05; ///< of every test of a table, after Holm

/// What a cell keeps of its lists of f(X), so that another cell can be tested against it: fold by fold, item by item,
/// the K nearest others (positions in the fold).
nlohmann::ordered_json listsJson(std::span<const std::shared_ptr<const MeasuredFold>> folds, Index k);

/// Tests every row against the row of the map `base` with the same data, direction, seed, K, metric and self rule, the
/// two over the same held-out items. Rows without such a partner keep none. @throws Error(Input) where kept lists are
/// damaged.
void compareWithBase(GridTable& table, const std::string& base, const std::vector<GridCell>& cells,
                     const std::vector<nlohmann::ordered_json>& contents, const SpacesOfCell& spaces);

} // namespace bridgescope
