#include "core/neighbors/neighbors.h"

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/neighbor_output.h"
#include "app/cli/neighbor_query.h"
#include "app/cli/output.h"
#include "app/options/measure_options.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <ostream>
#include <sstream>

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

/// Items that share their vector by way of a pair file, as NeighborOptions::groups: those of one row of the file.
std::vector<std::int32_t> groupsOf(const EmbeddingSet& set)
{
    std::vector<std::int32_t> rows;
    for (Index i = 0; i < set.size(); ++i)
        rows.push_back(static_cast<std::int32_t>(set.fileRow(i)));
    std::vector<std::int32_t> sorted = rows;
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) == sorted.end() ? std::vector<std::int32_t>() : rows;
}

/// The k nearest by the self rule: with Included the item itself is rank 1, unless it has no list at all.
std::vector<Entry> nearest(const EmbeddingSet& set, Index item, const MeasureOptions& measure)
{
    std::vector<Entry> entries;
    const Index k = measure.overlap.k;
    const std::vector<RankedItem> others = rankAll(set.vectors, item, measure.metric, groupsOf(set));
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

/// Fewer neighbors than asked for are said.
void warnIfShort(std::size_t found, Index k, const std::string& file, const std::string& why, const Context& context)
{
    if (found > 0 && static_cast<Index>(found) < k)
        context.warning(file + ": K = " + std::to_string(k) + ", but the list holds " + std::to_string(found) + ": " +
                        why);
}

/// Lists of one item in several sets, in every form they are given out.
struct ItemLists {
    nlohmann::ordered_json spaces = nlohmann::ordered_json::array();
    std::string csv, text;
};

/// The sets but `own` whose list holds the item, counted from 1.
std::vector<std::size_t> sharers(const std::vector<std::vector<Entry>>& lists, std::size_t own, Index item)
{
    std::vector<std::size_t> in;
    for (std::size_t s = 0; s < lists.size(); ++s)
        if (s != own && std::any_of(lists[s].begin(), lists[s].end(), [&](const Entry& e) { return e.item == item; }))
            in.push_back(s + 1);
    return in;
}

std::string numbersText(const std::vector<std::size_t>& numbers, const char* between)
{
    std::string text;
    for (const std::size_t number : numbers)
        text += (text.empty() ? "" : between) + std::to_string(number);
    return text;
}

ItemLists itemLists(const std::vector<EmbeddingSet>& sets, Index item, const MeasureOptions& measure,
                    const Context& context)
{
    std::vector<std::vector<Entry>> lists;
    for (const auto& set : sets)
        lists.push_back(nearest(set, item, measure));
    for (const auto& set : sets)
        requireUnchanged(set);
    ItemLists found;
    std::ostringstream text;
    const std::string label = sets.front().labelOf(item);
    for (std::size_t s = 0; s < sets.size(); ++s) {
        auto neighbors = nlohmann::ordered_json::array();
        std::vector<std::vector<std::string>> table = {
            {"rank", "neighbor", "row", similarityHead(measure.metric), "shared with"}};
        for (std::size_t i = 0; i < lists[s].size(); ++i) {
            const Entry& entry = lists[s][i];
            const auto rank = static_cast<Index>(i) + 1, row = sets[s].fileRow(entry.item) + 1;
            const std::string neighbor = sets.front().labelOf(entry.item);
            const auto in = sharers(lists, s, entry.item);
            neighbors.push_back(
                {{"rank", rank}, {"label", neighbor}, {"row", row}, {"similarity", entry.similarity}, {"shared", in}});
            table.push_back({std::to_string(rank), neighbor, std::to_string(row), fixed(entry.similarity),
                             in.empty() ? "" : "set " + numbersText(in, ", ")});
            found.csv += neighborCsvLine(label, std::to_string(sets[s].fileRow(item) + 1), rank, neighbor, row,
                                         entry.similarity) +
                         ',' + csvField(sets[s].file) + ',' + numbersText(in, " ") + '\n';
        }
        if (lists[s].empty())
            context.warning(sets[s].file + ": the item's vector is zero and has no neighbors under cosine");
        warnIfShort(lists[s].size(), measure.overlap.k, sets[s].file,
                    "zero vectors and rows that share the item's own vector are left out", context);
        found.spaces.push_back({{"set", sets[s].file}, {"neighbors", neighbors}});
        text << (s ? "\n" : "") << label << " in " << sets[s].file << '\n';
        printColumns(text, table);
    }
    found.text = text.str();
    return found;
}

int runItem(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const MeasureOptions& measure = options.measure;
    const std::vector<EmbeddingSet> sets = alignedSets(options, context);
    const Index n = sets.front().size();
    requireK(measure.overlap.k, n);
    const Index item = findItem(sets.front(), options.item, context);
    const ItemLists found = itemLists(sets, item, measure, context);
    const std::string convention = listConvention(measure.overlap.k, measure.metric, measure.overlap.self, n);
    if (!options.out.empty()) {
        writeFile(options.out, neighborCsvHead(true) + found.csv);
        writeListConvention(options.out, convention, measure.metric);
    }
    auto json = header(options, common);
    json["n"] = n;
    json["item"] = sets.front().labelOf(item);
    json["row"] = sets.front().fileRow(item) + 1;
    json["spaces"] = found.spaces;
    if (common.json)
        console.out << json.dump() << '\n';
    else
        console.out << found.text << convention << '\n';
    return 0;
}

int runQuery(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const EmbeddingSet set = readSet(options.file, options.reading.forX(), context);
    const Metric metric = options.measure.metric;
    const Index k = options.measure.overlap.k;
    const Query query = parseQuery(set, options.query, metric);
    const std::string convention = queryConvention(k, metric, set.size());
    std::string csv = neighborCsvHead();
    auto json = header(options, common);
    json["n"] = set.size();
    json["query"] = options.query;
    auto neighbors = nlohmann::ordered_json::array();
    std::vector<std::vector<std::string>> table = {{"rank", "neighbor", "row", similarityHead(metric)}};
    for (const RankedItem& ranked : rankAll(set.vectors, query.vector, metric)) {
        if (static_cast<Index>(neighbors.size()) == k) break;
        if (query.terms.contains(ranked.index)) continue;
        const double similarity = similarityOf(ranked.value, metric);
        const auto rank = neighbors.size() + 1;
        neighbors.push_back({{"rank", rank},
                             {"label", set.labelOf(ranked.index)},
                             {"row", set.fileRow(ranked.index) + 1},
                             {"similarity", similarity}});
        table.push_back({std::to_string(rank), set.labelOf(ranked.index), std::to_string(set.fileRow(ranked.index) + 1),
                         fixed(similarity)});
        csv += neighborCsvLine(options.query, {}, static_cast<Index>(rank), set.labelOf(ranked.index),
                               set.fileRow(ranked.index) + 1, similarity) +
               '\n';
    }
    requireUnchanged(set);
    warnIfShort(neighbors.size(), k, set.file, "the terms themselves and zero vectors are left out", context);
    if (neighbors.empty())
        context.warning("\"" + options.query + "\" " +
                        (query.zero ? "is a zero vector, which has no direction" : "names all items there are") +
                        ": it has no neighbors");
    json["spaces"] = {{{"set", set.file}, {"neighbors", neighbors}}};
    if (!options.out.empty()) {
        writeFile(options.out, csv);
        writeListConvention(options.out, convention, metric);
    }
    if (common.json)
        console.out << json.dump() << '\n';
    else {
        console.out << options.query << " in " << set.file << '\n';
        printColumns(console.out, table);
        console.out << convention << '\n';
    }
    return 0;
}

/// The first K entries of an item's list; with self the item itself is the first, where it has a list.
std::vector<Entry> listOf(const NeighborTable& table, Index item, const MeasureOptions& measure)
{
    std::vector<Entry> entries;
    const Index k = measure.overlap.k, found = table.count(item);
    if (measure.overlap.self == SelfRule::Included && found > 0)
        entries.push_back({item, measure.metric == Metric::Cosine ? 1. : 0.});
    for (Index r = 0; r < found && static_cast<Index>(entries.size()) < k; ++r)
        entries.push_back({table.neighbors(item)[static_cast<std::size_t>(r)],
                           similarityOf(table.values(item)[static_cast<std::size_t>(r)], measure.metric)});
    return entries;
}

int runAll(const NeighborsArguments& options, const CommonOptions& common, Console& console, const Context& context)
{
    const MeasureOptions& measure = options.measure;
    const std::vector<EmbeddingSet> sets = alignedSets(options, context);
    const Index n = sets.front().size();
    requireK(measure.overlap.k, n);
    NeighborOptions neighbors;
    neighbors.metric = measure.metric;
    neighbors.k = measure.overlap.k;
    neighbors.memoryBytes = measure.memoryBytes;
    std::vector<NeighborTable> tables;
    for (const EmbeddingSet& set : sets) {
        const auto groups = groupsOf(set);
        neighbors.groups = groups;
        tables.push_back(exactNeighbors(set.vectors, neighbors, context));
        neighbors.groups = {};
        requireUnchanged(set);
    }
    const bool several = sets.size() > 1;
    AtomicFile out(options.out);
    out.write(neighborCsvHead(several));
    for (Index i = 0; i < n; ++i) {
        if (i % 4096 == 0) context.checkStop();
        std::vector<std::vector<Entry>> lists;
        for (const NeighborTable& table : tables)
            lists.push_back(listOf(table, i, measure));
        for (std::size_t s = 0; s < sets.size(); ++s)
            for (std::size_t r = 0; r < lists[s].size(); ++r) {
                const Entry& entry = lists[s][r];
                out.write(neighborCsvLine(sets.front().labelOf(i), std::to_string(sets[s].fileRow(i) + 1),
                                          static_cast<Index>(r) + 1, sets.front().labelOf(entry.item),
                                          sets[s].fileRow(entry.item) + 1, entry.similarity) +
                          (several ? ',' + csvField(sets[s].file) + ',' + numbersText(sharers(lists, s, entry.item), " ")
                                   : std::string()) +
                          '\n');
            }
    }
    out.commit();
    writeListConvention(options.out, listConvention(neighbors.k, neighbors.metric, measure.overlap.self, n),
                        neighbors.metric);
    auto json = header(options, common);
    json["n"] = n;
    json["out"] = options.out;
    if (common.json)
        console.out << json.dump() << '\n';
    else
        console.out << options.out << ": " << neighbors.k << " neighbors of each of " << n << " items"
                    << (several ? " in " + std::to_string(sets.size()) + " sets" : std::string()) << '\n';
    return 0;
}

int runNeighbors(const NeighborsArguments& options, const CommonOptions& common, Console& console)
{
    const Context context = makeContext(console, common);
    const int ways = !options.item.empty() + !options.query.empty() + options.all;
    if (ways != 1) throw Error(ErrorKind::Usage, "say whose neighbors", "give one of --item, --query and --all");
    if (options.all && options.out.empty())
        throw Error(ErrorKind::Usage, "--all needs a file to write", "add --out F.csv");
    if (!options.query.empty() && !options.against.empty())
        throw Error(ErrorKind::Usage, "an expression's vector lies in one set", "use --against with --item or --all");
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
                auto* query =
                    app.add_option("--query", options->query, "Expression of labels, as 'king - man + woman'");
                app.add_flag("--all", options->all, "Every item; needs --out");
                app.add_option("--out", options->out,
                               "CSV to write (required with --all); K, metric, self rule and N beside it in "
                               "F.csv.provenance.json");
                auto* against =
                    app.add_option("--against", options->against, "Other sets with the same items")->take_all();
                addReadingOptions(app, options->reading, false);
                addPairingOptions(app, options->pairing);
                addListOptions(app, options->measure);
                app.get_option("--self")->excludes(query);
                for (const char* joining : {"--by", "--pairs", "--normalize-labels", "--repeats"})
                    app.get_option(joining)->needs(against);
                return [options, &common](Console& console) { return runNeighbors(*options, common, console); };
            }};
}

} // namespace bridgescope
