#include "app/cli/inputs.h"

#include "core/dataset/counted.h"

#include <CLI/CLI.hpp>

namespace bridgescope {
namespace {

void warnOf(const PairingReport& report, const Context& context)
{
    const auto say = [&](Index count, const char* noun, const std::string& text) {
        if (count > 0) context.warning(counted(count, noun) + " " + text);
    };
    const auto equal = [&](Index count, const char* set) {
        say(count, "item",
            std::string("of ") + set + " with a vector that equals another's; ties go to the earlier row");
    };
    const auto shared = [&](Index count, const char* set) {
        say(count, "item",
            std::string("whose ") + set + " row is another item's too; such rows are left out of each other's lists");
    };
    if (!report.note.empty()) context.warning(report.note);
    if (report.onlyX + report.onlyY > 0)
        context.warning(counted(report.onlyX, "row") + " only in X and " + std::to_string(report.onlyY) +
                        " only in Y left out; " + counted(report.paired, "item") + " paired");
    say(report.dropped, "row", "dropped because of a repeated label");
    equal(report.equalVectorsX, "X");
    equal(report.equalVectorsY, "Y");
    shared(report.sharedX, "X");
    shared(report.sharedY, "Y");
    say(report.joinedByNormalizing, "item", "joined by normalizing labels");
}

/// Where in the set each row of its file is.
std::vector<Index> positionsOf(const EmbeddingSet& set)
{
    std::vector<Index> positions;
    for (Index i = 0; i < set.size(); ++i) {
        const auto row = static_cast<std::size_t>(set.fileRow(i));
        if (row >= positions.size()) positions.resize(row + 1, -1);
        positions[row] = i;
    }
    return positions;
}

} // namespace

void addPairInputs(CLI::App& app, PairInputs& inputs, const char* first, const char* second)
{
    app.add_option(first, inputs.x, "First embedding set")->required();
    app.add_option(second, inputs.y, "Second embedding set")->required();
    addReadingOptions(app, inputs.reading, true);
    addPairingOptions(app, inputs.pairing);
}

EmbeddingSet readSet(const std::string& file, const ReadOptions& options, const Context& context)
{
    EmbeddingSet set = readEmbeddingSet(file, options, context);
    for (const auto& warning : set.warnings)
        context.warning(file + ": " + warning);
    requireFinite(set, context);
    return set;
}

PairedInputs readPair(const PairInputs& inputs, const Context& context)
{
    PairedInputs read;
    read.x = readSet(inputs.x, inputs.reading.forX(), context);
    read.y = readSet(inputs.y, inputs.reading.forY(), context);
    read.pairs = pairSets(read.x, read.y, inputs.pairing, context);
    warnOf(read.pairs.report, context);
    return read;
}

AlignedRows commonRows(const EmbeddingSet& first, const EmbeddingSet& second, const PairOptions& options,
                       const Context& context)
{
    const PairedSet pairs = pairSets(first, second, options, context);
    if (pairs.size() < std::max(first.size(), second.size()))
        context.warning(counted(pairs.size(), "item") + " in both " + first.name + " and " + second.name +
                        "; the others are left out");
    const std::vector<Index> inFirst = positionsOf(first), inSecond = positionsOf(second);
    AlignedRows rows;
    for (std::size_t i = 0; i < static_cast<std::size_t>(pairs.size()); ++i) {
        rows.first.push_back(inFirst[static_cast<std::size_t>(pairs.rowsX[i].value)]);
        rows.second.push_back(inSecond[static_cast<std::size_t>(pairs.rowsY[i].value)]);
    }
    return rows;
}

} // namespace bridgescope
