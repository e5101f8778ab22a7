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
    bool resume = false, takeOver = false;
};

void print(std::ostream& out, const GridRun& run, const GridTable& table, const std::string& dir)
{
    const PrintedTable printed = layOutTable(run.spec(), run.cells(), table);
    printColumns(out, textCells(printed));
    out << '\n'
        << printed.caption << "\nWritten to " << dir << ": table.csv, table.md, table.tex, table.html, table.json, "
        << "methods.txt, methods.bib, provenance.json, cells/\n";
}

int runGrid(const GridArguments& options, const CommonOptions& common, std::optional<std::uint64_t> seed,
            Console& console)
{
    const Context context = makeContext(console, common);
    GridSpec spec = readGridSpec(options.spec);
    applySeed(spec, seed);
    for (const std::string& warning : spec.warnings)
        context.warning(options.spec + ": " + warning);
    GridRun grid(std::move(spec), context);
    grid.open(options.out, options.resume, context, options.takeOver ? ForeignLock::TakeOver : ForeignLock::Refuse);
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
                app.add_flag("--take-over", options->takeOver,
                             "Take over the lock of a run on another host: only where that run is surely gone");
                return [options, &common, &app](Console& console) {
                    const bool asked = app.count("--seed") > 0;
                    return runGrid(*options, common, asked ? std::optional(common.seed) : std::nullopt, console);
                };
            }};
}

} // namespace bridgescope
