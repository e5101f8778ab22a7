#pragma once
#include "core/training/training_options.h"

namespace CLI {
class App;
}

namespace bridgescope {

/// --map and every option of a mapping, from the table in core/training.
void addTrainingOptions(CLI::App& app, TrainingOptions& options);

} // namespace bridgescope
