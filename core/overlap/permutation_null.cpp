#include "core/overlap/permutation_null.h"

#include "core/base/parallel.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// The first `length` entries of every list, side by side, -1 where a list is shorter.
struct PackedLists {
    Index length = 0;
    std::vector<std::int32_t> entries;
    std::span<const std::int32_t> of(Index item) const
    {
        return {entries.data() + item * length, static_cast<std::size_t>(length)};
    }
};

PackedLists pack(const NeighborTable& table, Index length)
{
    PackedLists packed;
    packed.length = length;
    packed.entries.assign(static_cast<std::size_t>(table.items() * length), -1);
    for (Index i = 0; i < table.items(); ++i) {
        const auto list = table.neighbors(i);
        std::copy_n(list.begin(), std::min<std::size_t>(list.size(), static_cast<std::size_t>(length)),
                    packed.entries.begin() + i * length);
    }
    return packed;
}

/// Number of pairs (i, j) with j in the list of i in A and pi(j) in the list of pi(i) in B.
///
/// Counted by edges: an edge i -> j of A is looked up among the few edges of B that leave pi(i). A bit mask of 64
/// hashed places a list rules out nearly all of them without touching the list.
Index sharedEdges(const PackedLists& a, const PackedLists& b, const std::vector<std::uint64_t>& masksB,
                  const std::vector<std::int32_t>& pi)
{
    Index shared = 0;
    const auto n = static_cast<Index>(pi.size());
    for (Index i = 0; i < n; ++i) {
        const Index target = pi[static_cast<std::size_t>(i)];
        const std::uint64_t mask = masksB[static_cast<std::size_t>(target)];
        for (const std::int32_t j : a.of(i)) {
            if (j < 0) break;
            const std::int32_t image = pi[static_cast<std::size_t>(j)];
            if (!(mask >> (image & 63) & 1)) continue;
            const auto list = b.of(target);
            shared += std::find(list.begin(), list.end(), image) != list.end();
        }
    }
    return shared;
}

struct PreparedFold {
    PackedLists a, b;
    std::vector<std::uint64_t> masksB;
    Index selfShared = 0; ///< items that count themselves in both spaces, under any permutation
    Index n = 0;
};

PreparedFold prepareFold(const FoldPair& fold, const OverlapOptions& options)
{
    const Index shift = options.self == SelfRule::Included ? 1 : 0;
    PreparedFold prepared;
    prepared.n = fold.a->items();
    prepared.a = pack(*fold.a, options.k - shift);
    prepared.b = pack(*fold.b, options.k - shift);
    prepared.masksB.assign(static_cast<std::size_t>(prepared.n), 0);
    for (Index i = 0; i < prepared.n; ++i) {
        for (const std::int32_t j : prepared.b.of(i))
            if (j >= 0) prepared.masksB[static_cast<std::size_t>(i)] |= std::uint64_t(1) << (j & 63);
        prepared.selfShared += shift == 1 && fold.a->count(i) > 0 && fold.b->count(i) > 0;
    }
    return prepared;
}

} // namespace

void judgeNull(PermutationNull& null, double observed)
{
    constexpr double alpha = .05;
    const auto permutations = null.values.size();
    const auto atLeast = std::count_if(null.values.begin(), null.values.end(), [&](double v) { return v >= observed; });
    null.pValue = (1.0 + static_cast<double>(atLeast)) / (static_cast<double>(permutations) + 1.0);
    std::vector<double> all = null.values;
    all.push_back(observed);
    // (1 - alpha)(P + 1) in whole numbers of twentieths, so that 0.95 x 1000 is not rounded up to 951.
    const std::size_t rank = (19 * all.size() + 19) / 20;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rank - 1), all.end());
    null.tau = all[rank - 1];
    static_assert(alpha * 20 == 1.0);
    null.calibrated = null.tau < 1 ? std::clamp((observed - null.tau) / (1 - null.tau), 0.0, 1.0) : 0.0;
}

PermutationNull permuteCorrespondence(std::span<const FoldPair> folds, double observed, const OverlapOptions& options,
                                      const Context& context)
{
    std::vector<PreparedFold> prepared;
    for (const auto& fold : folds)
        prepared.push_back(prepareFold(fold, options));
    PermutationNull null;
    null.values.assign(static_cast<std::size_t>(options.permutations), 0.0);
    parallelFor(options.permutations, [&](Index p, int) {
        context.checkStop();
        double sum = 0;
        for (std::size_t f = 0; f < prepared.size(); ++f) {
            const PreparedFold& fold = prepared[f];
            // A stream of its own for each permutation: the values do not depend on who draws them.
            Random random(options.seed, "permutation " + std::to_string(p) + " " + std::to_string(f));
            std::vector<std::int32_t> pi(static_cast<std::size_t>(fold.n));
            for (Index i = 0; i < fold.n; ++i)
                pi[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(i);
            for (Index i = fold.n - 1; i > 0; --i)
                std::swap(pi[static_cast<std::size_t>(i)], pi[static_cast<std::size_t>(random.below(i + 1))]);
            const Index shared = sharedEdges(fold.a, fold.b, fold.masksB, pi) + fold.selfShared;
            sum += static_cast<double>(shared) / (static_cast<double>(fold.n) * static_cast<double>(options.k));
        }
        null.values[static_cast<std::size_t>(p)] = sum / static_cast<double>(prepared.size());
    });
    judgeNull(null, observed);
    return null;
}

} // namespace bridgescope
