#pragma once
#include "core/mapping/mapping.h"
#include "core/training/training_options.h"

namespace bridgescope {

/// The mapping of a map that is not trained step by step: ridge, procrustes, cca, pls, identity, retrieval, random.
std::shared_ptr<const Mapping> fitClosedForm(MatrixView x, MatrixView y, const TrainingOptions& options,
                                             const Context& context = {});

} // namespace bridgescope
