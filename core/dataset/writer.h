#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

#include <string>

namespace bridgescope {

/// Writes by the file's ending: .npy (float32, N x d, with NAME.labels.txt beside it where there are labels; that of an
/// earlier set is removed where there are none), .csv / .tsv (label first, quoted where needed; a header line only
/// where a label could be taken for a number), .txt / .vec (word2vec text; blanks in labels become underscores, with a
/// warning). Numbers are the shortest decimals, at most 9 significant digits, that read back as the same float32. Other
/// endings are Error(Usage). Files appear complete or not at all; a full disk is Error(Io).
void writeEmbeddingSet(const EmbeddingSet& set, const std::string& file, const Context& context = {});

} // namespace bridgescope
