#pragma once
#include "core/base/context.h"
#include "core/mapping/model.h"
#include "core/training/training_options.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bridgescope {

/// What is known after an epoch. Overlaps are there where the caller measured them (see TrainingRun::observe).
struct EpochReport {
    Index epoch = 0; ///< from 1
    Index epochs = 0;
    double loss = 0;                ///< mean training loss of the epoch
    std::optional<double> overlapX; ///< held-out mNNO(X, f(X))
    std::optional<double> overlapY; ///< held-out mNNO(Y, f(X))
};

/// Called after each epoch with f of the held-out items (dY x n, in Y's space as loaded); fills in the overlaps.
/// training/ itself knows nothing of neighbor lists: it is handed this observer.
using EpochObserver = std::function<void(MatrixView heldOutPrediction, EpochReport& report)>;

/// One training of one mapping. Closed forms take one "epoch". Resumable: advance() as often as wanted.
class TrainingRun {
public:
    /// x: dX x n, y: dY x n training items, heldOutX: dX x m (may be empty: no observer calls).
    /// The views must outlive the run. @throws Error(Input) where the data do not fit the options.
    TrainingRun(MatrixView x, MatrixView y, MatrixView heldOutX, TrainingOptions options);
    ~TrainingRun();
    TrainingRun(TrainingRun&&) noexcept;

    void observe(EpochObserver observer);
    Index epochsDone() const;
    bool finished() const;
    /// One epoch (or the whole closed form). Stops between batches with Cancelled; the run stays usable.
    /// @throws Error(Work) where the loss is not finite, naming the epoch.
    EpochReport advance(const Context& context = {});
    const std::vector<EpochReport>& history() const;
    /// The model as of now.
    Model model() const;

private:
    struct Private;
    std::unique_ptr<Private> m;
};

/// Trains to the end. `onEpoch` may be empty.
Model train(MatrixView x, MatrixView y, MatrixView heldOutX, const TrainingOptions& options,
            const EpochObserver& observer, const std::function<void(const EpochReport&)>& onEpoch,
            const Context& context = {});

} // namespace bridgescope
