#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bridgescope {

enum class PairBy { Automatic, Label, Row };

/// What to do with a label that names several rows of a set where the two sets do not agree line by line.
/// Order: its first row in X with its first in Y, and so on; First: its first rows only; Drop: none of its rows.
/// For a pair file Order and First take the first row of such a label, Drop leaves its lines out.
enum class RepeatPolicy { Refuse, Order, First, Drop };

struct PairOptions {
    PairBy by = PairBy::Automatic;
    std::optional<std::string> pairsFile =
        std::nullopt;             ///< two labels a line, tab or blank: each line is an item "a → b"
    bool normalizeLabels = false; ///< NFC and case folding where no equal label is found
    RepeatPolicy repeats = RepeatPolicy::Refuse;
};

/// What pairing did, for people and for JSON. Examples hold the first few labels of each kind.
/// Every row is counted once: rowsX = its paired rows + onlyX + droppedX + rows that await a decision; Y likewise.
struct PairingReport {
    Index rowsX = 0, rowsY = 0;
    Index paired = 0;
    Index onlyX = 0, onlyY = 0;
    Index duplicates = 0;             ///< distinct labels that repeat in X or in Y
    Index dropped = 0;                ///< droppedX + droppedY
    Index droppedX = 0, droppedY = 0; ///< rows left out because their label repeats
    Index joinedByNormalizing = 0;    ///< labels that match only when normalized
    Index equalVectorsX = 0,
          equalVectorsY = 0;              ///< paired items whose vector equals that of another row of the same set
    Index zeroX = 0, zeroY = 0;           ///< paired items
    Index nonFiniteX = 0, nonFiniteY = 0; ///< paired items
    Index sharedX = 0, sharedY = 0;       ///< pair-file items that share their X (Y) row with another item
    Index unknownLines = 0;               ///< lines of the pair file left out: a label is in no row of its set
    Index repeatedLines = 0;              ///< lines of the pair file left out: the same two rows as an earlier line
    std::string by;                       ///< "label", "row" or "pairs"
    std::string note;                     ///< why so: "labels repeat but agree line by line: paired by row"
    std::vector<std::string> warnings;    ///< what was odd but accepted, each with its count
    std::vector<std::string> examplesOnlyX, examplesOnlyY, examplesRepeated, examplesJoined, examplesUnknown;
    /// Set where labels repeat, do not agree, and the policy is Refuse: the decision a person must make.
    std::optional<std::string> openDecision;
};

/// X and Y restricted to the items both have, in X's order. Column i of x and of y is the same item.
struct PairedSet {
    std::string nameX, nameY;
    Vectors x, y; ///< dX x N and dY x N; shared with the set read where no row is left out or moved
    std::vector<std::string>
        labels; ///< N, never empty strings: "#row" where the sets have none, "a → b" for a pair file
    std::vector<SourceRow> rowsX; ///< N: EmbeddingSet::fileRow of each item in X
    std::vector<TargetRow> rowsY;
    Metadata metadata; ///< X's columns, then those of Y that X has not, by item
    /// Where items share a vector by way of the pair file: equal numbers mark items of one X (Y) row. Empty otherwise.
    std::vector<std::int32_t> groupsX, groupsY;
    /// Set where x (y) lies straight in a mapped file; see requireUnchanged().
    std::shared_ptr<const MappedFile> mappedX, mappedY;
    PairingReport report;

    Index size() const { return x.size(); }
};

/// groupsX or groupsY of some items, as NeighborOptions::groups; empty where there are none.
std::vector<std::int32_t> groupsAmong(std::span<const std::int32_t> groups, std::span<const Index> items);

/// Only the report, for a preview: an undecided repeat is openDecision, not an error.
PairingReport previewPairing(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options = {});

/// Automatic: by label where both sets have labels, by row where one has none or where labels repeat but agree line by
/// line. Labels match as bytes, trimmed of blanks at both ends; an empty label matches nothing.
/// The report's warnings go to the context too.
/// @throws Error(Input) where nothing pairs (the first labels of each are shown) or repeats are undecided.
PairedSet pairSets(const EmbeddingSet& x, const EmbeddingSet& y, const PairOptions& options = {},
                   const Context& context = {});

/// Throws Error(Input) where x or y lies in a mapped file that was changed since: for the end of work that read them.
void requireUnchanged(const PairedSet& pairs);

/// The other direction: x and y, rows, groups, names and report swapped. Items keep their order and their labels.
PairedSet swapped(const PairedSet& pairs);

} // namespace bridgescope
