#pragma once
#include "core/neighbors/metric.h"
#include "core/overlap/overlap.h"

#include <string>

namespace bridgescope {

/// What lists of neighbors rest on.
std::string listConvention(Index k, Metric metric, SelfRule self, Index n);
std::string queryConvention(Index k, Metric metric, Index n);

/// The head of that column: the cosine, or minus the Euclidean distance.
const char* similarityHead(Metric metric);

/// Lists as CSV: the columns' names, then a line an entry. Of several sets each line names its set and which others
/// share the entry, by their numbers from 1.
std::string neighborCsvHead(bool ofSets = false);
std::string neighborCsvLine(const std::string& item, const std::string& row, Index rank, const std::string& neighbor,
                            Index neighborRow, double similarity);
/// The convention beside such a file, with what stands in its column of similarities.
void writeListConvention(const std::string& csvFile, const std::string& convention, Metric metric);

} // namespace bridgescope
