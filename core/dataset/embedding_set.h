#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

class MappedFile;

/// A named column of text beside the vectors, one value an item ("category", "picture", "frequency").
struct MetadataColumn {
    std::string name;
    std::vector<std::string> values;
};

/// The columns known of a set's items; empty where none was given. Every column has one value an item.
struct Metadata {
    std::vector<MetadataColumn> columns;
    const MetadataColumn* find(std::string_view name) const; ///< null where there is none of that name
};

/// N labelled vectors of dimension d, immutable once read.
struct EmbeddingSet {
    std::string name;   ///< shown to people; the file's stem at first
    std::string file;   ///< where it was read from; empty for a derived set
    std::string format; ///< "NumPy, float32, C order", "text, tab separated, 100 columns, labels first", ...
    Vectors vectors;    ///< d x N, one item a column
    std::vector<std::string> labels; ///< N, or empty where the set has none; UTF-8, trimmed of blanks at both ends
    Metadata metadata;
    std::vector<Index>
        fileRows; ///< row of the file (from 0) of each item; empty: item i is row i. selectRows() keeps it
    std::shared_ptr<const MappedFile> mapped; ///< where the vectors lie straight in a mapped file
    std::vector<std::string> warnings;        ///< what was odd but accepted, each with its count

    Index size() const { return vectors.size(); }
    Index dimension() const { return vectors.dimension(); }
    Index fileRow(Index item) const { return fileRows.empty() ? item : fileRows[static_cast<std::size_t>(item)]; }
    /// The label, or "#7" (rows of the file from 1) where the set has none.
    std::string labelOf(Index row) const;
};

/// What `info` says of a set.
struct SetSummary {
    Index n = 0, d = 0;
    Index labels = 0;                ///< distinct labels; 0 where there are none
    Index duplicates = 0;            ///< items whose label another item carries too, less one a label
    Index equalVectors = 0;          ///< items whose vector equals another's bit for bit
    Index zero = 0;                  ///< all-zero vectors
    Index nonFinite = 0;             ///< vectors with a NaN or an infinity
    double normMin = 0, normMax = 0; ///< Euclidean norms over the finite vectors
};
SetSummary summarize(const EmbeddingSet& set);

/// Throws Error(Input) where the vectors lie in a mapped file that was changed, cut or removed since it was opened.
void requireUnchanged(const EmbeddingSet& set);

/// Throws Error(Input) naming the first row with a NaN or an infinity: what every command that measures or trains asks.
void requireFinite(const EmbeddingSet& set, const Context& context = {});

/// The rows named, in that order, labels and metadata with them.
EmbeddingSet selectRows(const EmbeddingSet& set, std::span<const Index> rows);

} // namespace bridgescope
