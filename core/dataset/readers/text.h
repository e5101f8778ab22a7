#pragma once
#include "core/dataset/readers/raw_set.h"
#include "core/dataset/text/layout.h"

namespace bridgescope {

/// All items of a text of the layout given, parsed in chunks side by side; the chunks are cut by the text, so that the
/// result does not depend on the number of threads. The error named is the first in the file.
/// @throws Error(Input) naming the line and column; Cancelled.
RawSet readText(TextSource& source, const TextLayout& layout, const Context& context);

/// The first `count` items of the head.
RawSet firstTextItems(const TextHead& head, const TextLayout& layout, const std::string& file, Index count);

} // namespace bridgescope
