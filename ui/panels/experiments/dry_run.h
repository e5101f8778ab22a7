#pragma once
#include "core/experiment/grid_run.h"

namespace bridgescope {

/// What running a grid would do.
struct DryRun {
    std::size_t cells = 0, kept = 0;     ///< kept: finished by an earlier run of it
    std::size_t trainings = 0, left = 0; ///< of all cells, of those that are not there; each over all folds
    Index folds = 1;
    double seconds = 0; ///< that the trainings left may take: a guess by their arithmetic
};

/// Reads the data and looks into the grid's folder; computes nothing. @throws as GridRun does.
DryRun planGrid(const GridSpec& spec, const std::string& dir, const Context& context);

} // namespace bridgescope
