#pragma once
#include "core/dataset/reader.h"
#include "core/measurement/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// One pair of sets of a grid.
struct GridData {
    std::string name;    ///< of the data set: rows of the table
    std::string feature; ///< what distinguishes pairs of one data set: columns of the table; may be empty
    std::string sample;  ///< a set that ships with the program instead of x and y
    std::string x, y;    ///< files, relative to the spec's folder
    std::string nameX = "X", nameY = "Y"; ///< "Text", "Image": as directions are printed
    ReadOptions readX, readY;
    PairOptions pairing;
    std::string paper; ///< data set of the paper whose figures stand beside ("IAPR TC-12"); empty: none
};

/// One mapping of a grid, its lists multiplied out.
struct GridMap {
    std::string name;
    TrainingOptions training; ///< its seed is set cell by cell
};

/// What is printed of a finished grid. Changes no number of a cell; with a base cells keep the lists that its tests
/// need.
struct GridTableOptions {
    std::vector<std::string> columns; ///< of tableColumnIds()
    bool paper = false;               ///< the paper's figures beside
    std::string base;                 ///< map against which the others are tested under the same split; empty: none
    int decimals = 3;
};
const std::vector<std::string>& tableColumnIds();

/// An experiment grid: data x directions x maps x seeds x metrics x self rules x K.
struct GridSpec {
    std::string title;
    std::string folder; ///< relative paths start here
    std::vector<GridData> data;
    std::vector<std::string> directions; ///< "xy", "yx"
    std::vector<GridMap> maps;
    SplitOptions split; ///< its seed is set cell by cell
    std::vector<std::uint64_t> seeds{1};
    std::vector<Index> ks{10};
    std::vector<Metric> metrics{Metric::Cosine};
    std::vector<SelfRule> selves{SelfRule::Excluded};
    Index kMax = 100;
    Index permutations = 1000;
    GridTableOptions table;
    nlohmann::ordered_json given;      ///< as read, for provenance
    std::vector<std::string> warnings; ///< options of a map that mean nothing beside the others

    std::string pathOf(const std::string& file) const; ///< of a file the spec names
};

/// The schema is in resources/experiments/README.md. Unknown keys, wrong types and values are refused.
/// @throws Error(Input) naming the file and the field's path ("maps[1].ridge"), or the line where it is no JSON.
GridSpec readGridSpec(const std::string& file);
/// `folder`: where relative paths start; `file` is named in errors.
GridSpec gridSpecFromJson(const nlohmann::ordered_json& json, const std::string& folder, const std::string& file);

/// The seed asked for on a command line, where the spec names none.
/// @throws Error(Usage) where it names another, so that none is silently passed over.
void applySeed(GridSpec& spec, std::optional<std::uint64_t> asked);

} // namespace bridgescope
