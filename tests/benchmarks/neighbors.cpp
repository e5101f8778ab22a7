// Exact lists of three sets with their overlap: seconds, GFLOP/s of the products implied, peak memory.
//
//   benchmark_neighbors N D K [REPEATS] [--metric euclidean] [--kernel 1]   one workload, as often as asked
//   benchmark_neighbors N D K --serve                          one run for each line on standard input; prints its seconds,
//                                                                   seconds of all threads, peak memory in MiB
//   benchmark_neighbors --growth                                    N from 1,000 to 100,000
//
// The workload is that of neighbors_against_peers.py: three views (N x D) of 32 common directions with noise.
#include "core/neighbors/neighbors.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/neighbors/product_kernel.h"
#include "core/overlap/overlap.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <sys/resource.h>

using namespace bridgescope;

namespace {

struct Workload {
    Index n = 5000, d = 300, k = 10;
    Metric metric = Metric::Cosine;
    Index kernel = 0; ///< of productKernels()
    Matrix x, y, f;
};

Matrix normals(Index rows, Index columns, Random& random)
{
    Matrix m(rows, columns);
    for (Index j = 0; j < columns; ++j)
        for (float& v : m.column(j))
            v = static_cast<float>(random.normal());
    return m;
}

Matrix view(const Matrix& base, Index d, Random& random)
{
    const Matrix weights = normals(d, base.rows(), random);
    Matrix m = normals(d, base.columns(), random);
    for (Index i = 0; i < m.columns(); ++i) {
        const auto out = m.column(i);
        for (float& v : out)
            v *= 2;
        for (Index c = 0; c < base.rows(); ++c)
            for (Index j = 0; j < d; ++j)
                out[static_cast<std::size_t>(j)] += base(c, i) * weights(j, c);
    }
    return m;
}

void fill(Workload& work)
{
    Random random(0, "benchmark");
    const Matrix base = normals(32, work.n, random);
    work.x = view(base, work.d, random);
    work.y = view(base, work.d, random);
    work.f = view(base, work.d, random);
}

double run(const Workload& work, double* overlaps)
{
    const auto start = std::chrono::steady_clock::now();
    NeighborOptions options;
    options.k = work.k;
    options.metric = work.metric;
    options.kernel = work.kernel;
    const NeighborTable x = exactNeighbors(work.x, options), y = exactNeighbors(work.y, options),
                        f = exactNeighbors(work.f, options);
    overlaps[0] = OverlapCounts(x, f, work.k, SelfRule::Excluded).means().back();
    overlaps[1] = OverlapCounts(y, f, work.k, SelfRule::Excluded).means().back();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

rusage usageNow()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

double peakMiB()
{
    return static_cast<double>(usageNow().ru_maxrss) / 1024;
}

/// Seconds of all threads: what a busy machine distorts least.
double processorSeconds()
{
    const rusage usage = usageNow();
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void measure(const Workload& work, int repeats)
{
    std::vector<double> seconds;
    double overlaps[2];
    const double before = processorSeconds();
    for (int r = 0; r < repeats; ++r)
        seconds.push_back(run(work, overlaps));
    const double processor = (processorSeconds() - before) / repeats;
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    const double flop =
        3.0 * 2.0 * static_cast<double>(work.n) * static_cast<double>(work.n) * static_cast<double>(work.d);
    std::printf("N %7lld  d %5lld  K %4lld  %8.3f s (least %.3f, processor %.3f)  %7.1f GFLOP/s of full products  peak "
                "%6.0f MiB  "
                "overlaps %.4f %.4f\n",
                static_cast<long long>(work.n), static_cast<long long>(work.d), static_cast<long long>(work.k), median,
                seconds.front(), processor, flop / median / 1e9, peakMiB(), overlaps[0], overlaps[1]);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    Workload work;
    bool serve = false, growth = false;
    std::vector<long long> numbers;
    for (int a = 1; a < argc; ++a) {
        if (!std::strcmp(argv[a], "--serve"))
            serve = true;
        else if (!std::strcmp(argv[a], "--growth"))
            growth = true;
        else if (!std::strcmp(argv[a], "--metric") && a + 1 < argc)
            work.metric = metricFromId(argv[++a]);
        else if (!std::strcmp(argv[a], "--kernel") && a + 1 < argc)
            work.kernel = std::atoll(argv[++a]);
        else
            numbers.push_back(std::atoll(argv[a]));
    }
    const auto kernels = productKernels();
    std::printf("kernel %s, %d workers\n",
                kernels[std::min(static_cast<std::size_t>(work.kernel), kernels.size() - 1)].name, threadCount());
    if (growth) {
        work.d = 128;
        for (const Index n : {1000, 3000, 10000, 30000, 100000}) {
            work.n = n;
            fill(work);
            measure(work, n > 20000 ? 1 : 3);
        }
        return 0;
    }
    if (numbers.size() < 3) {
        std::fprintf(stderr,
                     "usage: benchmark_neighbors N D K [REPEATS] [--metric cosine|euclidean] [--serve] | --growth\n");
        return 2;
    }
    work.n = numbers[0];
    work.d = numbers[1];
    work.k = numbers[2];
    fill(work);
    if (!serve) {
        measure(work, numbers.size() > 3 ? static_cast<int>(numbers[3]) : 3);
        return 0;
    }
    double overlaps[2];
    for (std::string line; std::getline(std::cin, line);) {
        const double before = processorSeconds(), seconds = run(work, overlaps);
        std::printf("%.6f %.6f %.1f\n", seconds, processorSeconds() - before, peakMiB());
        std::fflush(stdout);
    }
    return 0;
}
