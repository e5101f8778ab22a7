#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"
#include "core/dataset/reader.h"

#include <optional>

namespace bridgescope {

/// Lines of a text file, trimmed, without BOM; a last empty line does not count.
std::vector<std::string> readLines(const std::string& file);

/// X.labels.txt beside X.npy; else X.txt where it has N lines and is not itself a matrix.
std::optional<std::string> findSidecar(const std::string& file, Index n);

/// Gives a set without labels those of `file`: one a line, or a table whose label column is known.
void attachLabels(EmbeddingSet& set, const std::string& file);

/// Adds the columns of a table with a header line: joined by label, or row by row where it has N rows and no label
/// matches.
void attachMetadata(EmbeddingSet& set, const std::string& file);

/// Keeps the items that options.itemsFile and options.where name.
EmbeddingSet filterItems(const EmbeddingSet& set, const ReadOptions& options);

/// Every byte sequence that is no UTF-8 becomes U+FFFD; returns how many labels that touched.
Index repairUtf8(std::vector<std::string>& labels);

} // namespace bridgescope
