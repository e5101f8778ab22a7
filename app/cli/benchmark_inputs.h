#pragma once
#include "core/base/context.h"
#include "core/wordsim/word_similarity.h"

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace bridgescope {

/// Benchmarks as `wordsim` and `untrained` name them.
struct BenchmarkInputs {
    std::vector<std::string> files; ///< FILE or FILE#COLUMN
    BenchmarkOptions options;
};
/// --benchmarks, --score, --repeats. Returns the first.
CLI::Option* addBenchmarkInputs(CLI::App& app, BenchmarkInputs& inputs);

/// Reads them and looks their words up. What is odd, repeated or not covered is a warning.
std::vector<CoveredPairs> coverBenchmarks(const EmbeddingSet& set, const BenchmarkInputs& inputs,
                                          const Context& context);

} // namespace bridgescope
