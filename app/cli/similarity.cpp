#include "core/similarity/measures.h"

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "app/options/number_checks.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct SimilarityArguments {
    PairInputs inputs;
    MeasureOptions lists;
    SimilarityOptions similarity;
    std::vector<std::string> measures{"all"};
};

std::string knownMeasures()
{
    std::string names;
    for (const SimilarityMeasure& measure : similarityMeasures())
        names += ", " + measure.id;
    return names;
}

nlohmann::ordered_json optionalNumber(const std::optional<double>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

nlohmann::ordered_json toJson(const SimilarityResult& result)
{
    nlohmann::ordered_json json = {{"name", result.measure.id},
                                   {"title", result.measure.title},
                                   {"value", optionalNumber(result.value)},
                                   {"kind", result.measure.distance ? "distance" : "similarity"},
                                   {"null_mean", optionalNumber(result.nullMean)},
                                   {"p_value", optionalNumber(result.pValue)},
                                   {"calibrated", optionalNumber(result.calibrated)},
                                   {"identical", optionalNumber(result.identical)},
                                   {"n", result.n},
                                   {"sampled", result.sampled},
                                   {"source", result.measure.source},
                                   {"note", result.measure.note}};
    if (!result.value) json["reason"] = result.reason;
    return json;
}

void printMeasures(std::ostream& out, const std::vector<SimilarityResult>& results, const SimilarityOptions& options,
                   Index n)
{
    std::vector<std::vector<std::string>> rows{
        {"measure", "value", "identical", "null", "p (null)", "calibrated", "kind"}};
    for (const SimilarityResult& r : results)
        rows.push_back({r.measure.title, fixed(r.value), fixed(r.identical, 2), fixed(r.nullMean),
                        r.pValue ? pValueText(*r.pValue) : "–", fixed(r.calibrated),
                        r.measure.distance ? "distance" : "similarity"});
    printColumns(out, rows);
    for (const SimilarityResult& r : results)
        if (!r.value) out << r.measure.title << " is not defined here: " << r.reason << '\n';
    out << "N = " << n << ", K = " << options.k << " and " << metricId(options.metric) << " for measures of lists, "
        << options.permutations << " permutations, seed " << options.seed << '\n';
    for (const SimilarityResult& r : results)
        if (r.sampled) out << r.measure.title << ": on a sample of " << r.n << " items\n";
}

int runSimilarity(SimilarityArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    SimilarityOptions& similarity = options.similarity;
    if (options.measures != std::vector<std::string>{"all"}) similarity.measures = options.measures;
    similarity.k = options.lists.overlap.k;
    similarity.metric = options.lists.metric;
    similarity.memoryBytes = options.lists.memoryBytes;
    similarity.seed = common.seed;
    const PairedInputs read = readPair(options.inputs, context);
    similarity.groupsA = read.pairs.groupsX;
    similarity.groupsB = read.pairs.groupsY;
    const auto results = measureSimilarity(read.pairs.x, read.pairs.y, similarity, context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    if (!common.json) {
        printMeasures(console.out, results, similarity, read.pairs.size());
        return 0;
    }
    nlohmann::ordered_json json = {{"n", read.pairs.size()},
                                   {"k", similarity.k},
                                   {"metric", metricId(similarity.metric)},
                                   {"permutations", similarity.permutations}};
    json["measures"] = nlohmann::ordered_json::array();
    for (const SimilarityResult& result : results)
        json["measures"].push_back(toJson(result));
    json["seed"] = common.seed;
    json["version"] = BRIDGESCOPE_VERSION;
    console.out << json.dump() << '\n';
    return 0;
}

} // namespace

Command similarityCommand()
{
    return {"similarity", "Other measures of how alike two sets are, each with its null",
            "bridgescope-cli similarity words.npy pictures.npy --measures all",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<SimilarityArguments>();
                addPairInputs(app, options->inputs, "A", "B");
                app.add_option("--measures", options->measures, "all" + knownMeasures())
                    ->delimiter(',')
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                    ->capture_default_str();
                addListOptions(app, options->lists, false);
                app.add_option("--permutations", options->similarity.permutations, "Permutations of the null; 0: none")
                    ->check(zeroOrMore())
                    ->capture_default_str();
                app.add_option("--persistence", options->similarity.persistence, "p of rank-biased overlap")
                    ->capture_default_str();
                return [options, &common](Console& console) { return runSimilarity(*options, common, console); };
            }};
}

} // namespace bridgescope
