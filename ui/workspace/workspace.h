#pragma once
#include "core/dataset/reader.h"
#include "core/dataset/sample.h"
#include "ui/jobs/job_runner.h"
#include "ui/workspace/mapping_entry.h"
#include "ui/workspace/selection_hub.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

namespace bridgescope {

/// mNNO at K of an overlap that was measured at another.
double overlapAt(const Overlap& overlap, Index k);

/// What was opened: two sets and how they pair.
struct OpenPair {
    EmbeddingSet x, y;
    QString detailX, detailY; ///< "GloVe 100-d"
    std::shared_ptr<const PairedSet> forward, backward;
    SplitPlan split;
    SplitOptions splitOptions;
    std::shared_ptr<const PictureAtlas> pictures; ///< by the rows of x
    ReadOptions readX, readY;                     ///< how the files were read: what a person decided on opening them
    PairOptions pairing;
};
/// Pairs are swapped and split; what may take long or throw, so it belongs into a job. @throws Error
std::unique_ptr<OpenPair> makeOpenPair(EmbeddingSet x, EmbeddingSet y, PairedSet pairs, const SplitOptions& split);

/// Sets, pairing, split and mappings that are open; trains and measures in jobs and publishes to the hub.
class Workspace : public QObject {
    Q_OBJECT
public:
    Workspace(SelectionHub& hub, JobRunner& jobs, QObject* parent = nullptr);

    /// Replaces what was open; mappings of the old pair are gone.
    void open(std::unique_ptr<OpenPair> pair);
    /// Reads the built-in sample in a job and trains ridge in both directions.
    void openSample(bool train = true);
    void close();
    const OpenPair* pair() const { return m_pair.get(); }
    const std::vector<MappingEntry>& mappings() const { return m_mappings; }
    const MappingEntry* mapping(int id) const;
    /// Puts a mapping into the queue; it is trained when those before it are. Its seed is the split's unless one was
    /// given. `tellsApart` is added to its name. Returns its id. @throws Error naming the field that is wrong.
    int train(const TrainingOptions& options, bool forward, const QString& tellsApart = {});
    /// A net that ended an epoch is cut and keeps its best weights so far; anything else leaves the list.
    void cancelTraining(int id);
    void pauseTraining(int id); ///< at the next batch; a paused run holds its place before the queue
    void resumeTraining(int id);
    void stepTraining(int id, TrainingSession::Until until); ///< one epoch or batch of a paused run
    /// To so many epochs in all, at another rate where one is given. A run that stopped early goes on from its last
    /// epoch with its patience anew, one that diverged from its last good weights. @throws Error
    void extendTraining(int id, Index epochs, std::optional<double> rate = {});
    void setLearningRate(int id, double rate); ///< of a paused run. @throws Error
    void keepLastGood(int id);                 ///< of a diverged run: the weights before that epoch
    bool rename(int id, const QString& name);  ///< false: empty, or another of its direction is called so
    /// Parts the items anew; every mapping is trained again, for what it learnt from may be held out now. @throws Error
    void setSplit(const SplitOptions& options);
    /// Cancels a job by its kind, and what it was for: a training leaves the queue; where lists were asked for, the
    /// estimate that a sample came to stays; where it came to none, the state goes back to what the lists at hand are
    /// of.
    void cancelJob(const QString& kind);
    void remove(int id);
    void saveMapping(int id, const QString& file);     ///< throws Error
    void savePredictions(int id, const QString& file); ///< throws Error
    /// Reads a model in a job, makes f of every item and looks at it; what does not fit is a problem(). Its direction
    /// is the one whose dimensions fit.
    void openMapping(const QString& file);
    bool hasUnsaved() const;
    /// The run that is being trained or paused and has learnt something that would go with it; null: none has.
    const MappingEntry* trained() const;
    /// The lists of what is asked for, once more after they were cancelled.
    void requestLists();
    /// Lists that discount hubs, for the hub audit: made by itself up to 10,000 items, above on this request.
    void requestHubAudit();
    /// The other measures with their nulls, of the spaces looked at, at the K of now; a job "similarity".
    void requestSimilarity();
    /// Whether the reports of all mappings are to hold calibrated values (a permutation null each) at the K of now.
    void setCalibrated(bool calibrated);
    const PairedSet* pairsOf(bool forward) const;

signals:
    void pairChanged();
    void mappingsChanged();
    void epochArrived(int id);
    void problem(const QString& text);
    void said(const QString& text); ///< worth a word in the status bar
    void trainingFailed(int id);    ///< its message says why

private:
    struct Background;
    using BackgroundPtr = std::shared_ptr<const Background>;
    MappingEntry* find(int id);
    QString uniqueName(const TrainingOptions& options, bool forward, const QString& tellsApart) const;
    void startNext();
    void startRun(MappingEntry& entry, TrainingSession::Until until);
    TrainingSession::Hooks hooksFor(const MappingEntry& entry);
    std::shared_ptr<const TrainingItems> trainingItems(bool forward);
    void erase(int id);
    void eraseWithoutEpoch(int id);
    void finishTraining(int id, TrainingSession::Outcome outcome);
    void failTraining(int id, const Error& error);
    void dropOldSessions();
    void onState(const ViewState& before, const ViewState& now);
    bool listsServe(const ViewState& state) const;
    std::shared_ptr<Measured> describeMeasured(const MappingEntry* entry) const;
    void remeasure();
    struct Sampling;
    std::function<Sampling(const Vectors& predictions, const std::stop_token& stop)>
    samplingOf(const Measured& measured);
    void keepEstimate();
    void refreshReports();
    void publishAtK();
    void startReport(Index permutations);
    void startBackground();
    void startNullBands();
    void takeBackground(const std::function<void(Background&)>& add);
    const MappingEntry* lookedAt() const; ///< null where there is none with a model or a kept epoch looked at
    KeptEpoch epochLookedAt() const;      ///< none (epoch 0) where f is looked at as it is
    std::vector<Index> scopeItems() const;
    MeasureOptions measureOptions(Index permutations) const;

    SelectionHub& m_hub;
    JobRunner& m_jobs;
    std::unique_ptr<OpenPair> m_pair;
    std::vector<MappingEntry> m_mappings;
    int m_nextId = 1;
    std::weak_ptr<const TrainingItems> m_items[2]; ///< backward, forward: shared by the trainings that live
    struct Lists;
    std::shared_ptr<const Lists> m_lists; ///< the lists shown, with what their reports at every K have in common
    MeasuredAtKPtr m_full;                ///< their last report with fit, retrieval and null
    QTimer m_nullTimer;                   ///< permutations wait until K rests
    static MeasuredAtKPtr withBackground(const MeasuredAtKPtr& atK, const BackgroundPtr& background,
                                         const Context& context = {});
    BackgroundPtr m_background; ///< what was made of m_lists since; null: nothing yet
    bool m_calibrated = false;
    void checkFiles();
    bool m_filesChanged = false; ///< on disk, since they were opened: was said
};

} // namespace bridgescope
