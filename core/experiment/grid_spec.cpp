#include "core/experiment/grid_spec.h"

#include "core/base/error.h"
#include "core/experiment/spec_field.h"
#include "core/experiment/spec_parts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

Metric metricOf(const SpecField& field)
{
    return metricFromId(field.choice({"cosine", "euclidean"}));
}

SelfRule selfOf(const SpecField& field)
{
    return field.choice({"exclude", "include"}) == "include" ? SelfRule::Included : SelfRule::Excluded;
}

/// One value or a list of different ones.
template<class Value, class Read> std::vector<Value> several(const SpecField& root, const char* key, Read read)
{
    std::vector<Value> values;
    for (const SpecField& field : root.at(key).oneOrMany()) {
        const Value value = read(field);
        if (std::find(values.begin(), values.end(), value) != values.end())
            field.refuse("stands twice", "give each value once");
        values.push_back(value);
    }
    return values;
}

void readSplit(const SpecField& root, GridSpec& spec)
{
    if (root.has("folds") && root.has("test")) root.at("test").refuse("stands beside folds", "give one of them");
    if (root.has("folds")) {
        const SpecField folds = root.at("folds");
        if (folds.json().is_string())
            spec.split.foldsFile = spec.pathOf(folds.text());
        else
            spec.split.folds = static_cast<int>(folds.count(2));
    }
    if (root.has("test")) {
        const SpecField test = root.at("test");
        if (test.json().is_string())
            spec.split.testFile = spec.pathOf(test.text());
        else if (spec.split.testShare = test.number(); !(spec.split.testShare > 0 && spec.split.testShare < 1))
            test.refuse("is no share between 0 and 1", "give 0.2 for a fifth");
    }
    if (root.has("group")) spec.split.group = root.at("group").text();
}

void readMeasures(const SpecField& root, GridSpec& spec)
{
    if (root.has("seed")) spec.seeds = several<std::uint64_t>(root, "seed", [](const auto& f) { return f.seed(); });
    if (root.has("k")) spec.ks = several<Index>(root, "k", [](const auto& f) { return f.count(1); });
    if (root.has("metric")) spec.metrics = several<Metric>(root, "metric", metricOf);
    if (root.has("self")) spec.selves = several<SelfRule>(root, "self", selfOf);
    if (root.has("k-max")) spec.kMax = root.at("k-max").count(1);
    if (root.has("permutations")) spec.permutations = root.at("permutations").count(0);
}

std::vector<std::string> readColumns(const SpecField& field)
{
    std::vector<std::string> columns;
    for (const SpecField& column : field.elements()) {
        const auto& ids = tableColumnIds();
        if (std::find(ids.begin(), ids.end(), column.text()) == ids.end()) {
            std::string known;
            for (const auto& id : ids)
                known += (known.empty() ? "" : ", ") + id;
            column.refuse("there is no column '" + column.text() + "'", "choose among " + known);
        }
        if (std::find(columns.begin(), columns.end(), column.text()) != columns.end())
            column.refuse("'" + column.text() + "' stands twice", "name each column once");
        columns.push_back(column.text());
    }
    return columns;
}

void readTable(const SpecField& root, GridSpec& spec)
{
    GridTableOptions& table = spec.table;
    table.columns = {"x_fx", "y_fx", "p_at_1"};
    if (!root.has("table")) return;
    const SpecField field = root.at("table");
    field.requireObject({"columns", "paper", "base", "decimals"});
    if (field.has("paper")) table.paper = field.at("paper").flag();
    if (table.paper) table.columns.pop_back(); // beside the paper's figures the paper's columns
    if (field.has("columns")) table.columns = readColumns(field.at("columns"));
    if (field.has("decimals")) {
        table.decimals = static_cast<int>(field.at("decimals").count(1));
        if (table.decimals > 6) field.at("decimals").refuse("is more than 6", "give 1 to 6");
    }
    if (field.has("base")) {
        table.base = field.at("base").text();
        if (std::none_of(spec.maps.begin(), spec.maps.end(), [&](const auto& map) { return map.name == table.base; }))
            field.at("base").refuse("there is no map '" + table.base + "'", "name one of maps");
    }
    const auto change = [](const std::string& id) { return id.ends_with("_change"); };
    if (table.base.empty() && std::any_of(table.columns.begin(), table.columns.end(), change))
        field.at("columns").refuse("a change is against a base", "name the base map as table.base");
}

