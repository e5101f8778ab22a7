#pragma once
#include "core/base/context.h"
#include "core/overlap/list_changes.h"
#include "core/overlap/overlap.h"
#include "core/pairing/pairing.h"
#include "core/training/kept_predictions.h"

#include <memory>
#include <vector>

namespace bridgescope {

/// Of which items, and by which conventions, the lists of a run's epochs are asked for.
struct WhyRequest {
    std::shared_ptr<const PairedSet> pairs; ///< in the run's direction
    std::vector<Index> heldOut; ///< positions in `pairs`, ascending: the items that predictions were kept of
    std::vector<Index> rows;    ///< positions in `heldOut` of the items asked about
    Index k = 10;               ///< at most the number of held-out items less one
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    std::vector<KeptEpoch> epochs;

    /// How many others a list holds: with the self rule of the paper's code one is the item itself.
    Index others() const { return self == SelfRule::Included ? k - 1 : k; }
    bool sameBut(const WhyRequest& other) const; ///< the same apart from the epochs
};

/// The lists asked for: row r of every table is the list of rows[r], its entries positions in `heldOut`.
struct WhyHistory {
    WhyRequest request;
    NeighborTable x, y;
    std::vector<NeighborTable> f;     ///< one an epoch
    std::vector<double> withX, withY; ///< mNNO of these items with X and with Y, one an epoch

    std::size_t count() const { return f.size(); }
    /// From the epoch before the `at`-th to that one; the first one is compared with X, where f comes from.
    ListChanges changesAt(std::size_t at) const;
};
using WhyHistoryPtr = std::shared_ptr<const WhyHistory>;

/// Lists by core/neighbors, exact. What `before` (may be null) has of the same request is taken over.
WhyHistoryPtr makeWhyHistory(WhyRequest request, const WhyHistoryPtr& before, const Context& context);

} // namespace bridgescope
