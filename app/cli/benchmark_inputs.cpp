#include "app/cli/benchmark_inputs.h"

#include <CLI/CLI.hpp>

namespace bridgescope {
namespace {

void warnOfCoverage(const CoveredPairs& pairs, const Context& context)
{
    const Index left = pairs.pairs - pairs.covered();
    if (left == 0) return;
    std::string words;
    for (std::size_t i = 0; i < pairs.missing.size() && i < 5; ++i)
        words += (i > 0 ? ", " : "") + pairs.missing[i];
    if (pairs.missing.size() > 5) words += ", ...";
    context.warning(pairs.name + ": " + std::to_string(left) + " of " + std::to_string(pairs.pairs) +
                    " pairs are left out, a word of theirs has no vector: " + words);
}

} // namespace

CLI::Option* addBenchmarkInputs(CLI::App& app, BenchmarkInputs& inputs)
{
    const std::string group = "Benchmarks";
    app.add_option("--score", inputs.options.score,
                   "Column of the ratings, by name or number from 1 (default: guessed)")
        ->group(group);
    app.add_option_function<std::string>(
           "--repeats",
           [&inputs](const std::string& text) {
               inputs.options.repeats = text == "average" ? RatingRepeats::Average : RatingRepeats::Keep;
           },
           "Word pairs that repeat: keep every line (default), or average their ratings")
        ->check(CLI::IsMember({"keep", "average"}))
        ->group(group);
    return app
        .add_option("--benchmarks", inputs.files,
                    "Files of two words and a rating a line; FILE#COLUMN chooses among several ratings")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group(group);
}

std::vector<CoveredPairs> coverBenchmarks(const EmbeddingSet& set, const BenchmarkInputs& inputs,
                                          const Context& context)
{
    std::vector<CoveredPairs> covered;
    if (inputs.files.empty()) return covered;
    const WordIndex words(set);
    for (const std::string& file : inputs.files) {
        const Benchmark benchmark = readBenchmarkNamed(file, inputs.options);
        for (const std::string& warning : benchmark.warnings)
            context.warning(file + ": " + warning);
        covered.push_back(coverPairs(words, benchmark));
        warnOfCoverage(covered.back(), context);
    }
    return covered;
}

} // namespace bridgescope
