#pragma once
#include "core/dataset/reader.h"

#include <string>
#include <vector>

namespace bridgescope {

/// A file that was read, and as what.
struct ReadFile {
    std::string role; ///< "vectors", "labels", "metadata", "items"; of a sample also "description"
    std::string file;
};

/// Everything that reading a set touched: its file, its labels, whether named or found beside it, metadata, items.
/// `options`: those it was read with.
std::vector<ReadFile> filesRead(const EmbeddingSet& set, const ReadOptions& options);

/// What loadSample() reads beside the vectors. @throws Error(Io) where it is not installed.
std::vector<ReadFile> filesOfSample(const std::string& name);

} // namespace bridgescope
