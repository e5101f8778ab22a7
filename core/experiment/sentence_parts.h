#pragma once
#include "core/experiment/grid_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// What the caption of a table and its methods sentence both say.

/// Whether the table has a column of that name; "_cal": of a name that ends so.
bool hasColumn(const GridSpec& spec, std::string_view name);
/// Items held out in a fold: "197", or "392–393" where folds differ.
std::string foldSizes(const GridRow& row);
/// Tests against the base that Holm's correction counts, as far as rows are known.
Index baseTestsOf(const std::vector<const GridRow*>& known);
std::string percent(double share);
/// fitCaveat() of the maps; empty where no map has one.
std::string caveatOf(const GridSpec& spec);

} // namespace bridgescope
