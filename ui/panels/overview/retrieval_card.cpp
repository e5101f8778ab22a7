#include "ui/panels/overview/retrieval_card.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("bridgescope::RetrievalCard", text);
}

/// What guessing would come to: every rank is as likely as any other.
RetrievalScores chanceOf(Index n)
{
    const auto size = static_cast<double>(n);
    const auto among = [size](double first) { return std::min(1.0, first / size); };
    RetrievalScores chance{among(1), among(5), among(10), 0, (size + 1) / 2};
    for (Index rank = 1; rank <= n; ++rank)
        chance.mrr += 1 / (static_cast<double>(rank) * size);
    return chance;
}

std::vector<TableCell> rowOf(const QString& name, const RetrievalScores& scores, const QString& tip)
{
    std::vector<TableCell> row{{.text = name, .tip = tip}};
    for (const double share : {scores.p1, scores.p5, scores.p10, scores.mrr})
        row.push_back({.text = share > 0 && share < 0.0005 ? QStringLiteral("< .001") : number(share, 3)});
    const bool half = scores.medianRank != std::floor(scores.medianRank);
    row.push_back({.text = number(scores.medianRank, half ? 1 : 0)});
    return row;
}

void addScores(ChartTable& numbers, const QString& direction, const QString& by, const RetrievalScores& scores)
{
    const std::pair<const char*, double> all[]{{"p1", scores.p1},
                                               {"p5", scores.p5},
                                               {"p10", scores.p10},
                                               {"mrr", scores.mrr},
                                               {"median_rank", scores.medianRank}};
    for (const auto& [name, value] : all)
        numbers.rows.append({name, direction, by, plainNumber(value)});
}

TableSection fitSection(const Fit& fit, const QString& mapping)
{
    TableSection section;
    section.header = {said("Fit of f(x) to y"), said("cos(f(x), y)"), QStringLiteral("R²"), said("MSE")};
    section.rows.push_back(
        {{.text = mapping, .tip = mapping},
         {.text = number(fit.cosine, 3), .tip = said("the mean over the items")},
         {.text = fit.r2 ? number(*fit.r2, 3) : QStringLiteral("–"),
          .tip = fit.r2 ? said("of all dimensions together") : said("Y is constant: there is no variance to explain")},
         {.text = QString::number(fit.mse, 'g', 3), .tip = said("mean squared error over items and dimensions")}});
    return section;
}

} // namespace

TableData retrievalTable(const MappingReport& report, const QString& mapping, const QString& caveat)
{
    TableData data;
    data.name = said("Retrieval and fit");
    data.topic = QStringLiteral("retrieval");
    data.numbers.header = {"quantity", "direction", "by", "value"};
    TableSection section;
    section.header = {said("Partner found"),  QStringLiteral("P@1"), QStringLiteral("P@5"),
                      QStringLiteral("P@10"), QStringLiteral("MRR"), said("Median")};
    const Retrieval& found = report.retrieval;
    const QString forth = said("for each f(x), its y among all"), back = said("for each y, its f(x) among all");
    section.rows = {rowOf(said("f(x) to y, cosine"), found.forwardCosine, forth),
                    rowOf(said("f(x) to y, CSLS"), found.forwardCsls, forth),
                    rowOf(said("y to f(x), cosine"), found.backwardCosine, back),
                    rowOf(said("y to f(x), CSLS"), found.backwardCsls, back),
                    rowOf(said("Chance"), chanceOf(report.xf.n), said("every rank as likely as any other"))};
    addScores(data.numbers, "forward", "cosine", found.forwardCosine);
    addScores(data.numbers, "forward", "csls", found.forwardCsls);
    addScores(data.numbers, "backward", "cosine", found.backwardCosine);
    addScores(data.numbers, "backward", "csls", found.backwardCsls);
    addScores(data.numbers, {}, "chance", chanceOf(report.xf.n));
    data.sections = {std::move(section), fitSection(report.fit, mapping)};
    data.numbers.rows.append({"cosine", {}, "fit", plainNumber(report.fit.cosine)});
    data.numbers.rows.append({"r2", {}, "fit", report.fit.r2 ? plainNumber(*report.fit.r2) : QString()});
    data.numbers.rows.append({"mse", {}, "fit", plainNumber(report.fit.mse)});
    data.note = said("Median: of the partners’ ranks, 1 is the nearest. CSLS discounts hubs.");
    if (!caveat.isEmpty()) data.note += ' ' + caveat;
    return data;
}

} // namespace bridgescope
