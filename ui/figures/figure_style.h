#pragma once
#include "ui/figures/figure_export.h"

namespace bridgescope {

/// Ink on white in the palette asked for, every text at the font size as printed. Units are points.
ChartStyle figureStyle(const FigureOptions& options, QPaintDevice* device);

} // namespace bridgescope
