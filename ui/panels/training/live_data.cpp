#include "ui/panels/training/live_data.h"

#include "core/mapping/choice_curve.h"
#include "core/training/fit_caveat.h"
#include "ui/models/convention.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::TrainingPanel", text);
}

template<class Get> std::vector<double> valuesOf(const MappingEntry& run, Get get)
{
    std::vector<double> values;
    values.reserve(run.history.size());
    for (const EpochReport& report : run.history)
        values.push_back(get(report));
    return values;
}

double orNan(const std::optional<double>& value)
{
    return value ? *value : std::nan("");
}

double loss(const EpochReport& report)
{
    return report.loss;
}

bool hasValidation(const MappingEntry& run, std::optional<double> EpochReport::*field)
{
    return std::any_of(run.history.begin(), run.history.end(),
                       [&](const EpochReport& report) { return (report.*field).has_value(); });
}

/// A run that has ended has no epochs to come, whatever was asked for.
Index endOf(const MappingEntry& run)
{
    const auto done = static_cast<Index>(run.history.size());
    return run.state == MappingEntry::State::Done ? std::max<Index>(1, done) : std::max(run.epochs(), done);
}

int axisEnd(const ShownRuns& runs)
{
    Index epochs = endOf(*runs.run);
    for (const MappingEntry* other : runs.compared)
        epochs = std::max(epochs, static_cast<Index>(other->history.size()));
    return static_cast<int>(epochs);
}

int current(const ShownRuns& runs)
{
    return runs.run->isActive() ? static_cast<int>(runs.run->history.size()) : runs.epoch;
}

int bestOf(const MappingEntry& run)
{
    return run.options.earlyStopping == "none" ? 0 : static_cast<int>(run.bestEpoch());
}

/// Enough decimals to tell losses of this size apart.
int decimalsFor(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values)
        if (std::isfinite(value)) most = std::max(most, std::abs(value));
    return most >= 100 ? 0 : most >= 10 ? 1 : most >= 1 ? 2 : 3;
}

/// Of a mapping that was opened the report alone says of how many items.
double chanceOfP1(const MappingEntry& run, const MappingReport* report)
{
    const Index n = run.baseline.n > 0 ? run.baseline.n : report ? report->xf.n : 0;
    return n > 0 ? 1 / static_cast<double>(n) : std::nan("");
}

/// Whether the number says how good f is.
bool isFree(DiagnosticKind kind, const MappingEntry& run)
{
    return kind <= DiagnosticKind::Cosine && !fitCaveat(run.options).empty();
}

QString meaningOf(DiagnosticKind kind, double value, const MappingEntry& run, double chance)
{
    constexpr double degrees = 57.29577951308232;
    if (isFree(kind, run)) return tr("Free up to a rotation.");
    switch (kind) {
    case DiagnosticKind::P1: {
        const double times = value / chance;
        return !std::isfinite(times) ? QString()
               : times > 1.05        ? tr("%1 times chance.").arg(number(times, times < 9.95 ? 1 : 0))
                                     : tr("No better than chance.");
    }
    case DiagnosticKind::R2:
        return value < 0 ? tr("Worse than the mean of Y.")
                         : tr("%1 % of the variance of Y.").arg(static_cast<int>(std::lround(100 * value)));
    case DiagnosticKind::Cosine:
        return tr("An angle of %1°.")
            .arg(static_cast<int>(std::lround(degrees * std::acos(std::clamp(value, -1.0, 1.0)))));
    case DiagnosticKind::NormRatio:
        return value < 0.9 ? tr("Drawn to the mean.") : value > 1.1 ? tr("Longer than y.") : tr("About as long as y.");
    case DiagnosticKind::HubSkewness:
        break;
    }
    const double y = orNan(run.baseline.hubSkewnessY);
    if (!std::isfinite(y)) return tr("Y has no hubs.");
    return value > y + 0.2   ? tr("More hubs than Y.")
           : value < y - 0.2 ? tr("Fewer hubs than Y.")
                             : tr("About as many as Y.");
}

/// The number as the report has it; absent where only the epochs know it.
std::optional<double> reported(DiagnosticKind kind, const MappingReport* report)
{
    if (!report) return std::nullopt;
    if (kind == DiagnosticKind::R2) return report->fit.r2;
    if (kind == DiagnosticKind::Cosine) return report->fit.cosine;
    if (kind == DiagnosticKind::P1 && report->options.fitAndRetrieval) return report->retrieval.forwardCosine.p1;
    return std::nullopt;
}

/// Why there is no number after an epoch that was measured.
QString unknownOf(DiagnosticKind kind, Index sampled)
{
    if (kind == DiagnosticKind::R2) return tr("Y is constant.");
    return sampled > 0 ? tr("Needs all lists.") : tr("All counts are equal.");
}

} // namespace

