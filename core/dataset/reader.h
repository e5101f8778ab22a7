#pragma once
#include "core/base/context.h"
#include "core/dataset/embedding_set.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// What overrules the guesses made on reading a file. Everything unset is guessed.
struct ReadOptions {
    std::optional<std::string>
        format; ///< id of formatIds(): "npy", "text", "word2vec", "word2vec-binary", "glove", "fasttext"
    std::optional<char> delimiter; ///< of delimited text; '\t', ' ' or a character that is no part of a number
    std::optional<bool> header;              ///< whether the first line names the columns
    std::optional<std::string> labelColumn;  ///< header name, number from 1, or "none"
    std::optional<std::string> labelsFile;   ///< one label a line; overrules labels in the file and beside it
    std::optional<std::string> metadataFile; ///< TSV/CSV with a header; joined by label, or row by row where it has N
                                             ///< rows and no label matches
    std::optional<std::string> itemsFile;    ///< labels to keep, one a line
    std::vector<std::string> where;          ///< "COLUMN=VALUE" or "COLUMN!=VALUE", all must hold
};

/// Ids of the formats that can be read.
const std::vector<std::string>& formatIds();

/// Reads a set in full. Never half-loads: on any error nothing is returned and what was loaded before is untouched.
/// Memory is bounded by the file's real size, never by what a header claims.
/// NaN and infinities are accepted here and counted by summarize(); requireFinite() refuses them.
/// @throws Error(Input) with file, line or byte, what is wrong and what to do; Error(Io); Cancelled.
EmbeddingSet readEmbeddingSet(const std::string& file, const ReadOptions& options = {}, const Context& context = {});

/// What was guessed of a file and its first rows, without reading it all: for the import page.
struct Preview {
    std::string file;
    std::string formatId;
    std::string format;     ///< as EmbeddingSet::format
    std::string formatHint; ///< how it was guessed: "no header line, from 20 lines"
    std::uint64_t bytes = 0;
    std::optional<char> delimiter;
    bool header = false;
    std::string labelSource;              ///< "first column", "column word", the sidecar's file name, "none"
    std::vector<std::string> columnNames; ///< header names, where there is a header
    std::optional<Index> n;               ///< known or estimated
    bool nIsEstimate = false;
    Index d = 0;
    std::vector<std::string> firstLabels;
    std::vector<std::vector<float>> firstRows; ///< up to 8 rows
};
Preview previewFile(const std::string& file, const ReadOptions& options = {});

} // namespace bridgescope
