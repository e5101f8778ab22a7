#pragma once
#include "ui/widgets/marks.h"
#include "ui/workspace/measured.h"

#include <array>
#include <vector>

namespace bridgescope {

/// The rank of every item in scope in each space, seen from one item: exact up to N - 1. By local position; 0: not
/// ranked (the focus itself unless the self rule counts it, zero vectors, rows that share its vector).
struct FocusRanks {
    MeasuredPtr measured;
    int focus = -1; ///< local position
    std::array<std::vector<std::int32_t>, 3> rankOf;
};
using FocusRanksPtr = std::shared_ptr<const FocusRanks>;
/// One row of similarities a space, sorted. Three passes over the vectors: some milliseconds for 20,000 items.
FocusRanksPtr rankFocus(const MeasuredPtr& measured, int focus);
/// Rough cost of rankFocus in multiply-adds: small ones are not worth a thread.
double rankingCost(const Measured& measured);

/// One entry of one of the three lists.
struct ListEntry {
    int local = -1;
    int rank = 0;               ///< in its own list, from 1
    double value = 0;           ///< cosine, or the Euclidean distance
    std::array<int, 3> ranks{}; ///< in X, f(X), Y; 0: not known yet or not ranked
    Region region = Region::Kept;
    bool hub = false; ///< stands in far more lists of this space than others do
};

/// Which items are hubs (N_k > K + 2 sd, DESIGN section 2) of each space at one K, by local position.
struct HubMarks {
    MeasuredPtr measured;
    Index k = 0;
    std::array<std::vector<bool>, 3> isHub; ///< by Space; that of f(X) empty without a mapping
};
HubMarks markHubs(const MeasuredPtr& measured, Index k);

/// A line in one of the two gutters: an item that stands in both lists beside it.
struct ListLink {
    int gutter = 0;          ///< 0: X to f(X), 1: f(X) to Y
    int left = 0, right = 0; ///< positions in the lists
    int local = -1;
    bool all = false; ///< shared by all three
};

/// The inspector's content for one item at one K. Without a mapping the list of f(X) is empty and only X and Y are
/// compared.
struct NeighborLists {
    MeasuredPtr measured;
    int focus = -1; ///< local position
    Index k = 10;
    bool hasMapping = false;
    std::array<std::vector<ListEntry>, 3> lists; ///< by Space
    std::array<int, regionCount> regionCounts{};
    int distinct = 0;           ///< entries in any of the lists
    int xf = 0, yf = 0, xy = 0; ///< NNO
    std::vector<ListLink> links;

    const std::vector<ListEntry>& list(Space space) const { return lists[static_cast<std::size_t>(space)]; }
};
/// Ranks beyond the stored lists come from `ranks` where it is there (and of this focus), else they are 0. Hubs are
/// marked where `hubs` is of the same lists.
NeighborLists makeNeighborLists(const MeasuredPtr& measured, int focus, Index k, const FocusRanks* ranks = nullptr,
                                const HubMarks* hubs = nullptr);

} // namespace bridgescope
