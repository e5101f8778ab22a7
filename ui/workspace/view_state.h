#pragma once
#include "core/overlap/overlap.h"

#include <set>

namespace bridgescope {

/// Which items are measured and shown.
enum class ItemScope { HeldOut, AllPaired, Training };

/// Everything that all views share. One plain value: copied, compared, stored, undone.
struct ViewState {
    int focus = -1; ///< position in the PairedSet (not in a list); -1: none
    Index k = 10;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    ItemScope scope = ItemScope::HeldOut;
    int mapping = -1;        ///< id of the mapping looked at; -1: none
    std::set<int> selection; ///< positions in the PairedSet

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

} // namespace bridgescope
