#pragma once
#include "ui/models/item_columns.h"
#include "ui/models/neighbor_lists.h"

namespace bridgescope {

/// What the card beside the pointer says of an entry, as rich text: picture, label, its three overlaps, its ranks seen
/// from the focus item, its region.
QString hoverCard(const NeighborLists& lists, const ItemColumns& columns, int local);

} // namespace bridgescope
