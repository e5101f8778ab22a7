#pragma once
#include "core/training/training_options.h"

#include <QString>

namespace bridgescope {

/// Settings to begin with: the paper's two mappings, and its future work's remedies, one at a time.
struct Preset {
    QString name, explanation;
    TrainingOptions options;
};
std::vector<Preset> trainingPresets();

/// Position of the preset whose settings these are, whatever the seed; -1: of none.
int presetOf(const std::vector<Preset>& presets, const TrainingOptions& options);

} // namespace bridgescope
