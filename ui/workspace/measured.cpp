#include "ui/workspace/measured.h"

#include <algorithm>

namespace bridgescope {

int Measured::localOf(int pairIndex) const
{
    const auto& items = fold->items; // ascending: a split's lists are
    const auto found = std::lower_bound(items.begin(), items.end(), static_cast<Index>(pairIndex));
    return found != items.end() && *found == pairIndex ? static_cast<int>(found - items.begin()) : -1;
}

} // namespace bridgescope
