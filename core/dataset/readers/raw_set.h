#pragma once
#include "core/dataset/embedding_set.h"

#include <memory>
#include <string>
#include <vector>

namespace bridgescope {

/// What a reader of one format hands over: the numbers, and labels and columns where the format carries them.
struct RawSet {
    Vectors vectors;
    std::vector<std::string> labels; ///< bytes as they stand in the file
    Metadata metadata;
    std::string format;
    std::string labelSource = "none";
    std::shared_ptr<const MappedFile> mapped; ///< where the vectors lie straight in it
    std::vector<std::string> warnings;
};

} // namespace bridgescope
