#pragma once
#include "core/dataset/mapped_file.h"
#include "core/dataset/reader.h"

#include <string>

namespace bridgescope {

/// The reader that options ask for, or the one detected: "npy", "word2vec-binary" or "text".
/// @throws Error(Usage) for a format that is not known; what detectFormat() throws.
std::string chooseReader(const MappedFile& file, const ReadOptions& options);

} // namespace bridgescope