QString lossFormula(const TrainingOptions& o)
{
    QString text = QStringLiteral("½‖f(x) − y‖²");
    if (o.map == "net" && o.loss == "cosine") text = QStringLiteral("1 − cos(f(x), y)");
    if (o.map == "net" && o.loss == "max-margin") text = tr("max-margin over pairs of a batch");
    if (o.map == "net" && o.loss == "infonce") text = tr("InfoNCE over pairs of a batch");
    if (o.map == "net" && o.loss == "neighbor") text = tr("cross-entropy to Y's neighbors in a batch");
    if (o.map == "net" && o.structure > 0) text += tr(" + λ structure");
    text += tr(", mean over items");
    if (o.map == "net" && o.adversarial > 0) text += tr(", without μ adversarial");
    return text;
}

int keptEpoch(const MappingEntry& run)
{
    const bool chosen = run.state == MappingEntry::State::Done && run.options.earlyStopping != "none";
    return chosen ? static_cast<int>(run.bestEpoch()) : 0;
}

QString keptText(const MappingEntry& run)
{
    const int kept = keptEpoch(run);
    return kept > 0 ? tr("best epoch, %1; ").arg(kept) : QString();
}

EpochData lossData(const ShownRuns& runs)
{
    EpochData data;
    data.name = tr("Loss");
    if (!runs.run) return data;
    const MappingEntry& run = *runs.run;
    data.epochs = axisEnd(runs);
    data.current = current(runs);
    const auto training = valuesOf(run, loss);
    data.decimals = decimalsFor(training);
    const int best = bestOf(run);
    data.kept = keptEpoch(run);
    if (hasValidation(run, &EpochReport::validationLoss))
        data.series.push_back({tr("validation"), EpochSeries::Look::Ink, true, false,
                               valuesOf(run, [](const EpochReport& r) { return orNan(r.validationLoss); }), best});
    data.series.push_back({tr("training"), EpochSeries::Look::Ink, false, false, training, best});
    for (const MappingEntry* other : runs.compared)
        if (lossFormula(other->options) == lossFormula(run.options) && !other->history.empty())
            data.series.push_back({other->name, EpochSeries::Look::Ink, false, true, valuesOf(*other, loss), 0});
    return data;
}

EpochData overlapData(const ShownRuns& runs)
{
    EpochData data;
    data.name = tr("Held-out overlap");
    data.fromZero = true;
    if (!runs.run) return data;
    const MappingEntry& run = *runs.run;
    data.epochs = axisEnd(runs);
    data.current = current(runs);
    data.kept = keptEpoch(run);
    const auto add = [&](const MappingEntry& of, bool compared) {
        for (const bool x : {true, false}) {
            const auto field = x ? &EpochReport::overlapX : &EpochReport::overlapY;
            data.series.push_back({compared ? of.name : nameOf(x ? OverlapRole::XF : OverlapRole::YF),
                                   x ? EpochSeries::Look::XF : EpochSeries::Look::YF, false, compared,
                                   valuesOf(of, [field](const EpochReport& r) { return orNan(r.*field); }),
                                   compared ? 0 : bestOf(of)});
        }
    };
    add(run, false);
    if (hasValidation(run, &EpochReport::validationOverlap))
        data.series.push_back({tr("validation"), EpochSeries::Look::YF, true, false,
                               valuesOf(run, [](const EpochReport& r) { return orNan(r.validationOverlap); }),
                               bestOf(run)});
    for (const MappingEntry* other : runs.compared)
        if (other->baseline.k == run.baseline.k && !other->history.empty()) add(*other, true);
    if (run.baseline.n > 0)
        data.references = {{nameOf(OverlapRole::XY), run.baseline.xy}, {tr("chance"), run.baseline.chance}};
    return data;
}

std::optional<ChoiceData> choiceData(const MappingEntry& run)
{
    if (!run.model) return std::nullopt;
    const auto curve = choiceCurve(*run.model->mapping);
    if (!curve) return std::nullopt;
    const bool ridge = curve->setting == "ρ";
    return ChoiceData{ridge ? tr("Leave-one-out error") : tr("Cross-validation error"),
                      ridge ? QStringLiteral("ρ") : tr("components"),
                      ridge,
                      curve->values,
                      curve->errors,
                      curve->chosen};
}

QString choiceConvention(const MappingEntry& run)
{
    const auto curve = run.model ? choiceCurve(*run.model->mapping) : std::nullopt;
    if (!curve) return {};
    const QString text = curve->setting == "ρ"
                             ? tr("Σ‖(y − f(x)) / (1 − h)‖² over the training items, that of the choice = 1")
                             : tr("Σ‖y − f(x)‖² over five folds of the training items, that of the choice = 1");
    return curve->atEnd ? text + tr("; chosen at the end of what was tried") : text;
}

