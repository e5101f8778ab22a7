#pragma once
#include "core/base/types.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// A benchmark's file as fields, comments and the header taken off, before its columns have a meaning.
struct RatingTable {
    struct Row {
        std::vector<std::string> fields;
        Index line = 0; ///< from 1
    };
    std::vector<std::string> names; ///< of the header, or of a comment that names the columns; may be empty
    std::vector<Row> rows;          ///< at least one
    std::size_t columns = 0;        ///< fields of the first row
    bool decimalComma = false;      ///< numbers may be written 3,92
    bool headerGuessed = false;     ///< the first line holds no number, but none of its fields is a usual name either
};

/// @throws Error(Input) naming the file where it holds no row of at least three fields.
RatingTable readRatingTable(const std::string& file);

/// Which columns hold what.
struct RatingColumns {
    std::size_t first = 0, second = 1, score = 2;
    std::vector<std::size_t> otherScores; ///< columns of numbers that might be meant as well
};

/// Words: columns so named, else the first two that are no numbers. Score: `asked`, else a column so named, else the
/// first of numbers behind the words. @throws Error(Input) where there are none; Error(Usage) for an unknown column.
RatingColumns chooseColumns(const RatingTable& table, const std::optional<std::string>& asked, const std::string& file);

/// A whole field as a finite number.
std::optional<double> ratingFrom(const std::string& field, bool decimalComma);

} // namespace bridgescope
