#pragma once
#include "core/dataset/mapped_file.h"

#include <string>

namespace bridgescope {

/// Which reader a file needs, by content first and ending second: "npy", "word2vec-binary" or "text" (all text formats,
/// gzip included). @throws Error(Input) in one line for a format that is recognised but not read, a pickle, and bytes
/// that are no text, saying what to convert to.
std::string detectFormat(const MappedFile& file);

/// Throws that Error where the bytes (the file's, or what it holds unpacked) begin as such a format does, or the name
/// says so.
void refuseKnownFormats(std::string_view head, const std::string& name, const std::string& file);

} // namespace bridgescope
