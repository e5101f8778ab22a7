#pragma once
#include "core/base/context.h"
#include "core/neighbors/metric.h"

namespace bridgescope {

/// Map quality at K (Venna & Kaski 2001): both 1 for a map that keeps every neighbor. Cosine (or Euclidean) in the set,
/// Euclidean in the map. Trustworthiness falls with items that are near in the map alone, continuity with items that
/// are near in the set alone, each the more the farther they are in the other space.
struct MapQuality {
    double trustworthiness = 0, continuity = 0; ///< NaN where there are fewer than 3 items
    Index k = 0;                                ///< lowered below n/2, where the measures are defined
    Index items = 0;   ///< items whose neighbors were looked at; above `exactItems` a seeded sample, each against all
    Index leftOut = 0; ///< zero vectors under cosine
};

struct MapQualityOptions {
    Index k = 10;
    Metric metric = Metric::Cosine; ///< of the set
    Index exactItems = 5000;
    std::uint64_t seed = 1;
};

/// @throws Error(Usage) where k < 1, Error(Input) where set and map have unequal numbers of items.
MapQuality measureMapQuality(MatrixView set, MatrixView map, const MapQualityOptions& options = {},
                             const Context& context = {});

MapQuality measureMapQuality(MatrixView set, MatrixView map, Index k, const Context& context = {});

} // namespace bridgescope
