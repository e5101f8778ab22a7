#include "ui/models/comparison_text.h"

#include "ui/models/convention.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

namespace bridgescope {
namespace {

constexpr double alpha = .05;

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::ComparisonText", text);
}

/// "Ridge 0.412, Net 0.398; difference 0.014 [0.002, 0.026], p = .021 (Wilcoxon p = .030, effect size 0.12)"
QString numbersOf(const PairedOverlap& overlap, const QString& first, const QString& second)
{
    const DifferenceTest& test = overlap.test;
    return tr("%1 %2, %3 %4; difference %5 [%6, %7], %8 (Wilcoxon %9, effect size %10)")
        .arg(first, number(overlap.first, 3), second, number(overlap.second, 3), number(test.mean, 3),
             number(test.interval.low, 3), number(test.interval.high, 3), pValueText(test.pValue),
             pValueText(test.wilcoxonP), number(test.effectSize, 2));
}

} // namespace

QString noTestReason(const MappingEntry& first, const MappingEntry& second)
{
    if (first.forward != second.forward)
        return tr("No paired test: %1 and %2 go in opposite directions, so that X is another set for each.")
            .arg(first.name, second.name);
    for (const MappingEntry* run : {&first, &second})
        if (!run->model || !run->report) return tr("No paired test yet: %1 has not been measured.").arg(run->name);
    if (first.report->split != second.report->split || first.report->xf.n != second.report->xf.n)
        return tr("No paired test: %1 and %2 were measured under different splits (%3; %4), so that items differ.")
            .arg(first.name, second.name, QString::fromStdString(first.report->split),
                 QString::fromStdString(second.report->split));
    return {};
}

QStringList comparisonSentences(const MappingComparison& comparison, const QString& first, const QString& second)
{
    const auto sentence = [&](const PairedOverlap& overlap, const QString& more, const QString& none) {
        const bool shown = overlap.test.pValue < alpha && overlap.test.mean != 0;
        const bool firstLeads = overlap.test.mean > 0;
        const QString text =
            shown ? more.arg(firstLeads ? first : second, firstLeads ? second : first) : none.arg(first, second);
        return text + QStringLiteral(": ") + numbersOf(overlap, first, second) + '.';
    };
    return {sentence(comparison.yf, tr("%1 finds more of Y’s neighbors than %2"),
                     tr("Y’s neighbors: no difference shown between %1 and %2")),
            sentence(comparison.xf, tr("%1 keeps more of X’s neighbors than %2"),
                     tr("X’s neighbors: no difference shown between %1 and %2")),
            tr("Overlaps of %1 (first) and %2, item by item: N = %3, K = %4, %5, %6. The 95 % interval and p allow for "
               "items that stand in one another’s lists.")
                .arg(first, second, number(static_cast<qint64>(comparison.n)),
                     number(static_cast<qint64>(comparison.k)), metricName(comparison.metric),
                     selfRuleName(comparison.self))};
}

} // namespace bridgescope
