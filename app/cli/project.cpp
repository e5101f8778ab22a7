#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "app/options/number_checks.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/projection/pca.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

namespace bridgescope {
namespace {

struct ProjectArguments {
    std::vector<std::string> files;
    std::string method = "pca", out;
    bool aligned = false, joint = false;
    Index k = 10;
    ReadingOptions reading;
    PairOptions pairing;
};

/// The sets restricted to the items all of them have where they are to be aligned; as they are otherwise.
std::vector<EmbeddingSet> readSets(const ProjectArguments& options, const Context& context)
{
    std::vector<EmbeddingSet> sets;
    for (const auto& file : options.files)
        sets.push_back(readSet(file, options.reading.forX(), context));
    if (!options.aligned) return sets;
    for (std::size_t s = 1; s < sets.size(); ++s) {
        const AlignedRows rows = commonRows(sets.front(), sets[s], options.pairing, context);
        for (std::size_t t = 0; t < s; ++t)
            sets[t] = selectRows(sets[t], rows.first);
        sets[s] = selectRows(sets[s], rows.second);
    }
    return sets;
}

/// All sets in one space of axes: they must have one dimension.
Matrix concatenated(const std::vector<EmbeddingSet>& sets)
{
    Index n = 0;
    for (const auto& set : sets) {
        if (set.dimension() != sets.front().dimension())
            throw Error(ErrorKind::Input,
                        "dimension " + std::to_string(set.dimension()) + ", but " + sets.front().file + " has " +
                            std::to_string(sets.front().dimension()),
                        "--joint needs sets of one space, as Y and f(X)")
                .inFile(set.file);
        n += set.size();
    }
    Matrix all(sets.front().dimension(), n);
    float* to = all.data();
    for (const auto& set : sets)
        to = std::copy_n(set.vectors.view().data, set.vectors.view().size(), to);
    return all;
}

std::vector<Matrix> makeMaps(const std::vector<EmbeddingSet>& sets, const ProjectArguments& options, const Context& context)
{
    std::vector<Matrix> maps;
    const auto components = [](Index d) { return std::min<Index>(2, d); };
    if (options.joint) {
        const Pca pca = fitPca(concatenated(sets), components(sets.front().dimension()));
        for (const auto& set : sets)
            maps.push_back(projectPca(pca, set.vectors));
        return maps;
    }
    for (const auto& set : sets) {
        context.checkStop();
        Matrix map = projectPca(fitPca(set.vectors, components(set.dimension())), set.vectors);
        if (options.aligned && !maps.empty() && map.rows() == 2) map = alignMap(map, maps.front());
        maps.push_back(std::move(map));
    }
    return maps;
}

void write(const ProjectArguments& options, const std::vector<EmbeddingSet>& sets, const std::vector<Matrix>& maps)
{
    std::string text = sets.size() > 1 ? "set,label,x,y\n" : "label,x,y\n";
    char numbers[64];
    for (std::size_t s = 0; s < sets.size(); ++s)
        for (Index i = 0; i < sets[s].size(); ++i) {
            if (sets.size() > 1) text += csvField(sets[s].name) + ',';
            std::snprintf(numbers, sizeof numbers, ",%.9g,%.9g\n", static_cast<double>(maps[s](0, i)),
                          maps[s].rows() > 1 ? static_cast<double>(maps[s](1, i)) : 0.0);
            text += csvField(sets[s].labelOf(i)) + numbers;
        }
    writeFile(options.out, text);
}

int runProject(const ProjectArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    if (options.aligned && options.joint)
        throw Error(ErrorKind::Usage, "--aligned and --joint exclude each other", "choose one");
    if ((options.aligned || options.joint) && options.files.size() < 2)
        throw Error(ErrorKind::Usage, "--aligned and --joint need several sets", "name a second set");
    const std::vector<EmbeddingSet> sets = readSets(options, context);
    const std::vector<Matrix> maps = makeMaps(sets, options, context);
    nlohmann::ordered_json json = {
        {"seed", common.seed}, {"version", BRIDGESCOPE_VERSION}, {"maps", nlohmann::ordered_json::array()}};
    std::vector<std::vector<std::string>> table = {{"map", "method", "N", "trustworthiness", "continuity", "K"}};
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const Index k = std::min(options.k, (sets[s].size() - 1) / 2);
        nlohmann::ordered_json map = {{"set", sets[s].name},
                                      {"method", options.method},
                                      {"trustworthiness", nullptr},
                                      {"continuity", nullptr},
                                      {"kl", nullptr}};
        std::vector<std::string> row = {sets[s].name, options.method, std::to_string(sets[s].size()), "–", "–", "–"};
        if (k >= 1) {
            const MapQuality quality = measureMapQuality(sets[s].vectors, maps[s], k, context);
            map["trustworthiness"] = quality.trustworthiness;
            map["continuity"] = quality.continuity;
            row[3] = fixed(quality.trustworthiness, 3);
            row[4] = fixed(quality.continuity, 3);
            row[5] = std::to_string(k);
        }
        map["parameters"] = {{"components", maps[s].rows()},
                             {"aligned", options.aligned},
                             {"joint", options.joint},
                             {"quality_k", k},
                             {"n", sets[s].size()}};
        json["maps"].push_back(std::move(map));
        table.push_back(std::move(row));
    }
    write(options, sets, maps);
    if (common.json)
        console.out << json.dump() << '\n';
    else
        printColumns(console.out, table);
    return 0;
}

} // namespace

Command projectCommand()
{
    return {
        "project", "2-D maps of one or several sets, with their quality",
        "bridgescope-cli project words.npy pictures.npy --method pca --aligned --out maps.csv",
        [](CLI::App& app, CommonOptions& common) {
            auto options = std::make_shared<ProjectArguments>();
            app.add_option("SET", options->files, "Embedding sets")->required();
            app.add_option("--method", options->method, "pca")->check(CLI::IsMember({"pca"}))->capture_default_str();
            app.add_flag("--aligned", options->aligned, "Rotate, scale and shift each map onto the first");
            app.add_flag("--joint", options->joint, "One map of all sets (they must have one dimension)");
            app.add_option("--k", options->k, "Neighbors for the maps' quality (at most half the items)")
                ->check(aboveZero())
                ->capture_default_str();
            app.add_option("--out", options->out, "CSV to write: label, x, y (with a first column set for several)")
                ->required();
            addReadingOptions(app, options->reading, false);
            addPairingOptions(app, options->pairing);
            return [options, &common](Console& console) { return runProject(*options, common, console); };
        }};
}

} // namespace bridgescope
