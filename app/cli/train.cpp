#include "app/cli/choice_output.h"
#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "app/options/training_options.h"
#include "core/base/error.h"
#include "core/measurement/hub_audit.h"
#include "core/training/fit_caveat.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct TrainArguments {
    PairInputs inputs;
    TrainingOptions training;
    MeasureOptions measure;
    SplitOptions split;
    bool hubs = false;
    std::string saveModel, savePredictions, perItem, saveSplit, checkpoint, resume;
};

nlohmann::ordered_json epochsJson(const std::vector<EpochReport>& history)
{
    auto epochs = nlohmann::ordered_json::array();
    const auto number = [](const std::optional<double>& v) {
        return v ? nlohmann::ordered_json(*v) : nlohmann::ordered_json(nullptr);
    };
    for (const EpochReport& report : history) {
        epochs.push_back({{"epoch", report.epoch},
                          {"loss", report.loss},
                          {"x_fx", number(report.overlapX)},
                          {"y_fx", number(report.overlapY)},
                          {"p1", report.fit ? nlohmann::ordered_json(report.fit->p1) : nullptr}});
        if (report.overlapItems > 0) epochs.back()["overlap_items"] = report.overlapItems;
        if (report.adversarial) epochs.back()["adversarial"] = *report.adversarial;
        if (!report.validationLoss) continue;
        epochs.back()["validation_loss"] = *report.validationLoss;
        if (report.validationOverlap) epochs.back()["validation_overlap"] = *report.validationOverlap;
        epochs.back()["best"] = report.best;
    }
    return epochs;
}

