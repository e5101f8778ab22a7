#pragma once
#include "core/base/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// Without blanks, tabs and line ends at both ends.
std::string_view trimBlanks(std::string_view text);

/// The line from `position` on, without LF or CRLF; `position` moves behind it.
std::string_view nextLine(std::string_view text, std::size_t& position);

/// Whether fields in quotes may hold line breaks under this delimiter (RFC 4180): comma and semicolon. Tables parted by
/// tabs and blanks are line by line, since quotes are plain characters in most of them.
bool quotesSpanLines(char delimiter);

/// A line, or several where a quoted field holds line breaks.
struct Record {
    std::string_view text;
    Index lines = 1;
    bool closed = true; ///< false: a quote opened in it is never closed
};

/// The record from `position` on; `position` moves behind it.
Record nextRecord(std::string_view text, std::size_t& position, char delimiter);

/// Parts a record into its fields. A blank as delimiter: runs of blanks and tabs part, those at the ends do not count.
/// Else a field may stand in quotes, a doubled quote in it being one; what follows its closing quote is added to it, as
/// Python's csv does. In a table parted by tabs a quote that is not closed is a plain character.
class FieldSplitter {
public:
    explicit FieldSplitter(char delimiter) : m_delimiter(delimiter) {}
    /// Valid until the next call and as long as the record.
    const std::vector<std::string_view>& split(std::string_view record);

private:
    void splitAtBlanks(std::string_view record);
    std::size_t takeQuoted(std::string_view record, std::size_t at);
    char m_delimiter;
    std::vector<std::string_view> m_fields;
    std::string m_unquoted; ///< of the record's fields with doubled quotes
};

/// Whether the whole field is a number, nan or infinity, rounded to the nearest float32; `value` is set only then.
/// A field with `decimalPoint` ',' may also be written with a point.
bool parseNumber(std::string_view field, char decimalPoint, float& value);

/// Whether the whole field is a whole number from 0.
bool parseWhole(std::string_view field, Index& value);

} // namespace bridgescope
