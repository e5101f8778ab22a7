#pragma once
#include "core/base/context.h"
#include "core/neighbors/metric.h"
#include "core/overlap/overlap.h"
#include "core/wordsim/word_similarity.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bridgescope {

/// Experiment 2 of Collell & Moens (2018): what nets that were never trained do to the neighbors of X and to its
/// agreement with human ratings.
struct UntrainedOptions {
    std::vector<Index> depths = {0, 1, 2, 3, 4, 5}; ///< hidden layers; 0 is a random linear map (the paper's f_lin)
    Index draws = 10;
    std::string activation = "relu";
    std::string init = "glorot";
    std::optional<Index> width; ///< of hidden and output layers; unset: X's dimension
    Index k = 10;
    SelfRule self = SelfRule::Excluded;
    Metric metric = Metric::Cosine;
    std::uint64_t seed = 1;
    double alpha = 0.05;

    void validate() const; ///< @throws Error(Usage) naming the option
};

/// "0..5", "0,2,4", "3". @throws Error(Usage).
std::vector<Index> parseDepths(const std::string& text);

/// One benchmark at one depth by one similarity: over draws, tested against X.
struct UntrainedScore {
    std::optional<double> mean, sd; ///< of the draws' Spearman; sd with n - 1, absent for one draw
    std::optional<double> medianP;  ///< median over draws of Steiger's p against X
    bool starred = false;           ///< median below alpha after Holm over the table
    std::string reason;             ///< why there is no mean: BenchmarkScore::reason of a draw
};

struct UntrainedLayer {
    Index depth = 0;
    std::vector<double> overlaps; ///< mNNO(X, f(X)) of each draw
    double mean = 0;
    std::optional<double> sd;
    std::vector<UntrainedScore> cosine, euclidean; ///< one a benchmark
};

struct UntrainedResult {
    UntrainedOptions options;
    Index n = 0, d = 0;
    double chance = 0;
    std::vector<CoveredPairs> benchmarks;
    std::vector<BenchmarkScore> x; ///< of X itself, one a benchmark
    std::vector<UntrainedLayer> layers;
    Index tests = 0; ///< that Holm's correction counts: of the whole table, where it has results of several activations
};

/// Nets with weights of `init` from streams "untrained.DEPTH.DRAW" of the seed. Draws run in parallel.
/// @throws Error(Input) where K does not fit N.
UntrainedResult measureUntrained(MatrixView x, std::vector<CoveredPairs> benchmarks, const UntrainedOptions& options,
                                 const Context& context = {});
/// The rows of one table, one entry of `options` an activation; stars are set by Holm over all of them.
std::vector<UntrainedResult> measureUntrained(MatrixView x, const std::vector<CoveredPairs>& benchmarks,
                                              std::span<const UntrainedOptions> options, const Context& context = {});
/// Holm over every tested entry of the table. The linear map, which no activation changes, counts once.
void starTogether(std::span<UntrainedResult> table);

/// {"n","d","k",...,"x":{"benchmarks":[...]},"layers":[{"depth","draws","x_fx","sd","benchmarks":[...]}]}
nlohmann::ordered_json toJson(const UntrainedResult& result);
/// {"name","pairs","covered","repeated","cosine","euclidean"}, with "reason" where a correlation does not exist.
nlohmann::ordered_json toJson(const CoveredPairs& pairs, const BenchmarkScore& score);

} // namespace bridgescope
