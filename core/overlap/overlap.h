#pragma once
#include "core/base/context.h"
#include "core/neighbors/neighbor_table.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bridgescope {

class RelatedPairs;

/// Whether an item counts as its own first neighbor (the paper's code) or not.
enum class SelfRule { Excluded, Included };
std::string_view selfRuleId(SelfRule rule); ///< "excluded", "included"
/// Others in a list of K: one fewer where the item itself stands first.
inline Index othersOf(Index k, SelfRule self)
{
    return self == SelfRule::Included ? k - 1 : k;
}

/// Everything a number of overlap depends on beside the lists.
struct OverlapOptions {
    Index k = 10;
    Index kMax = 100; ///< by_k runs from 1 to here
    SelfRule self = SelfRule::Excluded;
    Index permutations = 1000; ///< 0: off
    std::uint64_t seed = 1;
    bool bands = true;   ///< off: no error for every K (byKError), where they are known from before
    Index bootstrap = 0; ///< resamples for the interval over items; 0: none
};

/// NNO of every item at every K, from one pass over two sorted lists: an item shared at ranks r and s counts for K >=
/// max(r, s). Ranks and K follow the self rule: with Included rank 1 is the item itself, followed by its K - 1 nearest
/// others.
class OverlapCounts {
public:
    OverlapCounts() = default;
    /// Tables of the same items; kMax at most what both hold (plus one with Included).
    OverlapCounts(const NeighborTable& a, const NeighborTable& b, Index kMax, SelfRule self);

    Index items() const { return m_items; }
    Index kMax() const { return m_kMax; }
    int count(Index item, Index k) const; ///< NNO^k(item), 0..k
    std::vector<int> counts(Index k) const;
    std::vector<double> means() const; ///< mNNO^k for k = 1..kMax

private:
    Index m_items = 0, m_kMax = 0;
    std::vector<std::uint16_t> m_cumulative; ///< kMax entries an item
};

double chanceOverlap(Index n, Index k, SelfRule self); ///< K/(N-1), or (1 + (K-1)²/(N-1))/K

struct Interval {
    double low = 0, high = 0;
};

/// One overlap with its conventions: what `overlap` prints and every chart draws.
struct Overlap {
    Index n = 0, k = 0;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    double mean = 0;
    double chance = 0;
    double standardError = 0;     ///< network-robust
    Interval interval;            ///< 95 %: mean ± 1.96 SE
    double relatedShare = 0;      ///< of all pairs of items, those the error sums over; see mostRelatedShare
    std::optional<double> pValue; ///< permutation, one-sided; absent where permutations = 0
    std::optional<double> calibrated;
    std::optional<double> tau;
    std::optional<Interval> intervalItems; ///< percentile bootstrap over items: conditional on the lists
    std::vector<double> byK;               ///< mNNO^k, k = 1..kMax
    std::vector<double> byKError;          ///< SE of each, for bands; empty above 5,000 items
    std::vector<int> perItem;              ///< NNO^k of every item; items of all folds one after the other with folds
    Index zeroA = 0, zeroB = 0;            ///< items without a list (zero vectors under cosine)
    struct Fold {
        Index n;
        double mean;
    };
    std::vector<Fold> folds;      ///< empty without folds
    std::optional<double> foldSd; ///< n - 1
};

/// Above this share of related pairs interval and test say little: of unrelated spaces (simulated, N = 12 to 100, K = 2
/// to 40) the test of D at .05 rejects in 17 % at a share of .3, in 22 to 40 % above .5; in 6 to 10 % below .15.
constexpr double mostRelatedShare = .3;

/// What two overlaps of a common space leave to the third, by shares of K: 1 - share is half the symmetric difference
/// of K-sets over K, a metric, so that the third lies in [first + second - 1, 1 - |first - second|]. Holds item by
/// item, hence for means and for means of folds, and where lists are shorter than K. A third value outside belongs to
/// other lists.
Interval boundOfThird(double first, double second);
/// Whether the third overlap lies there, up to rounding.
bool withinBound(double third, const Interval& bound);

/// One fold's lists (or the only ones). Spaces in the order X, f(X), Y; f(X) may be absent.
struct SpaceLists {
    const NeighborTable* x = nullptr;
    const NeighborTable* f = nullptr;
    const NeighborTable* y = nullptr;
};

/// Standard error of mean(v) for items that stand in one another's lists (network-robust variance, Kojevnikov, Marmer,
/// Song 2021): SE² = (1/n²) Σ (v_i - v̄)(v_j - v̄) over i = j and all ordered pairs of which one is in a K-list of the
/// other in any of the spaces given; a sum that is not positive is replaced by Σ (v_i - v̄)²/n². K counts others.
double networkRobustError(std::span<const double> values, std::span<const NeighborTable* const> spaces, Index k);

/// Overlap of two spaces, fold by fold. `folds` has one entry a fold: the tables of A and B among the fold's own items.
/// `all` names, per fold, every space compared (for the interval); it includes A and B.
struct FoldPair {
    const NeighborTable* a = nullptr;
    const NeighborTable* b = nullptr;
    std::vector<const NeighborTable*> all;
    /// Where they were computed before (a slider is dragged): counts of A and B, and pairs related in any of `all`, to
    /// kMax.
    const OverlapCounts* counts = nullptr;
    const RelatedPairs* related = nullptr;
    /// One number an item: with it permutations exchange items of equal numbers only (the stratified null).
    std::span<const std::int32_t> strata = {};
};
Overlap measureOverlap(std::span<const FoldPair> folds, Metric metric, const OverlapOptions& options,
                       const Context& context = {});

/// A mean of per-item differences with its test: D or the gain G.
struct DifferenceTest {
    double mean = 0; ///< of mNNO, so divided by K
    double standardError = 0;
    Interval interval;
    double pValue = 1;     ///< two-sided, z = mean / SE
    double wilcoxonP = 1;  ///< two-sided, zeros dropped, tie-corrected normal approximation
    double effectSize = 0; ///< matched-pairs rank-biserial
};
/// Test of first - second, item by item (`first` and `second` hold NNO^k of the same items in the same order).
DifferenceTest testDifference(const Overlap& first, const Overlap& second, std::span<const FoldPair> folds);

} // namespace bridgescope
