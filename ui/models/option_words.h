#pragma once
#include "core/training/training_options.h"

#include <QString>

namespace bridgescope {

/// How the window names the training options and their choices: core's keys and ids, in a person's words. Whatever has
/// none here is shown by its own key or id, so that a new option needs nothing more to be offered.
QString optionLabel(const std::string& key);
QString choiceLabel(const std::string& key, const std::string& choice);
/// "squared error, λ = 200"; of a closed form what it fits: "least squares, ρ by leave-one-out".
QString lossLine(const TrainingOptions& options);
/// "adam 0.001, batch 128, 50 epochs"; empty of closed forms.
QString stepsLine(const TrainingOptions& options);
/// Weights and biases of the net between two dimensions.
qint64 netParameters(const TrainingOptions& options, Index from, Index to);
/// "100 → 512 → 128, 117,376 weights"; empty of other maps.
QString netLine(const TrainingOptions& options, Index from, Index to);

} // namespace bridgescope
