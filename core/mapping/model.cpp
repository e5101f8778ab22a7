#include "core/mapping/model.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

bool isFinite(std::span<const float> vector)
{
    return std::ranges::all_of(vector, [](float value) { return std::isfinite(value); });
}

/// Numbers near the ends of float32 overflow on their way through f.
void requireFinite(MatrixView f, MatrixView x, const std::string& words)
{
    for (Index i = 0; i < f.columns; ++i) {
        if (isFinite(f.column(i))) continue;
        const std::string item = "item " + std::to_string(i + 1) + " of " + std::to_string(f.columns);
        if (!isFinite(x.column(i)))
            throw Error(ErrorKind::Input, item + " holds NaN or an infinity", "mend it or leave it out");
        throw Error(ErrorKind::Input, "f(x) of " + item + " is beyond what float32 holds (" + words + ")",
                    "X or Y is of too large numbers, or not of the kind f was trained on: scale them down, or train "
                    "with --preprocess-x standardize --preprocess-y standardize");
    }
}

} // namespace

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
    Matrix f = preprocessX.empty() ? mapping->apply(x, context) : mapping->apply(preprocessX.apply(x, context), context);
    if (!preprocessY.empty()) f = preprocessY.undo(f, context);
    requireFinite(f, x, describe());
    return f;
}

} // namespace bridgescope
