#include "core/training/checkpoint.h"

#include "core/base/error.h"
#include "core/mapping/tensor_convert.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

void addTrainer(NetworkTrainer& trainer, const std::string& prefix, Tensors& tensors)
{
    addTensors(trainer.network(), prefix, tensors);
    for (std::size_t l = 0; l < trainer.moments().size(); ++l) {
        const std::string name = prefix + "layer" + std::to_string(l);
        const auto& moments = trainer.moments()[l];
        if (!moments.first.empty()) tensors[name + ".first"] = toTensor(moments.first);
        if (!moments.second.empty()) tensors[name + ".second"] = toTensor(moments.second);
    }
}

void restoreValues(const Tensors& tensors, const std::string& name, std::vector<float>& to)
{
    if (to.empty()) return;
    auto values = toFloats(tensors, name);
    if (values.size() != to.size())
        throw Error(ErrorKind::Input, "the checkpoint's " + name + " does not fit the net", "resume the run it is of");
    to = std::move(values);
}

Network sameShape(const Tensors& tensors, const std::string& prefix, const Network& as)
{
    Network network = networkFrom(tensors, prefix, as.layers.size(), std::string(activationId(as.activation)));
    if (network.sizes() != as.sizes())
        throw Error(ErrorKind::Input, "the checkpoint's " + prefix + "* does not fit the net",
                    "resume the run it is of");
    return network;
}

void restoreTrainer(const Tensors& tensors, const std::string& prefix, const Json& state, NetworkTrainer& trainer)
{
    trainer.network() = sameShape(tensors, prefix, trainer.network());
    for (std::size_t l = 0; l < trainer.moments().size(); ++l) {
        const std::string name = prefix + "layer" + std::to_string(l);
        restoreValues(tensors, name + ".first", trainer.moments()[l].first);
        restoreValues(tensors, name + ".second", trainer.moments()[l].second);
    }
    trainer.steps() = state.at("steps").get<Index>();
    const auto negative = [](const NetworkTrainer::Moments& moments) {
        return std::ranges::any_of(moments.second, [](float value) { return value < 0; });
    };
    if (trainer.steps() < 0 || std::ranges::any_of(trainer.moments(), negative))
        throw Error(ErrorKind::Input, "the checkpoint's " + prefix + "* holds moments that no optimizer comes to",
                    "start the run anew");
    trainer.random().restore(state.at("random"));
}

Json stateOf(NetworkTrainer& trainer)
{
    return {{"steps", trainer.steps()}, {"random", trainer.random().state()}};
}

Json optional(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

std::optional<double> optionalFrom(const Json& json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

} // namespace

Tensors CheckpointFields::tensors(NetRun& run)
{
    Tensors tensors;
    addTrainer(run.m_trainer, "net.", tensors);
    if (run.m_adversary) addTrainer(run.m_adversary->trainer(), "discriminator.", tensors);
    addTensors(run.m_lastGood, "last.", tensors);
    if (run.m_best) addTensors(*run.m_best, "best.", tensors);
    const auto& order = run.m_batches.order();
    tensors["order"] = toTensor(std::vector<double>(order.begin(), order.end()));
    return tensors;
}

Json CheckpointFields::state(NetRun& run)
{
    Json json = {{"epochs_done", run.m_epochs},
                 {"position", run.m_batches.position()},
                 {"loss_sum", run.m_lossSum},
                 {"adversarial_sum", run.m_adversarialSum},
                 {"loss_items", run.m_lossItems},
                 {"first_loss", run.m_firstLoss},
                 {"batches", run.m_batches.random().state()},
                 {"net", stateOf(run.m_trainer)},
                 {"best",
                  {{"kept", run.m_best.has_value()},
                   {"value", optional(run.m_stopping.best)},
                   {"since", run.m_stopping.since()}}}};
    if (run.m_adversary) json["discriminator"] = stateOf(run.m_adversary->trainer());
    return json;
}

/// What no run can come to is no checkpoint of one.
void CheckpointFields::requirePossible(const NetRun& run)
{
    const Index position = run.m_batches.position(), items = run.m_batches.items();
    const bool sums = run.m_lossItems == position || (position == 0 && run.m_lossItems == items);
    const bool best = run.m_best.has_value() == run.m_stopping.best.has_value() && (!run.m_best || run.m_validation);
    if (run.m_epochs < 0 || !sums || !best || run.m_stopping.since() < 0 || run.m_stopping.since() > run.m_epochs)
        throw Error(ErrorKind::Input, "the checkpoint's state is not one that a run can come to", "start the run anew");
}

void CheckpointFields::restore(NetRun& run, const Tensors& tensors, const Json& state)
{
    std::vector<Index> order;
    for (const double item : toDoubles(tensors, "order"))
        order.push_back(item >= 0 && item < 0x1p53 ? static_cast<Index>(item) : -1);
    run.m_batches.restore(std::move(order), state.at("position"));
    run.m_batches.random().restore(state.at("batches"));
    restoreTrainer(tensors, "net.", state.at("net"), run.m_trainer);
    if (run.m_adversary)
        restoreTrainer(tensors, "discriminator.", state.at("discriminator"), run.m_adversary->trainer());
    run.m_lastGood = sameShape(tensors, "last.", run.m_trainer.network());
    const Json& best = state.at("best");
    run.m_best.reset();
    if (best.at("kept").get<bool>()) run.m_best = sameShape(tensors, "best.", run.m_trainer.network());
    run.m_stopping.restore(optionalFrom(best.at("value")), best.at("since"));
    run.m_epochs = state.at("epochs_done");
    run.m_lossSum = state.at("loss_sum");
    run.m_adversarialSum = state.at("adversarial_sum");
    run.m_lossItems = state.at("loss_items");
    run.m_firstLoss = state.at("first_loss");
    requirePossible(run);
}

namespace {

Json fitJson(const EpochReport& r)
{
    if (!r.fit) return nullptr;
    return {{"r2", optional(r.fit->r2)},
            {"cosine", r.fit->cosine},
            {"norm_ratio", r.fit->normRatio},
            {"p1", r.fit->p1},
            {"hub_skewness", optional(r.fit->hubSkewness)}};
}

} // namespace

Json toJson(const EpochReport& r)
{
    return {{"epoch", r.epoch},
            {"epochs", r.epochs},
            {"loss", r.loss},
            {"adversarial", optional(r.adversarial)},
            {"x_fx", optional(r.overlapX)},
            {"y_fx", optional(r.overlapY)},
            {"overlap_items", r.overlapItems},
            {"fit", fitJson(r)},
            {"validation_loss", optional(r.validationLoss)},
            {"validation_overlap", optional(r.validationOverlap)},
            {"best", r.best}};
}

EpochReport epochReportFrom(const Json& json)
{
    EpochReport r;
    r.epoch = json.at("epoch");
    r.epochs = json.at("epochs");
    r.loss = json.at("loss");
    r.adversarial = optionalFrom(json.at("adversarial"));
    r.overlapX = optionalFrom(json.at("x_fx"));
    r.overlapY = optionalFrom(json.at("y_fx"));
    r.overlapItems = json.at("overlap_items");
    if (const Json& fit = json.at("fit"); !fit.is_null())
        r.fit = {optionalFrom(fit.at("r2")), fit.at("cosine"), fit.at("norm_ratio"), fit.at("p1"),
                 optionalFrom(fit.at("hub_skewness"))};
    r.validationLoss = optionalFrom(json.at("validation_loss"));
    r.validationOverlap = optionalFrom(json.at("validation_overlap"));
    r.best = json.at("best");
    return r;
}

} // namespace bridgescope
