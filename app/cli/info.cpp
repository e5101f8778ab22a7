#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/dataset/counted.h"
#include "core/dataset/reader.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace bridgescope {
namespace {

struct InfoArguments {
    std::vector<std::string> files;
    ReadingOptions reading;
};

nlohmann::ordered_json toJson(const std::string& file, const EmbeddingSet& set, const SetSummary& s)
{
    return {{"file", file},
            {"format", set.format},
            {"n", s.n},
            {"d", s.d},
            {"labels", s.labels},
            {"duplicates", s.duplicates},
            {"zero", s.zero},
            {"nonfinite", s.nonFinite},
            {"norm_min", s.normMin},
            {"norm_max", s.normMax},
            {"equal_vectors", s.equalVectors}};
}

void print(std::ostream& out, const std::string& file, const EmbeddingSet& set, const SetSummary& s)
{
    out << file << ": " << set.format << '\n';
    printColumns(out, {{"  items", std::to_string(s.n)},
                       {"  dimensions", std::to_string(s.d)},
                       {"  distinct labels", s.labels ? std::to_string(s.labels) : "none"},
                       {"  repeated labels", std::to_string(s.duplicates)},
                       {"  equal vectors", std::to_string(s.equalVectors)},
                       {"  zero vectors", std::to_string(s.zero)},
                       {"  not finite", std::to_string(s.nonFinite)},
                       {"  norms", fixed(s.normMin) + " to " + fixed(s.normMax)}});
    for (const auto& column : set.metadata.columns)
        out << "  metadata column " << column.name << '\n';
}

int runInfo(const InfoArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    nlohmann::ordered_json json = {
        {"seed", common.seed}, {"version", BRIDGESCOPE_VERSION}, {"files", nlohmann::ordered_json::array()}};
    for (const auto& file : options.files) {
        const EmbeddingSet set = readEmbeddingSet(file, options.reading.forX(), context);
        const SetSummary summary = summarize(set);
        for (const auto& warning : set.warnings)
            context.warning(file + ": " + warning);
        if (summary.zero > 0) context.warning(file + ": " + counted(summary.zero, "zero vector"));
        if (summary.nonFinite > 0)
            context.warning(file + ": " + counted(summary.nonFinite, "vector") +
                            " with NaN or infinity; commands that measure or train refuse such");
        if (common.json)
            json["files"].push_back(toJson(file, set, summary));
        else
            print(console.out, file, set, summary);
    }
    if (common.json) console.out << json.dump() << '\n';
    return 0;
}

} // namespace

Command infoCommand()
{
    return {"info", "Format, size, labels, duplicates, zero and non-finite vectors, norms",
            "bridgescope-cli info words.npy pictures.csv", [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<InfoArguments>();
                app.add_option("FILE", options->files, "Embedding sets")->required();
                addReadingOptions(app, options->reading, false);
                return [options, &common](Console& console) { return runInfo(*options, common, console); };
            }};
}

} // namespace bridgescope
