#include "core/mapping/model.h"

#include "core/base/error.h"

namespace bridgescope {

std::string Model::describe() const
{
    std::string text = mapping->describe();
    if (!preprocessX.empty()) text += ", X " + preprocessX.describe();
    if (!preprocessY.empty()) text += ", Y " + preprocessY.describe();
    return text;
}

Index Model::inputDimension() const
{
    for (const PreprocessingStep& step : preprocessX.steps()) {
        if (step.id == "pca" || step.id == "whiten") return step.forward.columns();
        if (!step.mean.empty()) return static_cast<Index>(step.mean.size());
    }
    return mapping->inputDimension();
}

Matrix Model::apply(MatrixView x, const Context& context) const
{
    if (x.rows != inputDimension())
        throw Error(ErrorKind::Input,
                    "the model maps from " + std::to_string(inputDimension()) + " dimensions, but the set has " +
                        std::to_string(x.rows),
                    "choose the set it was trained on, or one like it");
    if (preprocessX.empty() && preprocessY.empty()) return mapping->apply(x, context);
    const Matrix processed = preprocessX.apply(x, context);
    return preprocessY.undo(mapping->apply(processed, context), context);
}

} // namespace bridgescope
