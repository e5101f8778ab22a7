#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/mapping/linear_mapping.h"
#include "core/mapping/model.h"
#include "core/mapping/network.h"
#include "core/mapping/tensor_convert.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t longestHeader = 100'000'000; ///< as the safetensors library has it

[[noreturn]] void refuse(const std::string& what)
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

Pipeline pipelineFrom(const Json& json, const std::string& prefix, const Tensors& tensors)
{
    std::vector<PreprocessingStep> steps;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string name = prefix + std::to_string(i) + ".";
        PreprocessingStep step;
        step.id = json[i].at("id");
        step.components = json[i].at("components");
        if (step.id != "centre" && step.id != "unit" && step.id != "standardize" && step.id != "whiten" &&
            step.id != "pca")
            refuse("the model names the unknown preprocessing step '" + step.id + "'");
        if (step.id != "unit") step.mean = toDoubles(tensors, name + "mean");
        if (step.id == "standardize") step.scale = toDoubles(tensors, name + "scale");
        if (step.id == "whiten" || step.id == "pca") {
            step.forward = toMatrix(tensors, name + "forward");
            step.backward = toMatrix(tensors, name + "backward");
        }
        steps.push_back(std::move(step));
    }
    return Pipeline(std::move(steps));
}

std::vector<double> optionalDoubles(const Tensors& tensors, const std::string& name, Index size)
{
    if (!tensors.contains(name)) return {};
    auto values = toDoubles(tensors, name);
    if (static_cast<Index>(values.size()) != size) refuse("the model's tensor " + name + " does not fit its weights");
    return values;
}

std::shared_ptr<const Mapping> networkFrom(const Json& settings, const Tensors& tensors)
{
    Network network;
    network.activation = activationFromId(settings.at("activation").get<std::string>());
    const auto layers = settings.at("layers").get<std::size_t>();
    if (layers < 1 || layers > 6) refuse("the model claims " + std::to_string(layers) + " layers");
    for (std::size_t l = 0; l < layers; ++l) {
        const std::string name = "layer" + std::to_string(l);
        Layer layer{toMatrix(tensors, name + ".weight"), toFloats(tensors, name + ".bias")};
        if (static_cast<Index>(layer.bias.size()) != layer.weight.rows())
            refuse("the model's " + name + " has a bias that does not fit its weights");
        if (l > 0 && layer.weight.columns() != network.layers.back().weight.rows())
            refuse("the model's " + name + " does not fit the one before");
        network.layers.push_back(std::move(layer));
    }
    return std::make_shared<NetworkMapping>(std::move(network));
}

std::shared_ptr<const Mapping> mappingFrom(const Json& json, const Tensors& tensors)
{
    const std::string id = json.at("map");
    const Json& settings = json.at("settings");
    if (id == "net") return networkFrom(settings, tensors);
    if (id == "retrieval") {
        const Matrix x = toMatrix(tensors, "x"), y = toMatrix(tensors, "y");
        if (x.columns() != y.columns() || x.columns() == 0) refuse("the model's training items do not fit one another");
        return makeRetrieval(x, y);
    }
    Matrix64 w = toMatrix64(tensors, "weight");
    auto meanX = optionalDoubles(tensors, "mean_x", w.columns()), meanY = optionalDoubles(tensors, "mean_y", w.rows());
    return std::make_shared<LinearMapping>(id, json.at("describe").get<std::string>(), std::move(w), std::move(meanX),
                                           std::move(meanY), settings);
}

/// One entry of the header, checked against the data that are there before anything is allocated.
Tensor readTensor(const std::string& name, const Json& entry, const std::string& data)
{
    const std::string type = entry.at("dtype");
    if (type != "F32" && type != "F64") refuse("the tensor " + name + " is of type " + type + ", not F32 or F64");
    Tensor tensor;
    Index count = 1;
    for (const auto& length : entry.at("shape")) {
        tensor.shape.push_back(length.get<Index>());
        count = checkedProduct(count, tensor.shape.back(), "a tensor's shape");
    }
    const auto begin = entry.at("data_offsets").at(0).get<std::uint64_t>(),
               end = entry.at("data_offsets").at(1).get<std::uint64_t>();
    const Index bytes = checkedProduct(count, type == "F32" ? 4 : 8, "a tensor's size");
    if (begin > end || end > data.size() || end - begin != static_cast<std::uint64_t>(bytes))
        refuse("the tensor " + name + " claims bytes " + std::to_string(begin) + " to " + std::to_string(end) + " of " +
               std::to_string(data.size()) + ", which do not fit its shape or the file");
    const auto copy = [&](auto& values) {
        values.resize(static_cast<std::size_t>(count));
        std::memcpy(values.data(), data.data() + begin, static_cast<std::size_t>(bytes));
        for (const auto v : values)
            if (!std::isfinite(v)) refuse("the tensor " + name + " holds NaN or infinity");
    };
    if (type == "F32")
        copy(tensor.values);
    else
        copy(tensor.wide);
    return tensor;
}

