#pragma once
#include "core/dataset/reader.h"
#include "core/dataset/text/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// How a text of one item a record is to be read: CSV, TSV, word2vec, GloVe and fastText text are all of this kind.
struct TextLayout {
    std::string formatId = "text"; ///< text, word2vec, glove, fasttext
    char delimiter = ',';          ///< ' ' stands for runs of blanks and tabs
    char decimalPoint = '.';
    bool decimalComma = false;                    ///< seen in the first lines
    bool header = false;                          ///< the first line names the columns
    bool countLine = false;                       ///< the first line is "N d"
    Index claimedItems = 0, claimedDimension = 0; ///< of the count line
    std::vector<std::string> names; ///< of the header, one a column; empty where they do not fit the columns
    int labelColumn = -1;           ///< -1: none
    bool labelsDropped = false;     ///< the column is there and read over, on request
    std::vector<int> textColumns;   ///< beside the label, ascending: kept as metadata
    std::size_t columns = 0;        ///< fields a record
    Index d = 0;                    ///< numbers a record
    std::size_t bodyOffset = 0;     ///< byte of the first item's record
    Index bodyLine = 1;             ///< its line number, from 1
    std::string hint;               ///< how it was guessed: "no header line, from 20 lines"

    /// A label followed by d numbers parted by blanks; the label may hold blanks.
    bool isWordVectors() const { return formatId != "text"; }
    bool hasLabels() const { return labelColumn >= 0 && !labelsDropped; }
    std::string describe() const;    ///< "text, tab separated, header line", "GloVe text"
    std::string labelSource() const; ///< "first column", "column word", "none"
};

/// The beginning of a text as guesses look at it: 64 KiB, more where lines are longer.
struct TextHead {
    std::string_view text;
    bool complete = false; ///< it is the whole text
};
/// @throws Error(Input) where the first line is longer than any line of a table, or the text is UTF-16.
TextHead headOf(TextSource& source, const Context& context = {});

/// Guesses from the head what options do not say. @throws Error(Input) naming the line where it is no table of vectors;
/// Error(Usage) where an option does not fit.
TextLayout guessTextLayout(const TextHead& head, const ReadOptions& options, const std::string& file);

/// A blank-separated, tab- or comma-separated table of at least two numbers a line, the same number in all first lines.
bool looksLikeMatrix(const TextHead& head);

} // namespace bridgescope
