#pragma once
#include "core/experiment/grid_spec.h"
#include "core/experiment/spec_field.h"

namespace bridgescope {

/// An entry of "data". Paths are put behind the spec's folder.
GridData readGridData(const SpecField& field, const GridSpec& spec);

/// An entry of "maps" with its lists multiplied out: names say what differs ("nn structure=0.1").
std::vector<GridMap> readGridMaps(const SpecField& field, std::vector<std::string>& warnings);

} // namespace bridgescope
