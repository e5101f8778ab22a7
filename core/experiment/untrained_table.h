#pragma once
#include "core/experiment/printed_table.h"
#include "core/experiment/untrained.h"

#include <span>
#include <string>

namespace bridgescope {

/// Experiment 2 as the paper lays it out: vectors down, X last; mNNO(X, f(X)) and each benchmark's Spearman by cosine
/// and Euclidean distance across. Where a file holds one of the paper's six benchmarks these stand first, in its order,
/// those without a file empty; other files follow. Results of several activations over one X (at least one) are rows of
/// one table. `paper`: the paper's figures below, in grey.
PrintedTable layOutUntrained(std::span<const UntrainedResult> results, const std::string& vectors, bool paper = false);

} // namespace bridgescope
