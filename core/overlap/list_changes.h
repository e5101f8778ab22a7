#pragma once
#include "core/neighbors/neighbor_table.h"

#include <vector>

namespace bridgescope {

/// What became of the K-lists of some items from an earlier space to a later one: entries of both lists are kept, of
/// the later one alone gained, of the earlier one alone lost. Lists of several items are put together by entry.
struct ListChanges {
    struct Entry {
        std::int32_t neighbor = 0;
        Index lists = 0;    ///< in how many of the lists this became of it
        Index inX = 0;      ///< in how many of these it is among the K nearest in X
        Index inY = 0;      ///< and in Y
        Index bestRank = 0; ///< from 1; in the later lists, of a lost one in the earlier
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    /// Those of most lists first, then by rank, then the lower index.
    std::vector<Entry> kept, gained, lost;
};

/// The sum of one field over a group's entries: how many of the lists' places it stands for.
Index sumOf(const std::vector<ListChanges::Entry>& entries, Index ListChanges::Entry::*field);

/// Row i of all four tables is the list of the same item; entries of all are positions in the same set. Lists are cut
/// at k; shorter ones (zero vectors) count as they are.
ListChanges changesOf(const NeighborTable& before, const NeighborTable& after, const NeighborTable& x,
                      const NeighborTable& y, Index k);

} // namespace bridgescope
