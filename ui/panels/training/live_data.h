#pragma once
#include "ui/charts/choice_chart.h"
#include "ui/charts/epoch_chart.h"
#include "ui/workspace/mapping_entry.h"

namespace bridgescope {

/// What the live charts draw of a run: shown in full, others of the table beside it.
struct ShownRuns {
    const MappingEntry* run = nullptr;
    std::vector<const MappingEntry*> compared;
    int epoch = 0;        ///< the one chosen of a run that has ended, marked in the charts; 0: none
    bool heldOut = false; ///< whether reports are of the held-out items, as the curves are
};

/// The epoch whose numbers a run that has ended gives: the best one where early stopping looked for it; 0: the last.
int keptEpoch(const MappingEntry& run);
/// "best epoch, 16; " before a convention, or nothing.
QString keptText(const MappingEntry& run);
/// Training and validation loss. Another run stands beside it only where its loss is of the same formula.
EpochData lossData(const ShownRuns& runs);
/// Held-out overlaps with those of X and Y and chance.
EpochData overlapData(const ShownRuns& runs);
/// "½‖f(x) − y‖² + λ structure, mean over items": what the loss curve is of.
QString lossFormula(const TrainingOptions& options);
/// How ridge's ρ or PLS's components were chosen; none of other maps, and where the value was given.
std::optional<ChoiceData> choiceData(const MappingEntry& run);
/// "Σ‖(y − f(x))/(1 − h)‖² over the training items, that of the choice = 1".
QString choiceConvention(const MappingEntry& run);
/// "K = 10, cosine, self excluded, held out N = 381"; says where a sample was measured, and of which epoch the labels
/// are where that is not the last.
QString liveConvention(const MappingEntry& run);

/// One of the numbers under the charts: its course, its value where the run stands, and what that means. Where the run
/// has ended its report says the value, of all items, whatever the curve is of.
struct Diagnostic {
    QString title, explanation, value, meaning;
    SparkData spark;
};
enum class DiagnosticKind { P1, R2, Cosine, NormRatio, HubSkewness };
inline constexpr int diagnosticKinds = 5;
Diagnostic diagnosticOf(const MappingEntry& run, DiagnosticKind kind, const MappingReport* report = nullptr);
/// Of a run that has ended, where it is of the held-out items and measured; else null.
const MappingReport* reportOf(const ShownRuns& runs);

} // namespace bridgescope
