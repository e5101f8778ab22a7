#pragma once
#include "core/pairing/labels.h"
#include "core/pairing/pairing.h"

namespace bridgescope {

/// Which rows belong together, item by item, and the part of the report that labels alone decide.
struct Join {
    std::vector<Index> rowsX, rowsY; ///< one of each an item
    PairingReport report;
    bool byPairsFile = false;
};

/// Chooses how to pair and pairs; reads no vector. An undecided repeat is report.openDecision.
/// @throws Error(Input) where nothing pairs, naming the first labels or both sizes; Cancelled.
Join joinSets(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options, const Context& context = {});

/// Rows by the lines of a pair file, ordered by X's rows, lines of one X row in the file's order.
Join joinByPairsFile(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options);

/// Examples kept of a kind.
constexpr std::size_t examplesKept = 5;
void keepExample(std::vector<std::string>& examples, std::string text);

/// "a", "b", "c" and 7 more: the first few of a set's labels, for messages.
std::string firstLabels(const EmbeddingSet& set);

/// "\"crane\" names two items in each file, rows 135 and 509 in X, 135 and 518 in Y", with how many more such labels.
std::string repeatDecision(const EmbeddingSet& x, std::span<const std::int32_t> rowsX, const EmbeddingSet& y,
                           std::span<const std::int32_t> rowsY, Index labelsBesides);
/// "\"crane\" names two items in X, rows 135 and 509".
std::string repeatOnOneSide(const EmbeddingSet& set, std::span<const std::int32_t> rows, const char* side);

} // namespace bridgescope
