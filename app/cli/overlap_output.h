#pragma once
#include "core/measurement/overlap_extras.h"

#include <iosfwd>

namespace bridgescope {

/// Null band at K, stratified null, interval over items and hubs, as far as they were asked for.
void printExtras(std::ostream& out, const Overlap& overlap, const OverlapExtras& extras);

/// The estimate, named as one, and what it was made with.
void printSampled(std::ostream& out, const SampledOverlap& sampled, const SampleOptions& options);

} // namespace bridgescope
