#pragma once
#include "core/pairing/pairing.h"

#include <string>

namespace bridgescope {

/// The group of each item as a number from 0, in order of first appearance.
/// @throws Error(Usage) naming the columns there are where `group` is none of them.
std::vector<std::int32_t> groupItems(const PairedSet& pairs, const std::string& group);

/// Groups of items that would leak from one side of a split to the other: one label, or one shared row of X or Y.
std::vector<std::int32_t> leakGroups(const PairedSet& pairs);

} // namespace bridgescope
