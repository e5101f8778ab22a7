#include "core/training/option_fields.h"

#include "core/base/error.h"
#include "core/preprocessing/pipeline.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bridgescope {
namespace {

using Kind = OptionInfo::Kind;

std::string listOf(const std::vector<std::string>& choices)
{
    std::string text;
    for (const auto& choice : choices)
        text += (text.empty() ? "" : ", ") + choice;
    return text;
}

OptionInfo begin(std::string key, std::string help, Kind kind)
{
    OptionInfo info;
    info.key = std::move(key);
    info.help = std::move(help);
    info.kind = kind;
    return info;
}

template<class Number> Number parse(const std::string& key, const std::string& text, const std::string& allowed)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) refuseOption(key, text, allowed);
    return value;
}

std::string textOf(double value)
{
    return numberText(value);
}

std::string textOf(Index value)
{
    return std::to_string(value);
}

std::string allowedText(const OptionInfo& info)
{
    const std::string kind = info.kind == Kind::Count ? "a whole number" : "a number";
    const std::string low = (info.leastAllowed ? " from " : " above ") + numberText(info.least);
    return "give " + (info.word.empty() ? "" : info.word + " or ") + kind + low +
           (info.leastAllowed ? " to " : " and at most ") + numberText(info.most);
}

template<class Number> Number parseWithin(const OptionInfo& info, const std::string& text)
{
    const auto value = parse<Number>(info.key, text, allowedText(info));
    const auto wide = static_cast<double>(value);
    const bool within =
        std::isfinite(wide) && wide <= info.most && (info.leastAllowed ? wide >= info.least : wide > info.least);
    if (!within) refuseOption(info.key, text, allowedText(info));
    return value;
}

template<class Number> OptionInfo plainNumber(OptionInfo info, Number TrainingOptions::*field, const Limits& limits)
{
    info.least = limits.least;
    info.most = limits.most;
    info.leastAllowed = limits.leastAllowed;
    info.text = [field](const TrainingOptions& o) { return textOf(o.*field); };
    info.set = [field, info](TrainingOptions& o, const std::string& text) {
        o.*field = parseWithin<Number>(info, text);
    };
    return info;
}

template<class Number>
OptionInfo numberOrWord(OptionInfo info, std::optional<Number> TrainingOptions::*field, const Limits& limits,
                        std::string word)
{
    info.least = limits.least;
    info.most = limits.most;
    info.leastAllowed = limits.leastAllowed;
    info.word = std::move(word);
    info.text = [field, w = info.word](const TrainingOptions& o) { return o.*field ? textOf(*(o.*field)) : w; };
    info.set = [field, info](TrainingOptions& o, const std::string& text) {
        if (text == info.word)
            (o.*field).reset();
        else
            o.*field = parseWithin<Number>(info, text);
    };
    return info;
}

} // namespace

void refuseOption(const std::string& key, const std::string& text, const std::string& allowed)
{
    throw Error(ErrorKind::Usage, "--" + key + " " + (text.empty() ? "''" : text) + " is not possible", allowed);
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

OptionInfo choiceField(std::string key, std::string help, std::string TrainingOptions::*field,
                       std::vector<std::string> choices)
{
    OptionInfo info = begin(std::move(key), std::move(help), Kind::Choice);
    info.choices = std::move(choices);
    info.text = [field](const TrainingOptions& o) { return o.*field; };
    info.set = [field, k = info.key, c = info.choices](TrainingOptions& o, const std::string& text) {
        if (std::find(c.begin(), c.end(), text) == c.end()) refuseOption(k, text, "choose " + listOf(c));
        o.*field = text;
    };
    return info;
}

OptionInfo flagField(std::string key, std::string help, bool TrainingOptions::*field)
{
    OptionInfo info = begin(std::move(key), std::move(help), Kind::Flag);
    info.text = [field](const TrainingOptions& o) { return std::string(o.*field ? "true" : "false"); };
    info.set = [field, k = info.key](TrainingOptions& o, const std::string& text) {
        if (text != "true" && text != "false") refuseOption(k, text, "give true or false");
        o.*field = text == "true";
    };
    return info;
}

OptionInfo stepsField(std::string key, std::string help, std::string TrainingOptions::*field)
{
    OptionInfo info = begin(std::move(key), std::move(help), Kind::Text);
    info.text = [field](const TrainingOptions& o) { return (o.*field).empty() ? "none" : o.*field; };
    info.set = [field](TrainingOptions& o, const std::string& text) {
        const std::string steps = text == "none" ? std::string() : text;
        Pipeline::check(steps);
        o.*field = steps;
    };
    return info;
}

OptionInfo sizesField(std::string key, std::string help, std::vector<Index> TrainingOptions::*field)
{
    OptionInfo info = begin(std::move(key), std::move(help), Kind::Sizes);
    info.text = [field](const TrainingOptions& o) { return sizesText(o.*field); };
    info.set = [field, k = info.key](TrainingOptions& o, const std::string& text) {
        std::vector<Index> sizes;
        for (std::size_t at = 0; text != "none" && at <= text.size();) {
            const std::size_t end = std::min(text.find(',', at), text.size());
            Index size = 0;
            const auto [read, error] = std::from_chars(text.data() + at, text.data() + end, size);
            if (error != std::errc() || read != text.data() + end)
                refuseOption(k, text, "give none or sizes as 512,256");
            if (size < 1 || size > 65536) refuseOption(k, text, "give sizes from 1 to 65536");
            sizes.push_back(size);
            at = end + 1;
        }
        if (sizes.size() > 5) refuseOption(k, text, "give at most five layers");
        o.*field = std::move(sizes);
    };
    return info;
}

OptionInfo numberField(std::string key, std::string help, double TrainingOptions::*field, Limits limits)
{
    return plainNumber(begin(std::move(key), std::move(help), Kind::Number), field, limits);
}

OptionInfo countField(std::string key, std::string help, Index TrainingOptions::*field, Limits limits)
{
    return plainNumber(begin(std::move(key), std::move(help), Kind::Count), field, limits);
}

OptionInfo numberField(std::string key, std::string help, std::optional<double> TrainingOptions::*field, Limits limits,
                       std::string word)
{
    return numberOrWord(begin(std::move(key), std::move(help), Kind::Number), field, limits, std::move(word));
}

OptionInfo countField(std::string key, std::string help, std::optional<Index> TrainingOptions::*field, Limits limits,
                      std::string word)
{
    return numberOrWord(begin(std::move(key), std::move(help), Kind::Count), field, limits, std::move(word));
}

} // namespace bridgescope
