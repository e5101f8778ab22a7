#include "core/training/training_options.h"

#include "core/base/error.h"
#include "core/mapping/activation.h"
#include "core/preprocessing/pipeline.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace bridgescope {
namespace {

[[noreturn]] void refuse(const std::string& key, const std::string& text, const std::string& allowed)
{
    throw Error(ErrorKind::Usage, "--" + key + " " + (text.empty() ? "''" : text) + " is not possible", allowed);
}

std::string listOf(const std::vector<std::string>& choices)
{
    std::string text;
    for (const auto& choice : choices)
        text += (text.empty() ? "" : ", ") + choice;
    return text;
}

double parseNumber(const std::string& key, const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        refuse(key, text, "give a number");
    return value;
}

Index parseCount(const std::string& key, const std::string& text)
{
    Index value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) refuse(key, text, "give a whole number");
    return value;
}

std::vector<Index> parseSizes(const std::string& key, const std::string& text)
{
    std::vector<Index> sizes;
    if (text == "none" || text.empty()) return sizes;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        sizes.push_back(parseCount(key, text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return sizes;
}

std::string numberText(double value)
{
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string sizesText(const std::vector<Index>& sizes)
{
    std::string text;
    for (const Index size : sizes)
        text += (text.empty() ? "" : ",") + std::to_string(size);
    return text.empty() ? "none" : text;
}

void requireChoice(const std::string& key, const std::string& text, const std::vector<std::string>& choices)
{
    if (std::find(choices.begin(), choices.end(), text) == choices.end())
        refuse(key, text, "choose " + listOf(choices));
}

const std::vector<std::string>& initIds()
{
    static const std::vector<std::string> ids = {"glorot", "uniform"};
    return ids;
}

} // namespace

const std::vector<std::string>& mapIds()
{
    static const std::vector<std::string> ids = {"ridge", "net", "identity", "retrieval", "random"};
    return ids;
}

const std::vector<OptionInfo>& trainingOptionTable()
{
    using Kind = OptionInfo::Kind;
    static const std::vector<OptionInfo> table = {
        {"map", "The mapping f", Kind::Choice, mapIds(), {}},
        {"preprocess-x",
         "Steps on X, learnt on the training items: centre, unit, standardize, whiten, pca:D",
         Kind::Text,
         {},
         {}},
        {"preprocess-y", "Steps on Y, undone on f(X)", Kind::Text, {}, {}},
        {"ridge",
         "Penalty ρ, λ = ρ trace(XcᵀXc)/d; auto: by leave-one-out; 0: least squares",
         Kind::Text,
         {},
         {"ridge"}},
        {"hidden",
         "Sizes of up to five hidden layers, as 512,256; none: a linear map trained by gradient",
         Kind::Sizes,
         {},
         {"net"}},
        {"activation", "Of the hidden layers", Kind::Choice, activationIds(), {"net"}},
        {"init", "glorot (truncated normal), or uniform in ±1/sqrt(fan-in)", Kind::Choice, initIds(), {"net"}},
        {"learning-rate", "Adam's step size", Kind::Number, {}, {"net"}},
        {"batch", "Items a step", Kind::Count, {}, {"net"}},
        {"epochs", "Passes over the training items", Kind::Count, {}, {"net"}},
    };
    return table;
}

bool optionApplies(const OptionInfo& info, const std::string& map)
{
    return info.maps.empty() || std::find(info.maps.begin(), info.maps.end(), map) != info.maps.end();
}

void setOption(TrainingOptions& options, const std::string& key, const std::string& text)
{
    if (key == "map") {
        requireChoice(key, text, mapIds());
        options.map = text;
    } else if (key == "preprocess-x" || key == "preprocess-y") {
        const std::string steps = text == "none" ? std::string() : text;
        Pipeline::check(steps);
        (key.back() == 'x' ? options.preprocessX : options.preprocessY) = steps;
    } else if (key == "ridge") {
        if (text == "auto")
            options.ridge.reset();
        else {
            const double rho = parseNumber(key, text);
            if (rho < 0) refuse(key, text, "choose auto, 0 or a positive number");
            options.ridge = rho;
        }
    } else if (key == "hidden")
        options.hidden = parseSizes(key, text);
    else if (key == "activation") {
        requireChoice(key, text, activationIds());
        options.activation = text;
    } else if (key == "init") {
        requireChoice(key, text, initIds());
        options.init = text;
    } else if (key == "learning-rate")
        options.learningRate = parseNumber(key, text);
    else if (key == "batch")
        options.batch = parseCount(key, text);
    else if (key == "epochs")
        options.epochs = parseCount(key, text);
    else
        throw Error(ErrorKind::Usage, "there is no training option '" + key + "'");
}

std::string optionText(const TrainingOptions& options, const std::string& key)
{
    if (key == "map") return options.map;
    if (key == "preprocess-x") return options.preprocessX.empty() ? "none" : options.preprocessX;
    if (key == "preprocess-y") return options.preprocessY.empty() ? "none" : options.preprocessY;
    if (key == "ridge") return options.ridge ? numberText(*options.ridge) : "auto";
    if (key == "hidden") return sizesText(options.hidden);
    if (key == "activation") return options.activation;
    if (key == "init") return options.init;
    if (key == "learning-rate") return numberText(options.learningRate);
    if (key == "batch") return std::to_string(options.batch);
    if (key == "epochs") return std::to_string(options.epochs);
    throw Error(ErrorKind::Usage, "there is no training option '" + key + "'");
}

void TrainingOptions::validate() const
{
    requireChoice("map", map, mapIds());
    Pipeline::check(preprocessX);
    Pipeline::check(preprocessY);
    if (ridge && !(*ridge >= 0 && std::isfinite(*ridge)))
        refuse("ridge", numberText(*ridge), "choose auto, 0 or a positive number");
    if (map != "net") return;
    requireChoice("activation", activation, activationIds());
    requireChoice("init", init, initIds());
    if (hidden.size() > 5) refuse("hidden", sizesText(hidden), "give at most five layers");
    for (const Index size : hidden)
        if (size < 1 || size > 65536) refuse("hidden", sizesText(hidden), "give sizes from 1 to 65536");
    if (!(learningRate > 0 && learningRate <= 1000))
        refuse("learning-rate", numberText(learningRate), "give a number above 0 and at most 1000");
    if (batch < 1) refuse("batch", std::to_string(batch), "give at least 1 item");
    if (epochs < 1 || epochs > 1'000'000) refuse("epochs", std::to_string(epochs), "give 1 to 1000000");
}

nlohmann::ordered_json TrainingOptions::toJson() const
{
    nlohmann::ordered_json json;
    for (const OptionInfo& info : trainingOptionTable()) {
        if (!optionApplies(info, map)) continue;
        const std::string text = optionText(*this, info.key);
        if (info.kind == OptionInfo::Kind::Number)
            json[info.key] = learningRate;
        else if (info.kind == OptionInfo::Kind::Count)
            json[info.key] = info.key == "batch" ? batch : epochs;
        else if (info.kind == OptionInfo::Kind::Sizes)
            json[info.key] = hidden;
        else if (info.key == "ridge" && ridge)
            json[info.key] = *ridge;
        else if (info.key.starts_with("preprocess") && text == "none")
            continue;
        else
            json[info.key] = text;
    }
    json["seed"] = seed;
    return json;
}

std::string TrainingOptions::describe() const
{
    std::string text = map;
    if (map == "ridge")
        text = ridge ? (*ridge == 0 ? std::string("least squares") : "ridge, ρ = " + numberText(*ridge))
                     : "ridge, ρ by leave-one-out";
    if (map == "net") {
        text = "net";
        if (hidden.empty())
            text += " without hidden layer";
        else if (std::all_of(hidden.begin(), hidden.end(), [&](Index h) { return h == hidden[0]; }))
            text += " " + std::to_string(hidden.size()) + "×" + std::to_string(hidden[0]) + ", " + activation;
        else
            text += " " + sizesText(hidden) + ", " + activation;
        text += ", squared error, Adam " + numberText(learningRate) + ", batch " + std::to_string(batch) + ", " +
                std::to_string(epochs) + " epochs";
    }
    if (!preprocessX.empty()) text += ", X " + preprocessX;
    if (!preprocessY.empty()) text += ", Y " + preprocessY;
    return text;
}

} // namespace bridgescope
