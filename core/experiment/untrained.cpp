#include "core/experiment/untrained.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/experiment/statistics.h"
#include "core/mapping/network.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/paired_tests.h"
#include "core/wordsim/correlation.h"

#include <algorithm>
#include <charconv>
#include <mutex>

namespace bridgescope {
namespace {

struct Draw {
    double overlap = 0;
    struct Score {
        std::optional<double> cosine, euclidean, cosineP, euclideanP;
        std::string reason;
    };
    std::vector<Score> scores;
};

/// What draws are compared with.
struct Reference {
    MatrixView x;
    NeighborTable lists;
    std::vector<PairSimilarities> similarities;
    std::vector<BenchmarkScore> scores;
};

NeighborTable listsOf(MatrixView set, const UntrainedOptions& options, const Context& context)
{
    NeighborOptions neighbors;
    neighbors.metric = options.metric;
    neighbors.k = options.k;
    return exactNeighbors(set, neighbors, context);
}

std::optional<double> steigerP(const std::optional<double>& f, const std::optional<double>& x,
                               const std::vector<double>& ofF, const std::vector<double>& ofX)
{
    const auto between = spearman(ofF, ofX);
    if (!f || !x || !between) return std::nullopt;
    const auto test = steigerTest(*f, *x, *between, static_cast<Index>(ofX.size()));
    return test ? std::optional(test->p) : std::nullopt;
}

Draw drawNet(const Reference& reference, const std::vector<CoveredPairs>& benchmarks, const UntrainedOptions& options,
             Index depth, Index draw, const Context& context)
{
    std::vector<Index> sizes(static_cast<std::size_t>(depth) + 2, options.width.value_or(reference.x.rows));
    sizes.front() = reference.x.rows;
    const Network net = initialNetwork(sizes, activationFromId(options.activation), options.init, options.seed,
                                       "untrained." + std::to_string(depth) + "." + std::to_string(draw));
    const Matrix f = applyNetwork(net, reference.x, context);
    Draw result;
    result.overlap =
        OverlapCounts(reference.lists, listsOf(f, options, context), options.k, options.self).means().back();
    for (std::size_t b = 0; b < benchmarks.size(); ++b) {
        const PairSimilarities ofF = pairSimilarities(f, benchmarks[b]);
        const BenchmarkScore score = scoreBenchmark(benchmarks[b], ofF), &x = reference.scores[b];
        result.scores.push_back(
            {score.cosine, score.euclidean,
             steigerP(score.cosine, x.cosine, ofF.cosine, reference.similarities[b].cosine),
             steigerP(score.euclidean, x.euclidean, ofF.euclidean, reference.similarities[b].euclidean), score.reason});
    }
    return result;
}

UntrainedScore overDraws(std::span<const Draw> draws, std::size_t benchmark, std::optional<double> Draw::Score::*value,
                         std::optional<double> Draw::Score::*p)
{
    std::vector<double> values, ps;
    UntrainedScore score;
    for (const Draw& draw : draws) {
        if (const auto& v = draw.scores[benchmark].*value) values.push_back(*v);
        if (const auto& v = draw.scores[benchmark].*p) ps.push_back(*v);
        if (!(draw.scores[benchmark].*value)) score.reason = draw.scores[benchmark].reason;
    }
    if (values.size() == draws.size()) {
        score.mean = meanOf(values);
        score.sd = sdOf(values);
    }
    if (ps.size() == draws.size()) score.medianP = medianOf(ps);
    return score;
}

UntrainedLayer layerOf(Index depth, std::span<const Draw> draws, std::size_t benchmarks)
{
    UntrainedLayer layer;
    layer.depth = depth;
    for (const Draw& draw : draws)
        layer.overlaps.push_back(draw.overlap);
    layer.mean = meanOf(layer.overlaps);
    layer.sd = sdOf(layer.overlaps);
    for (std::size_t b = 0; b < benchmarks; ++b) {
        layer.cosine.push_back(overDraws(draws, b, &Draw::Score::cosine, &Draw::Score::cosineP));
        layer.euclidean.push_back(overDraws(draws, b, &Draw::Score::euclidean, &Draw::Score::euclideanP));
    }
    return layer;
}

Index depthFrom(std::string_view text, const std::string& whole)
{
    Index depth = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), depth);
    if (failed != std::errc() || end != text.data() + text.size() || depth < 0 || depth > 5)
        throw Error(ErrorKind::Usage, "--layers " + whole + " is no list of depths from 0 to 5",
                    "write it as 0..5, 0,2,4 or 3");
    return depth;
}

} // namespace

