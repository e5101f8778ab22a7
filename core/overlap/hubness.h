#pragma once
#include "core/neighbors/neighbor_table.h"

#include <optional>
#include <vector>

namespace bridgescope {

/// How unevenly items stand in one another's K-lists (Radovanović, Nanopoulos, Ivanović 2010).
struct Hubness {
    std::vector<int> counts;        ///< N_k(j): K-lists that contain item j
    double mean = 0;                ///< of the counts: K, less where lists are short
    double sd = 0;                  ///< population
    std::optional<double> skewness; ///< m3 / m2^1.5, population moments; absent where all counts are equal
    double hubThreshold = 0;        ///< K + 2 sd: a hub's count lies above
    std::vector<Index> hubs;        ///< by descending count, ties to the lower index
    Index antiHubs = 0;             ///< items in nobody's list
};
/// @throws Error(Input) where k is not from 1 to the table's.
Hubness measureHubness(const NeighborTable& table, Index k);

} // namespace bridgescope
