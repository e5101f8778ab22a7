#pragma once
#include "core/base/context.h"
#include "core/dataset/text/layout.h"

#include <vector>

namespace bridgescope {

/// A run of whole records.
struct TextChunk {
    std::size_t begin = 0, end = 0; ///< bytes of its window
    Index firstLine = 0, lines = 0; ///< numbered from 1
    Index firstItem = 0, items = 0; ///< records that are not blank
};

/// What ahead() gives at once: for a plain file all of it, for gzip a piece of 32 MiB.
constexpr std::size_t textWindow = std::size_t(1) << 25;

/// The chunks of each window of the text behind the layout's head, counted. Where they are cut depends on the text
/// only.
struct ChunkedText {
    std::vector<std::vector<TextChunk>> windows;
    std::vector<std::size_t> windowBytes; ///< what each window takes
    Index items = 0;
};

/// Counts lines and items in parallel. Afterwards items * d numbers fit the text, so that they may be allocated.
/// @throws Error(Input) where a record is too short to hold d numbers, a quote is never closed, or a line too long.
ChunkedText chunkText(TextSource& source, const TextLayout& layout, const Context& context);

} // namespace bridgescope