std::vector<Index> parseDepths(const std::string& text)
{
    std::vector<Index> depths;
    const std::string_view all = text;
    for (std::size_t begin = 0; begin <= all.size();) {
        const std::size_t end = std::min(all.find(',', begin), all.size());
        const std::string_view part = all.substr(begin, end - begin);
        const auto dots = part.find("..");
        const Index first = depthFrom(part.substr(0, dots), text);
        const Index last = dots == std::string_view::npos ? first : depthFrom(part.substr(dots + 2), text);
        if (last < first) depthFrom("", text);
        for (Index depth = first; depth <= last; ++depth)
            depths.push_back(depth);
        begin = end + 1;
    }
    std::sort(depths.begin(), depths.end());
    depths.erase(std::unique(depths.begin(), depths.end()), depths.end());
    return depths;
}

void starTogether(std::span<UntrainedResult> table)
{
    std::vector<UntrainedScore*> tested;
    std::vector<double> ps;
    UntrainedLayer* linear = nullptr;
    for (UntrainedResult& result : table)
        for (UntrainedLayer& layer : result.layers) {
            if (layer.depth == 0 && linear) continue;
            if (layer.depth == 0) linear = &layer;
            for (auto* scores : {&layer.cosine, &layer.euclidean})
                for (UntrainedScore& score : *scores)
                    if (score.medianP) {
                        tested.push_back(&score);
                        ps.push_back(*score.medianP);
                    }
        }
    const std::vector<double> adjusted = holmAdjusted(ps);
    for (std::size_t i = 0; i < tested.size(); ++i)
        tested[i]->starred = adjusted[i] < table.front().options.alpha;
    for (UntrainedResult& result : table) {
        result.tests = static_cast<Index>(ps.size());
        for (UntrainedLayer& layer : result.layers)
            if (layer.depth == 0) {
                layer.cosine = linear->cosine;
                layer.euclidean = linear->euclidean;
            }
    }
}

void UntrainedOptions::validate() const
{
    const auto refuse = [](const std::string& what, const std::string& hint) {
        throw Error(ErrorKind::Usage, what, hint);
    };
    if (draws < 1 || draws > 10000)
        refuse("--draws " + std::to_string(draws) + " is no number of draws", "give 1 to 10000");
    if (width && (*width < 1 || *width > 65536))
        refuse("--width " + std::to_string(*width) + " is no width of a layer", "give 1 to 65536");
    if (k < 1) refuse("K = " + std::to_string(k) + " is not a number of neighbors", "choose K from 1");
}

UntrainedResult measureUntrained(MatrixView x, std::vector<CoveredPairs> benchmarks, const UntrainedOptions& options,
                                 const Context& context)
{
    options.validate();
    UntrainedResult result;
    result.options = options;
    result.n = x.columns;
    result.d = x.rows;
    result.chance = chanceOverlap(x.columns, options.k, options.self);
    Reference reference{x, listsOf(x, options, context), {}, {}};
    for (const CoveredPairs& pairs : benchmarks) {
        reference.similarities.push_back(pairSimilarities(x, pairs));
        reference.scores.push_back(scoreBenchmark(pairs, reference.similarities.back()));
    }
    const auto draws = static_cast<std::size_t>(options.draws);
    const auto tasks = options.depths.size() * draws;
    std::vector<Draw> all(tasks);
    Context quiet = context;
    quiet.progress = nullptr;
    std::mutex mutex;
    std::size_t done = 0;
    parallelFor(static_cast<Index>(tasks), [&](Index task, int) {
        const auto t = static_cast<std::size_t>(task);
        all[t] =
            drawNet(reference, benchmarks, options, options.depths[t / draws], static_cast<Index>(t % draws), quiet);
        const std::scoped_lock lock(mutex);
        context.report(static_cast<double>(++done), static_cast<double>(tasks), "nets");
    });
    for (std::size_t i = 0; i < options.depths.size(); ++i)
        result.layers.push_back(
            layerOf(options.depths[i], std::span(all).subspan(i * draws, draws), benchmarks.size()));
    result.benchmarks = std::move(benchmarks);
    result.x = std::move(reference.scores);
    starTogether({&result, 1});
    return result;
}

std::vector<UntrainedResult> measureUntrained(MatrixView x, const std::vector<CoveredPairs>& benchmarks,
                                              std::span<const UntrainedOptions> options, const Context& context)
{
    std::vector<UntrainedResult> table;
    for (const UntrainedOptions& one : options) {
        Context part = context;
        if (context.progress)
            part.progress = [&, done = static_cast<double>(table.size())](Progress p) {
                p.done += done * p.total;
                p.total *= static_cast<double>(options.size());
                context.progress(p);
            };
        table.push_back(measureUntrained(x, benchmarks, one, part));
    }
    starTogether(table);
    return table;
}

} // namespace bridgescope
