#include "core/base/error.h"
#include "core/mapping/activation.h"
#include "core/training/loss.h"
#include "core/training/optimizer.h"
#include "core/training/option_fields.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Options = TrainingOptions;
constexpr double large = 1e6;

bool comparesPairs(const Options& o)
{
    return o.loss == "infonce" || o.loss == "neighbor";
}

/// Completes an entry: the maps it is for and, within them, when it means something.
OptionInfo of(std::vector<std::string> maps, OptionInfo info, const Applies& when = {})
{
    info.maps = maps;
    info.applies = [maps = std::move(maps), when](const Options& o) {
        return (maps.empty() || std::find(maps.begin(), maps.end(), o.map) != maps.end()) && (!when || when(o));
    };
    return info;
}

void addClosedForms(std::vector<OptionInfo>& table)
{
    table.push_back(of(
        {"ridge", "cca"},
        numberField("ridge",
                    "Penalty ρ, λ = ρ trace(XcᵀXc)/d; 0: least squares; auto: of ridge by leave-one-out, of cca .001",
                    &Options::ridge, {0, large}, "auto")));
    table.push_back(
        of({"cca", "pls"},
           countField("components",
                      "Directions kept; auto: of cca all (the same map as ridge of this ρ), of pls by cross-validation",
                      &Options::components, {1, large}, "auto")));
    table.push_back(of({"procrustes"}, flagField("scaling", "Scale as well as rotate", &Options::scaling)));
    table.push_back(
        of({"procrustes"}, flagField("no-centre", "Rotate about the origin, not about the means", &Options::noCentre)));
}

void addNet(std::vector<OptionInfo>& table)
{
    table.push_back(
        of({"net"},
           sizesField("hidden", "Sizes of up to five hidden layers, as 512,256; none: a linear map trained by gradient",
                      &Options::hidden)));
    table.push_back(of({"net"},
                       choiceField("activation", "Of the hidden layers", &Options::activation, activationIds()),
                       [](const Options& o) { return !o.hidden.empty(); }));
    table.push_back(of({"net"}, choiceField("init", "glorot (truncated normal), or uniform in ±1/sqrt(fan-in)",
                                            &Options::init, {"glorot", "uniform"})));
    table.push_back(of({"net"},
                       numberField("dropout", "Share of hidden units silent in a batch", &Options::dropout, {0, .95}),
                       [](const Options& o) { return !o.hidden.empty(); }));
}

void addLoss(std::vector<OptionInfo>& table)
{
    table.push_back(of({"net"}, choiceField("loss", "What training makes small", &Options::loss, lossIds())));
    table.push_back(of({"net"}, numberField("margin", "γ of max-margin", &Options::margin, {0, 2, false}),
                       [](const Options& o) { return o.loss == "max-margin"; }));
    table.push_back(of({"net"},
                       numberField("temperature", "τ; auto: .07 of infonce, .1 of neighbor", &Options::temperature,
                                   {.001, 100}, "auto"),
                       comparesPairs));
    table.push_back(of({"net"}, numberField("structure", "λ, weight of the pairwise similarities in the loss",
                                            &Options::structure, {0, large})));
    table.push_back(of({"net"},
                       numberField("structure-target", "α: similarities of Y (1), of X (0), or a mix",
                                   &Options::structureTarget, {0, 1}),
                       [](const Options& o) { return o.structure > 0; }));
    const Applies adversarial = [](const Options& o) { return o.adversarial > 0; };
    table.push_back(of({"net"}, numberField("adversarial", "μ, weight of a discriminator that tells Y from f(X)",
                                            &Options::adversarial, {0, large})));
    table.push_back(of({"net"},
                       countField("discriminator-hidden", "Units of the discriminator's hidden layer",
                                  &Options::discriminatorHidden, {1, 65536}),
                       adversarial));
    table.push_back(of({"net"},
                       numberField("discriminator-rate", "Step size of the discriminator's Adam",
                                   &Options::discriminatorRate, {0, 10, false}),
                       adversarial));
}

void addSteps(std::vector<OptionInfo>& table)
{
    table.push_back(
        of({"net"}, choiceField("optimizer", "How a gradient becomes a step", &Options::optimizer, optimizerIds())));
    table.push_back(of({"net"}, numberField("momentum", "Of sgd", &Options::momentum, {0, .9999}),
                       [](const Options& o) { return o.optimizer == "sgd"; }));
    table.push_back(of({"net"}, numberField("learning-rate", "Step size", &Options::learningRate, {0, 1000, false})));
    table.push_back(of(
        {"net"}, choiceField("schedule",
                             "How the step size falls: step (a tenth at half, a hundredth at three quarters), cosine",
                             &Options::schedule, scheduleIds())));
    table.push_back(of({"net"}, countField("batch", "Items a step", &Options::batch, {1, 1e9})));
    table.push_back(of({"net"}, countField("epochs", "Passes over the training items", &Options::epochs, {1, large})));
    table.push_back(
        of({"net"}, numberField("weight-decay", "Pull of the weights towards 0", &Options::weightDecay, {0, 1000})));
    table.push_back(
        of({"net"}, numberField("clip", "Greatest norm of the gradient; 0: none", &Options::clip, {0, 1e30})));
    table.push_back(
        of({"net"},
           choiceField("early-stopping",
                       "Keep the epoch that is best on a tenth of the training items: by their loss, or by mNNO^10(Y, "
                       "f(X)) among them (cosine, self excluded, whatever --k, --metric and --self measure)",
                       &Options::earlyStopping, {"none", "validation-loss", "validation-overlap"})));
    table.push_back(
        of({"net"},
           countField("patience", "Epochs without a better one before a run stops", &Options::patience, {1, large}),
           [](const Options& o) { return o.earlyStopping != "none"; }));
}

std::vector<OptionInfo> makeTable()
{
    std::vector<OptionInfo> table;
    table.push_back(of({}, choiceField("map", "The mapping f", &Options::map, mapIds())));
    table.push_back(
        of({}, stepsField("preprocess-x",
                          "Steps on X, learnt on the training items: centre, unit, standardize, whiten, pca:D",
                          &Options::preprocessX)));
    table.push_back(of({}, stepsField("preprocess-y", "Steps on Y, undone on f(X)", &Options::preprocessY)));
    addClosedForms(table);
    addNet(table);
    addLoss(table);
    addSteps(table);
    return table;
}

} // namespace

const std::vector<std::string>& mapIds()
{
    static const std::vector<std::string> ids = {"ridge", "net",      "procrustes", "cca",
                                                 "pls",   "identity", "retrieval",  "random"};
    return ids;
}

const std::vector<OptionInfo>& trainingOptionTable()
{
    static const std::vector<OptionInfo> table = makeTable();
    return table;
}

const OptionInfo& trainingOption(const std::string& key)
{
    for (const OptionInfo& info : trainingOptionTable())
        if (info.key == key) return info;
    throw Error(ErrorKind::Usage, "there is no training option '" + key + "'", "see bridgescope-cli train --help");
}

bool optionApplies(const OptionInfo& info, const std::string& map)
{
    return info.maps.empty() || std::find(info.maps.begin(), info.maps.end(), map) != info.maps.end();
}

void setOption(TrainingOptions& options, const std::string& key, const std::string& text)
{
    trainingOption(key).set(options, text);
    options.given.insert(key);
}

std::string optionText(const TrainingOptions& options, const std::string& key)
{
    return trainingOption(key).text(options);
}

} // namespace bridgescope
