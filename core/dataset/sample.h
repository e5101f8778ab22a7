#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

namespace bridgescope {

/// A pair that ships with the program: resources/samples/NAME, described by its sample.json.
struct Sample {
    std::string title;
    EmbeddingSet x, y;            ///< labels and metadata (category, character) in both
    std::string detailX, detailY; ///< "GloVe 100-d", "HOG + color 128-d"
    std::string atlasFile;        ///< one image of all items' pictures, in row order
    int tile = 64, atlasColumns = 1;
};

/// @throws Error(Io) where it is not installed.
Sample loadSample(const std::string& name, const Context& context = {});

} // namespace bridgescope
