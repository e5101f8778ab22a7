#pragma once
#include "core/base/matrix.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace bridgescope {

/// f of the held-out items (dY x m) as it was after one epoch.
struct KeptEpoch {
    Index epoch = 0;
    Vectors predictions;
};

/// Whether both are of one epoch of one training.
inline bool isSame(const KeptEpoch& a, const KeptEpoch& b)
{
    return a.epoch == b.epoch && a.predictions.view().data == b.predictions.view().data;
}

/// What a run's f made of the held-out items, epoch by epoch, within a budget. Where it is full, every second of the
/// epochs goes, so that those left are evenly apart: the first one, then every 2nd, 4th, 8th, ... The first, the last
/// and the one pinned always stay, even where they alone are over the budget. Which epochs are kept depends on their
/// number and size alone. A run writes while views read: every member may be called from any thread.
class KeptPredictions {
public:
    explicit KeptPredictions(std::uint64_t budgetBytes) : m_budget(budgetBytes) {}

    /// Copies the predictions. An epoch that is there already, and those after it, are replaced.
    void add(Index epoch, MatrixView predictions);
    void pin(Index epoch); ///< the best one so far, in place of the one before; nothing where it is not kept
    void lowerBudget(std::uint64_t bytes);
    std::vector<KeptEpoch> epochs() const; ///< ascending
    std::uint64_t bytes() const;

private:
    bool mayGo(Index epoch) const;
    void thin();
    std::uint64_t used() const;

    mutable std::mutex m_mutex;
    std::map<Index, Vectors> m_kept;
    std::uint64_t m_budget;
    Index m_stride = 1; ///< from the first one
    Index m_pinned = 0; ///< epochs count from 1
};

} // namespace bridgescope
