#pragma once
#include "core/dataset/embedding_set.h"
#include "core/wordsim/benchmark.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace bridgescope {

/// A set's rows by word: as written, then lower-cased (Unicode). A word that repeats is its first row.
class WordIndex {
public:
    /// @throws Error(Input) where the set has no labels.
    explicit WordIndex(const EmbeddingSet& set);
    std::optional<Index> row(const std::string& word) const;

private:
    std::unordered_map<std::string, Index> m_rows;
};

/// The pairs of a benchmark of which both words have a vector.
struct CoveredPairs {
    std::string name, file;
    Index pairs = 0; ///< of the benchmark, repeats counted
    Index repeated = 0;
    std::vector<Index> first, second; ///< rows of the set
    std::vector<double> ratings;
    std::vector<std::string> missing;  ///< words without a vector, each once, in the file's order
    std::vector<std::string> warnings; ///< Benchmark::warnings

    Index covered() const { return static_cast<Index>(ratings.size()); }
};
CoveredPairs coverPairs(const WordIndex& words, const Benchmark& benchmark);

/// Similarities of the covered pairs in one space: float64 of the float32 vectors. Cosine with a zero vector is 0.
struct PairSimilarities {
    std::vector<double> cosine, euclidean; ///< the latter minus the distance
};
PairSimilarities pairSimilarities(MatrixView set, const CoveredPairs& pairs);

/// Spearman of human ratings against the similarities; none where it does not exist, and why.
struct BenchmarkScore {
    std::optional<double> cosine, euclidean;
    std::string reason; ///< "no pair is covered", "all ratings are equal", ...: empty where both are there
};
BenchmarkScore scoreBenchmark(const CoveredPairs& pairs, const PairSimilarities& similarities);

} // namespace bridgescope
