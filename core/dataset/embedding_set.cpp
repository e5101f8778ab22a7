#include "core/dataset/embedding_set.h"

#include "core/base/error.h"
#include "core/dataset/mapped_file.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {

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

void requireUnchanged(const EmbeddingSet& set)
{
    if (set.mapped) set.mapped->requireUnchanged();
}

void requireFinite(const EmbeddingSet& set, const Context& context)
{
    for (Index i = 0; i < set.size(); ++i) {
        if (i % 4096 == 0) context.checkStop();
        const auto vector = set.vectors.item(i);
        const auto bad = std::find_if(vector.begin(), vector.end(), [](float v) { return !std::isfinite(v); });
        if (bad == vector.end()) continue;
        const std::string label = set.labels.empty() ? "" : " (" + set.labelOf(i) + ")";
        throw Error(ErrorKind::Input,
                    "row " + std::to_string(set.fileRow(i) + 1) + label + " holds " +
                        (std::isnan(*bad) ? "NaN" : "an infinity") + " in dimension " +
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
