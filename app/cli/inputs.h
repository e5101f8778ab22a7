#pragma once
#include "app/options/common_options.h"
#include "core/measurement/evaluation.h"

#include <string>

namespace bridgescope {

/// Two files as a command names them, with how they are read and joined.
struct PairInputs {
    std::string x, y;
    ReadingOptions reading;
    PairOptions pairing;
};
void addPairInputs(CLI::App& app, PairInputs& inputs, const char* first = "X", const char* second = "Y");

/// One set, read, its warnings passed on, finite.
EmbeddingSet readSet(const std::string& file, const ReadOptions& options, const Context& context);

/// The two sets as read and their pairs. What the pairing left out or decided is a warning.
struct PairedInputs {
    EmbeddingSet x, y;
    PairedSet pairs;
};
PairedInputs readPair(const PairInputs& inputs, const Context& context);

/// Which items two sets share, as positions in each, in the first one's order.
struct AlignedRows {
    std::vector<Index> first, second;
};
AlignedRows commonRows(const EmbeddingSet& first, const EmbeddingSet& second, const PairOptions& options,
                       const Context& context);

} // namespace bridgescope