QString liveConvention(const MappingEntry& run)
{
    const TrainingBaseline& b = run.baseline;
    if (b.n == 0) return {};
    QString text = tr("K = %1, %2, %3, held out N = %4")
                       .arg(number(static_cast<qint64>(b.k)), metricName(b.metric), selfRuleName(b.self),
                            number(static_cast<qint64>(b.n)));
    const Index sampled = run.history.empty() ? 0 : run.history.back().overlapItems;
    if (sampled > 0) text += tr(", a sample of %1").arg(number(static_cast<qint64>(sampled)));
    return keptText(run) + text;
}

const MappingReport* reportOf(const ShownRuns& runs)
{
    const bool known = runs.heldOut && runs.run->state == MappingEntry::State::Done && runs.run->report;
    return known ? &*runs.run->report : nullptr;
}

Diagnostic diagnosticOf(const MappingEntry& run, DiagnosticKind kind, const MappingReport* report)
{
    static const QString titles[] = {tr("P@1, held out"), tr("R², held out"), tr("Mean cosine"), tr("Norm ratio"),
                                     tr("Hub skewness")};
    static const QString tips[] = {tr("Share of the held-out items whose own y is nearest to f(x), by cosine"),
                                   tr("Share of the variance of the held-out y that f(x) explains"),
                                   tr("Mean of cos(f(x), y)"), tr("Mean ‖f(x)‖ over mean ‖y‖"),
                                   tr("Skewness of N_K in f(X): how few items fill the lists")};
    Diagnostic diagnostic;
    diagnostic.title = titles[static_cast<int>(kind)];
    diagnostic.explanation = tips[static_cast<int>(kind)];
    SparkData& spark = diagnostic.spark;
    spark.name = diagnostic.title;
    spark.epochs = static_cast<int>(endOf(run));
    spark.values = valuesOf(run, [kind](const EpochReport& epoch) {
        if (!epoch.fit) return std::nan("");
        return kind == DiagnosticKind::P1          ? epoch.fit->p1
               : kind == DiagnosticKind::R2        ? orNan(epoch.fit->r2)
               : kind == DiagnosticKind::Cosine    ? epoch.fit->cosine
               : kind == DiagnosticKind::NormRatio ? epoch.fit->normRatio
                                                   : orNan(epoch.fit->hubSkewness);
    });
    if (isFree(kind, run)) diagnostic.explanation += '\n' + QString::fromStdString(fitCaveat(run.options));
    const int decimals = kind == DiagnosticKind::P1 ? 3 : 2;
    const double chance = chanceOfP1(run, report);
    if (kind == DiagnosticKind::P1 && std::isfinite(chance))
        spark.reference = {tr("chance %1").arg(number(chance, decimals)), chance};
    if (kind == DiagnosticKind::R2) spark.reference = {tr("0 = the mean of Y"), 0};
    if (kind == DiagnosticKind::Cosine) spark.reference = {QStringLiteral("0"), 0};
    if (kind == DiagnosticKind::NormRatio) spark.reference = {tr("1 = as long as y"), 1};
    if (kind == DiagnosticKind::HubSkewness && run.baseline.hubSkewnessY)
        spark.reference = {tr("Y %1").arg(number(*run.baseline.hubSkewnessY)), *run.baseline.hubSkewnessY};
    spark.kept = keptEpoch(run);
    const std::size_t at = spark.kept > 0 ? static_cast<std::size_t>(spark.kept) : spark.values.size();
    const bool measured = at >= 1 && at <= spark.values.size();
    const auto exact = reported(kind, report);
    const double value = exact ? *exact : measured ? spark.values[at - 1] : std::nan("");
    const Index sampled = measured ? run.history[at - 1].overlapItems : 0;
    diagnostic.value = std::isfinite(value) ? number(value, decimals) : QStringLiteral("–");
    if (std::isfinite(value))
        diagnostic.meaning = meaningOf(kind, value, run, chance);
    else if (!run.history.empty() && run.history.back().fit)
        diagnostic.meaning = unknownOf(kind, sampled);
    if (kind != DiagnosticKind::P1 || sampled == 0) return diagnostic;
    const QString size = number(static_cast<qint64>(sampled));
    diagnostic.explanation +=
        '\n' + (exact ? tr("The curve is of a sample of %1 of them.") : tr("Of a sample of %1 of them.")).arg(size);
    diagnostic.meaning = exact ? tr("%1 Curve: a sample of %2.").arg(diagnostic.meaning, size)
                               : tr("Of a sample of %1. %2").arg(size, diagnostic.meaning);
    return diagnostic;
}

} // namespace bridgescope
