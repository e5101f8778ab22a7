#include "core/experiment/spec_parts.h"

#include "core/experiment/paper_figures.h"

#include <algorithm>

namespace bridgescope {
namespace {

/// `side`: "" of both sets, "-x" or "-y" of one.
void readReading(const SpecField& field, const GridSpec& spec, const std::string& side, ReadOptions& read)
{
    const auto given = [&](const char* key) {
        return field.has((key + side).c_str()) ? std::optional(field.at(key + side)) : std::nullopt;
    };
    const auto path = [&](const char* key, std::optional<std::string>& into) {
        if (const auto file = given(key)) into = spec.pathOf(file->text());
    };
    path("labels", read.labelsFile);
    path("metadata", read.metadataFile);
    path("items", read.itemsFile);
    if (const auto where = given("where"))
        for (const SpecField& condition : where->oneOrMany())
            read.where.push_back(condition.text());
    if (const auto format = given("format")) {
        read.format = format->text();
        const auto& known = formatIds();
        if (std::find(known.begin(), known.end(), *read.format) == known.end())
            format->refuse("there is no format '" + *read.format + "'", "leave it out to have it guessed");
    }
    if (const auto delimiter = given("delimiter")) {
        const std::string text = delimiter->text();
        read.delimiter = text == "tab"         ? '\t'
                         : text == "comma"     ? ','
                         : text == "semicolon" ? ';'
                         : text == "blank"     ? ' '
                                               : text[0];
        if (text.size() > 1 && *read.delimiter == text[0])
            delimiter->refuse("is more than one character", "give tab, comma, semicolon, blank or one");
    }
    if (const auto header = given("header")) read.header = header->flag();
    if (const auto column = given("label-column")) read.labelColumn = column->text();
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

} // namespace

GridData readGridData(const SpecField& field, const GridSpec& spec)
{
    field.requireObject({"name",
                         "feature",
                         "sample",
                         "x",
                         "y",
                         "x-name",
                         "y-name",
                         "labels",
                         "labels-x",
                         "labels-y",
                         "metadata",
                         "metadata-x",
                         "metadata-y",
                         "items",
                         "items-x",
                         "items-y",
                         "where",
                         "where-x",
                         "where-y",
                         "format",
                         "format-x",
                         "format-y",
                         "delimiter",
                         "delimiter-x",
                         "delimiter-y",
                         "header",
                         "header-x",
                         "header-y",
                         "label-column",
                         "label-column-x",
                         "label-column-y",
                         "by",
                         "pairs",
                         "normalize-labels",
                         "repeats",
                         "paper"});
    GridData data;
    data.name = field.at("name").text();
    if (field.has("feature")) data.feature = field.at("feature").text();
    readFiles(field, spec, data);
    if (field.has("x-name")) data.nameX = field.at("x-name").text();
    if (field.has("y-name")) data.nameY = field.at("y-name").text();
    ReadOptions read;
    readReading(field, spec, "", read);
    data.readX = data.readY = read;
    readReading(field, spec, "-x", data.readX);
    readReading(field, spec, "-y", data.readY);
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

} // namespace bridgescope
