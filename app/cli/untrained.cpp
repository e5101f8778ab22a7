#include "core/experiment/untrained.h"

#include "app/cli/benchmark_inputs.h"
#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/mapping/activation.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct UntrainedArguments {
    std::string file, layers = "0..5";
    ReadingOptions reading;
    MeasureOptions lists;
    UntrainedOptions untrained;
    BenchmarkInputs benchmarks;
};

std::string vectorsName(Index depth)
{
    return depth == 0 ? "f(X), linear" : "f(X), " + std::to_string(depth) + (depth == 1 ? " layer" : " layers");
}

std::string entry(const UntrainedScore& cosine, const UntrainedScore& euclidean)
{
    return fixed(cosine.mean, 3) + (cosine.starred ? "*" : "") + "/" + fixed(euclidean.mean, 3) +
           (euclidean.starred ? "*" : "");
}

void print(std::ostream& out, const UntrainedResult& result)
{
    std::vector<std::vector<std::string>> rows{{"vectors", "X, f(X)", "sd"}};
    for (const CoveredPairs& pairs : result.benchmarks)
        rows.front().push_back(pairs.name);
    rows.push_back({"X", "", ""});
    for (const BenchmarkScore& score : result.x)
        rows.back().push_back(fixed(score.cosine, 3) + "/" + fixed(score.euclidean, 3));
    for (const UntrainedLayer& layer : result.layers) {
        rows.push_back({vectorsName(layer.depth), fixed(layer.mean), fixed(layer.sd)});
        for (std::size_t b = 0; b < result.benchmarks.size(); ++b)
            rows.back().push_back(entry(layer.cosine[b], layer.euclidean[b]));
    }
    printColumns(out, rows);
    const UntrainedOptions& o = result.options;
    out << "X, f(X): mNNO at K = " << o.k << ", " << metricId(o.metric) << ", self " << selfRuleId(o.self)
        << ", N = " << result.n << ", chance " << fixed(result.chance) << "; mean over " << o.draws
        << " untrained nets (" << o.activation << ", " << o.init << ", width " << o.width.value_or(result.d)
        << ", seed " << o.seed << ")\n";
    if (result.benchmarks.empty()) return;
    out << "Benchmarks: Spearman by cosine/Euclidean, mean over draws; * median over draws of Steiger's p against X "
           "below .05 after Holm\n";
    for (const CoveredPairs& pairs : result.benchmarks)
        out << pairs.name << ": " << pairs.covered() << " of " << pairs.pairs << " pairs covered\n";
}

int runUntrained(UntrainedArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    UntrainedOptions& untrained = options.untrained;
    untrained.depths = parseDepths(options.layers);
    untrained.seed = common.seed;
    untrained.k = options.lists.overlap.k;
    untrained.self = options.lists.overlap.self;
    untrained.metric = options.lists.metric;
    const EmbeddingSet set = readSet(options.file, options.reading.shared, context);
    const UntrainedResult result =
        measureUntrained(set.vectors, coverBenchmarks(set, options.benchmarks, context), untrained, context);
    requireUnchanged(set);
    if (common.json)
        console.out << toJson(result).dump() << '\n';
    else
        print(console.out, result);
    return 0;
}

} // namespace

Command untrainedCommand()
{
    return {"untrained", "What nets that were never trained keep of X: neighbors, and agreement with human ratings",
            "bridgescope-cli untrained glove.npy --labels words.txt --layers 0..5 --draws 10 --benchmarks ws353.tsv",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<UntrainedArguments>();
                UntrainedOptions& untrained = options->untrained;
                app.add_option("X", options->file, "Embedding set")->required();
                addReadingOptions(app, options->reading, false);
                const std::string group = "Nets";
                app.add_option("--layers", options->layers, "Numbers of hidden layers, as 0..5 or 0,2,4; 0: linear")
                    ->capture_default_str()
                    ->group(group);
                app.add_option("--draws", untrained.draws, "Nets of each depth")->capture_default_str()->group(group);
                app.add_option("--activation", untrained.activation, "Of the hidden layers")
                    ->check(CLI::IsMember(activationIds()))
                    ->capture_default_str()
                    ->group(group);
                app.add_option("--init", untrained.init, "glorot, or uniform in ±1/sqrt(fan-in)")
                    ->check(CLI::IsMember({"glorot", "uniform"}))
                    ->capture_default_str()
                    ->group(group);
                app.add_option("--width", untrained.width, "Of hidden and output layers (default: X's dimension)")
                    ->group(group);
                addListOptions(app, options->lists);
                addBenchmarkInputs(app, options->benchmarks);
                return [options, &common](Console& console) { return runUntrained(*options, common, console); };
            }};
}

} // namespace bridgescope
