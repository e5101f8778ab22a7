#pragma once
#include "core/measurement/evaluation.h"
#include "core/measurement/group_overlaps.h"
#include "core/measurement/null_bands.h"
#include "core/overlap/sampled_overlap.h"
#include "core/similarity/measures.h"
#include "ui/workspace/view_state.h"

#include <QImage>
#include <QString>
#include <memory>

namespace bridgescope {

/// Small pictures of items in one image: tile i is the picture of SourceRow i of the set it came with.
struct PictureAtlas {
    QImage image;
    int tile = 64;
    int columns = 1;
    QRect tileRect(int row) const { return {row % columns * tile, row / columns * tile, tile, tile}; }
};

/// What the views draw: an immutable snapshot of lists and numbers of the mapping looked at, in ITS direction
/// (X is always the source of the mapping looked at). Published by the workspace, never half-written.
struct Measured {
    std::shared_ptr<const PairedSet> pairs;   ///< swapped for a mapping from Y to X
    std::shared_ptr<const MeasuredFold> fold; ///< lists to kMax among the items in scope; listsF empty without mapping
    std::shared_ptr<const PictureAtlas> pictures; ///< null where there are none; indexed by row: see pictureRow
    bool picturesByX = true;                      ///< whether the atlas goes by rowsX or by rowsY of `pairs`
    int mapping = -1;                             ///< id, -1: no mapping yet
    QString mappingName;                          ///< "Ridge", "Net 1×512 after epoch 5"
    Index epoch = 0;                              ///< as in ViewState; 0 too where that one was not kept
    QString fitCaveat;                            ///< what fit and retrieval leave open: a sentence, or empty
    QString detailX, detailF, detailY;            ///< "GloVe 100-d", "ridge, 128-d", "HOG + color 128-d"
    ItemScope scope = ItemScope::HeldOut;
    QList<int> scopeItems; ///< as in ViewState
    QString scopeName;
    Index inSample = 0; ///< items in scope that a mapping is trained on
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    QString split; ///< SplitPlan::description
    Index kMax = 100;

    bool hasMapping() const { return mapping >= 0; }
    Index n() const { return static_cast<Index>(fold->items.size()); }
    QString label(int local) const
    {
        return QString::fromStdString(
            pairs->labels[static_cast<std::size_t>(fold->items[static_cast<std::size_t>(local)])]);
    }
    int pictureRow(int local) const
    {
        const auto pair = static_cast<std::size_t>(fold->items[static_cast<std::size_t>(local)]);
        return picturesByX ? pairs->rowsX[pair].value : pairs->rowsY[pair].value;
    }
    /// Position among the items in scope of a position in the PairedSet; -1 where it is out of scope. O(log n).
    int localOf(int pairIndex) const;
};
using MeasuredPtr = std::shared_ptr<const Measured>;

/// The column that groups the items: "category", else "group" or "class", else the first that is no picture, label or
/// name; null: none.
const MetadataColumn* categoryColumn(const Metadata& metadata);

/// The other measures of how alike the spaces are, of the fold's items; the first two empty without a mapping.
struct SimilarityTable {
    Index k = 10;           ///< of the measures by lists
    Index permutations = 0; ///< of each null
    std::vector<SimilarityResult> xf, yf, xy;
};

/// Numbers at one K, redrawn while K is dragged: from stored lists only.
/// Without mapping only report.xy holds.
struct MeasuredAtK {
    MeasuredPtr measured;
    MappingReport report;
    bool hasMapping = false;
    std::vector<GroupOverlap> groups; ///< by category; empty where there is no column of them
    // What is made after the numbers, and absent until then:
    std::shared_ptr<const MappingReport> csls; ///< the same numbers by lists that discount hubs; for cosine only
    std::shared_ptr<const NullBands> nulls;
    std::shared_ptr<const SimilarityTable> similarity; ///< where it was asked for; may be of another K
};
using MeasuredAtKPtr = std::shared_ptr<const MeasuredAtK>;

/// Estimates from the lists of some items, shown while the exact lists of many are made, and where they were cancelled.
struct SampledOverlaps {
    QString mappingName; ///< empty: no mapping, only xy holds
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    SampledOverlap xf, yf, xy;
    bool stopped = false; ///< the exact lists were cancelled: this is what stays
};
using SampledOverlapsPtr = std::shared_ptr<const SampledOverlaps>;

} // namespace bridgescope
