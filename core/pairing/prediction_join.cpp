#include "core/pairing/prediction_join.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace bridgescope {
namespace {

std::string rowsFileOf(const std::string& file)
{
    return (file.ends_with(".npy") ? file.substr(0, file.size() - 4) : file) + ".rows.txt";
}

/// X's row (from 0) of every prediction; with `once` none may stand twice.
std::vector<Index> readRows(const std::string& file, Index count, bool once)
{
    std::ifstream in(file);
    std::vector<Index> rows;
    std::unordered_map<Index, Index> lineOf;
    std::string line;
    while (std::getline(in, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        Index row = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), row);
        if (error != std::errc() || end != line.data() + line.size() || row < 1)
            throw Error(ErrorKind::Input, "'" + line + "' is not a row number", "one row of X a line, counted from 1")
                .inFile(file)
                .atLine(static_cast<Index>(rows.size()) + 1);
        const Index at = static_cast<Index>(rows.size()) + 1;
        if (const auto [first, added] = lineOf.emplace(row, at); once && !added)
            throw Error(ErrorKind::Input,
                        "row " + std::to_string(row) + " stands in line " + std::to_string(first->second) + " already",
                        "keep one prediction for a row of X")
                .inFile(file)
                .atLine(at);
        rows.push_back(row - 1);
    }
    if (static_cast<Index>(rows.size()) != count)
        throw Error(ErrorKind::Input,
                    std::to_string(rows.size()) + " rows for " + std::to_string(count) + " predictions",
                    "write the predictions again or remove the file")
            .inFile(file);
    return rows;
}

template<class Key>
JoinedPredictions joinByKey(const PairedSet& pairs, const EmbeddingSet& f, const std::vector<Key>& keys,
                            const std::vector<Key>& pairKeys, std::string by)
{
    std::unordered_map<Key, Index> place;
    for (std::size_t i = 0; i < keys.size(); ++i)
        place.emplace(keys[i], static_cast<Index>(i));
    JoinedPredictions joined;
    joined.by = std::move(by);
    std::vector<Index> columns;
    for (Index item = 0; item < pairs.size(); ++item) {
        const auto found = place.find(pairKeys[static_cast<std::size_t>(item)]);
        if (found == place.end()) continue;
        joined.items.push_back(item);
        columns.push_back(found->second);
    }
    if (joined.items.empty())
        throw Error(ErrorKind::Input, "no prediction belongs to a paired item (joined by " + joined.by + ")",
                    "check that the predictions were made for this X")
            .inFile(f.file);
    joined.f = Vectors(selectColumns(f.vectors, columns));
    std::ranges::sort(columns);
    const auto used = std::ranges::unique(columns);
    joined.unmatched = f.size() - (used.begin() - columns.begin());
    return joined;
}

/// A label that is of another pair says that the rows beside the vectors are of other vectors.
void requireSameItems(const PairedSet& pairs, const EmbeddingSet& f, const std::vector<Index>& rows,
                      const std::vector<Index>& pairRows, const std::string& rowsFile)
{
    if (f.labels.empty()) return;
    std::unordered_map<Index, std::size_t> itemOf;
    std::unordered_set<std::string_view> known(pairs.labels.begin(), pairs.labels.end());
    for (std::size_t i = 0; i < pairRows.size(); ++i)
        itemOf.emplace(pairRows[i], i);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto item = itemOf.find(rows[k]);
        if (item == itemOf.end() || pairs.labels[item->second] == f.labels[k] || !known.contains(f.labels[k])) continue;
        throw Error(ErrorKind::Input,
                    "names row " + std::to_string(rows[k] + 1) + ", '" + pairs.labels[item->second] +
                        "', but the vector is labelled '" + f.labels[k] + "'",
                    "remove it if it was written for other predictions")
            .inFile(rowsFile)
            .atLine(static_cast<Index>(k) + 1);
    }
}

bool repeats(std::vector<std::string> labels)
{
    std::sort(labels.begin(), labels.end());
    return std::adjacent_find(labels.begin(), labels.end()) != labels.end();
}

} // namespace

JoinedPredictions joinPredictions(const PairedSet& pairs, const EmbeddingSet& f)
{
    const std::string rowsFile = rowsFileOf(f.file);
    if (std::filesystem::exists(rowsFile)) {
        std::vector<Index> pairRows;
        for (const SourceRow row : pairs.rowsX)
            pairRows.push_back(row.value);
        const auto rows = readRows(rowsFile, f.size(), pairs.groupsX.empty());
        if (pairs.groupsX.empty()) requireSameItems(pairs, f, rows, pairRows, rowsFile);
        return joinByKey(pairs, f, rows, pairRows, "rows");
    }
    if (!f.labels.empty() && !repeats(f.labels) && !repeats(pairs.labels))
        return joinByKey(pairs, f, f.labels, pairs.labels, "label");
    if (f.size() == pairs.size()) return {ascending(pairs.size()), f.vectors, "row order", 0};
    throw Error(ErrorKind::Input,
                std::to_string(f.size()) + " predictions for " + std::to_string(pairs.size()) + " pairs, and " +
                    (f.labels.empty() ? "no labels to join them by" : "labels that repeat"),
                "put X's row of each prediction, from 1, into " + rowsFile)
        .inFile(f.file);
}

void requireSameDimension(const EmbeddingSet& f, const EmbeddingSet& y)
{
    if (f.dimension() != y.dimension())
        throw Error(ErrorKind::Input,
                    "predictions have " + std::to_string(f.dimension()) + " dimensions, Y has " +
                        std::to_string(y.dimension()),
                    "f(X) must live in Y's space; for another direction swap X and Y")
            .inFile(f.file);
}

} // namespace bridgescope
