#include "core/experiment/spec_parts.h"

#include "core/experiment/paper_figures.h"

#include <algorithm>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

void readReading(const SpecField& field, const GridSpec& spec, ReadOptions& read)
{
    const auto path = [&](const char* key, std::optional<std::string>& into) {
        if (field.has(key)) into = spec.pathOf(field.at(key).text());
    };
    path("labels", read.labelsFile);
    path("metadata", read.metadataFile);
    path("items", read.itemsFile);
    if (field.has("where"))
        for (const SpecField& condition : field.at("where").oneOrMany())
            read.where.push_back(condition.text());
    if (field.has("format")) {
        read.format = field.at("format").text();
        const auto& known = formatIds();
        if (std::find(known.begin(), known.end(), *read.format) == known.end())
            field.at("format").refuse("there is no format '" + *read.format + "'", "leave it out to have it guessed");
    }
    if (field.has("delimiter")) {
        const std::string text = field.at("delimiter").text();
        read.delimiter = text == "tab"         ? '\t'
                         : text == "comma"     ? ','
                         : text == "semicolon" ? ';'
                         : text == "blank"     ? ' '
                                               : text[0];
        if (text.size() > 1 && *read.delimiter == text[0])
            field.at("delimiter").refuse("is more than one character", "give tab, comma, semicolon, blank or one");
    }
    if (field.has("header")) read.header = field.at("header").flag();
    if (field.has("label-column")) read.labelColumn = field.at("label-column").text();
}

void readPairing(const SpecField& field, const GridSpec& spec, PairOptions& pairing)
{
    if (field.has("by")) pairing.by = field.at("by").choice({"label", "row"}) == "label" ? PairBy::Label : PairBy::Row;
    if (field.has("pairs")) pairing.pairsFile = spec.pathOf(field.at("pairs").text());
    if (field.has("normalize-labels")) pairing.normalizeLabels = field.at("normalize-labels").flag();
    if (!field.has("repeats")) return;
    const std::string repeats = field.at("repeats").choice({"order", "first", "drop"});
    pairing.repeats = repeats == "order"   ? RepeatPolicy::Order
                      : repeats == "first" ? RepeatPolicy::First
                                           : RepeatPolicy::Drop;
}

void readFiles(const SpecField& field, const GridSpec& spec, GridData& data)
{
    if (field.has("sample")) {
        data.sample = field.at("sample").text();
        for (const char* key : {"x", "y", "labels", "labels-x", "labels-y", "metadata"})
            if (field.has(key)) field.at(key).refuse("stands beside sample", "give one of them");
        return;
    }
    data.x = spec.pathOf(field.at("x").text());
    data.y = spec.pathOf(field.at("y").text());
}

/// A list of sizes is one value of `hidden`; a list of lists, or of texts, is several.
bool isList(const std::string& key, const Json& value)
{
    if (!value.is_array()) return false;
    if (key != "hidden") return true;
    return std::any_of(value.begin(), value.end(), [](const Json& entry) { return !entry.is_number(); });
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

} // namespace

GridData readGridData(const SpecField& field, const GridSpec& spec)
{
    field.requireObject({"name",     "feature",      "sample", "x",        "y",
                         "x-name",   "y-name",       "labels", "labels-x", "labels-y",
                         "metadata", "items",        "where",  "format",   "delimiter",
                         "header",   "label-column", "by",     "pairs",    "normalize-labels",
                         "repeats",  "paper"});
    GridData data;
    data.name = field.at("name").text();
    if (field.has("feature")) data.feature = field.at("feature").text();
    readFiles(field, spec, data);
    if (field.has("x-name")) data.nameX = field.at("x-name").text();
    if (field.has("y-name")) data.nameY = field.at("y-name").text();
    ReadOptions read;
    readReading(field, spec, read);
    data.readX = data.readY = read;
    if (field.has("labels-x")) data.readX.labelsFile = spec.pathOf(field.at("labels-x").text());
    if (field.has("labels-y")) data.readY.labelsFile = spec.pathOf(field.at("labels-y").text());
    readPairing(field, spec, data.pairing);
    if (!field.has("paper")) return data;
    data.paper = field.at("paper").text();
    const auto& known = paperDataNames();
    if (std::find(known.begin(), known.end(), data.paper) == known.end())
        field.at("paper").refuse("the paper has no data set '" + data.paper + "'",
                                 "choose ImageNet, IAPR TC-12 or Wikipedia");
    const auto kindOf = [](const std::string& name) { return name == "Image" || name == "Text"; };
    if (!kindOf(data.nameX) || !kindOf(data.nameY) || data.nameX == data.nameY)
        field.at("paper").refuse("which side is the image is not said",
                                 "give x-name and y-name as \"Text\" and \"Image\"");
    return data;
}

std::vector<GridMap> readGridMaps(const SpecField& field, std::vector<std::string>& warnings)
{
    field.requireObject();
    field.at("map");
    std::vector<GridMap> maps(1);
    maps[0].name = field.has("name") ? field.at("name").text() : textOf(field.at("map").json());
    for (const auto& [key, value] : field.json().items()) {
        if (key == "name") continue;
        const SpecField here = field.at(key);
        const bool list = isList(key, value);
        const std::vector<SpecField> values = list ? here.elements() : std::vector<SpecField>{here};
        std::vector<GridMap> product;
        for (const GridMap& map : maps)
            for (const SpecField& one : values) {
                product.push_back(map);
                one.guarded([&] { setOption(product.back().training, key, textOf(one.json())); });
                if (values.size() > 1) {
                    std::string& name = product.back().name;
                    name = (name == key ? "" : name + " ") + key + "=" + optionText(product.back().training, key);
                }
            }
        maps = std::move(product);
    }
    for (const GridMap& map : maps) {
        field.guarded([&] { map.training.validate(); });
        for (const std::string& text : map.training.meaningless()) {
            const std::string warning = field.path() + ": " + text + " and is left out";
            if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
        }
    }
    return maps;
}

} // namespace bridgescope
