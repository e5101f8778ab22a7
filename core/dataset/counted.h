#pragma once
#include "core/base/types.h"

#include <string>

namespace bridgescope {

/// "1 label", "2 labels".
inline std::string counted(Index count, const char* noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

} // namespace bridgescope