/// One line an epoch on a terminal: the curve while it grows.
EvaluationHooks hooksOf(Console& console, const CommonOptions& common, const TrainArguments& options,
                        const SplitPlan& plan)
{
    EvaluationHooks hooks;
    hooks.overlapsEachEpoch = options.training.map == "net";
    hooks.checkpoint = options.checkpoint;
    hooks.resume = options.resume;
    if (!console.terminal || common.quiet || options.training.map != "net") return hooks;
    hooks.onEpoch = [&console, folds = plan.folds.size()](int fold, const EpochReport& report) {
        console.err << "\r\033[K";
        if (folds > 1) console.err << "fold " << fold + 1 << ", ";
        console.err << "epoch " << report.epoch << " of " << report.epochs << ": loss " << fixed(report.loss)
                    << ", X,f(X) " << fixed(report.overlapX, 3) << ", Y,f(X) " << fixed(report.overlapY, 3) << ", P@1 "
                    << fixed(report.fit ? std::optional(report.fit->p1) : std::nullopt, 3);
        if (report.overlapItems > 0) console.err << " (of a sample of " << report.overlapItems << " items)";
        console.err << '\n';
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

/// The model with what it was made from.
void saveWithOrigin(Model model, const PairInputs& inputs, const SplitPlan& plan, const std::string& file)
{
    model.provenance.update(originOf(inputs.x, inputs.y, plan.description));
    saveModel(model, file);
}

/// What a reader of the figures must know of this map.
std::string noteOn(const TrainingOptions& training)
{
    if (training.map == "cca" && !training.components)
        return "CCA with all components is ridge regression of the same ρ; --components keeps fewer.";
    return fitCaveat(training);
}

/// What the run adds to the report: f in words, its settings, how they were chosen, a net's epochs.
void addTraining(nlohmann::ordered_json& json, const Evaluation& evaluation, const TrainingOptions& training)
{
    const Model& model = evaluation.models.front();
    json["mapping"] = model.describe();
    json["parameters"] = model.mapping->parameterCount();
    json["settings"] = model.provenance.at("training");
    for (const char* key : {"changes", "validation_items", "validation_overlap", "kept_epoch"})
        if (model.provenance.contains(key) && (evaluation.models.size() == 1 || std::string_view(key) != "kept_epoch"))
            json[key] = model.provenance[key];
    if (auto choice = choiceJson(evaluation.models); !choice.empty()) json["choice"] = std::move(choice);
    if (const std::string note = noteOn(training); !note.empty()) json["note"] = note;
    if (training.map != "net") return;
    json["epochs"] = nlohmann::ordered_json::array();
    for (const auto& history : evaluation.histories)
        json["epochs"].push_back(epochsJson(history));
}

/// What a net was trained by, where its run was changed, and the epoch whose weights it has.
void printTraining(std::ostream& out, const Evaluation& evaluation, const TrainingOptions& training)
{
    if (training.map != "net") return;
    const auto& provenance = evaluation.models.front().provenance;
    TrainingOptions trained = TrainingOptions::fromJson(provenance.at("training"));
    out << "trained: " << trained.describe() << ", seed " << trained.seed << '\n';
    for (const auto& change : provenance.value("changes", nlohmann::ordered_json::array())) {
        out << "after " << change.at("after").get<double>() << " epochs: ";
        for (const char* what : {"epochs", "learning-rate"})
            if (change.contains(what))
                out << what << ' ' << change.value("from", nlohmann::ordered_json("?")).dump() << " to "
                    << change[what].dump();
        out << '\n';
    }
    if (evaluation.models.size() > 1) return; // each fold has its own
    std::string by = "by the loss";
    if (provenance.contains("validation_overlap"))
        by = "by mNNO(Y, f(X)) at K = " + provenance["validation_overlap"].at("k").dump() + ", cosine, self excluded,";
    if (provenance.contains("kept_epoch"))
        out << "kept: the weights of epoch " << provenance["kept_epoch"].dump() << " of "
            << provenance.at("epochs_done").dump() << ", best " << by << " of "
            << provenance.value("validation_items", nlohmann::ordered_json(0)).dump() << " training items set aside\n";
}

/// Trains and measures; a run that diverged after some epochs says how its last good weights are had.
Evaluation evaluate(const PairedSet& pairs, const SplitPlan& plan, const TrainArguments& options, EvaluationHooks hooks,
                    const Context& context)
{
    Index good = 0; // epochs that this run ended
    hooks.onEpoch = [&good, show = hooks.onEpoch](int fold, const EpochReport& report) {
        good = report.epoch;
        if (show) show(fold, report);
    };
    try {
        return trainAndMeasure(pairs, plan, options.training, options.measure, hooks, context);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Work || good == 0 || plan.folded) throw;
        const std::string epochs = std::to_string(good);
        throw Error(error.kind, error.message,
                    error.hint + (hooks.checkpoint.empty()
                                      ? "; with --checkpoint FILE a run keeps those weights"
                                      : "; --resume " + hooks.checkpoint + " --epochs " + epochs +
                                            " (the rest as before) with --save-model has those weights"));
    }
}

void checkUsage(const TrainArguments& options)
{
    options.training.validate();
    const bool folded = options.split.folds > 0 || options.split.foldsFile;
    if (folded && !options.saveModel.empty())
        throw Error(ErrorKind::Usage, "--save-model with --folds: there would be one model a fold",
                    "train without --folds to save one");
    for (const auto& [name, file] : {std::pair{"--checkpoint", options.checkpoint}, {"--resume", options.resume}}) {
        if (file.empty()) continue;
        if (folded)
            throw Error(ErrorKind::Usage, std::string(name) + " with --folds: a checkpoint is of one run",
                        "train without --folds");
        if (options.training.map != "net")
            throw Error(ErrorKind::Usage, std::string(name) + " means nothing beside --map " + options.training.map,
                        "choose --map net or leave it out");
    }
}

int runTrain(TrainArguments options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    options.training.seed = options.measure.overlap.seed = options.split.seed = common.seed;
    checkUsage(options);
    checkHubs(options.hubs, options.measure);
    for (const std::string& text : options.training.meaningless())
        context.warning(text + " and is left out");
    const PairedInputs read = readPair(options.inputs, context);
    const SplitPlan plan = makeSplit(read.pairs, options.split);
    warnOfSplit(plan, options.split, context);
    Evaluation evaluation = evaluate(read.pairs, plan, options, hooksOf(console, common, options, plan), context);
    warnOfKMax(evaluation.report.xf, options.measure.overlap.kMax, context);
    requireUnchanged(read.x);
    requireUnchanged(read.y);
    if (!options.saveSplit.empty()) saveSplit(read.pairs, plan, options.saveSplit);
    if (!options.saveModel.empty()) saveWithOrigin(evaluation.models.front(), options.inputs, plan, options.saveModel);
    if (!options.savePredictions.empty()) {
        if (plan.folds.size() > 1)
            context.warning("the predictions saved are of " + std::to_string(plan.folds.size()) +
                            " maps, one a fold: compare seeks neighbors among all of them, not within a fold as here");
        writePredictions(options.savePredictions, read.pairs, evaluation.predictions, evaluation.predicted, context);
    }
    if (!options.perItem.empty()) writeReportPerItem(options.perItem, read.pairs, evaluation.folds, evaluation.report);
    std::optional<MappingReport> csls;
    if (options.hubs) csls = cslsReport(evaluation.folds, read.pairs, options.measure, context);
    if (common.json) {
        auto json = toJson(evaluation.report);
        if (csls) json["csls"] = cslsJson(evaluation.report, *csls);
        addTraining(json, evaluation, options.training);
        console.out << json.dump() << '\n';
    } else {
        console.out << evaluation.models.front().describe() << '\n';
        printTraining(console.out, evaluation, options.training);
        console.out << '\n';
        printChoice(console.out, evaluation.models);
        printReport(console.out, evaluation.report);
        if (csls) printWithoutHubs(console.out, evaluation.report, *csls);
        if (const std::string note = noteOn(options.training); !note.empty()) console.out << note << '\n';
    }
    return 0;
}

} // namespace

Command trainCommand()
{
    return {
        "train", "Trains f: X -> Y and says whose neighbors f(X) keeps on held-out items",
        "bridgescope-cli train words.npy pictures.npy --map ridge --folds 5", [](CLI::App& app, CommonOptions& common) {
            auto options = std::make_shared<TrainArguments>();
            addPairInputs(app, options->inputs);
            addTrainingOptions(app, options->training);
            addSplitOptions(app, options->split);
            addMeasureOptions(app, options->measure);
            addBootstrapOption(app, options->measure);
            addHubsOption(app, options->hubs);
            addCslsOption(app, options->measure);
            app.add_option("--save-model", options->saveModel, "Write the mapping (safetensors)");
            app.add_option("--save-predictions", options->savePredictions,
                           "Write f of the held-out items, labels and rows beside it");
            app.add_option("--save-split", options->saveSplit, "Write the split, for --folds or --test");
            app.add_option("--checkpoint", options->checkpoint,
                           "Write where a net's run stands after every epoch, and where it is interrupted");
            app.add_option("--resume", options->resume,
                           "Go on from a checkpoint, to the bytes of a run that never stopped; --epochs extends it");
            app.add_option("--per-item", options->perItem,
                           "Write the overlaps of every held-out item as CSV; K, metric, self rule, N and split beside "
                           "it in F.csv.provenance.json");
            return [options, &common](Console& console) { return runTrain(*options, common, console); };
        }};
}

} // namespace bridgescope
