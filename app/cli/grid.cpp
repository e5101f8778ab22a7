#include "core/experiment/grid_run.h"

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/base/error.h"
#include "core/experiment/printed_table.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct GridArguments {
    std::string spec, out;
    bool resume = false;
};

void print(std::ostream& out, const GridRun& run, const GridTable& table, const std::string& dir)
{
    const PrintedTable printed = layOutTable(run.spec(), run.cells(), table);
    std::vector<std::vector<std::string>> rows(1, printed.heads);
    for (const auto& column : printed.columns)
        rows[0].push_back(column.group.empty() ? column.name : column.group + " " + column.name);
    for (const auto& row : printed.rows) {
        rows.push_back(row.heads);
        for (const auto& entry : row.entries)
            rows.back().push_back(printedEntry(entry));
    }
    printColumns(out, rows);
    out << '\n'
        << printed.caption << "\nWritten to " << dir << ": table.csv, table.md, table.tex, table.html, table.json, "
        << "methods.txt, methods.bib, provenance.json, cells/\n";
}

int runGrid(const GridArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    GridSpec spec = readGridSpec(options.spec);
    if (!spec.given.contains("seed")) spec.seeds = {common.seed};
    for (const std::string& warning : spec.warnings)
        context.warning(options.spec + ": " + warning);
    GridRun grid(std::move(spec), context);
    grid.open(options.out, options.resume, context);
    const auto tasks = grid.pending();
    std::size_t waiting = 0;
    for (const GridTask& task : tasks)
        waiting += task.cells.size();
    if (options.resume && !common.quiet)
        console.err << grid.cells().size() - waiting << " of " << grid.cells().size() << " cells are there already\n";
    grid.run(tasks, {}, context);
    const GridTable table = grid.finish(context);
    for (std::size_t c = 0; c < table.rows.size(); ++c)
        if (!table.rows[c].failed.empty())
            console.err << "failed: " << grid.cells()[c].name << ": " << table.rows[c].failed << '\n';
    if (common.json) {
        auto json = toJson(table);
        json["seed"] = grid.spec().seeds.front();
        json["version"] = BRIDGESCOPE_VERSION;
        console.out << json.dump() << '\n';
    } else
        print(console.out, grid, table, options.out);
    return table.failed > 0 ? 1 : 0;
}

} // namespace

Command gridCommand()
{
    return {"grid", "An experiment grid: data sets x directions x maps, tables as CSV, Markdown, LaTeX, HTML",
            "bridgescope-cli grid experiment1.json --out experiment1", [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<GridArguments>();
                app.add_option("SPEC", options->spec, "JSON file; the schema is in resources/experiments/README.md")
                    ->required();
                app.add_option("--out", options->out, "Folder to write into")->required();
                app.add_flag("--resume", options->resume,
                             "Go on in a folder that holds cells; those whose spec and inputs are unchanged are kept");
                return [options, &common](Console& console) { return runGrid(*options, common, console); };
            }};
}

} // namespace bridgescope
