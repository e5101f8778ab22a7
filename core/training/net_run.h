#pragma once
#include "core/training/adversary.h"
#include "core/training/batches.h"
#include "core/training/training_run.h"
#include "core/training/validation.h"

#include <memory>
#include <optional>

namespace bridgescope {

/// What a net is trained on: the items as it sees them, and Y as loaded with the way back to it.
struct NetData {
    MatrixView x, y, loadedY;
    const Pipeline& preprocessY;
};

/// One training of one net, batch by batch: order of items, loss, adversary, steps, schedule, early stopping.
class NetRun {
public:
    /// The views and the pipeline must outlive the run.
    NetRun(const NetData& data, TrainingOptions options);

    /// One batch. epochEnded() says whether it was the last of its epoch; judgeEpoch() and keepEpoch() are due then.
    /// @throws Error(Work) where the loss is not finite: the run has ended with the weights of the epoch before.
    void batch();
    bool epochEnded() const { return m_lossItems > 0 && m_batches.position() == 0; }
    /// What the epoch came to, and whether it is the best one so far. Changes nothing: stopped by `context`, or while
    /// its report is being completed, it is still due. @throws Error(Work) where the loss has grown a thousandfold,
    /// over the epoch or by its last step: as batch().
    EpochReport judgeEpoch(const Context& context);
    void keepEpoch(const EpochReport& report);

    /// Ends the run with the weights of the epoch before. @throws Error(Work) that says what went wrong in which epoch.
    [[noreturn]] void diverged(const std::string& what);

    /// More epochs, or fewer. With more a run that stopped early goes on where it stood, its patience anew; one that
    /// diverged from its last good weights, optimizer and adversary as at the start.
    void setEpochs(Index epochs);

    bool finished() const;
    bool diverged() const { return m_diverged; }
    Index epochsDone() const { return m_epochs; }
    Index epochsBegun() const { return m_epochs + (m_lossItems > 0 ? 1 : 0); }
    double progress() const; ///< epochs done, with the present one's share
    const Batches& batches() const { return m_batches; }
    const Network& network() const { return m_trainer.network(); }
    /// What the run has to give: where early stopping is on the best so far; of a run that was cut within an epoch the
    /// weights after the last whole one, which its history tells of; else the weights as they are.
    const Network& result() const
    {
        return m_best ? *m_best : finished() && m_lossItems > 0 && m_epochs > 0 ? m_lastGood : m_trainer.network();
    }
    TrainingOptions& options() { return m_options; }
    const TrainingOptions& options() const { return m_options; }

private:
    friend class CheckpointFields;
    void makeAdversary();
    bool isHopeless(double loss) const;
    double lossOfNext(const Context& context);

    TrainingOptions m_options;
    std::unique_ptr<Validation> m_validation;
    Batches m_batches;
    NetworkTrainer m_trainer;
    Loss m_loss;
    std::unique_ptr<Adversary> m_adversary;
    EarlyStopping m_stopping;
    std::optional<Network> m_best;
    Network m_lastGood; ///< of the last epoch's end
    Index m_epochs = 0;
    double m_lossSum = 0;        ///< over the items of the present epoch, without the adversarial term
    double m_adversarialSum = 0; ///< of -log D(f(x)) over the same
    Index m_lossItems = 0;       ///< how many these are
    double m_firstLoss = 0;      ///< of the first batch, with μ·adversarial
    bool m_diverged = false;
};

/// The parts of the options that a net's pieces take.
LossOptions lossOptions(const TrainingOptions& options);
TrainerOptions trainerOptions(const TrainingOptions& options);

} // namespace bridgescope
