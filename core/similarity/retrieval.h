#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <optional>

namespace bridgescope {

/// Retrieval of an item's partner among all candidates; rank = 1 + nearer + tied with a lower index.
struct RetrievalScores {
    double p1 = 0, p5 = 0, p10 = 0; ///< share of items whose partner is among the 1, 5, 10 nearest
    double mrr = 0;                 ///< mean reciprocal rank
    double medianRank = 0;
};
struct Retrieval {
    RetrievalScores forwardCosine, forwardCsls;   ///< from f(x) to y
    RetrievalScores backwardCosine, backwardCsls; ///< from y to f(x)
};
/// f and y: d x n, column i of both is the same item. CSLS (Conneau et al. 2018) with the mean cosine to the `cslsK`
/// nearest.
Retrieval measureRetrieval(MatrixView f, MatrixView y, int cslsK = 10, const Context& context = {});

/// How near f(X) comes to Y. f, y: d x n.
struct Fit {
    double mse = 0;           ///< mean squared error over items and dimensions
    std::optional<double> r2; ///< 1 - Σ‖y - f‖² / Σ‖y - ȳ‖² over all dimensions together; absent where Y is constant
    double cosine = 0; ///< mean of cos(f(x), y); a zero vector counts 0
};
Fit measureFit(MatrixView f, MatrixView y);

} // namespace bridgescope
