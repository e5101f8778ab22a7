#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/base/error.h"
#include "core/measurement/hub_audit.h"
#include "core/measurement/mapping_comparison.h"
#include "core/pairing/prediction_join.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <ostream>

namespace bridgescope {
namespace {

struct CompareArguments {
    PairInputs inputs;
    std::string predictions, against, perItem;
    MeasureOptions measure;
    bool hubs = false;
};

JoinedPredictions readPredictions(const std::string& file, const PairedInputs& read, const Context& context)
{
    const EmbeddingSet f = readSet(file, {}, context);
    JoinedPredictions joined = joinPredictions(read.pairs, f);
    requireSameDimension(f, read.y);
    if (static_cast<Index>(joined.items.size()) < std::max(read.pairs.size(), f.size()))
        context.warning(std::to_string(joined.items.size()) + " items are in all three sets (" +
                        std::to_string(read.pairs.size()) + " pairs, " + std::to_string(f.size()) +
                        " predictions), joined by " + joined.by +
                        (joined.unmatched > 0
                             ? "; " + std::to_string(joined.unmatched) + " predictions are of no item that is paired"
                             : ""));
    requireUnchanged(f);
    return joined;
}

/// Only the items named, which are all among those joined.
void keepItems(JoinedPredictions& joined, const std::vector<Index>& items)
{
    std::vector<Index> columns;
    for (const Index item : items)
        columns.push_back(std::lower_bound(joined.items.begin(), joined.items.end(), item) - joined.items.begin());
    joined.f = Vectors(selectColumns(joined.f, columns));
    joined.items = items;
}

/// Both mappings are measured on the items that have a prediction of either.
void keepCommon(JoinedPredictions& first, JoinedPredictions& second, const Context& context)
{
    if (first.items == second.items) return;
    std::vector<Index> common;
    std::set_intersection(first.items.begin(), first.items.end(), second.items.begin(), second.items.end(),
                          std::back_inserter(common));
    if (common.empty())
        throw Error(ErrorKind::Input, "no item has predictions in both files",
                    "they must be of the same held-out items");
    context.warning(std::to_string(common.size()) + " items have both predictions (" +
                    std::to_string(first.items.size()) + " and " + std::to_string(second.items.size()) + ")");
    keepItems(first, common);
    keepItems(second, common);
}

int runCompare(CompareArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.measure.overlap.seed = common.seed;
    checkHubs(options.hubs, options.measure);
    const PairedInputs read = readPair(options.inputs, context);
    JoinedPredictions joined = readPredictions(options.predictions, read, context);
    std::optional<JoinedPredictions> rival;
    if (!options.against.empty()) {
        rival = readPredictions(options.against, read, context);
        keepCommon(joined, *rival, context);
    }
    const auto fold = measureFold(read.pairs, joined.items, joined.f, options.measure, context);
    MappingReport report = reportMapping({&fold, 1}, options.measure, context);
    report.split =
        "the " + std::to_string(joined.items.size()) + " items in all " + (rival ? "four" : "three") + " sets";
    report.seed = common.seed;
    warnOfKMax(report.xf, options.measure.overlap.kMax, context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    std::optional<MappingReport> csls;
    if (options.hubs) csls = cslsReport({&fold, 1}, read.pairs, options.measure, context);
    std::optional<MappingComparison> comparison;
    if (rival)
        comparison = compareMappings(*fold, *withPrediction(*fold, read.pairs, rival->f, options.measure, context),
                                     options.measure);
    if (!options.perItem.empty()) writeReportPerItem(options.perItem, read.pairs, {&fold, 1}, report);
    if (common.json) {
        auto json = toJson(report);
        if (csls) json["csls"] = cslsJson(report, *csls);
        if (comparison) json["against"] = toJson(*comparison);
        console.out << json.dump() << '\n';
    } else {
        printReport(console.out, report);
        if (csls) printWithoutHubs(console.out, report, *csls);
        if (comparison) printComparison(console.out, *comparison);
    }
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
                app.add_option("--against", options->against,
                               "g(X): predictions of another mapping; tests f against it, item by item");
                addMeasureOptions(app, options->measure);
                addBootstrapOption(app, options->measure);
                addHubsOption(app, options->hubs);
                addCslsOption(app, options->measure);
                app.add_option("--per-item", options->perItem,
                               "Write the overlaps of every item as CSV; K, metric, self rule and N beside it in "
                               "F.csv.provenance.json");
                return [options, &common](Console& console) { return runCompare(*options, common, console); };
            }};
}

} // namespace bridgescope
