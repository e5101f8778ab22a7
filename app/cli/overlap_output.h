#pragma once
#include "core/measurement/overlap_extras.h"

#include <iosfwd>

namespace bridgescope {

/// The overlap with p and calibrated of the null that was asked for: the stratified one where there is one, as in JSON.
Overlap withNullOf(Overlap overlap, const OverlapExtras& extras);

/// The overlap, chance and, where there is one, the null's band at a few K from 1 to the last: JSON has every K.
void printByK(std::ostream& out, const Overlap& overlap, const std::optional<NullBand>& band);

/// `overlap` as it was measured. Null band at K, stratified null, interval over items and hubs, as far as they were
/// asked for.
void printExtras(std::ostream& out, const Overlap& overlap, const OverlapExtras& extras);

/// A line on the terminal for an estimate on the way.
void printStep(std::ostream& err, const SampledOverlap& step);

/// The estimate, named as one, and what it was made with.
void printSampled(std::ostream& out, const SampledOverlap& sampled, const SampleOptions& options);

} // namespace bridgescope
