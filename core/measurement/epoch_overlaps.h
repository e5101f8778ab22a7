#pragma once
#include "core/measurement/evaluation.h"

#include <stop_token>

namespace bridgescope {

/// Products that one epoch of a net takes, the measure of what may be spent beside it; 0 of other maps. Counted, not
/// timed, so that the same run measures the same items on every machine.
double epochProducts(const TrainingOptions& options, Index dX, Index dY, Index trainingItems);

/// How many of n held-out items have their overlaps at K and P@1 measured after each epoch so that this costs about a
/// tenth of the epoch or less: n where all of them do, else a sample of at least 100.
Index epochSample(Index n, Index d, Index k, double products);

/// Measures both held-out overlaps at K, P@1 and the fit after each epoch, from the lists of X and Y computed once.
/// Where lists of all items of f(X) would take too long (epochSample), overlaps and P@1 are of a seeded sample of the
/// items, each sought among all; the report says how many. Pair files whose items share vectors are always measured in
/// full. spaces and pairs must outlive the observer.
EpochObserver epochOverlaps(const MeasuredFold& spaces, const PairedSet& pairs, const MeasureOptions& options,
                            double products, std::stop_token stop = {});

/// What these overlaps are measured by, as the options of the command line name it.
nlohmann::ordered_json epochConventions(const MeasureOptions& options);

} // namespace bridgescope
