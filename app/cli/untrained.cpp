#include "app/cli/benchmark_inputs.h"
#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/experiment/paper_figures.h"
#include "core/experiment/untrained_outputs.h"
#include "core/experiment/untrained_table.h"
#include "core/mapping/activation.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ostream>

namespace bridgescope {
namespace {

struct UntrainedArguments {
    std::string file, layers = "0..5", out;
    bool paper = false;
    ReadingOptions reading;
    MeasureOptions lists;
    UntrainedOptions untrained;
    BenchmarkInputs benchmarks;
};

void print(std::ostream& out, const UntrainedArguments& options, const UntrainedResult& result,
           const std::string& vectors)
{
    const PrintedTable table = layOutUntrained({&result, 1}, vectors, options.paper);
    printColumns(out, textCells(table));
    out << '\n' << table.caption << '\n';
    if (!options.out.empty())
        out << "Written to " << options.out
            << ": table.csv, table.md, table.tex, table.html, table.json, methods.txt, methods.bib, provenance.json\n";
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
    if (!options.out.empty()) prepareUntrainedFolder(options.out);
    const auto begin = std::chrono::steady_clock::now();
    const EmbeddingSet set = readSet(options.file, options.reading.shared, context);
    const UntrainedResult result =
        measureUntrained(set.vectors, coverBenchmarks(set, options.benchmarks, context), untrained, context);
    requireUnchanged(set);
    const auto isPapers = [](const CoveredPairs& pairs) { return paperBenchmarkOf(pairs.name).has_value(); };
    if (options.paper && std::ranges::none_of(result.benchmarks, isPapers))
        context.warning("--paper: none of the benchmarks is one of the paper's, so there are no figures of it to show");
    if (!options.out.empty()) {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        writeUntrained(options.out, {{&result, 1},
                                     set.name,
                                     options.paper,
                                     untrainedInputs(set, options.reading.shared, result.benchmarks),
                                     seconds.count()});
    }
    if (common.json)
        console.out << toJson(result).dump() << '\n';
    else
        print(console.out, options, result, set.name);
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
                app.add_option("--out", options->out,
                               "Folder for the table as CSV, Markdown, LaTeX, HTML and JSON, methods sentence, BibTeX "
                               "and provenance");
                app.add_flag("--paper", options->paper,
                             "The paper's figures below the table, where one of its benchmarks is given");
                addListOptions(app, options->lists);
                addBenchmarkInputs(app, options->benchmarks);
                return [options, &common](Console& console) { return runUntrained(*options, common, console); };
            }};
}

} // namespace bridgescope
