#pragma once
#include "core/base/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// One of the first records of a text, for guessing.
struct SampleRecord {
    std::string_view text;
    std::size_t offset = 0; ///< byte of its begin
    Index line = 0;         ///< from 1
};

struct SampleRow {
    std::vector<std::string> fields;
    std::vector<bool> numeric; ///< which of them are numbers
};

/// Which columns are numbers in at least half of the rows that have the usual number of fields.
struct TableColumns {
    std::vector<bool> numeric;
};

/// The delimiter under which most records hold the most numbers; a blank only where no other does nearly as well, since
/// labels hold blanks.
char guessDelimiter(const std::vector<SampleRecord>& records);

/// Whether numbers are written 0,5 under a delimiter that is no comma.
bool usesDecimalComma(const std::vector<SampleRecord>& records, char delimiter);

std::vector<SampleRow> splitRecords(const std::vector<SampleRecord>& records, char delimiter, char decimalPoint);

/// Every field of every row is a number, the same number of fields in nearly all.
bool isPlainMatrix(const std::vector<SampleRow>& rows);

/// How many numbers a row ends in, at least one field being left for the label.
Index trailingNumbers(const SampleRow& row);
/// What most rows end in; the fewer where two counts are as frequent.
Index commonTrailingNumbers(const std::vector<SampleRow>& rows);

/// Of all rows but the first, which may be a header (unless `withFirst` or it is the only one).
TableColumns tableColumns(const std::vector<SampleRow>& rows, bool withFirst = false);

/// The first row holds no number where the others hold numbers, or counts 0, 1, 2, ... where they hold fractions.
bool looksLikeHeader(const std::vector<SampleRow>& rows, const TableColumns& body);

/// Trimmed names, one a column (R leaves out that of the first); empty where they do not fit.
std::vector<std::string> headerNames(const SampleRow& header, std::size_t columns);

/// The column called label, word, token, name, ..., or -1.
int labelColumnByName(const std::vector<std::string>& names);

/// The first column counts the rows: under an empty name (pandas), or beside columns of fractions.
bool numbersItsRows(const std::vector<SampleRow>& rows, const std::vector<std::string>& names);

} // namespace bridgescope
