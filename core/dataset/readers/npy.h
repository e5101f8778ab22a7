#pragma once
#include "core/base/context.h"
#include "core/dataset/readers/npy_header.h"
#include "core/dataset/readers/raw_set.h"

#include <vector>

namespace bridgescope {

/// float32 in C order stays in the mapped file; everything else becomes float32, block by block, with a warning
/// counting the values that do not fit exactly. Bytes behind the array are ignored with a warning. @throws
/// Error(Input), Cancelled.
RawSet readNpy(const std::shared_ptr<const MappedFile>& file, const Context& context);

/// The first `count` rows as float32.
std::vector<std::vector<float>> firstNpyRows(const MappedFile& file, const NpyHeader& header, Index count);

} // namespace bridgescope
