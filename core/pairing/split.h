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
    std::string description; ///< "20 % held out, seed 1", "5 folds, seed 1, grouped by label", "fold 2 of 5, seed 1",
                             ///< "held out by FILE", "5 folds by FILE"
    /// Items whose label, or whose shared vector (pair files), stands on both sides of some split; a warning where no
    /// group was asked for.
    Index straddlingRows = 0;
};

/// The entries of a file: a label stands for every item that carries it, "#7" for every item of X's row 7 (also where a
/// label reads so). Blank lines are skipped.
struct SplitOptions {
    double testShare = 0.2;
    std::optional<std::string> testFile = std::nullopt; ///< held-out labels or "#row" (X's rows, from 1), one a line
    int folds = 0;                                      ///< 0: one split
    /// Label or "#row", then fold (any word), one a line; every item in just one fold.
    std::optional<std::string> foldsFile = std::nullopt;
    /// "label" or a metadata column: a group never straddles. Items with an empty value are each a group by itself.
    /// "label" of a pair file keeps items together that share a row of X or of Y, directly or through others.
    std::optional<std::string> group = std::nullopt;
    std::uint64_t seed = 1;
    int fold = 0; ///< of the folds, from 1: the plan has this one alone; 0: all of them

    friend bool operator==(const SplitOptions&, const SplitOptions&) = default;
};

/// A seeded shuffle of the items in X's order, round(testShare N) held out; fold sizes differ by at most one, larger
/// first. Groups are shuffled and taken while they fit, so that the size comes as near as that order allows; for folds
/// the largest groups go first, each to the smallest fold so far. Files are checked against `group`.
/// @throws Error(Input) where a side would be empty, naming N and the remedy, or a file names an unknown item or one in
/// two folds (file and line); Error(Usage) for a share outside (0, 1), fewer than two folds, a fold that is not among
/// them, an unknown column.
SplitPlan makeSplit(const PairedSet& pairs, const SplitOptions& options);

/// Writes the plan so that --folds FILE (or --test FILE for one split) gives it again: labels where they name one item,
/// else "#row".
void saveSplit(const PairedSet& pairs, const SplitPlan& plan, const std::string& file);

} // namespace bridgescope
