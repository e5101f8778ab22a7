#include "core/experiment/grid_inputs.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/dataset/input_files.h"
#include "core/dataset/sample.h"

#include <algorithm>

namespace bridgescope {
namespace {

void addFile(GridPair& pair, const std::string& role, const std::string& file)
{
    pair.files.push_back({role, file, sha256OfFile(file)});
}

/// All that reading one side touched: "x", "x-labels", ...
void addFiles(GridPair& pair, const std::string& side, const EmbeddingSet& set, const ReadOptions& options)
{
    for (const ReadFile& read : filesRead(set, options))
        addFile(pair, read.role == "vectors" ? side : side + "-" + read.role, read.file);
}

EmbeddingSet readOne(const std::string& file, const ReadOptions& options, const Context& context)
{
    EmbeddingSet set = readEmbeddingSet(file, options, context);
    for (const std::string& warning : set.warnings)
        context.warning(file + ": " + warning);
    requireFinite(set, context);
    return set;
}

void warnOf(const PairingReport& report, const std::string& where, const Context& context)
{
    const auto say = [&](Index count, const std::string& text) {
        if (count > 0) context.warning(where + std::to_string(count) + " " + text);
    };
    if (!report.note.empty()) context.warning(where + report.note);
    say(report.onlyX + report.onlyY, "rows are in one set only and left out");
    say(report.dropped, "rows dropped because their label repeats");
    say(report.zeroX + report.zeroY, "zero vectors have no neighbors under cosine; their overlap is 0");
}

std::shared_ptr<const GridPair> readPair(const GridData& data, const std::string& where, const Context& context)
{
    auto pair = std::make_shared<GridPair>();
    EmbeddingSet x, y;
    if (data.sample.empty()) {
        x = readOne(data.x, data.readX, context);
        y = readOne(data.y, data.readY, context);
    } else {
        Sample sample = loadSample(data.sample, context);
        x = std::move(sample.x);
        y = std::move(sample.y);
    }
    pair->xy = pairSets(x, y, data.pairing, context);
    pair->yx = swapped(pair->xy);
    warnOf(pair->xy.report, where, context);
    addFiles(*pair, "x", x, data.readX);
    addFiles(*pair, "y", y, data.readY);
    if (!data.sample.empty())
        for (const ReadFile& read : filesOfSample(data.sample))
            addFile(*pair, "sample-" + read.role, read.file);
    if (data.pairing.pairsFile) addFile(*pair, "pairs", *data.pairing.pairsFile);
    requireUnchanged(pair->xy);
    return pair;
}

/// The other direction of lists that are there already.
std::shared_ptr<const MeasuredFold> swappedFold(const MeasuredFold& fold)
{
    auto other = std::make_shared<MeasuredFold>(fold);
    std::swap(other->x, other->y);
    std::swap(other->listsX, other->listsY);
    return other;
}

} // namespace

std::vector<std::shared_ptr<const GridPair>> readGridPairs(const GridSpec& spec, const Context& context)
{
    std::vector<std::shared_ptr<const GridPair>> pairs;
    for (std::size_t i = 0; i < spec.data.size(); ++i) {
        const std::string path = "data[" + std::to_string(i) + "]";
        try {
            pairs.push_back(readPair(spec.data[i], path + " " + spec.data[i].name + ": ", context));
        } catch (const Error& error) {
            Error named(error.kind, path + ": " + error.message, error.hint);
            if (!error.file.empty()) named.inFile(error.file);
            if (error.line > 0) named.atLine(error.line);
            if (error.offset >= 0) named.atByte(error.offset);
            throw named;
        }
    }
    return pairs;
}

std::vector<InputFile> splitFiles(const GridSpec& spec)
{
    std::vector<InputFile> files;
    if (spec.split.testFile) files.push_back({"test", *spec.split.testFile, sha256OfFile(*spec.split.testFile)});
    if (spec.split.foldsFile) files.push_back({"folds", *spec.split.foldsFile, sha256OfFile(*spec.split.foldsFile)});
    return files;
}

template<class Key, class Entry> Entry& SpaceCache::entryOf(std::map<Key, Entry>& entries, const Key& key)
{
    const std::scoped_lock lock(m_mutex);
    return entries[key];
}

std::shared_ptr<const SplitPlan> SpaceCache::plan(std::size_t data, std::uint64_t seed)
{
    Plan& entry = entryOf(m_plans, std::pair{data, seed});
    const std::scoped_lock lock(entry.mutex);
    if (!entry.value) {
        SplitOptions split = m_spec.split;
        split.seed = seed;
        entry.value = std::make_shared<SplitPlan>(makeSplit(m_data[data]->xy, split));
    }
    return entry.value;
}

std::shared_ptr<const MeasuredFold> SpaceCache::spaces(std::size_t data, std::uint64_t seed, std::size_t fold,
                                                       Metric metric, const std::string& direction,
                                                       const Context& context)
{
    const auto split = plan(data, seed);
    const FoldKey key{data, seed, fold, metric};
    Fold& forward = entryOf(m_forward, key);
    std::shared_ptr<const MeasuredFold> lists;
    {
        const std::scoped_lock lock(forward.mutex);
        if (!forward.value) {
            const auto& items = split->folds[fold].heldOut;
            MeasureOptions measure;
            measure.metric = metric;
            measure.overlap.kMax = std::max(m_spec.kMax, std::ranges::max(m_spec.ks));
            measure.overlap.k =
                std::max<Index>(1, std::min(std::ranges::min(m_spec.ks), static_cast<Index>(items.size()) - 1));
            forward.value = measureFold(m_data[data]->xy, items, {}, measure, context);
        }
        lists = forward.value;
    }
    if (direction == "xy") return lists;
    Fold& backward = entryOf(m_backward, key);
    const std::scoped_lock lock(backward.mutex);
    if (!backward.value) backward.value = swappedFold(*lists);
    return backward.value;
}

} // namespace bridgescope
