#pragma once
#include "core/dataset/embedding_set.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// Lines of a text file (also gzip), without BOM and line ends; empty lines at the end do not count.
/// @throws Error(Input) where it is no text.
std::vector<std::string> readLines(const std::string& file, const Context& context = {});

/// X.labels.txt beside X.npy; else X.txt where it has n lines and is not itself a matrix. `n` unset: X.labels.txt only.
std::optional<std::string> findSidecar(const std::string& file, std::optional<Index> n);

/// Labels of n items: one a line; of a table with a header line the column label, word, ... or the first.
/// Trimmed, repaired where they are no UTF-8 (`warnings` then says how many). @throws Error(Input) where there are not
/// n.
std::vector<std::string> readLabels(const std::string& file, Index n, const std::string& ofFile,
                                    std::vector<std::string>& warnings, const Context& context = {});

/// What is odd in labels: those that are no UTF-8 (repaired here), those that are empty.
void mendLabels(std::vector<std::string>& labels, std::vector<std::string>& warnings);

} // namespace bridgescope
