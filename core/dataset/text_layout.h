#pragma once
#include "core/dataset/reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// How a text of one item a line is to be read: CSV, TSV, word2vec, GloVe and fastText text are all of this kind.
struct TextLayout {
    std::string formatId = "text"; ///< text, word2vec, glove, fasttext
    char delimiter = ',';
    bool decimalComma = false;
    bool header = false;                          ///< the first line names the columns
    bool countLine = false;                       ///< the first line is "N d"
    Index claimedItems = 0, claimedDimension = 0; ///< of the count line
    std::vector<std::string> names;               ///< of the header
    int labelColumn = -1;                         ///< -1: none
    std::vector<int> textColumns;                 ///< beside the label: kept as metadata
    std::size_t columns = 0;                      ///< fields a line
    Index d = 0;                                  ///< numbers a line
    std::size_t bodyOffset = 0;                   ///< byte of the first item's line
    Index bodyLine = 1;                           ///< its line number, from 1
    std::string hint;                             ///< how it was guessed

    bool blankDelimited() const { return delimiter == ' '; }
    std::string describe() const;    ///< "text, tab separated, labels in the first column"
    std::string labelSource() const; ///< "first column", "column word", "none"
};

/// Guesses from the head of the text (whole lines only, unless `complete`) what options do not say.
/// @throws Error(Input) naming the line where the text is not of this kind.
TextLayout guessTextLayout(std::string_view head, bool complete, const ReadOptions& options, const std::string& file);

/// The fields of one line (without its line end). Quotes are undone where the delimiter is not a blank.
/// Blank-delimited: runs of blanks part fields and blanks at the end are ignored.
void splitFields(std::string_view line, char delimiter, std::vector<std::string>& fields);

/// Whether the whole field is a number (also nan, inf), with a decimal comma where `decimalComma`.
bool parseNumber(std::string_view field, bool decimalComma, float& value);

/// The next line from `position` (moved behind it), without LF or CRLF.
std::string_view nextLine(std::string_view text, std::size_t& position);

std::string_view trimBlanks(std::string_view text);

} // namespace bridgescope
