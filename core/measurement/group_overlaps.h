#pragma once
#include "core/measurement/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// Items by the values of a metadata column.
struct ItemGroups {
    std::vector<std::string> names; ///< ascending; "" where an item has no value
    std::vector<std::int32_t> of;   ///< of each item: its place in names
};
/// `items`: positions in the PairedSet whose metadata the column is of.
ItemGroups groupsOf(const MetadataColumn& column, std::span<const Index> items);

/// The overlaps of one group's items, whose neighbors are sought among all items in scope.
struct GroupOverlap {
    struct Part {
        double mean = 0;
        std::optional<Interval> interval; ///< 95 %, network-robust within the group; absent for one item
    };
    std::string name;
    Index n = 0;
    Part xf, yf, difference; ///< 0 without a mapping; difference: mNNO(X, f(X)) - mNNO(Y, f(X))
    Part xy;
};
/// One a group that has items, in the order of the groups' names. `report` and `related` are of the same items as
/// `groups`; where report.xf has no items only xy is filled.
std::vector<GroupOverlap> groupOverlaps(const ItemGroups& groups, const MappingReport& report,
                                        const RelatedPairs& related);

} // namespace bridgescope
