#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <memory>
#include <optional>
#include <span>

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
    double cosine = 0;        ///< mean of cos(f(x), y); a zero vector counts 0
    double normRatio = 0;     ///< mean ‖f(x)‖ over mean ‖y‖; 0 where every y is zero
};
Fit measureFit(MatrixView f, MatrixView y);

struct UnitSet;

/// One Y against which predictions are measured again and again, as after every epoch: its share of the work is done
/// once.
class Targets {
public:
    explicit Targets(MatrixView y); ///< which must outlive this
    ~Targets();
    Fit fit(MatrixView f) const; ///< measureFit(f, y)
    /// P@1 from f(x) to y by cosine, sought among all of y. f: d x m; the partner of its column i is y's column
    /// partners[i]. The same as measureRetrieval()'s where these are all of y.
    double p1(MatrixView f, std::span<const Index> partners, const Context& context = {}) const;

private:
    std::unique_ptr<const UnitSet> m_y;
    double m_total = 0; ///< Σ‖y - ȳ‖²
    bool m_constant = true;
};

} // namespace bridgescope
