#pragma once
#include "core/measurement/error_bands.h"
#include "ui/workspace/workspace.h"

namespace bridgescope {

/// Up to here numbers at another K are made while the slider moves, and CSLS lists without being asked for.
inline constexpr Index quickItems = 10000;
inline constexpr Index usualPermutations = 1000;
/// Up to here every mapping's errors over K are made with its overlaps: of more items they take too much memory for
/// mappings that are not looked at.
inline constexpr Index bandsOfAll = 50000;
/// Above this an estimate from a sample comes first: lists of so many items take longer than one waits.
inline constexpr Index sampledAbove = 30000;

/// The lists shown, with what their reports at every K have in common.
struct Workspace::Lists {
    MeasuredPtr measured;
    PreparedFold prepared;
    ItemGroups groups;    ///< by category; empty where there is no column of them
    MeasuredAtKPtr first; ///< at the K they were made for, without a null

    MeasuredAtKPtr report(MeasureOptions options, const Context& context) const;
};

/// What was made of the lists since they were published.
struct Workspace::Background {
    std::shared_ptr<const MeasuredFold> csls; ///< the same fold with lists that discount hubs
    std::shared_ptr<const PreparedFold> cslsPrepared;
    std::shared_ptr<const NullBands> nulls;
    std::shared_ptr<const ErrorBands> errors; ///< of more items than a report has them for
    std::shared_ptr<const SimilarityTable> similarity;
};

/// Estimates of the overlaps, told while they get better.
struct Workspace::Sampling {
    std::shared_ptr<const PairedSet> pairs;
    std::vector<Index> items;
    Vectors predictions; ///< of the items; empty without a mapping
    SampleOptions options;
    SampledOverlaps start; ///< the conventions
    std::function<void(const SampledOverlaps&)> tell;

    void run(const Context& context) const;
};

} // namespace bridgescope
