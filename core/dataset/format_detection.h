#pragma once
#include "core/dataset/mapped_file.h"

#include <string>

namespace bridgescope {

/// Which reader a file needs, by content first and ending second: "npy", "word2vec-binary" or "text" (all text
/// formats).
/// @throws Error(Input) in one line for a format that is recognised but not read, saying what to convert it to.
std::string detectFormat(const MappedFile& file);

} // namespace bridgescope
