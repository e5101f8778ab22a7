#pragma once
#include "core/base/types.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// Two words and what people said of them; a greater rating is more alike.
struct RatedPair {
    std::string first, second;
    double rating = 0;
};

/// A file of human ratings: WS-353, MEN, SimLex-999, SimVerb-3500, SemSim, VisSim and others of their form.
struct Benchmark {
    std::string name; ///< the file's stem, with the score's column where it was chosen
    std::string file;
    std::vector<RatedPair> pairs;      ///< every line, in the file's order
    Index repeated = 0;                ///< lines whose two words stand, in either order, on an earlier line
    std::vector<std::string> warnings; ///< why its figures may not be the benchmark's as published
};

enum class RatingRepeats { Keep, Average };

struct BenchmarkOptions {
    std::optional<std::string> score; ///< column of the ratings: name or number from 1; unset: guessed
    RatingRepeats repeats = RatingRepeats::Keep;
};

/// Reads a table (tabs, commas, semicolons or blanks; header or not; `#` begins a comment; .gz) with two columns of
/// words and at least one of numbers; columns may stand in any order and an index may come first. Phrases, tagged
/// words and rescaled ratings are accepted with a warning that says why.
/// @throws Error(Input) with file and line where it is no such table; Error(Usage) where the column does not exist.
Benchmark readBenchmark(const std::string& file, const BenchmarkOptions& options = {});

/// "FILE" or "FILE#COLUMN", the column of the ratings; a file of the whole name goes first.
Benchmark readBenchmarkNamed(const std::string& text, BenchmarkOptions options = {});

} // namespace bridgescope
