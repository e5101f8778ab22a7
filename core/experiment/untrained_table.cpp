#include "core/experiment/untrained_table.h"

#include "core/experiment/paper_figures.h"
#include "core/experiment/table_text.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Entry = PrintedTable::Entry;

/// Two columns of the table.
struct Place {
    std::string title;
    std::optional<std::size_t> benchmark; ///< position in the results; none: the user has no such file
};

/// The paper's six where one of them is there, then the others in the order given.
std::vector<Place> placesOf(const std::vector<CoveredPairs>& benchmarks)
{
    std::vector<Place> places, others;
    for (const std::string& name : paperBenchmarks())
        places.push_back({name, {}});
    for (std::size_t b = 0; b < benchmarks.size(); ++b) {
        const auto known = paperBenchmarkOf(benchmarks[b].name);
        if (known && !places[*known].benchmark)
            places[*known].benchmark = b;
        else
            others.push_back({benchmarks[b].name, b});
    }
    if (std::none_of(places.begin(), places.end(), [](const Place& p) { return p.benchmark.has_value(); }))
        places.clear();
    places.insert(places.end(), others.begin(), others.end());
    return places;
}

Entry scoreEntry(const std::optional<double>& value, const std::optional<double>& sd, bool starred)
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

PrintedTable::Row rowOf(const UntrainedResult& result, const UntrainedLayer& layer, const std::vector<Place>& places)
{
    PrintedTable::Row row;
    row.heads = {"", nameOf(result.options, layer.depth)};
    row.entries.push_back(scoreEntry(layer.mean, layer.sd, false));
    row.entries.back().share = layer.mean;
    for (const Place& place : places)
        for (const auto* scores : {&layer.cosine, &layer.euclidean}) {
            const UntrainedScore score = place.benchmark ? (*scores)[*place.benchmark] : UntrainedScore();
            row.entries.push_back(scoreEntry(score.mean, score.sd, score.starred));
        }
    return row;
}

PrintedTable::Row rowOfX(const UntrainedResult& result, const std::vector<Place>& places)
{
    PrintedTable::Row row{{"", "X"}, {scoreEntry({}, {}, false)}, false, {}};
    for (const Place& place : places) {
        const BenchmarkScore score = place.benchmark ? result.x[*place.benchmark] : BenchmarkScore();
        row.entries.push_back(scoreEntry(score.cosine, {}, false));
        row.entries.push_back(scoreEntry(score.euclidean, {}, false));
    }
    return row;
}

/// Only where the paper's six are columns.
void addPaperRows(PrintedTable& table)
{
    for (const PaperScores& scores : paperScores()) {
        PrintedTable::Row row{{"", scores.vectors}, {scoreEntry({}, {}, false)}, false, {}};
        for (const auto& score : scores.scores)
            row.entries.push_back(scoreEntry(score.value, {}, score.starred));
        row.entries.resize(table.columns.size(), scoreEntry({}, {}, false));
        row.begins = &scores == &paperScores().front();
        if (row.begins) row.heads[0] = "Paper";
        row.paper = true;
        table.rows.push_back(std::move(row));
    }
}

std::string activationsOf(std::span<const UntrainedResult> results)
{
    return listed(results, [](const UntrainedResult& r) { return r.options.activation; });
}

/// "WS-353 (ws353-all)".
std::string titleAndFile(const Place& place, const CoveredPairs& pairs)
{
    return place.title == pairs.name ? place.title : place.title + " (" + pairs.name + ")";
}

std::string benchmarksInWords(std::span<const UntrainedResult> results, const std::vector<Place>& places)
{
    const UntrainedResult& first = results.front();
    std::string text = " Benchmarks: Spearman's correlation of human ratings with similarity (cosine; minus Euclidean "
                       "distance); * the "
                       "median over draws of Steiger's p against X is below .05 after Holm over the " +
                       grouped(first.tests) + (first.tests == 1 ? " test" : " tests") + " of the table.";
    std::string covered, reasons, warnings;
    for (const Place& place : places) {
        if (!place.benchmark) continue;
        const CoveredPairs& pairs = first.benchmarks[*place.benchmark];
        const std::string name = titleAndFile(place, pairs);
        covered += (covered.empty() ? " Pairs covered: " : ", ") + name + " " + grouped(pairs.covered()) + " of " +
                   grouped(pairs.pairs);
        std::string reason = first.x[*place.benchmark].reason, of;
        for (const UntrainedResult& result : results)
            for (const UntrainedLayer& layer : result.layers)
                for (const auto* scores : {&layer.cosine, &layer.euclidean})
                    if (const UntrainedScore& score = (*scores)[*place.benchmark];
                        reason.empty() && !score.reason.empty()) {
                        reason = score.reason;
                        of = " of " + nameOf(result.options, layer.depth);
                    }
        if (!reason.empty()) reasons += " No correlation for " + name + of + ": " + reason + ".";
        for (const std::string& warning : pairs.warnings)
            warnings += " " + name + ": " + warning + ".";
    }
    return text + covered + "." + reasons + warnings;
}

std::string captionOf(std::span<const UntrainedResult> results, const std::vector<Place>& places, bool paper)
{
    const UntrainedResult& first = results.front();
    const UntrainedOptions& o = first.options;
    std::string text = "Untrained nets (" + activationsOf(results) + "), mean over " + std::to_string(o.draws) +
                       (o.draws == 1 ? " draw (" : " draws ± standard deviation (") + o.init + ", width " +
                       grouped(o.width.value_or(first.d)) + ", seed " + std::to_string(o.seed) +
                       "). X,f(X): mNNO at K = " + std::to_string(o.k) + ", " + std::string(metricId(o.metric)) +
                       ", self " + std::string(selfRuleId(o.self)) + ", N = " + grouped(first.n) + ", chance " +
                       printedNumber(first.chance, 3) + ".";
    if (!places.empty()) text += benchmarksInWords(results, places);
    if (paper) text += " Grey: as printed by Collell & Moens (2018), whose vectors and pairs covered differ.";
    return text;
}

} // namespace

PrintedTable layOutUntrained(std::span<const UntrainedResult> results, const std::string& vectors, bool paper)
{
    const UntrainedResult& first = results.front();
    const std::vector<Place> places = placesOf(first.benchmarks);
    const bool six = !places.empty() && places.front().title == paperBenchmarks().front();
    PrintedTable table;
    table.title = "Experiment 2, untrained nets";
    table.heads = {"Data", "Vectors"};
    table.columns.push_back({"", "X,f(X)", false});
    for (const Place& place : places) {
        table.columns.push_back({place.title, "cosine", false});
        table.columns.push_back({place.title, "Euclidean", false});
    }
    bool linear = false; // without a hidden layer the activation is none: one row serves all
    for (const UntrainedResult& result : results)
        for (const UntrainedLayer& layer : result.layers) {
            if (layer.depth == 0 && linear) continue;
            linear = linear || layer.depth == 0;
            table.rows.push_back(rowOf(result, layer, places));
        }
    table.rows.push_back(rowOfX(first, places));
    table.rows.front().heads[0] = vectors;
    table.rows.front().begins = true;
    table.rows.front().note = grouped(first.n) + " items of " + grouped(first.d) + " dimensions";
    if (paper && six) addPaperRows(table);
    table.caption = captionOf(results, places, paper && six);
    return table;
}

} // namespace bridgescope
