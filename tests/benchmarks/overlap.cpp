// What is done with lists, in seconds beside the lists themselves: every K, permutations, errors, one item, a sample.
//
//   benchmark_overlap [N 20000] [LARGE 341479]
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/permutation_null.h"
#include "core/overlap/related_pairs.h"
#include "core/overlap/sampled_overlap.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace bridgescope;

namespace {

/// The median of five, in milliseconds.
template<class Work> double milliseconds(Work&& work, int repeats = 5)
{
    std::vector<double> times;
    for (int r = 0; r < repeats; ++r) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// Views of 16 common directions with noise.
Matrix view(Index d, Index n, std::uint64_t seed)
{
    Random common(1, "common"), own(seed, "own");
    Matrix set(d, n), weights(d, 16);
    for (Index c = 0; c < 16; ++c)
        for (float& w : weights.column(c))
            w = static_cast<float>(own.normal());
    for (Index i = 0; i < n; ++i) {
        const auto x = set.column(i);
        for (float& v : x)
            v = static_cast<float>(own.normal());
        for (Index c = 0; c < 16; ++c) {
            const auto z = static_cast<float>(common.normal());
            for (std::size_t j = 0; j < x.size(); ++j)
                x[j] += z * weights.column(c)[j];
        }
    }
    return set;
}

NeighborTable lists(const Matrix& set, Index k)
{
    NeighborOptions options;
    options.k = k;
    return exactNeighbors(set, options);
}

void ofOneSize(Index n)
{
    const Matrix x = view(128, n, 2), y = view(128, n, 3), f = view(128, n, 4);
    std::printf("N %lld d 128\n", static_cast<long long>(n));
    NeighborTable a, b;
    std::printf("  lists of two sets, K 10            %9.1f ms\n", milliseconds([&] {
                    a = lists(x, 10);
                    b = lists(y, 10);
                }));
    const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
    OverlapOptions options;
    options.kMax = 10;
    std::printf("  1,000 permutations, K 10           %9.1f ms\n",
                milliseconds([&] { permuteCorrespondence(folds, .1, options, {}); }));
    const NeighborTable a100 = lists(x, 100), b100 = lists(y, 100), f100 = lists(f, 100);
    std::printf("  every K to 100 of three pairs      %9.1f ms\n", milliseconds([&] {
                    OverlapCounts(a100, f100, 100, SelfRule::Excluded).means();
                    OverlapCounts(b100, f100, 100, SelfRule::Excluded).means();
                    OverlapCounts(a100, b100, 100, SelfRule::Excluded).means();
                }));
    const std::vector<FoldPair> wide{{&a100, &b100, {&a100, &b100}}};
    options.kMax = 100;
    options.permutations = 200;
    std::printf("  null band of 200, K to 100         %9.1f ms\n", milliseconds([&] { nullBand(wide, options); }, 3));
    std::fflush(stdout);
}

void errors(Index n)
{
    const NeighborTable a = lists(view(128, n, 2), 100), b = lists(view(128, n, 3), 100),
                        c = lists(view(128, n, 4), 100);
    const std::vector<const NeighborTable*> all{&a, &b, &c};
    RelatedPairs related;
    std::printf("N %lld: related pairs of three spaces to K 100 %.1f ms", static_cast<long long>(n),
                milliseconds([&] { related = RelatedPairs(all, 100); }));
    const OverlapCounts counts(a, c, 100, SelfRule::Excluded);
    const std::vector<FoldPair> folds{{&a, &c, all, &counts, &related}};
    OverlapOptions options;
    options.permutations = 0;
    std::printf(", overlap with errors at every K %.1f ms\n",
                milliseconds([&] { measureOverlap(folds, Metric::Cosine, options); }));
    std::fflush(stdout);
}

void ofALargeSet(Index n)
{
    const Matrix x = view(100, n, 2), y = view(100, n, 3);
    std::printf("N %lld d 100: one item among all %.1f ms", static_cast<long long>(n),
                milliseconds([&] { rankAll(x, 17, Metric::Cosine); }));
    const auto start = std::chrono::steady_clock::now();
    sampleOverlap(x, y, {}, {}, [&](const SampledOverlap& s) {
        std::printf("; sample of %lld: %.4f ± %.4f after %.2f s", static_cast<long long>(s.sampled), s.mean,
                    s.halfWidth, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    });
    std::printf("\n");
}

} // namespace

int main(int argc, char** argv)
{
    std::printf("%d workers\n", threadCount());
    ofOneSize(argc > 1 ? std::atoi(argv[1]) : 20000);
    errors(2000);
    ofALargeSet(argc > 2 ? std::atoi(argv[2]) : 341479);
    return 0;
}
