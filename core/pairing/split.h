#pragma once
#include "core/pairing/pairing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// One way of parting the items: positions in a PairedSet, each list ascending.
struct Split {
    std::vector<Index> training;
    std::vector<Index> heldOut;
};

/// All folds of a plan (one Split where there are no folds), with the words every output states it by.
struct SplitPlan {
    std::vector<Split> folds;
    bool folded = false;
    std::string description; ///< "20 % held out, seed 1", "5 folds, seed 1", "held out by FILE"
    Index straddlingRows = 0; ///< rows whose label stands on both sides; a warning where no group was asked for
};

struct SplitOptions {
    double testShare = 0.2;
    std::optional<std::string> testFile; ///< held-out labels or "#row" (X's rows, from 1), one a line
    int folds = 0;                       ///< 0: one split
    std::optional<std::string> foldsFile;///< label or "#row", then fold, one a line
    std::optional<std::string> group;    ///< "label" or a metadata column: a group never straddles
    std::uint64_t seed = 1;
};

/// A seeded shuffle of the items in X's order, round(testShare N) held out; fold sizes differ by at most one, larger first.
/// @throws Error(Input) where a side would be empty, naming N and the remedy.
SplitPlan makeSplit(const PairedSet& pairs, const SplitOptions& options);

/// Writes the plan so that --folds FILE (or --test FILE for one split) gives it again.
void saveSplit(const PairedSet& pairs, const SplitPlan& plan, const std::string& file);

} // namespace bridgescope
