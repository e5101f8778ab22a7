#include "core/experiment/spec_parts.h"

#include <algorithm>

namespace bridgescope {
namespace {

/// A list of sizes is one value of `hidden`; a list of lists, or of texts, is several.
bool isListOfValues(const OptionInfo& info, const nlohmann::ordered_json& value)
{
    if (!value.is_array()) return false;
    if (info.kind != OptionInfo::Kind::Sizes) return true;
    return std::any_of(value.begin(), value.end(), [](const auto& entry) { return !entry.is_number(); });
}

std::string sizesText(const SpecField& field)
{
    if (field.json().is_string()) return field.text();
    if (!field.json().is_array()) field.refuse("is no list of sizes", "write it as [512, 256], or [] for none");
    std::string text;
    for (const auto& entry : field.json())
        text += (text.empty() ? "" : ",") + entry.dump();
    return text.empty() ? "none" : text;
}

/// A value of the option's own type, as setOption() takes it.
std::string valueText(const SpecField& field, const OptionInfo& info)
{
    switch (info.kind) {
    case OptionInfo::Kind::Flag:
        return field.flag() ? "true" : "false";
    case OptionInfo::Kind::Sizes:
        return sizesText(field);
    case OptionInfo::Kind::Number:
    case OptionInfo::Kind::Count:
        if (!info.word.empty() && field.json() == info.word) return info.word;
        field.number();
        return field.json().dump();
    default:
        return field.text();
    }
}

} // namespace

std::vector<GridMap> readGridMaps(const SpecField& field, std::vector<std::string>& warnings)
{
    field.requireObject();
    const SpecField kind = field.at("map");
    std::vector<GridMap> maps(1);
    const bool named = field.has("name");
    if (named) maps[0].name = field.at("name").text();
    if (!named && kind.json().is_string()) maps[0].name = kind.text();
    for (const auto& [key, value] : field.json().items()) {
        if (key == "name") continue;
        const SpecField here = field.at(key);
        const OptionInfo* info = nullptr;
        here.guarded([&, k = key] { info = &trainingOption(k); });
        const std::vector<SpecField> values =
            isListOfValues(*info, value) ? here.elements() : std::vector<SpecField>{here};
        std::vector<GridMap> product;
        for (const GridMap& map : maps)
            for (const SpecField& one : values) {
                product.push_back(map);
                const std::string text = valueText(one, *info);
                one.guarded([&, k = key] { setOption(product.back().training, k, text); });
                if (values.size() == 1) continue;
                std::string& name = product.back().name;
                const std::string said = optionText(product.back().training, key);
                if (key == "map" && !named)
                    name = said + (name.empty() ? "" : " " + name);
                else
                    name = (name.empty() || name == key ? "" : name + " ") + key + "=" + said;
            }
        maps = std::move(product);
    }
    for (const GridMap& map : maps) {
        field.guarded([&] { map.training.validate(); });
        for (const std::string& text : map.training.meaningless()) {
            const std::string warning = field.path() + ": " + withoutDashes(text) + " and is left out";
            if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
        }
    }
    return maps;
}

} // namespace bridgescope
