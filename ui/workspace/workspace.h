#pragma once
#include "core/dataset/sample.h"
#include "core/training/training_options.h"
#include "ui/jobs/job_runner.h"
#include "ui/workspace/selection_hub.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace bridgescope {

/// A mapping of the workspace: queued, being trained, or done with its model and numbers.
struct MappingEntry {
    enum class State { Queued, Running, Done, Failed };
    int id = -1;
    QString name;        ///< "Ridge"
    bool forward = true; ///< from the first set to the second
    TrainingOptions options;
    State state = State::Queued;
    QString message; ///< why it failed
    std::vector<EpochReport> history;
    std::shared_ptr<const Model> model;
    Vectors predictions;                 ///< f of every paired item
    std::optional<MappingReport> report; ///< at the shared metric, self rule and scope, held to every K
    bool saved = false;
};

/// What was opened: two sets and how they pair.
struct OpenPair {
    EmbeddingSet x, y;
    QString detailX, detailY; ///< "GloVe 100-d"
    std::shared_ptr<const PairedSet> forward, backward;
    SplitPlan split;
    SplitOptions splitOptions;
    std::shared_ptr<const PictureAtlas> pictures; ///< by the rows of x
};

/// Sets, pairing, split and mappings that are open; trains and measures in jobs and publishes to the hub.
class Workspace : public QObject {
    Q_OBJECT
public:
    Workspace(SelectionHub& hub, JobRunner& jobs, QObject* parent = nullptr);

    /// Replaces what was open; mappings of the old pair are gone. Throws Error where the split is not possible.
    void open(EmbeddingSet x, EmbeddingSet y, PairedSet pairs, const SplitOptions& split);
    /// Reads the built-in sample in a job and trains ridge in both directions.
    void openSample(bool train = true);
    void close();
    const OpenPair* pair() const { return m_pair.get(); }
    const std::vector<MappingEntry>& mappings() const { return m_mappings; }
    const MappingEntry* mapping(int id) const;
    /// Puts a mapping into the queue; it is trained when those before it are. Returns its id.
    int train(const TrainingOptions& options, bool forward);
    void cancelTraining(int id);
    void remove(int id);
    void saveMapping(int id, const QString& file);     ///< throws Error
    void savePredictions(int id, const QString& file); ///< throws Error
    bool hasUnsaved() const;
    const PairedSet* pairsOf(bool forward) const;

signals:
    void pairChanged();
    void mappingsChanged();
    void epochArrived(int id);
    void problem(const QString& text);

private:
    MappingEntry* find(int id);
    void startNext();
    void finishTraining(int id, Model model, Vectors predictions, std::vector<EpochReport> history);
    void onState(const ViewState& before, const ViewState& now);
    void remeasure();
    void refreshReports();
    void publishAtK(bool full);
    std::vector<Index> scopeItems(ItemScope scope) const;
    MeasureOptions measureOptions(Index permutations) const;
    bool looksForward() const;

    SelectionHub& m_hub;
    JobRunner& m_jobs;
    std::unique_ptr<OpenPair> m_pair;
    std::vector<MappingEntry> m_mappings;
    int m_nextId = 1;
    Index m_kMax = 100;
    std::shared_ptr<const MappingReport> m_full; ///< the last report with fit, retrieval and null, of the lists shown
};

} // namespace bridgescope
