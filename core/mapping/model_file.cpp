#include "core/base/error.h"
#include "core/mapping/linear_mapping.h"
#include "core/mapping/model.h"
#include "core/mapping/network.h"
#include "core/mapping/safetensors.h"
#include "core/mapping/tensor_convert.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuseModel(const std::string& what)
{
    throw Error(ErrorKind::Input, what, "choose a model that `train --save-model` wrote");
}

Json pipelineJson(const Pipeline& pipeline, const std::string& prefix, Tensors& tensors)
{
    auto steps = Json::array();
    for (std::size_t i = 0; i < pipeline.steps().size(); ++i) {
        const PreprocessingStep& step = pipeline.steps()[i];
        const std::string name = prefix + std::to_string(i) + ".";
        if (!step.mean.empty()) tensors[name + "mean"] = toTensor(step.mean);
        if (!step.scale.empty()) tensors[name + "scale"] = toTensor(step.scale);
        if (step.forward.rows() > 0) tensors[name + "forward"] = toTensor(step.forward);
        if (step.backward.rows() > 0) tensors[name + "backward"] = toTensor(step.backward);
        steps.push_back({{"id", step.id}, {"components", step.components}});
    }
    return steps;
}

/// The dimension a step takes; 0: any. Refuses a step whose parts do not fit one another.
Index requireFitting(const PreprocessingStep& step, const std::string& name)
{
    const auto d = static_cast<Index>(step.mean.size());
    bool fits = step.id == "unit" || d > 0;
    if (step.id == "standardize")
        fits = fits && static_cast<Index>(step.scale.size()) == d &&
               std::ranges::all_of(step.scale, [](double s) { return s > 0; });
    if (step.id == "whiten" || step.id == "pca") {
        const Index out = step.id == "pca" ? step.components : d;
        fits = fits && out > 0 && step.forward.rows() == out && step.forward.columns() == d &&
               step.backward.rows() == d && step.backward.columns() == out;
    }
    if (!fits) refuseModel("the parts of the model's " + name + "* do not fit one another");
    return d;
}

Pipeline pipelineFrom(const Json& json, const std::string& prefix, const Tensors& tensors)
{
    if (!json.is_array()) refuseModel("the model's " + prefix + "* is no list of steps");
    if (json.size() > mostPreprocessingSteps)
        refuseModel("the model names " + std::to_string(json.size()) + " steps of preprocessing, at most " +
                    std::to_string(mostPreprocessingSteps) + " are possible");
    std::vector<PreprocessingStep> steps;
    Index dimension = 0; // of what the next step takes, as far as it is known
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string name = prefix + std::to_string(i) + ".";
        PreprocessingStep step;
        step.id = json[i].at("id");
        step.components = json[i].at("components");
        if (step.id != "centre" && step.id != "unit" && step.id != "standardize" && step.id != "whiten" &&
            step.id != "pca")
            refuseModel("the model names the unknown preprocessing step '" + step.id + "'");
        if (step.id != "unit") step.mean = toDoubles(tensors, name + "mean");
        if (step.id == "standardize") step.scale = toDoubles(tensors, name + "scale");
        if (step.id == "whiten" || step.id == "pca") {
            step.forward = toMatrix(tensors, name + "forward");
            step.backward = toMatrix(tensors, name + "backward");
        }
        const Index taken = requireFitting(step, name);
        if (taken > 0 && dimension > 0 && taken != dimension)
            refuseModel("the model's " + name + "* does not fit the step before");
        if (taken > 0) dimension = step.id == "pca" ? step.components : taken;
        steps.push_back(std::move(step));
    }
    return Pipeline(std::move(steps));
}

/// The dimension that a pipeline gives, 0 where it takes any.
Index outputOf(const Pipeline& pipeline)
{
    Index dimension = 0;
    for (const PreprocessingStep& step : pipeline.steps())
        if (step.id != "unit") dimension = step.id == "pca" ? step.components : static_cast<Index>(step.mean.size());
    return dimension;
}

std::size_t layersOf(const Json& settings)
{
    const Json& layers = settings.at("layers");
    if (!layers.is_number_unsigned()) refuseModel("the model claims " + layers.dump() + " layers");
    return layers.get<std::size_t>();
}

std::vector<double> optionalDoubles(const Tensors& tensors, const std::string& name, Index size)
{
    if (!tensors.contains(name)) return {};
    auto values = toDoubles(tensors, name);
    if (static_cast<Index>(values.size()) != size)
        refuseModel("the model's tensor " + name + " does not fit its weights");
    return values;
}

