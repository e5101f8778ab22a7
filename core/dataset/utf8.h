#pragma once
#include "core/base/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

bool isUtf8(std::string_view text);

/// Each byte sequence that begins no UTF-8 character becomes one U+FFFD, as much of it as could have begun one
/// ("maximal subparts", Unicode 15 section 3.9; Python's errors='replace').
std::string repairedUtf8(std::string_view text);

/// Repairs what is no UTF-8; returns how many of the texts that touched.
Index repairUtf8(std::vector<std::string>& texts);

} // namespace bridgescope