Model modelFrom(const Json& header, const std::string& data)
{
    if (!header.is_object() || !header.contains("__metadata__") || !header["__metadata__"].contains("bridgescope"))
        refuse("is a safetensors file, but not a model of Bridgescope");
    const Json json = Json::parse(header["__metadata__"]["bridgescope"].get<std::string>());
    if (json.at("format").get<int>() != 1)
        refuse("was written by a newer version (model format " + json.at("format").dump() + ")");
    Tensors tensors;
    for (const auto& [name, entry] : header.items())
        if (name != "__metadata__") tensors[name] = readTensor(name, entry, data);
    Model model;
    model.preprocessX = pipelineFrom(json.at("preprocess_x"), "preprocess_x.", tensors);
    model.preprocessY = pipelineFrom(json.at("preprocess_y"), "preprocess_y.", tensors);
    model.mapping = mappingFrom(json, tensors);
    model.provenance = json.at("provenance");
    return model;
}

std::string readAll(const std::string& file)
{
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed)) refuse("is a folder");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Error(ErrorKind::Input,
                    std::filesystem::exists(file, failed) ? "cannot be read" : "there is no such file",
                    "check the name");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

void saveModel(const Model& model, const std::string& file)
{
    Tensors tensors = model.mapping->tensors();
    Json json = {{"format", 1},
                 {"version", BRIDGESCOPE_VERSION},
                 {"map", model.mapping->id()},
                 {"describe", model.mapping->describe()},
                 {"settings", model.mapping->settings()}};
    json["preprocess_x"] = pipelineJson(model.preprocessX, "preprocess_x.", tensors);
    json["preprocess_y"] = pipelineJson(model.preprocessY, "preprocess_y.", tensors);
    json["provenance"] = model.provenance.is_null() ? Json::object() : model.provenance;
    Json header = {{"__metadata__", {{"bridgescope", json.dump()}}}};
    std::string data;
    for (const auto& [name, tensor] : tensors) {
        const std::size_t begin = data.size();
        if (tensor.wide.empty())
            data.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
        else
            data.append(reinterpret_cast<const char*>(tensor.wide.data()), tensor.wide.size() * sizeof(double));
        header[name] = {{"dtype", tensor.wide.empty() ? "F32" : "F64"},
                        {"shape", tensor.shape},
                        {"data_offsets", {begin, data.size()}}};
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    std::string length(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        length[i] = static_cast<char>(text.size() >> (8 * i) & 0xFF);
    AtomicFile out(file);
    out.write(length);
    out.write(text);
    out.write(data);
    out.commit();
}

Model loadModel(const std::string& file)
{
    try {
        const std::string bytes = readAll(file);
        if (bytes.size() < 8) refuse("is too short to be a model (" + std::to_string(bytes.size()) + " bytes)");
        std::uint64_t length = 0;
        for (std::size_t i = 8; i-- > 0;)
            length = length << 8 | static_cast<unsigned char>(bytes[i]);
        if (length > longestHeader || length > bytes.size() - 8)
            refuse("claims a header of " + std::to_string(length) + " bytes, but has " +
                   std::to_string(bytes.size() - 8) + ": the file is cut or no safetensors file");
        return modelFrom(Json::parse(bytes.begin() + 8, bytes.begin() + 8 + static_cast<std::ptrdiff_t>(length)),
                         bytes.substr(8 + static_cast<std::size_t>(length)));
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Input, std::string("the model's header cannot be read: ") + error.what(),
                    "save the model again")
            .inFile(file);
    } catch (Error& error) {
        throw error.inFile(file);
    }
}

} // namespace bridgescope
