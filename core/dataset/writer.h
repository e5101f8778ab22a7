#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

#include <string>

namespace bridgescope {

/// Writes by the file's ending: .npy (float32, N x d, with NAME.labels.txt beside it where there are labels),
/// .csv / .tsv (label first, 9 significant digits), .txt / .vec (word2vec text). Other endings are Error(Usage).
/// Files appear complete or not at all.
void writeEmbeddingSet(const EmbeddingSet& set, const std::string& file, const Context& context = {});

} // namespace bridgescope
