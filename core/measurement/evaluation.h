#pragma once
#include "core/neighbors/approximate_index.h"
#include "core/overlap/overlap.h"
#include "core/overlap/related_pairs.h"
#include "core/pairing/split.h"
#include "core/similarity/retrieval.h"
#include "core/training/training_run.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bridgescope {

/// What a measurement is made with; stated beside every number.
struct MeasureOptions {
    Metric metric = Metric::Cosine;
    OverlapOptions overlap;
    std::uint64_t memoryBytes = std::uint64_t(4) << 30; ///< bound on scratch memory of the lists
    bool approximate = false;                           ///< lists by a graph: MeasuredFold says how many are true
    Index cslsK = 10; ///< neighbors in CSLS's mean cosine, of retrieval and of lists: as many as there are
    bool fitAndRetrieval = true;                        ///< off while a slider is dragged: they do not depend on K
};

/// The three spaces of one fold restricted to its items, and their lists. Immutable, shared by every view.
struct MeasuredFold {
    std::vector<Index> items; ///< positions in the PairedSet
    Vectors x, f, y;          ///< f may be empty (no mapping)
    NeighborTable listsX, listsF, listsY;
    /// Of the lists at K, where they are approximate; absent where they are exact.
    std::optional<ListRecall> recallX, recallF, recallY;
};

/// The three overlaps with D and G: the answer to the one question, as `train`, `compare` and the window state it.
struct MappingReport {
    MeasureOptions options;
    std::string split; ///< SplitPlan::description
    std::uint64_t seed = 1;
    Overlap xf, yf, xy;
    DifferenceTest difference; ///< D = mNNO(X, f(X)) - mNNO(Y, f(X))
    DifferenceTest gain;       ///< G = mNNO(Y, f(X)) - mNNO(X, Y)
    Fit fit;
    Retrieval retrieval;
};

/// Longest lists needed: kMax and K, lowered to what n items allow. @throws Error(Input) naming n where K is not
/// possible.
Index listLength(Index n, const MeasureOptions& options);

/// K must leave every held-out item of a split (of each fold) others enough, which is known before anything is trained.
/// @throws Error(Input) naming N and what would do.
void requireHeldOut(const SplitPlan& plan, const MeasureOptions& options);

/// Lists of one fold. Where `f` is empty only X and Y are measured. K above n - 1 is Error(Input) naming n; kMax is
/// lowered to it.
std::shared_ptr<const MeasuredFold> measureFold(const PairedSet& pairs, std::vector<Index> items, const Vectors& f,
                                                const MeasureOptions& options, const Context& context = {});

/// The same fold with (other) predictions: lists of X and Y are taken over, only those of f are computed.
/// f: d x n, column i is the prediction of fold.items[i].
std::shared_ptr<const MeasuredFold> withPrediction(const MeasuredFold& spaces, const PairedSet& pairs, const Vectors& f,
                                                   const MeasureOptions& options, const Context& context = {});

/// What the reports of a fold at every K have in common, computed once for a slider: NNO at every K and the related
/// pairs.
struct PreparedFold {
    OverlapCounts xf, yf, xy; ///< the first two empty without a mapping
    RelatedPairs related;
};
PreparedFold prepareReport(const MeasuredFold& fold, const MeasureOptions& options);

/// All overlaps and tests over the folds' lists. Only re-reads lists; with `prepared` (one a fold, or none), no
/// permutations and no bands it is cheap enough for a K slider, and gives the same numbers.
MappingReport reportMapping(std::span<const std::shared_ptr<const MeasuredFold>> folds, const MeasureOptions& options,
                            const Context& context = {}, std::span<const PreparedFold> prepared = {});
/// mNNO(A, B) of all paired items, without a mapping: the `overlap` command.
Overlap reportOverlap(const MeasuredFold& fold, const MeasureOptions& options, const Context& context = {},
                      std::span<const PreparedFold> prepared = {});

/// Trains and measures every fold under one plan.
struct Evaluation {
    MappingReport report;
    std::vector<std::shared_ptr<const MeasuredFold>> folds;
    std::vector<Model> models; ///< one a fold
    /// f(x) of every held-out item, dY x m, in the order of `predicted` (positions in the PairedSet, ascending).
    Matrix predictions;
    std::vector<Index> predicted;
    std::vector<std::vector<EpochReport>> histories; ///< one a fold
};
struct EvaluationHooks {
    std::function<void(int fold, const EpochReport&)> onEpoch; ///< fold from 0
    bool overlapsEachEpoch = false; ///< measure both held-out overlaps after every epoch: epochOverlaps()
    /// Lists of X and Y of a fold that were computed before, as measureFold() without f makes them; at least as long as
    /// the options ask for. Empty: computed here.
    std::function<std::shared_ptr<const MeasuredFold>(int fold)> spaces;
    /// Of a net under a plan without folds: written after every epoch and where the run is stopped; taken over before
    /// the first. Empty: none.
    std::string checkpoint, resume;
};
Evaluation trainAndMeasure(const PairedSet& pairs, const SplitPlan& plan, const TrainingOptions& training,
                           const MeasureOptions& measure, const EvaluationHooks& hooks = {},
                           const Context& context = {});

/// The report as JSON of DESIGN section 4 (keys seed, version, split, x_fx, y_fx, x_y, difference, gain, bounds,
/// metrics, retrieval).
nlohmann::ordered_json toJson(const MappingReport& report);
nlohmann::ordered_json toJson(const Overlap& overlap);
/// The scores of one direction's retrieval: {"p1","p5","p10","mrr","median_rank"}.
nlohmann::ordered_json toJson(const RetrievalScores& scores);
/// Says where so many pairs of items are related that interval and tests say little; empty where they are not.
std::string relatedNote(const Overlap& overlap);
/// "K = 10, cosine, self excluded, held out N = 381 (20 % held out, seed 1)": the convention line, from the same values
/// everywhere.
std::string conventionLine(const Overlap& overlap, const std::string& split);

} // namespace bridgescope
