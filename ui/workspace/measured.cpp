#include "ui/workspace/measured.h"

#include <algorithm>

namespace bridgescope {

int Measured::localOf(int pairIndex) const
{
    const auto& items = fold->items; // ascending: a split's lists are
    const auto found = std::lower_bound(items.begin(), items.end(), static_cast<Index>(pairIndex));
    return found != items.end() && *found == pairIndex ? static_cast<int>(found - items.begin()) : -1;
}

const MetadataColumn* categoryColumn(const Metadata& metadata)
{
    for (const char* name : {"category", "group", "class"})
        if (const MetadataColumn* column = metadata.find(name)) return column;
    for (const MetadataColumn& column : metadata.columns)
        if (column.name != "picture" && column.name != "image" && column.name != "label" && column.name != "name")
            return &column;
    return nullptr;
}

} // namespace bridgescope
