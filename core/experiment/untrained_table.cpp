#include "core/experiment/untrained_table.h"

namespace bridgescope {
namespace {

using Entry = PrintedTable::Entry;

Entry numberEntry(const std::optional<double>& value, const std::optional<double>& sd, bool starred)
{
    Entry entry;
    entry.value = value ? printedNumber(*value, 3) + (starred ? "*" : "") : "–";
    if (value && sd) entry.spread = printedNumber(*sd, 3);
    entry.starred = starred;
    return entry;
}

std::string nameOf(const UntrainedOptions& options, Index depth)
{
    if (depth == 0) return "f(X), linear";
    return "f(X), " + options.activation + ", " + std::to_string(depth) + (depth == 1 ? " layer" : " layers");
}

PrintedTable::Row rowOf(const UntrainedResult& result, const UntrainedLayer& layer, const std::string& vectors)
{
    PrintedTable::Row row;
    row.heads = {vectors, nameOf(result.options, layer.depth)};
    row.entries.push_back(numberEntry(layer.mean, layer.sd, false));
    row.entries.back().share = layer.mean;
    for (std::size_t b = 0; b < result.benchmarks.size(); ++b)
        for (const auto* scores : {&layer.cosine, &layer.euclidean})
            row.entries.push_back(numberEntry((*scores)[b].mean, (*scores)[b].sd, (*scores)[b].starred));
    return row;
}

std::string captionOf(const UntrainedResult& result)
{
    const UntrainedOptions& o = result.options;
    std::string text = "Untrained nets, mean over " + std::to_string(o.draws) + " draws ± standard deviation (" +
                       o.init + ", width " + grouped(o.width.value_or(result.d)) + ", seed " + std::to_string(o.seed) +
                       "). X,f(X): mNNO at K = " + std::to_string(o.k) + ", " + std::string(metricId(o.metric)) +
                       ", self " + std::string(selfRuleId(o.self)) + ", N = " + grouped(result.n) + ", chance " +
                       printedNumber(result.chance, 3) + ".";
    if (result.benchmarks.empty()) return text;
    text +=
        " Benchmarks: Spearman's correlation of human ratings with similarity; * the median over draws of Steiger's p "
        "against X is below .05 after Holm over the table. Pairs covered:";
    for (const CoveredPairs& pairs : result.benchmarks)
        text += " " + pairs.name + " " + grouped(pairs.covered()) + " of " + grouped(pairs.pairs) +
                (&pairs == &result.benchmarks.back() ? "." : ",");
    return text;
}

} // namespace

PrintedTable layOutUntrained(std::span<const UntrainedResult> results, const std::string& vectors)
{
    PrintedTable table;
    table.title = "Experiment 2, untrained nets";
    table.heads = {"Data", "Vectors"};
    table.columns.push_back({"", "X,f(X)", false});
    for (const CoveredPairs& pairs : results.front().benchmarks) {
        table.columns.push_back({pairs.name, "cosine", false});
        table.columns.push_back({pairs.name, "Euclidean", false});
    }
    bool linear = false; // without a hidden layer the activation is none: one row serves all
    for (const UntrainedResult& result : results)
        for (const UntrainedLayer& layer : result.layers) {
            if (layer.depth == 0 && linear) continue;
            linear = linear || layer.depth == 0;
            table.rows.push_back(rowOf(result, layer, vectors));
        }
    PrintedTable::Row x{{vectors, "X"}, {Entry{"–", "", "", false, {}, -1}}, false, {}};
    for (const BenchmarkScore& score : results.front().x) {
        x.entries.push_back(numberEntry(score.cosine, {}, false));
        x.entries.push_back(numberEntry(score.euclidean, {}, false));
    }
    table.rows.push_back(std::move(x));
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        if (r == 0) {
            table.rows[r].begins = true;
            table.rows[r].note = grouped(results.front().n) + " items of " + grouped(results.front().d) + " dimensions";
        } else
            table.rows[r].heads[0].clear();
    table.caption = captionOf(results.front());
    return table;
}

} // namespace bridgescope
