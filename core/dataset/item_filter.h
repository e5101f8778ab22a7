#pragma once
#include "core/dataset/reader.h"

namespace bridgescope {

/// Keeps the items whose label options.itemsFile lists and whose columns meet all of options.where; the column `label`
/// stands for the labels. @throws Error(Usage) for what is no condition; Error(Input) where a column does not exist
/// (naming those that do) or no item is left.
EmbeddingSet filterItems(EmbeddingSet set, const ReadOptions& options);

} // namespace bridgescope
