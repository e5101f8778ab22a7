#pragma once
#include "core/preprocessing/pipeline.h"

namespace bridgescope {

/// The steps that a text names, nothing learnt yet. @throws Error(Usage) naming the one that is not a step.
std::vector<PreprocessingStep> parseSteps(std::string_view text);

void learnStep(PreprocessingStep& step, MatrixView training, const Context& context);
Matrix applyStep(const PreprocessingStep& step, MatrixView set, const Context& context);
Matrix undoStep(const PreprocessingStep& step, MatrixView set, const Context& context);

} // namespace bridgescope
