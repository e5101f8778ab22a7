#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

enum class PairBy { Automatic, Label, Row };
enum class RepeatPolicy { Refuse, Order, First, Drop };

struct PairOptions {
    PairBy by = PairBy::Automatic;
    std::optional<std::string> pairsFile; ///< two labels a line, tab or blank: each line is an item "a → b"
    bool normalizeLabels = false;         ///< NFC and case folding before labels are compared
    RepeatPolicy repeats = RepeatPolicy::Refuse;
};

/// What pairing did, for people and for JSON. Examples hold the first few labels of each kind.
struct PairingReport {
    Index rowsX = 0, rowsY = 0;
    Index paired = 0;
    Index onlyX = 0, onlyY = 0;
    Index duplicates = 0;     ///< distinct labels that repeat in X or in Y
    Index dropped = 0;        ///< rows left out because their label repeats (policies First and Drop)
    Index joinedByNormalizing = 0;
    Index equalVectorsX = 0, equalVectorsY = 0; ///< paired items whose vector equals another's in the same set
    Index zeroX = 0, zeroY = 0;
    Index nonFiniteX = 0, nonFiniteY = 0;
    Index sharedX = 0, sharedY = 0; ///< pair-file items that share their X (Y) row with another item
    std::string by;           ///< "label", "row" or "pairs"
    std::string note;         ///< e.g. "labels repeat but agree line by line: paired by row"
    std::vector<std::string> examplesOnlyX, examplesOnlyY, examplesRepeated;
    /// Set where labels repeat, do not agree, and the policy is Refuse: the decision a person must make.
    std::optional<std::string> openDecision;
};

/// X and Y restricted to the items both have, in X's order. Column i of x and of y is the same item.
struct PairedSet {
    std::string nameX, nameY;
    Vectors x, y;                    ///< dX x N and dY x N
    std::vector<std::string> labels; ///< N, never empty strings: "#row" where the sets have none, "a → b" for a pair file
    std::vector<SourceRow> rowsX;    ///< N: EmbeddingSet::fileRow of each item in X
    std::vector<TargetRow> rowsY;
    Metadata metadata;               ///< X's, else Y's, by item
    /// Where items share a vector by way of the pair file: equal numbers mark items of one X (Y) row. Empty otherwise.
    std::vector<std::int32_t> groupsX, groupsY;
    PairingReport report;

    Index size() const { return x.size(); }
};

/// Only the report, for a preview: an undecided repeat is openDecision, not an error.
PairingReport previewPairing(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options = {});

/// @throws Error(Input) where nothing pairs (the first labels of each are shown) or repeats are undecided.
PairedSet pairSets(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options = {}, const Context& context = {});

/// The other direction: x and y, rows, groups and names swapped.
PairedSet swapped(const PairedSet& pairs);

} // namespace bridgescope
