#include "core/overlap/overlap.h"

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/cli/overlap_output.h"
#include "app/options/measure_options.h"
#include "app/options/number_checks.h"
#include "core/base/error.h"
#include "core/base/random.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <ostream>

namespace bridgescope {
namespace {

struct OverlapArguments {
    PairInputs inputs;
    MeasureOptions measure;
    OverlapExtrasOptions extras;
    bool nullBand = false;
    std::optional<SampleOptions> sample;
    double halfWidth = .005;
    std::string perItem;
};

constexpr Index bandPermutations = 200;

/// "auto", or a number of items.
SampleOptions parseSample(const std::string& text)
{
    SampleOptions sample;
    if (text == "auto") return sample;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sample.items);
    if (error != std::errc() || end != text.data() + text.size() || sample.items < 2)
        throw Error(ErrorKind::Usage, "--sample " + text + " is not a number of items", "give 2 or more, or auto");
    return sample;
}

void print(Console& console, bool asJson, nlohmann::ordered_json json, std::uint64_t seed)
{
    if (!asJson) return;
    json["seed"] = seed;
    json["version"] = BRIDGESCOPE_VERSION;
    console.out << json.dump() << '\n';
}

int runSampled(const OverlapArguments& options, const PairedInputs& read, const CommonOptions& common, Console& console,
               const Context& context)
{
    SampleOptions sample = *options.sample;
    sample.metric = options.measure.metric;
    sample.k = options.measure.overlap.k;
    sample.self = options.measure.overlap.self;
    sample.memoryBytes = options.measure.memoryBytes;
    sample.halfWidth = options.halfWidth;
    sample.seed = common.seed;
    sample.groupsA = read.pairs.groupsX;
    sample.groupsB = read.pairs.groupsY;
    sample.items = std::min(sample.items, read.pairs.size());
    if (sample.items > 0 && sample.items < std::min(leastSample, read.pairs.size()))
        context.warning("a sample of " + std::to_string(sample.items) + " items: an interval to rely on takes " +
                        std::to_string(std::min(leastSample, read.pairs.size())));
    std::optional<SampledOverlap> sampled;
    bool interrupted = false;
    const auto keep = [&](const SampledOverlap& step) {
        sampled = step;
        if (console.terminal && !common.quiet) printStep(console.err, step);
    };
    try {
        sampleOverlap(read.pairs.x, read.pairs.y, sample, context, keep);
    } catch (const Cancelled&) {
        if (!sampled) throw;
        interrupted = true; // what was reached is an estimate like any other
    }
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    auto json = toJson(*sampled, sample);
    if (interrupted) json["interrupted"] = true;
    print(console, common.json, std::move(json), common.seed);
    if (!common.json) printSampled(console.out, *sampled, sample);
    if (!interrupted) return 0;
    console.err << "interrupted: the estimate reached until then\n";
    return 130;
}

int runOverlap(OverlapArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.measure.overlap.seed = common.seed;
    if (options.nullBand) options.extras.bandPermutations = bandPermutations;
    if (!options.extras.stratifyBy.empty() && options.measure.overlap.permutations == 0 && !options.nullBand)
        throw Error(ErrorKind::Usage, "--stratify without permutations", "leave out --permutations 0");
    const PairedInputs read = readPair(options.inputs, context);
    if (options.sample) return runSampled(options, read, common, console, context);
    if (!options.extras.stratifyBy.empty()) strataBy(read.pairs.metadata, options.extras.stratifyBy); // before the work
    const auto fold = measureFold(read.pairs, ascending(read.pairs.size()), {}, options.measure, context);
    const Overlap overlap = reportOverlap(*fold, options.measure, context);
    warnOfKMax(overlap, options.measure.overlap.kMax, context);
    const OverlapExtras extras = measureExtras(read.pairs, *fold, overlap, options.measure, options.extras, context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    if (!options.perItem.empty()) writeOverlapPerItem(options.perItem, read.pairs, *fold, overlap);
    auto json = toJson(overlap);
    addExtras(json, extras);
    print(console, common.json, std::move(json), common.seed);
    if (!common.json) {
        printOverlap(console.out, withNullOf(overlap, extras), "A, B");
        printByK(console.out, overlap, extras.band);
        printExtras(console.out, overlap, extras);
    }
    return 0;
}

void addExtrasOptions(CLI::App& app, OverlapArguments& options)
{
    const char* const group = "How sure";
    app.add_flag("--null-band", options.nullBand,
                 "The null at every K too, by 200 permutations (with --stratify within its values)")
        ->group(group);
    app.add_option("--stratify", options.extras.stratifyBy,
                   "Metadata column: the null exchanges items of equal values only; p and calibrated are then beyond "
                   "what these categories explain, the plain ones stand beside")
        ->group(group);
    addBootstrapOption(app, options.measure);
    app.add_flag("--hubs", options.extras.hubs, "Hubness of both sets, and the overlap by CSLS, which discounts hubs")
        ->group(group);
    addCslsOption(app, options.measure)->needs(app.get_option("--hubs"))->group(group);
    auto* sample = app.add_option_function<std::string>(
                          "--sample", [&options](const std::string& text) { options.sample = parseSample(text); },
                          "Estimate from the lists of so many items (1,000 or more), each against all; auto: as many "
                          "as --half-width asks for, Ctrl+C prints the estimate reached. No null, no other K")
                       ->group("Sampling");
    app.add_option("--half-width", options.halfWidth, "Half of the 95 % interval that --sample auto is to reach")
        ->check(aboveZero())
        ->capture_default_str()
        ->needs(sample)
        ->group("Sampling");
    auto* approximate =
        app.add_flag("--approximate", options.measure.approximate,
                     "Lists by a graph (HNSW); the share of true neighbors they hold is measured and said")
            ->group("Sampling");
    sample->excludes(approximate);
    approximate->excludes(app.get_option("--hubs"));
    for (const char* all :
         {"--null-band", "--stratify", "--bootstrap", "--hubs", "--per-item", "--k-max", "--permutations"})
        sample->excludes(app.get_option(all));
}

} // namespace

Command overlapCommand()
{
    return {"overlap", "mNNO of two sets at K and at every K to --k-max, with interval, chance and permutation null",
            "bridgescope-cli overlap words.npy pictures.npy --k 10 --per-item items.csv",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<OverlapArguments>();
                addPairInputs(app, options->inputs, "A", "B");
                addMeasureOptions(app, options->measure);
                app.add_option("--per-item", options->perItem,
                               "Write the overlap of every item as CSV; K, metric, self rule and N beside it in "
                               "F.csv.provenance.json");
                addExtrasOptions(app, *options);
                return [options, &common](Console& console) { return runOverlap(*options, common, console); };
            }};
}

} // namespace bridgescope
