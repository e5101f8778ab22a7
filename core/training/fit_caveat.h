#pragma once
#include "core/training/training_options.h"

#include <string>

namespace bridgescope {

/// Why fit and retrieval do not say how good such an f is, as a sentence for what shows them; empty where they do.
std::string fitCaveat(const TrainingOptions& training);

} // namespace bridgescope
