#pragma once
#include "core/base/context.h"
#include "core/mapping/model.h"
#include "core/training/training_options.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace bridgescope {

/// How f(X) of the held-out items lies against Y.
struct EpochFit {
    std::optional<double> r2;          ///< as Fit's
    double cosine = 0;                 ///< as Fit's
    double normRatio = 0;              ///< mean ‖f(x)‖ over mean ‖y‖; 0 where every y is zero
    double p1 = 0;                     ///< retrieval's P@1 from f(x) to y by cosine, of overlapItems where sampled
    std::optional<double> hubSkewness; ///< of N_k in f(X); absent where lists of a sample were made, or all are equal
};

/// What is known after an epoch. Overlaps are there where the caller measured them (see TrainingRun::observe).
struct EpochReport {
    Index epoch = 0; ///< from 1
    Index epochs = 0;
    double loss = 0; ///< mean training loss of the epoch, with λ·structure and without μ·adversarial: as validationLoss
    std::optional<double> adversarial; ///< mean of -log D(f(x)), where a discriminator is trained
    std::optional<double> overlapX; ///< held-out mNNO(X, f(X))
    std::optional<double> overlapY; ///< held-out mNNO(Y, f(X))
    std::optional<EpochFit> fit;    ///< where overlaps were measured
    Index overlapItems = 0;         ///< how many held-out items these are of, a sample; 0: all of them
    std::optional<double> validationLoss, validationOverlap; ///< where early stopping set items aside
    bool best = false;                                       ///< whether early stopping holds it for the best so far
};

/// Called at each epoch's end with f of the held-out items (dY x n, in Y's space as loaded); fills in the overlaps.
/// Where it throws (Cancelled), the epoch's end is still due. training/ itself knows nothing of held-out lists: it is
/// handed this observer.
using EpochObserver = std::function<void(MatrixView heldOutPrediction, EpochReport& report)>;

/// One training of one mapping. Closed forms take one "epoch". Resumable: advance() as often as wanted.
class TrainingRun {
public:
    /// x: dX x n, y: dY x n training items, heldOutX: dX x m (may be empty: no observer calls).
    /// The views must outlive the run. @throws Error(Input) where the data do not fit the options.
    TrainingRun(MatrixView x, MatrixView y, MatrixView heldOutX, TrainingOptions options);
    ~TrainingRun();
    TrainingRun(TrainingRun&&) noexcept;

    /// `conventions`: what the observer measures by, an option each ({"k": 10}). A checkpoint whose epochs were
    /// measured by others is refused, so that no curve mixes them.
    void observe(EpochObserver observer, nlohmann::ordered_json conventions = {});
    Index epochsDone() const;
    bool finished() const;
    bool diverged() const;                   ///< and not gone on with since
    std::pair<Index, Index> batches() const; ///< of the present epoch: done, and all of them
    /// One epoch (or the rest of one begun, or the whole closed form). Stops between batches with Cancelled; the run
    /// stays usable.
    /// @throws Error(Work) where the loss is not finite or has grown a thousandfold, naming the epoch; the run has
    /// ended then, and model() gives the weights of the epoch before.
    EpochReport advance(const Context& context = {});
    /// One batch; the report where it ended an epoch. A closed form has one.
    std::optional<EpochReport> advanceBatch(const Context& context = {});
    const std::vector<EpochReport>& history() const;
    /// The model as of now; of a run with early stopping its best epoch so far, of one cut within an epoch the last
    /// whole one.
    Model model() const;
    const TrainingOptions& options() const;

    /// Only of nets, between batches; what was changed and when stands in the model's provenance.
    /// Extends the run, or cuts it. One that stopped early goes on where it stood, its patience anew (the best epoch
    /// counts on); one that diverged from its last good weights, its optimizer anew: with a lower rate.
    /// @throws Error(Usage) where it is no number of epochs
    void setEpochs(Index epochs);
    void setLearningRate(double rate);

    /// Writes everything that a run which never stopped would have at this batch: weights, moments, discriminator,
    /// random states, order, position, best weights, stopping state. A safetensors file. @throws Error(Usage) of closed
    /// forms.
    void saveCheckpoint(const std::string& file) const;
    /// Takes over what saveCheckpoint() wrote, its learning rate too, and its epochs where the options were not given
    /// any; where they were given others, the run is extended or cut as by setEpochs(). @throws Error(Input)
    /// where it was made with other settings, conventions or items, Error(Usage) where more epochs are done than
    /// `epochs`.
    void resume(const std::string& file);

private:
    struct Private;
    std::unique_ptr<Private> m;
};

/// Trains to the end. `onEpoch` may be empty.
Model train(MatrixView x, MatrixView y, MatrixView heldOutX, const TrainingOptions& options,
            const EpochObserver& observer, const std::function<void(const EpochReport&)>& onEpoch,
            const Context& context = {});

} // namespace bridgescope
