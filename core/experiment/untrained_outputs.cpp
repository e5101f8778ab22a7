#include "core/experiment/untrained_outputs.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/folder.h"
#include "core/base/sha256.h"
#include "core/dataset/input_files.h"
#include "core/experiment/run_facts.h"
#include "core/experiment/table_text.h"
#include "core/experiment/untrained_table.h"

#include <filesystem>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

/// One line: a benchmark (or none) of one depth, or of X where there is no layer.
std::string csvLine(const UntrainedResult& result, const UntrainedLayer* layer, std::optional<std::size_t> benchmark,
                    const std::string& vectors)
{
    std::string csv = csvQuoted(vectors) + ",";
    csv += layer ? (layer->depth == 0 ? "" : result.options.activation) + "," + std::to_string(layer->depth) + "," +
                       std::to_string(result.options.draws) + "," + shortest(layer->mean) + "," + shortest(layer->sd)
                 : std::string(",,,,");
    if (!benchmark) return csv + std::string(13, ',') + "\n";
    const CoveredPairs& pairs = result.benchmarks[*benchmark];
    const BenchmarkScore& x = result.x[*benchmark];
    csv += "," + csvQuoted(pairs.name) + "," + std::to_string(pairs.pairs) + "," + std::to_string(pairs.covered()) +
           "," + std::to_string(pairs.repeated);
    std::string reason = x.reason;
    if (layer)
        for (const auto* scores : {&layer->cosine, &layer->euclidean}) {
            const UntrainedScore& score = (*scores)[*benchmark];
            csv += "," + shortest(score.mean) + "," + shortest(score.sd) + "," + shortest(score.medianP) +
                   (score.starred ? ",1" : ",0");
            if (reason.empty()) reason = score.reason;
        }
    else
        csv += "," + shortest(x.cosine) + ",,,0," + shortest(x.euclidean) + ",,,0";
    return csv + "," + csvQuoted(reason) + "\n";
}

Json settingsJson(std::span<const UntrainedResult> results)
{
    Json all = Json::array();
    for (const UntrainedResult& result : results) {
        const UntrainedOptions& o = result.options;
        all.push_back({{"layers", o.depths},
                       {"draws", o.draws},
                       {"activation", o.activation},
                       {"init", o.init},
                       {"width", o.width.value_or(result.d)},
                       {"k", o.k},
                       {"metric", metricId(o.metric)},
                       {"self", selfRuleId(o.self)},
                       {"seed", o.seed}});
    }
    return all;
}

Json resultsJson(std::span<const UntrainedResult> results)
{
    if (results.size() == 1) return toJson(results.front());
    Json all = Json::array();
    for (const UntrainedResult& result : results)
        all.push_back(toJson(result));
    return all;
}

} // namespace

std::string untrainedCsv(std::span<const UntrainedResult> results, const std::string& vectors)
{
    std::string csv = "vectors,activation,depth,draws,x_fx,x_fx_sd,benchmark,pairs,covered,repeated,cosine,cosine_sd,"
                      "cosine_p,cosine_starred,euclidean,euclidean_sd,euclidean_p,euclidean_starred,reason\n";
    const std::size_t benchmarks = results.front().benchmarks.size();
    const auto addLines = [&](const UntrainedResult& result, const UntrainedLayer* layer) {
        if (benchmarks == 0 && layer) csv += csvLine(result, layer, {}, vectors);
        for (std::size_t b = 0; b < benchmarks; ++b)
            csv += csvLine(result, layer, b, vectors);
    };
    bool linear = false;
    for (const UntrainedResult& result : results)
        for (const UntrainedLayer& layer : result.layers) {
            if (layer.depth == 0 && linear) continue;
            linear = linear || layer.depth == 0;
            addLines(result, &layer);
        }
    addLines(results.front(), nullptr);
    return csv;
}

std::vector<InputFile> untrainedInputs(const EmbeddingSet& set, const ReadOptions& options,
                                       std::span<const CoveredPairs> benchmarks)
{
    std::vector<InputFile> inputs;
    for (const ReadFile& file : filesRead(set, options))
        inputs.push_back({file.role, file.file, sha256OfFile(file.file)});
    for (const CoveredPairs& pairs : benchmarks)
        inputs.push_back({"benchmark", pairs.file, sha256OfFile(pairs.file)});
    return inputs;
}

std::string untrainedProvenance(const UntrainedPrint& print)
{
    Json json = {{"program", "Bridgescope"}, {"version", BRIDGESCOPE_VERSION}, {"experiment", "untrained"}};
    json["vectors"] = print.vectors;
    json["settings"] = settingsJson(print.results);
    json["inputs"] = Json::array();
    for (const InputFile& file : print.inputs)
        json["inputs"].push_back(fileJson(file));
    json.update(runFacts(print.seconds));
    return json.dump(2) + "\n";
}

void prepareUntrainedFolder(const std::string& dir)
{
    makeFolder(dir);
    if (std::filesystem::exists(dir + "/grid.json"))
        throw Error(ErrorKind::Input, "the folder holds a grid, whose tables would be lost", "choose another folder")
            .inFile(dir);
}

void writeUntrained(const std::string& dir, const UntrainedPrint& print)
{
    prepareUntrainedFolder(dir);
    const PrintedTable table = layOutUntrained(print.results, print.vectors, print.paper);
    const auto write = [&](const char* name, const std::string& content) { writeFile(dir + "/" + name, content); };
    write("table.csv", untrainedCsv(print.results, print.vectors));
    write("table.md", toMarkdown(table));
    write("table.tex", toLatex(table));
    write("table.html", toHtml(table));
    write("table.json", resultsJson(print.results).dump(2) + "\n");
    write("methods.txt", untrainedMethods(print.results, print.vectors));
    write("methods.bib", untrainedBibliography(print.results));
    write("provenance.json", untrainedProvenance(print));
}

} // namespace bridgescope
