#pragma once
#include "core/experiment/grid_table.h"

#include <string>
#include <vector>

namespace bridgescope {

/// How the table was made, in sentences for a paper: N, dimensions, maps with settings, split, folds, seed, K, metric,
/// self rule, tests with their correction, version. From what is known so far; `tests` as GridTable::tests.
std::string methodsText(const GridSpec& spec, const std::vector<const GridRow*>& known, Index tests);

/// One mapping in words: "ridge regression with a penalty of 0.001 times the mean variance of X".
std::string mapInWords(const TrainingOptions& training);

/// BibTeX of the methods that the grid used.
std::string bibliography(const GridSpec& spec);

} // namespace bridgescope
