#pragma once
#include "ui/figures/fold_maps.h"

#include <string>

namespace bridgescope {

/// The maps of one fold by category; `item` (its label; empty: none) is linked to its k true neighbors.
/// @throws Error(Input) where no item measured has that label
MapChartData mapFigure(const PairedSet& pairs, const MeasuredFold& fold, const std::string& item, Metric metric,
                       Index k);

} // namespace bridgescope
