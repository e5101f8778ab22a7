#include "core/neighbors/neighbors.h"

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/neighbor_query.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <ostream>

namespace bridgescope {
namespace {

struct NeighborsArguments {
    std::string file, item, query, out;
    bool all = false;
    std::vector<std::string> against;
    ReadingOptions reading;
    PairOptions pairing;
    MeasureOptions measure;
};

/// Similarity as people read it: the cosine, or minus the Euclidean distance.
double similarityOf(double value, Metric metric)
{
    return metric == Metric::Cosine ? value : -std::sqrt(-value);
}

struct Entry {
    Index item;
    double similarity;
};

/// The k nearest by the self rule: with Included the item itself is rank 1, unless it has no list at all.
std::vector<Entry> nearest(MatrixView set, Index item, const MeasureOptions& measure)
{
    std::vector<Entry> entries;
    const Index k = measure.overlap.k;
    const std::vector<RankedItem> others = rankAll(set, item, measure.metric);
    if (measure.overlap.self == SelfRule::Included && !others.empty())
        entries.push_back({item, measure.metric == Metric::Cosine ? 1.0 : 0.0});
    for (const RankedItem& ranked : others) {
        if (static_cast<Index>(entries.size()) == k) break;
        entries.push_back({ranked.index, similarityOf(ranked.value, measure.metric)});
    }
    return entries;
}

/// Sets restricted to the items all of them have, in the first one's order.
std::vector<EmbeddingSet> alignedSets(const NeighborsArguments& options, const Context& context)
{
    std::vector<EmbeddingSet> sets = {readSet(options.file, options.reading.forX(), context)};
    for (const auto& file : options.against) {
        EmbeddingSet other = readSet(file, options.reading.forY(), context);
        const AlignedRows rows = commonRows(sets.front(), other, options.pairing, context);
        for (auto& set : sets)
            set = selectRows(set, rows.first);
        sets.push_back(selectRows(other, rows.second));
    }
    return sets;
}

void requireK(Index k, Index n)
{
    if (k > n - 1)
        throw Error(ErrorKind::Input,
                    "K = " + std::to_string(k) + " but only N = " + std::to_string(n) + " items are there",
                    n < 2 ? "give at least two items" : "choose --k of at most " + std::to_string(n - 1));
}

nlohmann::ordered_json header(const NeighborsArguments& options, const CommonOptions& common)
{
    return {{"seed", common.seed},
            {"version", BRIDGESCOPE_VERSION},
            {"k", options.measure.overlap.k},
            {"metric", metricId(options.measure.metric)},
            {"self", selfRuleId(options.measure.overlap.self)}};
}

int runItem(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const std::vector<EmbeddingSet> sets = alignedSets(options, context);
    requireK(options.measure.overlap.k, sets.front().size());
    const Index item = findItem(sets.front(), options.item, context);
    std::vector<std::vector<Entry>> lists;
    for (const auto& set : sets)
        lists.push_back(nearest(set.vectors, item, options.measure));
    const auto shared = [&](std::size_t space, Index entry) {
        std::vector<std::size_t> in;
        for (std::size_t s = 0; s < lists.size(); ++s)
            if (s != space &&
                std::any_of(lists[s].begin(), lists[s].end(), [&](const Entry& e) { return e.item == entry; }))
                in.push_back(s + 1);
        return in;
    };
    auto json = header(options, common);
    json["item"] = sets.front().labelOf(item);
    json["row"] = sets.front().fileRow(item) + 1;
    json["spaces"] = nlohmann::ordered_json::array();
    for (std::size_t s = 0; s < sets.size(); ++s) {
        auto neighbors = nlohmann::ordered_json::array();
        std::vector<std::vector<std::string>> table = {{"rank", "neighbor", "row", "similarity", "shared with"}};
        for (std::size_t rank = 0; rank < lists[s].size(); ++rank) {
            const Entry& entry = lists[s][rank];
            const auto in = shared(s, entry.item);
            neighbors.push_back({{"rank", rank + 1},
                                 {"label", sets.front().labelOf(entry.item)},
                                 {"row", sets[s].fileRow(entry.item) + 1},
                                 {"similarity", entry.similarity},
                                 {"shared", in}});
            std::string with;
            for (const std::size_t other : in)
                with += (with.empty() ? "set " : ", ") + std::to_string(other);
            table.push_back({std::to_string(rank + 1), sets.front().labelOf(entry.item),
                             std::to_string(sets[s].fileRow(entry.item) + 1), fixed(entry.similarity), with});
        }
        if (lists[s].empty())
            context.warning(sets[s].file + ": the item's vector is zero and has no neighbors under cosine");
        json["spaces"].push_back({{"set", sets[s].file}, {"neighbors", neighbors}});
        if (common.json) continue;
        console.out << (s ? "\n" : "") << sets.front().labelOf(item) << " in " << sets[s].file << '\n';
        printColumns(console.out, table);
    }
    if (common.json) console.out << json.dump() << '\n';
    return 0;
}

int runQuery(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const EmbeddingSet set = readSet(options.file, options.reading.forX(), context);
    const Query query = parseQuery(set, options.query, options.measure.metric);
    auto json = header(options, common);
    json["query"] = options.query;
    auto neighbors = nlohmann::ordered_json::array();
    std::vector<std::vector<std::string>> table = {{"rank", "neighbor", "row", "similarity"}};
    for (const RankedItem& ranked : rankAll(set.vectors, query.vector, options.measure.metric)) {
        if (static_cast<Index>(neighbors.size()) == options.measure.overlap.k) break;
        if (query.terms.contains(ranked.index)) continue;
        const double similarity = similarityOf(ranked.value, options.measure.metric);
        const auto rank = neighbors.size() + 1;
        neighbors.push_back({{"rank", rank},
                             {"label", set.labelOf(ranked.index)},
                             {"row", set.fileRow(ranked.index) + 1},
                             {"similarity", similarity}});
        table.push_back({std::to_string(rank), set.labelOf(ranked.index), std::to_string(set.fileRow(ranked.index) + 1),
                         fixed(similarity)});
    }
    if (neighbors.empty())
        context.warning("\"" + options.query + "\" " +
                        (query.zero ? "is a zero vector, which has no direction" : "names all items there are") +
                        ": it has no neighbors");
    json["spaces"] = {{{"set", set.file}, {"neighbors", neighbors}}};
    if (common.json)
        console.out << json.dump() << '\n';
    else {
        console.out << options.query << " in " << set.file << ", the terms themselves left out\n";
        printColumns(console.out, table);
    }
    return 0;
}

int runAll(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const EmbeddingSet set = readSet(options.file, options.reading.forX(), context);
    requireK(options.measure.overlap.k, set.size());
    NeighborOptions neighbors;
    neighbors.metric = options.measure.metric;
    const bool self = options.measure.overlap.self == SelfRule::Included;
    neighbors.k = options.measure.overlap.k;
    neighbors.memoryBytes = options.measure.memoryBytes;
    const NeighborTable table = exactNeighbors(set.vectors, neighbors, context);
    AtomicFile out(options.out);
    out.write("item,row,rank,neighbor,neighbor_row,similarity\n");
    const auto line = [&](Index item, Index rank, Index other, double similarity) {
        out.write(csvField(set.labelOf(item)) + ',' + std::to_string(set.fileRow(item) + 1) + ',' +
                  std::to_string(rank) + ',' + csvField(set.labelOf(other)) + ',' +
                  std::to_string(set.fileRow(other) + 1) + ',' + fixed(similarity, 9) + '\n');
    };
    for (Index i = 0; i < set.size(); ++i) {
        if (i % 4096 == 0) context.checkStop();
        if (self && table.count(i) > 0) line(i, 1, i, neighbors.metric == Metric::Cosine ? 1 : 0);
        for (Index r = 0; r < std::min(table.count(i), neighbors.k - (self ? 1 : 0)); ++r)
            line(i, r + 1 + (self ? 1 : 0), table.neighbors(i)[static_cast<std::size_t>(r)],
                 similarityOf(table.values(i)[static_cast<std::size_t>(r)], neighbors.metric));
    }
    out.commit();
    auto json = header(options, common);
    json["n"] = set.size();
    json["out"] = options.out;
    if (common.json)
        console.out << json.dump() << '\n';
    else
        console.out << options.out << ": " << neighbors.k << " neighbors of each of " << set.size() << " items\n";
    return 0;
}

int runNeighbors(const NeighborsArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const int ways = !options.item.empty() + !options.query.empty() + options.all;
    if (ways != 1) throw Error(ErrorKind::Usage, "say whose neighbors", "give one of --item, --query and --all");
    if (options.all && options.out.empty())
        throw Error(ErrorKind::Usage, "--all needs a file to write", "add --out F.csv");
    if (options.item.empty() && !options.against.empty())
        throw Error(ErrorKind::Usage, "--against compares one item's lists", "use it with --item");
    if (options.all) return runAll(options, common, console, context);
    return options.query.empty() ? runItem(options, common, console, context)
                                 : runQuery(options, common, console, context);
}

} // namespace

Command neighborsCommand()
{
    return {"neighbors", "The nearest neighbors of an item, of an expression or of every item",
            "bridgescope-cli neighbors words.npy --item taxi --against pictures.npy --k 10",
            [](CLI::App& app, CommonOptions& common) {
                auto options = std::make_shared<NeighborsArguments>();
                app.add_option("SET", options->file, "Embedding set")->required();
                app.add_option("--item", options->item, "Label, or #ROW counted from 1");
                app.add_option("--query", options->query, "Expression of labels, as 'king - man + woman'");
                app.add_flag("--all", options->all, "Every item; needs --out");
                app.add_option("--out", options->out, "CSV to write with --all");
                app.add_option("--against", options->against, "Other sets with the same items")->take_all();
                addReadingOptions(app, options->reading, false);
                addPairingOptions(app, options->pairing);
                addListOptions(app, options->measure);
                return [options, &common](Console& console) { return runNeighbors(*options, common, console); };
            }};
}

} // namespace bridgescope
