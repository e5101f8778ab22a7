#pragma once
#include "core/experiment/grid_inputs.h"
#include "core/experiment/untrained.h"

#include <span>
#include <string>
#include <vector>

namespace bridgescope {

/// Every number of Experiment 2, a line a depth and benchmark; of X itself depth is empty.
std::string untrainedCsv(std::span<const UntrainedResult> results, const std::string& vectors);
/// How the table was made, in sentences for a paper.
std::string untrainedMethods(std::span<const UntrainedResult> results, const std::string& vectors);
/// BibTeX of the methods and of the paper's benchmarks among the files.
std::string untrainedBibliography(std::span<const UntrainedResult> results);

/// The set's files and the benchmarks', with their SHA-256. `options`: those the set was read with.
std::vector<InputFile> untrainedInputs(const EmbeddingSet& set, const ReadOptions& options,
                                       std::span<const CoveredPairs> benchmarks);

/// What Experiment 2 is written from. `results` of several activations are one table, as of measureUntrained().
struct UntrainedPrint {
    std::span<const UntrainedResult> results; ///< at least one
    std::string vectors;                      ///< the set's name
    bool paper = false;                       ///< the paper's figures below
    std::vector<InputFile> inputs;
    double seconds = 0; ///< that measuring took
};
/// Makes the folder where it is not there. @throws Error(Io), or Error(Input) where it holds a grid.
void prepareUntrainedFolder(const std::string& dir);
/// table.csv, table.md, table.tex, table.html, table.json, methods.txt, methods.bib, provenance.json into the folder,
/// prepared here too; files of these names are replaced. @throws as that does.
void writeUntrained(const std::string& dir, const UntrainedPrint& print);
/// provenance.json of them.
std::string untrainedProvenance(const UntrainedPrint& print);

} // namespace bridgescope
