#pragma once
#include "core/measurement/evaluation.h"
#include "core/training/kept_predictions.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace bridgescope {

/// The items one mapping learns from and is looked at with, copied once for all trainings of a direction.
class TrainingItems {
public:
    /// What a model says of its files and its split, read for it by the first job that asks.
    struct Origin {
        std::string fileX, fileY, split;
    };
    TrainingItems(std::shared_ptr<const PairedSet> pairs, Split split, Origin origin);
    /// Copies at the first call, from whichever job comes first.
    struct Sets {
        Matrix x, y, heldOut;
    };
    const Sets& sets() const;
    const nlohmann::ordered_json& origin() const; ///< as originOf()
    const PairedSet& pairs() const { return *m_pairs; }
    const Split& split() const { return m_split; }

private:
    std::shared_ptr<const PairedSet> m_pairs;
    Split m_split;
    Origin m_files;
    mutable std::once_flag m_once, m_originOnce;
    mutable Sets m_sets;
    mutable nlohmann::ordered_json m_origin;
};

/// f of every paired item. Of nets the items beside an item may change its last bits: the held-out ones are taken by
/// themselves, as `train` and grids take them, so that their numbers are the same.
Vectors predictionsOf(const Model& model, const TrainingItems& items, const Context& context);

/// What a run's held-out curves are seen against, under the conventions that held when it began.
struct TrainingBaseline {
    Index n = 0, k = 0; ///< held-out items; 0: too few to have neighbors
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    double xy = 0, chance = 0;
    std::optional<double> hubSkewnessY;
};

/// One training that can be stopped at any batch, looked at, and gone on with. A job runs it; between jobs the window's
/// thread owns it. Only ask() may be called while a job runs it.
class TrainingSession {
public:
    /// What the kept predictions of one run may take.
    static constexpr std::uint64_t keptBytes = std::uint64_t(64) << 20;
    TrainingSession(std::shared_ptr<const TrainingItems> items, TrainingOptions options, MeasureOptions measure);

    enum class Until { End, Epoch, Batch };
    enum class Wish { GoOn, Pause, Cut };
    /// Stops a running job at the next batch: to pause, or to cut the run where it is and keep its best weights.
    void ask(Wish wish);
    Wish wish() const { return m_wish; }
    void goOn(); ///< takes back what was asked; before a job begins

    struct Hooks {
        std::function<void(const TrainingBaseline&)> onBaseline; ///< before the first epoch
        std::function<void(const EpochReport&)> onEpoch;
    };
    /// What a job came to.
    struct Outcome {
        bool paused = false; ///< the rest is empty then
        std::shared_ptr<const Model> model;
        Vectors predictions; ///< f of every paired item
        std::vector<EpochReport> history;
    };
    /// @throws Cancelled where the job itself is to be dropped; Error where the data do not fit or training diverged.
    Outcome advance(Until until, const Hooks& hooks, const Context& context);
    /// The weights as they are, of a diverged run those of the last good epoch.
    Outcome result(const Context& context) const;

    /// f of the held-out items after the epochs so far; there for good, and safe to read while a job runs.
    const std::shared_ptr<KeptPredictions>& kept() const { return m_kept; }
    Index epochsDone() const { return m_run ? m_run->epochsDone() : 0; }
    bool finished() const { return m_run && m_run->finished(); }
    bool diverged() const { return m_run && m_run->diverged(); }
    /// Batches of the present epoch: done, and all of them.
    std::pair<Index, Index> batches() const { return m_run ? m_run->batches() : std::pair<Index, Index>(0, 1); }
    const TrainingOptions& options() const { return m_run ? m_run->options() : m_options; }
    void setEpochs(Index epochs);      ///< of a net; extends or cuts, as TrainingRun's. @throws Error
    void setLearningRate(double rate); ///< of a net. @throws Error

private:
    void begin(const Hooks& hooks, const Context& context);
    void observe(const Context& context);

    std::shared_ptr<const TrainingItems> m_items;
    TrainingOptions m_options;
    MeasureOptions m_measure;
    std::shared_ptr<const MeasuredFold> m_spaces;
    std::optional<TrainingRun> m_run;
    std::shared_ptr<KeptPredictions> m_kept = std::make_shared<KeptPredictions>(keptBytes);
    std::stop_source m_interrupt;
    std::atomic<Wish> m_wish = Wish::GoOn;
};

/// Thins what comes first until all together take at most so many bytes, or nothing more can go.
void thinTogether(const std::vector<std::shared_ptr<KeptPredictions>>& kept, std::uint64_t most);

} // namespace bridgescope
