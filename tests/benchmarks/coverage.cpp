// Coverage of the network-robust interval and rejection rates of the tests of D, in a simulation where D is 0.
//
//   benchmark_coverage [DRAWS 300] [K 10]
//
// X, f(X) and Y are views of the same hidden directions with noise of their own, made so that mNNO(X, f(X)) and mNNO(Y,
// f(X)) have one expectation. Items are drawn anew each time; the weights stay, as trained spaces do. The expectation
// of each overlap is the mean over all draws. Beside it: the interval that takes items as independent.
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/overlap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

using namespace bridgescope;

namespace {

constexpr Index hidden = 8, dimension = 24;

Matrix normals(Index rows, Index columns, Random& random)
{
    Matrix m(rows, columns);
    for (Index j = 0; j < columns; ++j)
        for (float& v : m.column(j))
            v = static_cast<float>(random.normal());
    return m;
}

Matrix view(const Matrix& z, const Matrix& weights, Random& random)
{
    Matrix m = normals(weights.rows(), z.columns(), random);
    for (Index i = 0; i < m.columns(); ++i)
        for (Index c = 0; c < z.rows(); ++c)
            for (Index j = 0; j < m.rows(); ++j)
                m(j, i) += z(c, i) * weights(j, c);
    return m;
}

double independentError(const std::vector<double>& v)
{
    const auto n = static_cast<double>(v.size());
    const double mean = std::accumulate(v.begin(), v.end(), 0.0) / n;
    double sum = 0;
    for (const double x : v)
        sum += (x - mean) * (x - mean);
    return std::sqrt(sum) / n;
}

struct Draw {
    double xf = 0, xfError = 0, xfIndependent = 0;
    double d = 0, dError = 0, dIndependent = 0, p = 0, wilcoxon = 0;
};

Draw drawOnce(Index n, Index k, const std::array<Matrix, 3>& weights, std::uint64_t seed)
{
    Random random(seed, "coverage");
    const Matrix z = normals(hidden, n, random);
    NeighborOptions neighborOptions;
    neighborOptions.k = k;
    std::array<NeighborTable, 3> tables;
    for (std::size_t s = 0; s < 3; ++s)
        tables[s] = exactNeighbors(view(z, weights[s], random), neighborOptions);
    const std::vector<const NeighborTable*> all{&tables[0], &tables[1], &tables[2]};
    const std::vector<FoldPair> xf{{&tables[0], &tables[1], all}}, yf{{&tables[2], &tables[1], all}};
    OverlapOptions options;
    options.k = options.kMax = k;
    options.permutations = 0;
    const Overlap first = measureOverlap(xf, Metric::Cosine, options),
                  second = measureOverlap(yf, Metric::Cosine, options);
    const DifferenceTest test = testDifference(first, second, xf);
    std::vector<double> values, differences;
    for (std::size_t i = 0; i < first.perItem.size(); ++i) {
        values.push_back(first.perItem[i] / static_cast<double>(k));
        differences.push_back((first.perItem[i] - second.perItem[i]) / static_cast<double>(k));
    }
    return {first.mean,  first.standardError, independentError(values),
            test.mean,   test.standardError,  independentError(differences),
            test.pValue, test.wilcoxonP};
}

void simulate(Index n, Index k, int draws)
{
    Random random(1, "weights");
    // Y's weights are X's with the two halves of the dimensions exchanged, f's lie midway: exchanging the halves turns
    // X into Y, Y into X and f into itself in law, so D = 0 exactly.
    std::array<Matrix, 3> weights;
    for (Matrix& w : weights)
        w = normals(dimension, hidden, random);
    for (Index c = 0; c < hidden; ++c)
        for (Index j = 0; j < dimension; ++j) {
            weights[2](j, c) = weights[0]((j + dimension / 2) % dimension, c);
            weights[1](j, c) = (weights[0](j, c) + weights[2](j, c)) / std::sqrt(2.0f);
        }
    std::vector<Draw> all;
    for (int r = 0; r < draws; ++r)
        all.push_back(drawOnce(n, k, weights, static_cast<std::uint64_t>(r + 1)));
    const auto share = [&](auto&& holds) {
        return 100.0 * static_cast<double>(std::count_if(all.begin(), all.end(), holds)) / draws;
    };
    double expected = 0, meanD = 0;
    for (const Draw& d : all) {
        expected += d.xf / draws;
        meanD += d.d / draws;
    }
    std::printf("N %5lld K %lld, %d draws: mNNO(X,f(X)) %.4f, mean D %+.5f\n", static_cast<long long>(n),
                static_cast<long long>(k), draws, expected, meanD);
    std::printf(
        "  95 %% interval of mNNO(X,f(X)) covers: network-robust %5.1f %%, items taken as independent %5.1f %%\n",
        share([&](const Draw& d) { return std::abs(d.xf - expected) <= 1.96 * d.xfError; }),
        share([&](const Draw& d) { return std::abs(d.xf - expected) <= 1.96 * d.xfIndependent; }));
    std::printf(
        "  95 %% interval of D covers 0:          network-robust %5.1f %%, items taken as independent %5.1f %%\n",
        share([&](const Draw& d) { return std::abs(d.d) <= 1.96 * d.dError; }),
        share([&](const Draw& d) { return std::abs(d.d) <= 1.96 * d.dIndependent; }));
    std::printf("  rejected at 5 %%: z test %4.1f %%, Wilcoxon %4.1f %%\n",
                share([](const Draw& d) { return d.p < .05; }), share([](const Draw& d) { return d.wilcoxon < .05; }));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const int draws = argc > 1 ? std::atoi(argv[1]) : 300;
    const Index k = argc > 2 ? std::atoi(argv[2]) : 10;
    if (draws < 1 || k < 1) {
        std::fprintf(stderr, "usage: benchmark_coverage [DRAWS] [K]\n");
        return 2;
    }
    for (const Index n : {300, 1000})
        simulate(n, k, draws);
    return 0;
}
