#include "core/experiment/grid_outputs.h"

#include "core/experiment/methods.h"
#include "core/experiment/printed_table.h"
#include "core/experiment/run_facts.h"

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

const char* const outputs[] = {"table.csv",  "table.md",    "table.tex",   "table.html",
                               "table.json", "methods.txt", "methods.bib", "provenance.json"};

} // namespace

void writeTables(const GridFolder& folder, const GridSpec& spec, const std::vector<GridCell>& cells,
                 const GridTable& table)
{
    const PrintedTable printed = layOutTable(spec, cells, table);
    std::vector<const GridRow*> known;
    for (const GridRow& row : table.rows)
        known.push_back(&row);
    folder.write("table.csv", toCsv(table));
    folder.write("table.md", toMarkdown(printed));
    folder.write("table.tex", toLatex(printed));
    folder.write("table.html", toHtml(printed));
    folder.write("table.json", toJson(table).dump(2) + "\n");
    folder.write("methods.txt", methodsText(spec, known, table.tests));
    folder.write("methods.bib", bibliography(spec));
}

void removeTables(const GridFolder& folder)
{
    for (const char* name : outputs)
        folder.remove(name);
}

void writeProvenance(const GridFolder& folder, const GridSpec& spec, const std::vector<GridCell>& cells,
                     const std::vector<std::shared_ptr<const GridPair>>& data, RanksOfRun ranks, double seconds)
{
    Json json = {{"program", "Bridgescope"}, {"version", BRIDGESCOPE_VERSION}};
    json["spec"] = spec.given;
    json["inputs"] = Json::array();
    for (std::size_t d = 0; d < data.size(); ++d) {
        Json files = Json::array();
        for (const InputFile& file : data[d]->files)
            files.push_back(fileJson(file));
        json["inputs"].push_back(
            {{"data", spec.data[d].name}, {"feature", spec.data[d].feature}, {"files", std::move(files)}});
    }
    for (const InputFile& file : splitFiles(spec))
        json["split"].push_back(fileJson(file));
    json["cells"] = cells.size();
    json["computed_in_this_run"] = ranks.computed;
    json.update(runFacts(seconds));
    if (ranks.count > 1) json["ranks"] = ranks.count; // each of so many threads
    folder.write("provenance.json", json.dump(2) + "\n");
}

} // namespace bridgescope
