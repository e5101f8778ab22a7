#pragma once
#include "core/experiment/printed_table.h"
#include "core/experiment/untrained.h"

#include <span>
#include <string>

namespace bridgescope {

/// Experiment 2 as the paper lays it out: vectors down, X last; mNNO(X, f(X)) and each benchmark's Spearman by cosine
/// and Euclidean distance across. Results of several activations over one X are rows of one table.
PrintedTable layOutUntrained(std::span<const UntrainedResult> results, const std::string& vectors);

} // namespace bridgescope
