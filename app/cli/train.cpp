#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "app/options/training_options.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct Options {
    PairInputs inputs;
    TrainingOptions training;
    MeasureOptions measure;
    SplitOptions split;
    std::string saveModel, savePredictions, perItem, saveSplit;
};

nlohmann::ordered_json epochsJson(const std::vector<EpochReport>& history)
{
    auto epochs = nlohmann::ordered_json::array();
    const auto number = [](const std::optional<double>& v) {
        return v ? nlohmann::ordered_json(*v) : nlohmann::ordered_json(nullptr);
    };
    for (const EpochReport& report : history)
        epochs.push_back({{"epoch", report.epoch},
                          {"loss", report.loss},
                          {"x_fx", number(report.overlapX)},
                          {"y_fx", number(report.overlapY)}});
    return epochs;
}

/// One line an epoch on a terminal: the curve while it grows.
EvaluationHooks hooksOf(Console& console, const CommonOptions& common, const TrainingOptions& training,
                        const SplitPlan& plan)
{
    EvaluationHooks hooks;
    hooks.overlapsEachEpoch = training.map == "net";
    if (!console.terminal || common.quiet || training.map != "net") return hooks;
    hooks.onEpoch = [&console, folds = plan.folds.size()](int fold, const EpochReport& report) {
        console.err << "\r\033[K";
        if (folds > 1) console.err << "fold " << fold + 1 << ", ";
        console.err << "epoch " << report.epoch << " of " << report.epochs << ": loss " << fixed(report.loss)
                    << ", X,f(X) " << fixed(report.overlapX, 3) << ", Y,f(X) " << fixed(report.overlapY, 3) << '\n';
    };
    return hooks;
}

void warnOfSplit(const SplitPlan& plan, const SplitOptions& options, const Context& context)
{
    if (plan.straddlingRows > 0 && !options.group)
        context.warning(
            std::to_string(plan.straddlingRows) +
            " items share their label with one on the other side of the split; --group label keeps them together");
}

int run(Options options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.training.seed = options.measure.overlap.seed = options.split.seed = common.seed;
    options.training.validate();
    const bool folded = options.split.folds > 0 || options.split.foldsFile;
    if (folded && !options.saveModel.empty())
        throw Error(ErrorKind::Usage, "--save-model with --folds: there would be one model a fold",
                    "train without --folds to save one");
    const PairedInputs read = readPair(options.inputs, context);
    const SplitPlan plan = makeSplit(read.pairs, options.split);
    warnOfSplit(plan, options.split, context);
    Evaluation evaluation = trainAndMeasure(read.pairs, plan, options.training, options.measure,
                                            hooksOf(console, common, options.training, plan), context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    if (!options.saveSplit.empty()) saveSplit(read.pairs, plan, options.saveSplit);
    if (!options.saveModel.empty()) saveModel(evaluation.models.front(), options.saveModel);
    if (!options.savePredictions.empty())
        writePredictions(options.savePredictions, read.pairs, evaluation.predictions, evaluation.predicted, context);
    if (!options.perItem.empty()) writeReportPerItem(options.perItem, read.pairs, evaluation.folds, evaluation.report);
    if (common.json) {
        auto json = toJson(evaluation.report);
        json["mapping"] = evaluation.models.front().describe();
        json["settings"] = options.training.toJson();
        if (options.training.map == "net") {
            json["epochs"] = nlohmann::ordered_json::array();
            for (const auto& history : evaluation.histories)
                json["epochs"].push_back(epochsJson(history));
        }
        console.out << json.dump() << '\n';
    } else {
        console.out << evaluation.models.front().describe() << "\n\n";
        printReport(console.out, evaluation.report);
    }
    return 0;
}

} // namespace

Command trainCommand()
{
    return {"train", "Trains f: X -> Y and says whose neighbors f(X) keeps on held-out items",
            "bridgescope-cli train words.npy pictures.npy --map ridge --folds 5",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<Options>();
                addPairInputs(app, options->inputs);
                addTrainingOptions(app, options->training);
                addSplitOptions(app, options->split);
                addMeasureOptions(app, options->measure);
                app.add_option("--save-model", options->saveModel, "Write the mapping (safetensors)");
                app.add_option("--save-predictions", options->savePredictions,
                               "Write f of the held-out items, labels and rows beside it");
                app.add_option("--save-split", options->saveSplit, "Write the split, for --folds or --test");
                app.add_option("--per-item", options->perItem, "Write the overlaps of every held-out item as CSV");
                return [options, &common](Console& console) { return run(*options, common, console); };
            }};
}

} // namespace bridgescope
