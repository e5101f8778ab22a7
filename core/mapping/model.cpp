#include "core/mapping/model.h"

#include "core/base/error.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

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

nlohmann::ordered_json inputOf(const std::string& file)
{
    nlohmann::ordered_json json = {{"file", nullptr}, {"sha256", nullptr}};
    if (file.empty()) return json;
    json["file"] = std::filesystem::path(file).filename().string();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return json;
    try {
        json["sha256"] = sha256OfFile(file);
    } catch (const Error&) {
        json["sha256"] = nullptr; // it was read, and cannot be any more
    }
    return json;
}

/// The dimension of the sets that a pipeline takes; `any` where its steps take any.
Index takenBy(const Pipeline& pipeline, Index any)
{
    for (const PreprocessingStep& step : pipeline.steps()) {
        if (step.id == "pca" || step.id == "whiten") return step.forward.columns();
        if (!step.mean.empty()) return static_cast<Index>(step.mean.size());
    }
    return any;
}

} // namespace

nlohmann::ordered_json originOf(const std::string& fileX, const std::string& fileY, const std::string& split)
{
    return {{"inputs", {{"x", inputOf(fileX)}, {"y", inputOf(fileY)}}}, {"split", split}};
}

std::string Model::describe() const
{
    std::string text = mapping->describe();
    if (!preprocessX.empty()) text += ", X " + preprocessX.describe();
    if (!preprocessY.empty()) text += ", Y " + preprocessY.describe();
    return text;
}

Index Model::inputDimension() const
{
    return takenBy(preprocessX, mapping->inputDimension());
}

Index Model::outputDimension() const
{
    return takenBy(preprocessY, mapping->outputDimension());
}

Matrix Model::apply(MatrixView x, const Context& context) const
{
    if (x.rows != inputDimension())
        throw Error(ErrorKind::Input,
                    "the model maps from " + std::to_string(inputDimension()) + " dimensions, but the set has " +
                        std::to_string(x.rows),
                    "choose the set it was trained on, or one like it");
    Matrix f =
        preprocessX.empty() ? mapping->apply(x, context) : mapping->apply(preprocessX.apply(x, context), context);
    if (!preprocessY.empty()) f = preprocessY.undo(f, context);
    requireFinite(f, x, describe());
    return f;
}

} // namespace bridgescope
