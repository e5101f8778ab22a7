#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"
#include "core/neighbors/metric.h"

#include <set>
#include <string>
#include <vector>

namespace bridgescope {

/// The row of a label, or of "#7" (rows of the file from 1). A label that repeats takes the first and warns how many
/// there are.
/// @throws Error(Input) with labels that look alike where there is none.
Index findItem(const EmbeddingSet& set, const std::string& item, const Context& context);

/// A sum and difference of items: 'king - man + woman'. Under cosine each term is taken at unit length (Mikolov et al.
/// 2013), under Euclidean as it is.
struct Query {
    std::vector<float> vector; ///< d
    std::set<Index> terms;     ///< rows named, left out of the answer
    bool zero = false;         ///< under cosine: the terms cancel out
};
Query parseQuery(const EmbeddingSet& set, const std::string& text, Metric metric);

} // namespace bridgescope
