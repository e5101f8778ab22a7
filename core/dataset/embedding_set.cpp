#include "core/dataset/embedding_set.h"

#include "core/base/error.h"
#include "core/dataset/mapped_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace bridgescope {
namespace {

/// Vectors compared byte for byte, but -0 as 0.
struct ColumnKey {
    std::span<const float> values;
    bool operator==(const ColumnKey& other) const
    {
        return std::equal(values.begin(), values.end(), other.values.begin());
    }
};

struct ColumnHash {
    std::size_t operator()(const ColumnKey& key) const
    {
        std::uint64_t hash = 0xcbf29ce484222325u;
        for (const float value : key.values) {
            std::uint32_t bits = 0;
            const float plain = value == 0 ? 0.0f : value;
            std::memcpy(&bits, &plain, sizeof bits);
            hash = (hash ^ bits) * 0x100000001b3u;
            hash ^= hash >> 29;
        }
        return hash;
    }
};

Index countEqual(MatrixView vectors)
{
    std::unordered_map<ColumnKey, Index, ColumnHash> seen;
    seen.reserve(static_cast<std::size_t>(vectors.columns));
    for (Index i = 0; i < vectors.columns; ++i)
        ++seen[{vectors.column(i)}];
    Index equal = 0;
    for (const auto& [key, count] : seen)
        if (count > 1) equal += count;
    return equal;
}

} // namespace

const MetadataColumn* Metadata::find(std::string_view name) const
{
    for (const auto& column : columns)
        if (column.name == name) return &column;
    return nullptr;
}

std::string EmbeddingSet::labelOf(Index item) const
{
    return labels.empty() ? "#" + std::to_string(fileRow(item) + 1) : labels[static_cast<std::size_t>(item)];
}

SetSummary summarize(const EmbeddingSet& set)
{
    SetSummary summary;
    summary.n = set.size();
    summary.d = set.dimension();
    const std::unordered_set<std::string_view> distinct(set.labels.begin(), set.labels.end());
    summary.labels = static_cast<Index>(distinct.size());
    summary.duplicates = static_cast<Index>(set.labels.size() - distinct.size());
    summary.equalVectors = countEqual(set.vectors);
    summary.normMin = std::numeric_limits<double>::infinity();
    for (Index i = 0; i < set.size(); ++i) {
        double sum = 0;
        bool zero = true;
        for (const float value : set.vectors.item(i)) {
            sum += static_cast<double>(value) * static_cast<double>(value);
            zero = zero && value == 0;
        }
        if (!std::isfinite(sum)) {
            ++summary.nonFinite;
            continue;
        }
        summary.zero += zero;
        summary.normMin = std::min(summary.normMin, std::sqrt(sum));
        summary.normMax = std::max(summary.normMax, std::sqrt(sum));
    }
    if (summary.nonFinite == summary.n) summary.normMin = 0;
    return summary;
}

void requireUnchanged(const EmbeddingSet& set)
{
    if (set.mapped) set.mapped->requireUnchanged();
}

void requireFinite(const EmbeddingSet& set)
{
    for (Index i = 0; i < set.size(); ++i) {
        const auto vector = set.vectors.item(i);
        const auto bad = std::find_if(vector.begin(), vector.end(), [](float v) { return !std::isfinite(v); });
        if (bad == vector.end()) continue;
        throw Error(ErrorKind::Input,
                    "row " + std::to_string(set.fileRow(i) + 1) + " (" + set.labelOf(i) + ") holds " +
                        (std::isnan(*bad) ? "NaN" : "infinity") + " in dimension " +
                        std::to_string(bad - vector.begin() + 1),
                    "mend the row or leave it out (--items, --where)")
            .inFile(set.file);
    }
    requireUnchanged(set);
}

EmbeddingSet selectRows(const EmbeddingSet& set, std::span<const Index> rows)
{
    EmbeddingSet chosen;
    chosen.name = set.name;
    chosen.file = set.file;
    chosen.format = set.format;
    chosen.warnings = set.warnings;
    chosen.vectors = Vectors(selectColumns(set.vectors, rows));
    for (const auto& column : set.metadata.columns)
        chosen.metadata.columns.push_back({column.name, {}});
    for (const Index row : rows) {
        chosen.fileRows.push_back(set.fileRow(row));
        if (!set.labels.empty()) chosen.labels.push_back(set.labels[static_cast<std::size_t>(row)]);
        for (std::size_t c = 0; c < set.metadata.columns.size(); ++c)
            chosen.metadata.columns[c].values.push_back(set.metadata.columns[c].values[static_cast<std::size_t>(row)]);
    }
    return chosen;
}

} // namespace bridgescope
