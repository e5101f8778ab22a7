#pragma once
#include "core/dataset/embedding_set.h"

#include <string>
#include <vector>

namespace bridgescope {

/// A table of text with a header line: tabs, semicolons or commas between fields. A comment line above it that states
/// K, as files of --per-item and figure --data begin with, is passed over.
struct MetadataTable {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows; ///< one field a name, trimmed, UTF-8
    Index repaired = 0;                         ///< fields that were no UTF-8
};

/// @throws Error(Input) naming the line that has more fields than the header, or where it is no table.
MetadataTable readMetadataTable(const std::string& file);

/// Adds the columns of a table: joined by the column that holds the most of the set's labels; row by row where it has
/// one row an item and either no label matches or all do line by line. A set without labels takes them from the column
/// label, word, ... of a table with one row an item, or from a file of one column without a header line.
void attachMetadata(EmbeddingSet& set, const std::string& file);

} // namespace bridgescope
