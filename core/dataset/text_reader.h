#pragma once
#include "core/dataset/raw_set.h"
#include "core/dataset/text_layout.h"
#include "core/dataset/text_source.h"

namespace bridgescope {

/// All items of a text of the layout given, parsed in chunks of fixed size side by side.
/// @throws Error(Input) naming the first line that is wrong; Cancelled.
RawSet readText(const TextSource& source, const TextLayout& layout, const Context& context);

} // namespace bridgescope
