#pragma once
#include "core/pairing/split.h"

namespace bridgescope {

/// The fold of every item (0: training of a --test file, 1: held out; folds from 0 for a --folds file), and how many
/// there are.
struct ItemFolds {
    std::vector<std::int32_t> folds;
    std::int32_t count = 0;
};

ItemFolds readTestFile(const PairedSet& pairs, const std::string& file);
ItemFolds readFoldsFile(const PairedSet& pairs, const std::string& file);

} // namespace bridgescope
