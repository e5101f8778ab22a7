#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/item_table.h"
#include "app/cli/output.h"
#include "core/base/atomic_file.h"
#include "core/base/folder.h"
#include "core/dataset/writer.h"
#include "core/pairing/pairing_json.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct PairArguments {
    PairInputs inputs;
    std::string outDir;
};

nlohmann::ordered_json reportJson(const PairingReport& report, const CommonOptions& common)
{
    nlohmann::ordered_json json{{"seed", common.seed}, {"version", BRIDGESCOPE_VERSION}};
    json.update(toJson(report));
    return json;
}

std::string examples(const std::vector<std::string>& labels)
{
    std::string text;
    for (const auto& label : labels)
        text += (text.empty() ? "  " : ", ") + label;
    return text;
}

void print(std::ostream& out, const PairingReport& r)
{
    const auto two = [](Index x, Index y) { return std::to_string(x) + " in X, " + std::to_string(y) + " in Y"; };
    out << "paired by " << r.by << (r.note.empty() ? "" : " (" + r.note + ")") << '\n';
    printColumns(out, {{"  paired", std::to_string(r.paired) + " of " + two(r.rowsX, r.rowsY)},
                       {"  only in X", std::to_string(r.onlyX) + examples(r.examplesOnlyX)},
                       {"  only in Y", std::to_string(r.onlyY) + examples(r.examplesOnlyY)},
                       {"  repeated labels", std::to_string(r.duplicates) + examples(r.examplesRepeated)},
                       {"  dropped", std::to_string(r.dropped)},
                       {"  zero vectors", two(r.zeroX, r.zeroY)},
                       {"  not finite", two(r.nonFiniteX, r.nonFiniteY)},
                       {"  equal vectors", two(r.equalVectorsX, r.equalVectorsY)}});
}

EmbeddingSet pairedSide(const Vectors& vectors, const PairedSet& pairs)
{
    EmbeddingSet side;
    side.vectors = vectors;
    side.labels = pairs.labels;
    return side;
}

void writePairs(const std::string& dir, const PairedSet& pairs, const nlohmann::ordered_json& report,
                const Context& context)
{
    makeFolder(dir);
    std::string rows = "label\trow_x\trow_y\n";
    for (Index i = 0; i < pairs.size(); ++i)
        rows += pairs.labels[static_cast<std::size_t>(i)] + '\t' + std::to_string(fileRowX(pairs, i)) + '\t' +
                std::to_string(fileRowY(pairs, i)) + '\n';
    writeEmbeddingSet(pairedSide(pairs.x, pairs), dir + "/X.npy", context);
    writeEmbeddingSet(pairedSide(pairs.y, pairs), dir + "/Y.npy", context);
    writeFile(dir + "/pairs.tsv", rows);
    writeFile(dir + "/report.json", report.dump(2) + '\n');
}

int runPair(const PairArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const EmbeddingSet x = readEmbeddingSet(options.inputs.x, options.inputs.reading.forX(), context);
    const EmbeddingSet y = readEmbeddingSet(options.inputs.y, options.inputs.reading.forY(), context);
    for (const auto* set : {&x, &y})
        for (const auto& warning : set->warnings)
            context.warning(set->file + ": " + warning);
    const PairedSet pairs = pairSets(x, y, options.inputs.pairing, context);
    const auto json = reportJson(pairs.report, common);
    if (!options.outDir.empty()) writePairs(options.outDir, pairs, json, context);
    if (common.json)
        console.out << json.dump() << '\n';
    else
        print(console.out, pairs.report);
    return 0;
}

} // namespace

Command pairCommand()
{
    return {"pair", "Which items of two sets belong together, and what was left out",
            "bridgescope-cli pair words.npy pictures.npy --out-dir paired", [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<PairArguments>();
                addPairInputs(app, options->inputs);
                app.add_option("--out-dir", options->outDir,
                               "Write X.npy, Y.npy, their labels, pairs.tsv and report.json there");
                return [options, &common](Console& console) { return runPair(*options, common, console); };
            }};
}

} // namespace bridgescope
