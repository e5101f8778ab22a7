#include "core/training/training_options.h"

#include "core/base/error.h"
#include "core/training/option_fields.h"

#include <algorithm>
#include <charconv>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;
using Kind = OptionInfo::Kind;

constexpr Index mostPairwise = 8192; ///< items a batch whose pairs are all compared: a quarter of a GiB a matrix

/// What else would make the option mean something.
std::string reason(const OptionInfo& info, const TrainingOptions& o)
{
    if (!optionApplies(info, o.map)) return "beside --map " + o.map;
    if (info.key == "structure-target") return "without --structure";
    if (info.key.starts_with("discriminator")) return "without --adversarial";
    if (info.key == "momentum") return "beside --optimizer " + o.optimizer;
    if (info.key == "patience") return "without --early-stopping";
    if (info.key == "activation" || info.key == "dropout") return "without a hidden layer";
    return "beside --loss " + o.loss;
}

Json valueOf(const OptionInfo& info, const TrainingOptions& o)
{
    const std::string text = info.text(o);
    if (info.kind == Kind::Flag) return text == "true";
    if (info.kind == Kind::Sizes) return o.hidden;
    if ((info.kind != Kind::Number && info.kind != Kind::Count) || text == info.word) return text;
    if (info.kind == Kind::Count) return std::stoll(text);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string textOf(const Json& value)
{
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump();
    std::string text;
    for (const Json& entry : value)
        text += (text.empty() ? "" : ",") + entry.dump();
    return text.empty() ? "none" : text;
}

std::string describeNet(const TrainingOptions& o)
{
    std::string text = "net";
    if (o.hidden.empty())
        text += " without hidden layer";
    else if (std::all_of(o.hidden.begin(), o.hidden.end(), [&](Index h) { return h == o.hidden[0]; }))
        text += " " + std::to_string(o.hidden.size()) + "×" + std::to_string(o.hidden[0]) + ", " + o.activation;
    else
        text += " " + sizesText(o.hidden) + ", " + o.activation;
    text += ", " + o.loss;
    if (o.structure > 0) text += " + " + numberText(o.structure) + " structure";
    if (o.adversarial > 0) text += " + " + numberText(o.adversarial) + " adversarial";
    text += ", " + o.optimizer + " " + numberText(o.learningRate);
    if (o.schedule != "constant") text += " " + o.schedule;
    text += ", batch " + std::to_string(o.batch) + ", " + std::to_string(o.epochs) + " epochs";
    if (o.dropout > 0) text += ", dropout " + numberText(o.dropout);
    if (o.weightDecay > 0) text += ", weight decay " + numberText(o.weightDecay);
    if (o.clip > 0) text += ", clipped at " + numberText(o.clip);
    if (o.earlyStopping != "none") text += ", stopped by " + o.earlyStopping;
    return text;
}

std::string describeClosedForm(const TrainingOptions& o)
{
    if (o.map == "ridge" && !o.ridge) return "ridge, ρ by leave-one-out";
    if (o.map == "ridge") return *o.ridge == 0 ? "least squares" : "ridge, ρ = " + numberText(*o.ridge);
    std::string text = o.map;
    if (o.map == "cca" || o.map == "pls")
        text += ", " + (o.components     ? std::to_string(*o.components) + " components"
                        : o.map == "cca" ? std::string("all components")
                                         : std::string("components by cross-validation"));
    if (o.map == "cca") text += ", ρ = " + numberText(o.ridge.value_or(.001));
    if (o.map == "procrustes")
        text += std::string(o.scaling ? " with scaling" : "") + (o.noCentre ? ", not centred" : "");
    return text;
}

} // namespace

void TrainingOptions::validate() const
{
    TrainingOptions copy = *this;
    for (const OptionInfo& info : trainingOptionTable()) {
        if (info.applies(*this)) info.set(copy, info.text(*this));
    }
    const Index least = leastBatch();
    if (least > 1 && (batch < least || batch > mostPairwise))
        refuseOption("batch", std::to_string(batch),
                     "this loss compares the items of a batch: give " + std::to_string(least) + " to " +
                         std::to_string(mostPairwise));
}

Index TrainingOptions::leastBatch() const
{
    if (map != "net") return 1;
    if (loss == "neighbor") return 3; // of one other item a softmax is 1
    return loss == "max-margin" || loss == "infonce" || structure > 0 ? 2 : 1;
}

std::vector<std::string> TrainingOptions::meaningless() const
{
    std::vector<std::string> texts;
    for (const OptionInfo& info : trainingOptionTable())
        if (given.contains(info.key) && !info.applies(*this))
            texts.push_back("--" + info.key + " means nothing " + reason(info, *this));
    return texts;
}

Json TrainingOptions::toJson() const
{
    Json json;
    for (const OptionInfo& info : trainingOptionTable())
        if (info.applies(*this) && !(info.key.starts_with("preprocess") && info.text(*this) == "none"))
            json[info.key] = valueOf(info, *this);
    json["seed"] = seed;
    return json;
}

TrainingOptions TrainingOptions::fromJson(const Json& json)
{
    TrainingOptions options;
    if (!json.is_object()) throw Error(ErrorKind::Usage, "a map's settings are not an object of keys and values");
    for (const auto& [key, value] : json.items())
        if (key == "seed" && value.is_number_unsigned())
            options.seed = value.get<std::uint64_t>();
        else
            setOption(options, key, textOf(value));
    return options;
}

std::string TrainingOptions::describe() const
{
    std::string text = map == "net" ? describeNet(*this) : describeClosedForm(*this);
    if (!preprocessX.empty()) text += ", X " + preprocessX;
    if (!preprocessY.empty()) text += ", Y " + preprocessY;
    return text;
}

} // namespace bridgescope
