#pragma once
#include "core/base/context.h"
#include "core/neighbors/metric.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bridgescope {

/// A measure of how alike two row-paired sets are, with what a reader must know of it.
struct SimilarityMeasure {
    std::string id;        ///< "cka", "cka-unbiased", ...
    std::string title;     ///< "Linear CKA, biased"
    bool distance = false; ///< 0 for identical sets, low is alike; else a similarity
    std::string source;    ///< "Kornblith et al. 2019"
    std::string note;      ///< what it is, and where it does not apply
};
/// All of them, in the order they are reported.
///
/// Of the centred columns: cka, cka-unbiased (Kornblith et al. 2019; Song et al. 2007), cknna (Huh et al. 2024), rsa
/// (Kriegeskorte et al. 2008), svcca (Raghu et al. 2017), pwcca-a and pwcca-b, weighted by A's and by B's columns
/// (Morcos et al. 2018), procrustes (Ding et al. 2021; a distance). Of the K-lists of the sets as they are:
/// knn-jaccard, rbo (extrapolated, Webber et al. 2010), lcs (ordered lists' longest common subsequence over K) and
/// cycle-knn (share of (i, j in the list of i in B) with i in the list of j in A). Lists are those of the cosine for
/// cknna.
const std::vector<SimilarityMeasure>& similarityMeasures();

struct SimilarityOptions {
    std::vector<std::string> measures; ///< ids; empty: all
    Index k = 10;                      ///< of the measures by lists
    Metric metric = Metric::Cosine;    ///< of their lists
    double persistence = .9;           ///< p of rank-biased overlap, in (0, 1)
    Index permutations = 200;          ///< of the null; 0: none
    Index mostItems = 5000; ///< the measures of columns use a seeded sample of so many items where there are more
    std::uint64_t seed = 1;
    std::uint64_t memoryBytes = std::uint64_t(4) << 30;
    std::span<const std::int32_t> groupsA, groupsB; ///< as NeighborOptions::groups, of each set's lists

    /// @throws Error(Usage) naming the field and the choices.
    void validate(Index n) const;
};

struct SimilarityResult {
    SimilarityMeasure measure;
    Index n = 0;                 ///< items it was computed on
    bool sampled = false;        ///< fewer than the sets have
    std::optional<double> value; ///< absent where it is not defined
    std::string reason;          ///< why it is not
    /// What A gets with itself: 1, 0 for a distance; of lists less where some are short; absent where not defined.
    std::optional<double> identical = 1;
    std::optional<double> nullMean, pValue, tau,
        calibrated; ///< of permutations of the correspondence; by the low tail for a distance
};

/// Column i of a and of b is the same item.
/// @throws Error(Input) where the sets differ in size, are smaller than 3 items, or K > n - 1; Cancelled.
std::vector<SimilarityResult> measureSimilarity(MatrixView a, MatrixView b, const SimilarityOptions& options,
                                                const Context& context = {});

} // namespace bridgescope
