#include "core/preprocessing/pipeline.h"

#include "core/preprocessing/steps.h"

#include <algorithm>

namespace bridgescope {
namespace {

Matrix copyOf(MatrixView set)
{
    Matrix copy(set.rows, set.columns);
    std::copy_n(set.data, set.size(), copy.data());
    return copy;
}

} // namespace

Pipeline Pipeline::learn(std::string_view steps, MatrixView training, const Context& context)
{
    auto parsed = parseSteps(steps);
    Matrix processed;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
        const MatrixView current = i == 0 ? training : processed.view();
        learnStep(parsed[i], current, context);
        if (i + 1 < parsed.size()) processed = applyStep(parsed[i], current, context);
    }
    return Pipeline(std::move(parsed));
}

void Pipeline::check(std::string_view steps)
{
    parseSteps(steps);
}

std::string Pipeline::describe() const
{
    std::string text;
    for (const auto& step : m_steps) {
        if (!text.empty()) text += ",";
        text += step.id;
        if (step.id == "pca") text += ":" + std::to_string(step.components);
    }
    return text.empty() ? "none" : text;
}

Index Pipeline::outputDimension(Index inputDimension) const
{
    for (const auto& step : m_steps)
        if (step.id == "pca") inputDimension = step.components;
    return inputDimension;
}

Matrix Pipeline::apply(MatrixView set, const Context& context) const
{
    Matrix processed;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        processed = applyStep(m_steps[i], i == 0 ? set : processed.view(), context);
    return m_steps.empty() ? copyOf(set) : std::move(processed);
}

Matrix Pipeline::undo(MatrixView set, const Context& context) const
{
    Matrix plain;
    for (std::size_t i = m_steps.size(); i-- > 0;)
        plain = undoStep(m_steps[i], i + 1 == m_steps.size() ? set : plain.view(), context);
    return m_steps.empty() ? copyOf(set) : std::move(plain);
}

} // namespace bridgescope
