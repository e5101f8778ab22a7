#pragma once
#include "ui/workspace/training_session.h"

#include <QString>
#include <QStringList>

namespace bridgescope {

/// A mapping of the workspace: queued, being trained, paused, or done with its model and numbers. One that is extended
/// is queued or running again while its model so far can still be looked at.
struct MappingEntry {
    enum class State { Queued, Running, Paused, Done, Failed };
    int id = -1;
    QString name;        ///< "Ridge"
    bool forward = true; ///< from the first set to the second
    TrainingOptions options;
    State state = State::Queued;
    bool stopping = false;     ///< running, but asked to pause or to end
    bool stoppedEarly = false; ///< ended by early stopping, before its last epoch
    QString message;           ///< why it failed
    QStringList notes;         ///< what was done to the run while it went: "cut after epoch 31 of 50"
    TrainingBaseline baseline;
    std::vector<EpochReport> history;
    std::shared_ptr<const Model> model;
    Vectors predictions; ///< f of every paired item
    std::optional<MappingReport>
        report; ///< at the shared metric, self rule and scope, for every K; absent until measured
    bool saved = false;
    bool opened = false;                      ///< from a model file: it was not trained here
    std::shared_ptr<KeptPredictions> kept;    ///< f of the held-out items epoch by epoch; null before it began
    std::shared_ptr<TrainingSession> session; ///< of a run that can go on, or has weights to offer
    /// What a run that is queued again is to go on to.
    struct Extension {
        Index epochs;
        double rate;
    };
    std::optional<Extension> extension;

    bool isNet() const { return options.map == "net"; }
    bool isActive() const { return state == State::Running || state == State::Paused; }
    Index epochs() const { return isNet() ? options.epochs : 1; }
    /// The last epoch whose predictions are kept; 0: none. Until it has a model a run can be looked at after one of
    /// them.
    Index lastKeptEpoch() const;
    /// The epoch whose weights the model has: the best one where early stopping looked for it, else the last; 0: none.
    Index bestEpoch() const;
    /// Whether it could be trained for more epochs: a net that has ended, also early or by the weights that were good
    /// before it diverged, and still has its state.
    bool canExtend() const { return state == State::Done && isNet() && session; }
    /// Whether its training was ended before its last epoch, by the user.
    bool wasCut() const
    {
        return state == State::Done && isNet() && !stoppedEarly && !opened &&
               static_cast<Index>(history.size()) < options.epochs;
    }
    /// Whether it ended in divergence, where that is still known.
    bool diverged() const { return (state == State::Failed || state == State::Done) && session && session->diverged(); }
    /// Whether it diverged with weights of a good epoch at hand.
    bool hasLastGood() const { return state == State::Failed && session && session->epochsDone() > 0; }
};

} // namespace bridgescope
