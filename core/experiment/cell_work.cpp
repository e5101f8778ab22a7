#include "core/experiment/cell_work.h"

#include "core/base/error.h"

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

std::string reasonOf(const Error& error)
{
    return error.message + (error.hint.empty() ? "" : "; " + error.hint);
}

} // namespace

MappingReport CellWork::measure(const GridCell& cell, const Context& context)
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
        return m_evaluation->report;
    }
    std::vector<std::shared_ptr<const MeasuredFold>> folds;
    for (std::size_t f = 0; f < plan->folds.size(); ++f) {
        const auto there = spaces(static_cast<int>(f));
        folds.push_back(withPrediction(*there, pairs, m_evaluation->folds[f]->f, options, context));
    }
    MappingReport report = reportMapping(folds, options, context);
    report.split = plan->description;
    report.seed = cell.seed;
    return report;
}

Json CellWork::compute(std::size_t index, const Context& context)
{
    const GridCell& cell = m_cells[index];
    Json content = {{"id", cell.id}, {"version", BRIDGESCOPE_VERSION}, {"cell", describeCell(m_spec, cell)}};
    content["inputs"] = filesJson(m_data);
    try {
        if (m_diverged) throw Error(ErrorKind::Work, *m_diverged);
        const MappingReport report = measure(cell, context);
        requireUnchanged(m_data.xy);
        content["n"] = m_data.xy.size();
        content["d_x"] = m_data.towards(cell.direction).x.dimension();
        content["d_y"] = m_data.towards(cell.direction).y.dimension();
        content["model"] = m_evaluation->models.front().describe();
        content["report"] = toJson(report);
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
