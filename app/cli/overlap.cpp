#include "core/overlap/overlap.h"

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/base/random.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct Options {
    PairInputs inputs;
    MeasureOptions measure;
    std::string perItem;
};

int run(Options options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.measure.overlap.seed = common.seed;
    const PairedInputs read = readPair(options.inputs, context);
    const auto fold = measureFold(read.pairs, ascending(read.pairs.size()), {}, options.measure, context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    const Overlap overlap = reportOverlap(*fold, options.measure, context);
    if (!options.perItem.empty()) writeOverlapPerItem(options.perItem, read.pairs, *fold, overlap);
    if (common.json) {
        auto json = toJson(overlap);
        json["seed"] = common.seed;
        json["version"] = BRIDGESCOPE_VERSION;
        console.out << json.dump() << '\n';
    } else {
        printOverlap(console.out, overlap, "A, B");
    }
    return 0;
}

} // namespace

Command overlapCommand()
{
    return {"overlap", "mNNO of two sets at K and at every K to --k-max, with interval, chance and permutation null",
            "bridgescope-cli overlap words.npy pictures.npy --k 10 --per-item items.csv",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<Options>();
                addPairInputs(app, options->inputs, "A", "B");
                addMeasureOptions(app, options->measure);
                app.add_option("--per-item", options->perItem, "Write the overlap of every item as CSV");
                return [options, &common](Console& console) { return run(*options, common, console); };
            }};
}

} // namespace bridgescope