void refuseTwins(const SpecField& root, const GridSpec& spec)
{
    std::set<std::pair<std::string, std::string>> data;
    for (std::size_t i = 0; i < spec.data.size(); ++i)
        if (!data.emplace(spec.data[i].name, spec.data[i].feature).second)
            root.at("data").elements()[i].refuse("name and feature stand twice", "tell them apart by feature");
    std::set<std::string> maps;
    for (const GridMap& map : spec.maps)
        if (!maps.insert(map.name).second)
            root.at("maps").refuse("the name '" + map.name + "' stands twice", "give each map a name");
}

/// JSON whose objects name no key twice: the last would win without a word. @throws Json::parse_error, Error(Input).
Json parseStrictly(const std::string& text, const std::string& file)
{
    std::vector<std::set<std::string>> open;
    return Json::parse(text, [&](int, Json::parse_event_t event, const Json& parsed) {
        if (event == Json::parse_event_t::object_start) open.emplace_back();
        if (event == Json::parse_event_t::object_end) open.pop_back();
        if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            throw Error(ErrorKind::Input, "the key '" + parsed.get<std::string>() + "' stands twice in one object",
                        "keep one of them")
                .inFile(file);
        return true;
    });
}

/// Line of a byte, from 1.
std::int64_t lineAt(const std::string& text, std::size_t byte)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return 1 + std::count(text.begin(), end, '\n');
}

} // namespace

const std::vector<std::string>& tableColumnIds()
{
    static const std::vector<std::string> ids = {
        "x_fx",          "y_fx",          "x_y",      "difference",  "difference_interval", "effect",
        "gain",          "x_fx_cal",      "y_fx_cal", "x_fx_change", "y_fx_change",         "difference_change",
        "x_fx_included", "y_fx_included", "chance",   "p_at_1"};
    return ids;
}

std::string GridSpec::pathOf(const std::string& file) const
{
    const std::filesystem::path path(file);
    return path.is_absolute() || folder.empty() ? file : (std::filesystem::path(folder) / path).string();
}

GridSpec gridSpecFromJson(const Json& json, const std::string& folder, const std::string& file)
{
    const SpecField root(json, "", file);
    root.requireObject({"title", "data", "directions", "maps", "folds", "test", "group", "seed", "k", "k-max", "metric",
                        "self", "permutations", "table"});
    GridSpec spec;
    spec.folder = folder;
    spec.given = json;
    if (root.has("title")) spec.title = root.at("title").text();
    for (const SpecField& field : root.at("data").elements())
        spec.data.push_back(readGridData(field, spec));
    spec.directions = {"xy", "yx"};
    if (root.has("directions"))
        spec.directions = several<std::string>(root, "directions", [](const auto& f) {
            return f.choice({"xy", "yx"});
        });
    for (const SpecField& field : root.at("maps").elements())
        for (GridMap& map : readGridMaps(field, spec.warnings))
            spec.maps.push_back(std::move(map));
    readSplit(root, spec);
    readMeasures(root, spec);
    readTable(root, spec);
    refuseTwins(root, spec);
    return spec;
}

GridSpec readGridSpec(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        throw Error(ErrorKind::Io, "the spec cannot be read", "give the path of a JSON file").inFile(file);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    Json json;
    try {
        json = parseStrictly(text, file);
    } catch (const Json::parse_error& error) {
        throw Error(ErrorKind::Input, "is no JSON from here on",
                    "mend it; the schema is in resources/experiments/README.md")
            .inFile(file)
            .atLine(lineAt(text, error.byte));
    }
    return gridSpecFromJson(json, std::filesystem::path(file).parent_path().string(), file);
}

void applySeed(GridSpec& spec, std::optional<std::uint64_t> asked)
{
    if (!asked) return;
    if (!spec.given.contains("seed"))
        spec.seeds = {*asked};
    else if (spec.seeds != std::vector{*asked})
        throw Error(ErrorKind::Usage, "--seed " + std::to_string(*asked) + " stands beside the spec's own seed",
                    "leave it out, or take \"seed\" out of the spec");
}

} // namespace bridgescope
