#include "app/cli/benchmark_inputs.h"
#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "core/experiment/printed_table.h"
#include "core/experiment/untrained.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct WordsimArguments {
    std::string file;
    ReadingOptions reading;
    BenchmarkInputs benchmarks;
};

std::string printed(const std::optional<double>& correlation)
{
    return correlation ? printedNumber(*correlation, 4) : "–";
}

void print(std::ostream& out, const std::vector<CoveredPairs>& benchmarks, const std::vector<BenchmarkScore>& scores)
{
    std::vector<std::vector<std::string>> rows{{"benchmark", "pairs", "covered", "repeated", "cosine", "Euclidean"}};
    for (std::size_t b = 0; b < benchmarks.size(); ++b)
        rows.push_back({benchmarks[b].name, std::to_string(benchmarks[b].pairs),
                        std::to_string(benchmarks[b].covered()), std::to_string(benchmarks[b].repeated),
                        printed(scores[b].cosine), printed(scores[b].euclidean)});
    printColumns(out, rows);
    out << "Spearman of human ratings against cosine and negative Euclidean distance, over the pairs covered\n";
    for (std::size_t b = 0; b < benchmarks.size(); ++b)
        if (!scores[b].reason.empty()) out << benchmarks[b].name << " has no correlation: " << scores[b].reason << '\n';
}

int runWordsim(const WordsimArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const EmbeddingSet set = readSet(options.file, options.reading.shared, context);
    const std::vector<CoveredPairs> benchmarks = coverBenchmarks(set, options.benchmarks, context);
    std::vector<BenchmarkScore> scores;
    for (const CoveredPairs& pairs : benchmarks)
        scores.push_back(scoreBenchmark(pairs, pairSimilarities(set.vectors, pairs)));
    requireUnchanged(set);
    if (!common.json) {
        print(console.out, benchmarks, scores);
        return 0;
    }
    nlohmann::ordered_json json;
    json["benchmarks"] = nlohmann::ordered_json::array();
    for (std::size_t b = 0; b < benchmarks.size(); ++b)
        json["benchmarks"].push_back(toJson(benchmarks[b], scores[b]));
    json["n"] = set.size();
    json["d"] = set.dimension();
    json["seed"] = common.seed;
    json["version"] = BRIDGESCOPE_VERSION;
    console.out << json.dump() << '\n';
    return 0;
}

} // namespace

Command wordsimCommand()
{
    return {"wordsim", "Human ratings of word pairs against a set's similarities: Spearman, coverage",
            "bridgescope-cli wordsim glove.npy --labels words.txt --benchmarks ws353.tsv men.tsv",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<WordsimArguments>();
                app.add_option("SET", options->file, "Embedding set whose labels are words")->required();
                addReadingOptions(app, options->reading, false);
                addBenchmarkInputs(app, options->benchmarks)->required();
                return [options, &common](Console& console) { return runWordsim(*options, common, console); };
            }};
}

} // namespace bridgescope
