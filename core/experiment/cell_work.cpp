#include "core/experiment/cell_work.h"

#include "core/base/error.h"
#include "core/experiment/base_comparison.h"

#include <new>

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

Json filesJson(const GridPair& data)
{
    Json files = Json::array();
    for (const InputFile& file : data.files)
        files.push_back({{"role", file.role}, {"sha256", file.sha256}});
    return files;
}

/// The convention of the paper's code, each item its own first neighbor, from the same lists: means over folds.
Json includedJson(std::span<const std::shared_ptr<const MeasuredFold>> folds, Index k)
{
    double xf = 0, yf = 0, chance = 0;
    for (const auto& fold : folds) {
        xf += OverlapCounts(fold->listsX, fold->listsF, k, SelfRule::Included).means().back();
        yf += OverlapCounts(fold->listsY, fold->listsF, k, SelfRule::Included).means().back();
        chance += chanceOverlap(fold->listsX.items(), k, SelfRule::Included);
    }
    const auto n = static_cast<double>(folds.size());
    return {{"x_fx", xf / n}, {"y_fx", yf / n}, {"chance", chance / n}};
}

std::string reasonOf(const Error& error)
{
    return error.message + (error.hint.empty() ? "" : "; " + error.hint);
}

} // namespace

CellWork::Measured CellWork::measure(const GridCell& cell, const Context& context)
{
    const MeasureOptions options = measureOf(m_spec, cell);
    const PairedSet& pairs = m_data.towards(cell.direction);
    const auto plan = m_cache.plan(cell.data, cell.seed);
    const auto spaces = [&](int fold) {
        return m_cache.spaces(cell.data, cell.seed, static_cast<std::size_t>(fold), cell.metric, cell.direction,
                              context);
    };
    if (!m_evaluation) {
        EvaluationHooks hooks;
        hooks.spaces = spaces;
        m_evaluation = trainAndMeasure(pairs, *plan, trainingOf(m_spec, cell), options, hooks, context);
        return {m_evaluation->report, m_evaluation->folds};
    }
    std::vector<std::shared_ptr<const MeasuredFold>> folds;
    for (std::size_t f = 0; f < plan->folds.size(); ++f) {
        const auto there = spaces(static_cast<int>(f));
        folds.push_back(withPrediction(*there, pairs, m_evaluation->folds[f]->f, options, context));
    }
    MappingReport report = reportMapping(folds, options, context);
    report.split = plan->description;
    report.seed = cell.seed;
    return {std::move(report), std::move(folds)};
}

Json CellWork::compute(std::size_t index, const Context& context)
{
    const GridCell& cell = m_cells[index];
    Json content = {{"id", cell.id}, {"version", BRIDGESCOPE_VERSION}, {"cell", describeCell(m_spec, cell)}};
    content["inputs"] = filesJson(m_data);
    try {
        if (m_diverged) throw Error(ErrorKind::Work, *m_diverged);
        const auto [report, folds] = measure(cell, context);
        requireUnchanged(m_data.xy);
        content["n"] = m_data.xy.size();
        content["d_x"] = m_data.towards(cell.direction).x.dimension();
        content["d_y"] = m_data.towards(cell.direction).y.dimension();
        content["model"] = m_evaluation->models.front().describe();
        content["report"] = toJson(report);
        content["self_included"] = includedJson(folds, cell.k);
        if (!m_spec.table.base.empty()) content["lists_fx"] = listsJson(folds, cell.k);
        content["per_item"] = {{"x_fx", report.xf.perItem}, {"y_fx", report.yf.perItem}};
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Work) m_diverged = reasonOf(error);
        content["failed"] = reasonOf(error);
        if (error.kind == ErrorKind::Io) content["retry"] = true;
    } catch (const std::bad_alloc&) {
        content["failed"] = "not enough memory; use fewer items or fewer threads";
        content["retry"] = true;
    }
    return content;
}

} // namespace bridgescope
