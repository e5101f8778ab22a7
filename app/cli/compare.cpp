#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/pairing/prediction_join.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct CompareArguments {
    PairInputs inputs;
    std::string predictions, perItem;
    MeasureOptions measure;
};

int runCompare(CompareArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.measure.overlap.seed = common.seed;
    const PairedInputs read = readPair(options.inputs, context);
    const EmbeddingSet f = readSet(options.predictions, {}, context);
    const JoinedPredictions joined = joinPredictions(read.pairs, f);
    requireSameDimension(f, read.y);
    if (static_cast<Index>(joined.items.size()) < std::max(read.pairs.size(), f.size()))
        context.warning(std::to_string(joined.items.size()) + " items are in all three sets (" +
                        std::to_string(read.pairs.size()) + " pairs, " + std::to_string(f.size()) +
                        " predictions), joined by " + joined.by);
    const auto fold = measureFold(read.pairs, joined.items, joined.f, options.measure, context);
    MappingReport report = reportMapping({&fold, 1}, options.measure, context);
    report.split = "the " + std::to_string(joined.items.size()) + " items in all three sets";
    report.seed = common.seed;
    if (!options.perItem.empty()) writeReportPerItem(options.perItem, read.pairs, {&fold, 1}, report);
    if (common.json)
        console.out << toJson(report).dump() << '\n';
    else
        printReport(console.out, report);
    return 0;
}

} // namespace

Command compareCommand()
{
    return {"compare", "Whose neighbors do predictions made anywhere keep: X's or Y's?",
            "bridgescope-cli compare words.npy pictures.npy predicted.npy", [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<CompareArguments>();
                addPairInputs(app, options->inputs);
                app.add_option("F", options->predictions, "f(X): predictions, joined by F.rows.txt, labels or row")
                    ->required();
                addMeasureOptions(app, options->measure);
                addBootstrapOption(app, options->measure);
                app.add_option("--per-item", options->perItem, "Write the overlaps of every item as CSV");
                return [options, &common](Console& console) { return runCompare(*options, common, console); };
            }};
}

} // namespace bridgescope
