#include "core/preprocessing/steps.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/principal_axes.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bridgescope {
namespace {

constexpr const char* known = "choose from centre, unit, standardize, whiten, pca:D, parted by commas";

PreprocessingStep parseStep(std::string_view word)
{
    PreprocessingStep step;
    const auto colon = word.find(':');
    step.id = word.substr(0, colon);
    const bool plain = step.id == "centre" || step.id == "unit" || step.id == "standardize" || step.id == "whiten";
    if (plain && colon == std::string_view::npos) return step;
    if (step.id != "pca")
        throw Error(ErrorKind::Usage, "\"" + std::string(word) + "\" is no step of preprocessing", known);
    const auto number = colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), step.components);
    if (error != std::errc() || end != number.data() + number.size() || step.components < 1)
        throw Error(ErrorKind::Usage, "\"" + std::string(word) + "\" names no number of components",
                    "write it as pca:50");
    return step;
}

/// Calls change(item as written, item as read) for every item of a matrix of one size.
template<class Change> Matrix eachItem(MatrixView set, const Context& context, const Change& change)
{
    constexpr Index blockItems = 256;
    Matrix result(set.rows, set.columns);
    parallelFor((set.columns + blockItems - 1) / blockItems, [&](Index block, int) {
        context.checkStop();
        for (Index j = block * blockItems; j < std::min(set.columns, (block + 1) * blockItems); ++j)
            change(result.column(j), set.column(j));
    });
    return result;
}

void toUnitLength(std::span<float> to, std::span<const float> from)
{
    double square = 0;
    for (const float value : from)
        square += double(value) * double(value);
    const double length = square > 0 ? std::sqrt(square) : 1;
    for (std::size_t i = 0; i < from.size(); ++i)
        to[i] = static_cast<float>(double(from[i]) / length);
}

void learnScale(PreprocessingStep& step, MatrixView training)
{
    const auto d = static_cast<std::size_t>(training.rows);
    std::vector<double> squares(d);
    std::vector<bool> constant(d, true);
    const auto first = training.column(0);
    for (Index j = 0; j < training.columns; ++j) {
        const auto item = training.column(j);
        for (std::size_t i = 0; i < d; ++i) {
            const double offset = double(item[i]) - step.mean[i];
            squares[i] += offset * offset;
            if (item[i] != first[i]) constant[i] = false;
        }
    }
    step.scale.assign(d, 1);
    for (std::size_t i = 0; i < d; ++i)
        if (constant[i])
            step.mean[i] = double(first[i]); // the sum's rounding is not variance
        else
            step.scale[i] = std::sqrt(squares[i] / double(training.columns));
}

/// axes diag(factors) axesᵀ, by way of affine() so that threads do not matter.
Matrix symmetricProduct(const Matrix64& axes, const std::vector<double>& factors)
{
    Matrix64 scaled(axes.columns(), axes.rows());
    for (Index j = 0; j < axes.columns(); ++j)
        for (Index i = 0; i < axes.rows(); ++i)
            scaled(j, i) = axes(i, j) * factors[static_cast<std::size_t>(j)];
    return toFloat32(multiply(axes, scaled));
}

void learnWhitening(PreprocessingStep& step, MatrixView training, const Context& context)
{
    const auto all = principalAxes(training, std::min(training.rows, training.columns), context);
    std::vector<double> inverse, direct;
    for (const double variance : all.variances) {
        inverse.push_back(variance > 0 ? 1 / std::sqrt(variance) : 0);
        direct.push_back(std::sqrt(variance));
    }
    if (all.variances.front() == 0)
        throw Error(ErrorKind::Input, "whiten: the training items are all equal", "leave whiten out");
    step.mean = all.mean;
    step.forward = symmetricProduct(all.axes, inverse);
    step.backward = symmetricProduct(all.axes, direct);
}

void learnPca(PreprocessingStep& step, MatrixView training, const Context& context)
{
    const Index limit = std::min(training.rows, training.columns);
    if (step.components > limit)
        throw Error(ErrorKind::Input,
                    "pca:" + std::to_string(step.components) + " of " + std::to_string(training.columns) +
                        " training items of " + std::to_string(training.rows) + " dimensions",
                    "ask for at most pca:" + std::to_string(limit));
    auto axes = principalAxes(training, step.components, context);
    step.mean = std::move(axes.mean);
    step.backward = toFloat32(axes.axes);
    step.forward = Matrix(step.components, training.rows);
    for (Index j = 0; j < step.components; ++j)
        for (Index i = 0; i < training.rows; ++i)
            step.forward(j, i) = step.backward(i, j);
}

void requireDimension(Index expected, Index given)
{
    if (expected != given)
        throw Error(ErrorKind::Input,
                    "vectors of " + std::to_string(given) + " dimensions, preprocessing learnt on " +
                        std::to_string(expected),
                    "give vectors of the same kind as those trained on");
}

} // namespace

std::vector<PreprocessingStep> parseSteps(std::string_view text)
{
    std::vector<PreprocessingStep> steps;
    if (text.empty() || text == "none") return steps;
    while (true) {
        const auto comma = text.find(',');
        auto word = text.substr(0, comma);
        while (word.starts_with(' '))
            word.remove_prefix(1);
        while (word.ends_with(' '))
            word.remove_suffix(1);
        if (steps.size() == mostPreprocessingSteps)
            throw Error(ErrorKind::Usage,
                        "there are more than " + std::to_string(mostPreprocessingSteps) + " steps of preprocessing",
                        "leave out those that repeat one another");
        steps.push_back(parseStep(word));
        if (comma == std::string_view::npos) return steps;
        text.remove_prefix(comma + 1);
    }
}

void learnStep(PreprocessingStep& step, MatrixView training, const Context& context)
{
    const Index least = step.id == "whiten" || step.id == "pca" ? 2 : 1;
    if (training.columns < least)
        throw Error(ErrorKind::Input,
                    step.id + " needs at least " + std::to_string(least) + " training items, there is " +
                        std::to_string(training.columns),
                    "give more items or leave it out");
    if (step.id == "centre" || step.id == "standardize") step.mean = meanItem(training, context);
    if (step.id == "standardize") learnScale(step, training);
    if (step.id == "whiten") learnWhitening(step, training, context);
    if (step.id == "pca") learnPca(step, training, context);
}

Matrix applyStep(const PreprocessingStep& step, MatrixView set, const Context& context)
{
    if (step.id == "unit") return eachItem(set, context, toUnitLength);
    requireDimension(static_cast<Index>(step.mean.size()), set.rows);
    if (step.id == "whiten" || step.id == "pca") return affine(toFloat64(step.forward), set, step.mean, {}, context);
    return eachItem(set, context, [&](std::span<float> to, std::span<const float> from) {
        for (std::size_t i = 0; i < from.size(); ++i)
            to[i] = static_cast<float>((double(from[i]) - step.mean[i]) / (step.scale.empty() ? 1 : step.scale[i]));
    });
}

Matrix undoStep(const PreprocessingStep& step, MatrixView set, const Context& context)
{
    if (step.id == "whiten" || step.id == "pca") return affine(toFloat64(step.backward), set, {}, step.mean, context);
    const bool shifts = step.id != "unit";
    if (shifts) requireDimension(static_cast<Index>(step.mean.size()), set.rows);
    return eachItem(set, context, [&](std::span<float> to, std::span<const float> from) {
        for (std::size_t i = 0; i < from.size(); ++i)
            to[i] = shifts
                        ? static_cast<float>(double(from[i]) * (step.scale.empty() ? 1 : step.scale[i]) + step.mean[i])
                        : from[i];
    });
}

} // namespace bridgescope