/// Words that are shown on terminals: no control characters (C0, DEL, C1) and none that turn the direction of writing.
void requirePlainWords(const std::string& words)
{
    constexpr std::size_t most = 1000;
    bool plain = words.size() <= most;
    for (std::size_t i = 0; plain && i < words.size(); ++i) {
        const auto at = [&](std::size_t k) {
            return i + k < words.size() ? static_cast<unsigned char>(words[i + k]) : 0u;
        };
        const bool control = at(0) < ' ' || at(0) == 127 || (at(0) == 0xC2 && at(1) < 0xA0);
        const bool turning =
            at(0) == 0xE2 && ((at(1) == 0x80 && ((at(2) >= 0xAA && at(2) <= 0xAE) || at(2) == 0x8E || at(2) == 0x8F)) ||
                              (at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9));
        plain = !control && !turning;
    }
    if (!plain)
        refuseModel("the model's description is longer than " + std::to_string(most) +
                    " bytes or holds control characters");
}

std::shared_ptr<const Mapping> mappingFrom(const Json& json, const Tensors& tensors)
{
    const std::string id = json.at("map");
    const Json& settings = json.at("settings");
    if (id == "net")
        return std::make_shared<NetworkMapping>(
            networkFrom(tensors, "", layersOf(settings), settings.at("activation").get<std::string>()));
    if (id == "retrieval") {
        const Matrix x = toMatrix(tensors, "x"), y = toMatrix(tensors, "y");
        if (x.columns() != y.columns() || x.columns() == 0)
            refuseModel("the model's training items do not fit one another");
        return makeRetrieval(x, y);
    }
    static const std::vector<std::string> linear = {"ridge", "procrustes", "cca", "pls", "identity", "random"};
    if (std::ranges::find(linear, id) == linear.end()) refuseModel("the model is of the unknown map '" + id + "'");
    const auto words = json.at("describe").get<std::string>();
    Matrix64 w = toMatrix64(tensors, "weight");
    auto meanX = optionalDoubles(tensors, "mean_x", w.columns()), meanY = optionalDoubles(tensors, "mean_y", w.rows());
    return std::make_shared<LinearMapping>(id, words, std::move(w), std::move(meanX), std::move(meanY), settings);
}

Model modelFrom(const SafetensorsFile& content)
{
    const Json& json = content.document;
    if (!json.is_object() || !json.at("format").is_number() || json["format"].get<double>() != 1)
        refuseModel("was written by a newer version (model format " + json.at("format").dump() + ")");
    Model model;
    model.preprocessX = pipelineFrom(json.at("preprocess_x"), "preprocess_x.", content.tensors);
    model.preprocessY = pipelineFrom(json.at("preprocess_y"), "preprocess_y.", content.tensors);
    requirePlainWords(json.at("describe"));
    if (!json.at("settings").is_object()) refuseModel("the model's settings are no object");
    model.mapping = mappingFrom(json, content.tensors);
    if (model.mapping->inputDimension() < 1 || model.mapping->outputDimension() < 1)
        refuseModel("the model maps from " + std::to_string(model.mapping->inputDimension()) + " to " +
                    std::to_string(model.mapping->outputDimension()) + " dimensions");
    const Index given = outputOf(model.preprocessX), wanted = outputOf(model.preprocessY);
    if ((given > 0 && given != model.mapping->inputDimension()) ||
        (wanted > 0 && wanted != model.mapping->outputDimension()))
        refuseModel("the model's preprocessing does not fit its mapping");
    model.provenance = json.at("provenance");
    if (!model.provenance.is_object()) refuseModel("the model's provenance is no object");
    return model;
}

} // namespace

void saveModel(const Model& model, const std::string& file)
{
    SafetensorsFile content{model.mapping->tensors(),
                            {{"format", 1},
                             {"version", BRIDGESCOPE_VERSION},
                             {"map", model.mapping->id()},
                             {"describe", model.mapping->describe()},
                             {"settings", model.mapping->settings()}}};
    content.document["preprocess_x"] = pipelineJson(model.preprocessX, "preprocess_x.", content.tensors);
    content.document["preprocess_y"] = pipelineJson(model.preprocessY, "preprocess_y.", content.tensors);
    content.document["provenance"] = model.provenance.is_null() ? Json::object() : model.provenance;
    writeSafetensors(file, content);
}

Model loadModel(const std::string& file)
{
    const SafetensorsFile content = readSafetensors(file);
    try {
        return modelFrom(content);
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Input, std::string("the model's header cannot be read: ") + error.what(),
                    "save the model again")
            .inFile(file);
    } catch (Error& error) {
        throw error.inFile(file);
    }
}

} // namespace bridgescope
