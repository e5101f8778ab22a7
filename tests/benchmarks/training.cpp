// One epoch of a net with one hidden layer (relu, Adam, batch 128, squared error), and what is measured after it on as
// many held-out items as a fifth of all is.
//
//   benchmark_training N DX H DY [REPEATS]   seconds an epoch (median, least), GFLOP/s, where the time goes, memory
//   benchmark_training N DX H DY --serve     one epoch for each line on standard input, its seconds on standard output
//
// The workload is that of the peers in training_against_peers.py.
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/worker_team.h"
#include "core/measurement/epoch_overlaps.h"
#include "core/training/batches.h"
#include "core/training/loss.h"
#include "core/training/net_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <numeric>
#include <string>

using namespace bridgescope;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of this program alone: getrusage would begin with what its caller held.
double peakMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

struct Workload {
    Index n, dX, hidden, dY;
    Matrix x, y;

    double flop() const
    {
        // As the peers count: no gradient of the input is needed.
        return static_cast<double>(n) * static_cast<double>(4 * dX * hidden + 6 * hidden * dY);
    }
    TrainingOptions options() const
    {
        TrainingOptions options;
        options.map = "net";
        options.hidden = {hidden};
        options.epochs = 1'000'000;
        return options;
    }
};

Workload fill(const std::vector<Index>& sizes)
{
    Workload work{sizes[0], sizes[1], sizes[2], sizes[3], Matrix(sizes[1], sizes[0]), Matrix(sizes[3], sizes[0])};
    Random random(0, "benchmark");
    for (Index i = 0; i < work.x.view().size(); ++i)
        work.x.data()[i] = static_cast<float>(random.normal());
    for (Index i = 0; i < work.n; ++i)
        for (Index k = 0; k < work.dY; ++k)
            work.y(k, i) = std::tanh(work.x(k % work.dX, i) + work.x((3 * k + 1) % work.dX, i));
    return work;
}

/// One epoch taken apart: the run's own steps, each timed.
void printParts(const Workload& work)
{
    std::vector<Index> items(static_cast<std::size_t>(work.n));
    std::iota(items.begin(), items.end(), Index(0));
    const TrainingOptions options = work.options();
    Batches batches(work.x, work.y, items, options.batch, 1);
    NetworkTrainer trainer(initialNetwork({work.dX, work.hidden, work.dY}, Activation::Relu, "glorot", 1),
                           trainerOptions(options), batches.largest());
    Loss loss({}, work.dX, work.dY, batches.largest());
    double parts[5] = {};
    const WorkerTeam team;
    for (bool more = true; more;) {
        auto start = Clock::now();
        const auto lap = [&](int part) {
            parts[part] += since(start);
            start = Clock::now();
        };
        const Batches::Batch batch = batches.current();
        lap(0);
        const MatrixView f = trainer.forward(batch.x);
        lap(1);
        loss.evaluate(f, batch.y, batch.x, trainer.outputGradient());
        lap(2);
        trainer.backward();
        lap(3);
        trainer.step(options.learningRate, batches.gatherNext());
        lap(4);
        more = !batches.advance();
    }
    const double all = std::accumulate(std::begin(parts), std::end(parts), 0.0);
    const char* const names[] = {"gathering", "forward", "loss", "backward", "weight gradients and Adam"};
    for (int part = 0; part < 5; ++part)
        std::printf("  %-26s %8.4f s  %4.1f %%\n", names[part], parts[part], 100 * parts[part] / all);
}

/// K = 10, cosine. The epochs that are measured are timed in the same run.
void printOverlaps(const Workload& work, int repeats)
{
    const Index heldOut = work.n / 4;
    if (heldOut < 12) return;
    const Workload others = fill({heldOut, work.dX, work.hidden, work.dY});
    PairedSet pairs;
    pairs.x = Vectors(nullptr, others.x);
    pairs.y = Vectors(nullptr, others.y);
    MeasureOptions options;
    options.overlap.permutations = 0;
    std::vector<Index> items(static_cast<std::size_t>(heldOut));
    std::iota(items.begin(), items.end(), Index(0));
    const auto spaces = measureFold(pairs, items, {}, options);
    const EpochObserver observer =
        epochOverlaps(*spaces, pairs, options, epochProducts(work.options(), work.dX, work.dY, work.n));
    double within = 0;
    TrainingRun run(work.x, work.y, others.x, work.options());
    run.observe([&](MatrixView f, EpochReport& report) {
        const auto start = Clock::now();
        observer(f, report);
        within = since(start);
    });
    std::vector<double> measuring, shares;
    Index sampled = 0;
    for (int r = 0; r <= repeats; ++r) {
        const auto start = Clock::now();
        sampled = run.advance().overlapItems;
        const double all = since(start);
        if (r == 0) continue;
        measuring.push_back(within);
        shares.push_back(within / (all - within));
    }
    std::sort(measuring.begin(), measuring.end());
    std::sort(shares.begin(), shares.end());
    std::printf("  overlaps, P@1 and fit of %lld of %lld held-out items: %.2f ms, %.1f %% of an epoch\n",
                static_cast<long long>(sampled ? sampled : heldOut), static_cast<long long>(heldOut),
                1e3 * measuring[measuring.size() / 2], 100 * shares[shares.size() / 2]);
}

void measure(const Workload& work, int repeats)
{
    TrainingRun run(work.x, work.y, {}, work.options());
    std::vector<double> seconds;
    run.advance();
    for (int r = 0; r < repeats; ++r) {
        const auto start = Clock::now();
        run.advance();
        seconds.push_back(since(start));
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    const double weights = static_cast<double>(work.hidden * (work.dX + 1) + work.dY * (work.hidden + 1)) * 4 / 0x1p20;
    std::printf(
        "N %lld  %lld-%lld-%lld  %.4f s an epoch (least %.4f)  %.1f GFLOP/s  peak %.0f MiB, of it the sets %.0f, "
        "the weights once %.1f\n",
        static_cast<long long>(work.n), static_cast<long long>(work.dX), static_cast<long long>(work.hidden),
        static_cast<long long>(work.dY), median, seconds.front(), work.flop() / median / 1e9, peakMiB(),
        static_cast<double>(work.x.view().size() + work.y.view().size()) * 4 / 0x1p20, weights);
    printParts(work);
    printOverlaps(work, repeats);
}

void serve(const Workload& work)
{
    TrainingRun run(work.x, work.y, {}, work.options());
    for (std::string line; std::getline(std::cin, line);) {
        const auto start = Clock::now();
        run.advance();
        std::printf("%.6f %.1f\n", since(start), peakMiB());
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const bool serving = argc == 6 && !std::strcmp(argv[5], "--serve");
    std::vector<Index> sizes;
    for (int a = 1; a < std::min(argc, 5); ++a)
        sizes.push_back(std::atoll(argv[a]));
    if (sizes.size() < 4 || *std::min_element(sizes.begin(), sizes.end()) < 1) {
        std::fprintf(stderr, "usage: benchmark_training N DX H DY [REPEATS | --serve]\n");
        return 2;
    }
    std::printf("%s, %d workers\n", blasDescription(), threadCount());
    std::fflush(stdout);
    const Workload work = fill(sizes);
    if (serving)
        serve(work);
    else
        measure(work, argc > 5 ? std::max(1, std::atoi(argv[5])) : 5);
    return 0;
}
