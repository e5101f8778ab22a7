#pragma once
#include "core/base/random.h"

#include <vector>

namespace bridgescope {

using Groups = std::vector<std::int32_t>; ///< the group of each item, from 0

std::vector<Index> groupSizes(const Groups& groups);

/// 1 for every held-out group: groups in shuffled order are taken while they fit into `target` items, then exchanged
/// one by one while that comes nearer. At least one group stays on each side where there are two.
std::vector<std::int32_t> holdOutGroups(const std::vector<Index>& sizes, Index target, Random& random);

/// The fold of each group: the largest groups first, each to the smallest fold so far, groups of one size in shuffled
/// order; then folds are numbered by size, larger first.
std::vector<std::int32_t> foldGroups(const std::vector<Index>& sizes, int folds, Random& random);

} // namespace bridgescope
