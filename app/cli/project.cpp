#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/output.h"
#include "app/options/number_checks.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/projection/pca.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
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

/// Names that tell the sets apart: a name several have becomes folder/name, or else the file as it was given.
void nameApart(std::vector<EmbeddingSet>& sets)
{
    const auto rename = [&sets](auto nameOf) {
        std::map<std::string, int> times;
        for (const EmbeddingSet& set : sets)
            ++times[set.name];
        for (EmbeddingSet& set : sets)
            if (times[set.name] > 1) set.name = nameOf(set);
    };
    rename([](const EmbeddingSet& set) {
        return (std::filesystem::absolute(set.file).parent_path().filename() / set.name).string();
    });
    rename([](const EmbeddingSet& set) { return set.file; });
    int number = 0; // one file twice
    rename([&number](const EmbeddingSet& set) { return set.file + " #" + std::to_string(++number); });
}

/// @throws Error(Input) naming a set whose map has no plane to turn.
void requireAlignable(const EmbeddingSet& set)
{
    const auto refuse = [&](const std::string& why) {
        throw Error(ErrorKind::Input, why + ": its map cannot be aligned", "leave this set or --aligned out")
            .inFile(set.file);
    };
    if (set.dimension() < 2) refuse("has one dimension, so that its map is a line");
    if (set.size() < 2) refuse("has one item to align");
    const auto first = set.vectors.view().column(0);
    for (Index i = 1; i < set.size(); ++i)
        if (!std::ranges::equal(set.vectors.view().column(i), first)) return;
    refuse("holds " + std::to_string(set.size()) + " equal vectors, so that its map is one point");
}

/// The sets restricted to the items all of them have where they are to be aligned; as they are otherwise.
std::vector<EmbeddingSet> readSets(const ProjectArguments& options, const Context& context)
{
    std::vector<EmbeddingSet> sets;
    for (const auto& file : options.files)
        sets.push_back(readSet(file, options.reading.forX(), context));
    nameApart(sets);
    if (!options.aligned) return sets;
    for (std::size_t s = 1; s < sets.size(); ++s) {
        const AlignedRows rows = commonRows(sets.front(), sets[s], options.pairing, context);
        for (std::size_t t = 0; t < s; ++t)
            sets[t] = selectRows(sets[t], rows.first);
        sets[s] = selectRows(sets[s], rows.second);
    }
    std::ranges::for_each(sets, requireAlignable);
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

/// Said of a map's quality; a K above what the measures allow is lowered with a word.
MapQuality qualityOf(const EmbeddingSet& set, const Matrix& map, Index k, const Context& context)
{
    const MapQuality quality = measureMapQuality(set.vectors, map, k, context);
    const std::string items = std::to_string(set.size() - quality.leftOut) +
                              (quality.leftOut > 0 ? " items that are no zero vectors" : " items");
    if (quality.k < 1)
        context.warning(set.name + ": no quality of a map of " + items + ": its measures take 3 or more");
    else if (quality.k < k)
        context.warning(set.name + ": --k " + std::to_string(k) + " is lowered to " + std::to_string(quality.k) +
                        ": the measures of quality take less than half of the " + items);
    return quality;
}

nlohmann::ordered_json toJson(const EmbeddingSet& set, const Matrix& map, const MapQuality& quality,
                              const ProjectArguments& options)
{
    return {{"set", set.name},
            {"method", options.method},
            {"trustworthiness", quality.trustworthiness},
            {"continuity", quality.continuity},
            {"kl", nullptr},
            {"metric", metricId(Metric::Cosine)},
            {"k", quality.k},
            {"parameters",
             {{"components", map.rows()},
              {"aligned", options.aligned},
              {"joint", options.joint},
              {"quality_k", quality.k},
              {"n", set.size()}}}};
}

std::vector<std::string> tableRow(const EmbeddingSet& set, const MapQuality& quality, const ProjectArguments& options)
{
    const auto shown = [](double share) { return std::isnan(share) ? "–" : fixed(share, 3); };
    return {set.name,
            options.method,
            std::to_string(set.size()),
            shown(quality.trustworthiness),
            shown(quality.continuity),
            quality.k > 0 ? std::to_string(quality.k) : "–"};
}

/// What the maps and their quality rest on.
std::string conventionOf(const ProjectArguments& options, const std::vector<Index>& ks)
{
    const auto [least, most] = std::ranges::minmax(ks);
    return options.method +
           (options.aligned ? ", aligned with the first set"
            : options.joint ? ", joint"
                            : "") +
           "; quality at K = " + (most > 0 ? std::to_string(least) : "–") +
           (least < most ? " to " + std::to_string(most) : "") +
           ": neighbors by cosine in the set, euclidean in the map";
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
    std::vector<Index> ks;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const MapQuality quality = qualityOf(sets[s], maps[s], options.k, context);
        json["maps"].push_back(toJson(sets[s], maps[s], quality, options));
        table.push_back(tableRow(sets[s], quality, options));
        ks.push_back(quality.k);
    }
    const std::string convention = conventionOf(options, ks);
    write(options, sets, maps);
    writeConvention(options.out, convention);
    if (common.json) {
        console.out << json.dump() << '\n';
    } else {
        printColumns(console.out, table);
        console.out << convention << '\n';
    }
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
            auto* aligned =
                app.add_flag("--aligned", options->aligned, "Rotate, scale and shift each map onto the first");
            app.add_flag("--joint", options->joint, "One map of all sets (they must have one dimension)");
            app.add_option("--k", options->k,
                           "Neighbors by cosine for the maps' quality (lowered below half of the items)")
                ->check(aboveZero())
                ->capture_default_str();
            app.add_option("--out", options->out,
                           "CSV to write: label, x, y (with a first column set for several); K and metric of the "
                           "quality beside "
                           "it in F.csv.provenance.json")
                ->required();
            addReadingOptions(app, options->reading, false);
            addPairingOptions(app, options->pairing);
            for (const char* joining : {"--by", "--pairs", "--normalize-labels", "--repeats"})
                app.get_option(joining)->needs(aligned);
            return [options, &common](Console& console) { return runProject(*options, common, console); };
        }};
}

} // namespace bridgescope
