#pragma once
#include "ui/models/neighbor_lists.h"
#include "ui/models/table_text.h"

namespace bridgescope {

/// The three lists of the inspector as one table, a row an entry: space, rank, label, cosine or distance, ranks in the
/// three spaces, region.
QString listsText(const NeighborLists& lists, TableFormat format);

} // namespace bridgescope
