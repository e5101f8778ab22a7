#include "core/overlap/permutation_null.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/overlap/relabelled_overlap.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>

namespace bridgescope {
namespace {

std::vector<RelabelledOverlap> prepare(std::span<const FoldPair> folds, Index kMax, SelfRule self)
{
    std::vector<RelabelledOverlap> prepared;
    for (const FoldPair& fold : folds)
        prepared.emplace_back(fold, kMax, self);
    return prepared;
}

/// A stream of its own for each permutation of each fold: what is drawn does not depend on who draws it.
Random streamOf(std::uint64_t seed, Index permutation, std::size_t fold)
{
    return Random(seed, "permutation " + std::to_string(permutation) + " " + std::to_string(fold));
}

/// Runs body(p) for every permutation, polling and reporting as it goes.
void eachPermutation(Index permutations, const Context& context, const std::function<void(Index p)>& body)
{
    std::mutex reporting;
    Index done = 0;
    const Index step = std::max<Index>(1, permutations / 100);
    parallelFor(permutations, [&](Index p, int) {
        context.checkStop();
        body(p);
        const std::scoped_lock lock(reporting);
        if (++done % step == 0)
            context.report(static_cast<double>(done), static_cast<double>(permutations), "permutations");
    });
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
    const auto prepared = prepare(folds, options.k, options.self);
    PermutationNull null;
    null.values.assign(static_cast<std::size_t>(options.permutations), 0.0);
    eachPermutation(options.permutations, context, [&](Index p) {
        std::vector<std::int32_t> relabelling, marks;
        double sum = 0;
        for (std::size_t f = 0; f < prepared.size(); ++f) {
            Random random = streamOf(options.seed, p, f);
            prepared[f].draw(random, relabelling);
            sum += static_cast<double>(prepared[f].shared(relabelling, marks)) /
                   (static_cast<double>(prepared[f].items()) * static_cast<double>(options.k));
        }
        null.values[static_cast<std::size_t>(p)] = sum / static_cast<double>(prepared.size());
    });
    judgeNull(null, observed);
    return null;
}

NullBand nullBand(std::span<const FoldPair> folds, const OverlapOptions& options, const Context& context)
{
    if (options.permutations < 1) throw Error(ErrorKind::Usage, "a null band needs permutations", "ask for 200");
    const auto prepared = prepare(folds, options.kMax, options.self);
    const auto kMax = static_cast<std::size_t>(options.kMax),
               permutations = static_cast<std::size_t>(options.permutations);
    std::vector<std::vector<double>> values(kMax, std::vector<double>(permutations, 0.0)); // of each K
    eachPermutation(options.permutations, context, [&](Index p) {
        std::vector<std::int32_t> relabelling;
        std::vector<std::int64_t> marks;
        std::vector<Index> shared;
        for (std::size_t f = 0; f < prepared.size(); ++f) {
            Random random = streamOf(options.seed, p, f);
            prepared[f].draw(random, relabelling);
            prepared[f].sharedAtEveryK(relabelling, marks, shared);
            for (std::size_t k = 0; k < kMax; ++k)
                values[k][static_cast<std::size_t>(p)] +=
                    static_cast<double>(shared[k]) /
                    (static_cast<double>(prepared[f].items()) * static_cast<double>(k + 1) *
                     static_cast<double>(prepared.size()));
        }
    });
    NullBand band;
    for (auto& ofK : values) {
        double sum = 0;
        for (const double v : ofK)
            sum += v;
        band.mean.push_back(sum / static_cast<double>(permutations));
        std::sort(ofK.begin(), ofK.end());
        const auto rank = std::max<std::size_t>(1, (permutations + 1) / 40); // .025 (P + 1), counted from 1
        band.low.push_back(ofK[rank - 1]);
        band.high.push_back(ofK[permutations - rank]);
    }
    return band;
}

} // namespace bridgescope
