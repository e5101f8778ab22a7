#include "core/measurement/mapping_comparison.h"

namespace bridgescope {
namespace {

nlohmann::ordered_json optionalNumber(const std::optional<double>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

/// What the other two overlaps leave to each.
nlohmann::ordered_json boundsJson(const MappingReport& report)
{
    const auto bound = [](const Overlap& first, const Overlap& second) {
        const Interval interval = boundOfThird(first.mean, second.mean);
        return nlohmann::ordered_json{interval.low, interval.high};
    };
    return {{"x_fx", bound(report.yf, report.xy)},
            {"y_fx", bound(report.xf, report.xy)},
            {"x_y", bound(report.xf, report.yf)}};
}

nlohmann::ordered_json fitJson(const Fit& fit)
{
    nlohmann::ordered_json json = {{"mse", fit.mse}, {"r2", optionalNumber(fit.r2)}, {"cosine", fit.cosine}};
    if (!fit.r2) json["r2_reason"] = "Y is constant: there is no variance to explain";
    return json;
}

} // namespace

nlohmann::ordered_json toJson(const DifferenceTest& test)
{
    return {{"mean", test.mean},
            {"interval", {test.interval.low, test.interval.high}},
            {"p_value", test.pValue},
            {"wilcoxon_p", test.wilcoxonP},
            {"effect_size", test.effectSize}};
}

nlohmann::ordered_json toJson(const RetrievalScores& s)
{
    return {{"p1", s.p1}, {"p5", s.p5}, {"p10", s.p10}, {"mrr", s.mrr}, {"median_rank", s.medianRank}};
}

nlohmann::ordered_json toJson(const Overlap& overlap)
{
    nlohmann::ordered_json json = {{"n", overlap.n},
                                   {"k", overlap.k},
                                   {"metric", metricId(overlap.metric)},
                                   {"self", selfRuleId(overlap.self)},
                                   {"mean", overlap.mean},
                                   {"chance", overlap.chance},
                                   {"interval", {overlap.interval.low, overlap.interval.high}},
                                   {"p_value", optionalNumber(overlap.pValue)},
                                   {"calibrated", optionalNumber(overlap.calibrated)}};
    auto byK = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < overlap.byK.size(); ++i)
        byK[std::to_string(i + 1)] = overlap.byK[i];
    json["by_k"] = std::move(byK);
    if (!overlap.folds.empty()) {
        auto folds = nlohmann::ordered_json::array();
        for (const auto& fold : overlap.folds)
            folds.push_back({{"n", fold.n}, {"mean", fold.mean}});
        json["folds"] = std::move(folds);
        json["sd"] = optionalNumber(overlap.foldSd);
    }
    if (overlap.intervalItems) json["interval_items"] = {overlap.intervalItems->low, overlap.intervalItems->high};
    if (overlap.zeroA + overlap.zeroB > 0) json["zero_vectors"] = {overlap.zeroA, overlap.zeroB};
    return json;
}

nlohmann::ordered_json toJson(const MappingReport& report)
{
    const Retrieval& r = report.retrieval;
    return {{"seed", report.seed},
            {"version", BRIDGESCOPE_VERSION},
            {"split", report.split},
            {"x_fx", toJson(report.xf)},
            {"y_fx", toJson(report.yf)},
            {"x_y", toJson(report.xy)},
            {"difference", toJson(report.difference)},
            {"gain", toJson(report.gain)},
            {"bounds", boundsJson(report)},
            {"metrics", fitJson(report.fit)},
            {"retrieval",
             {{"forward", {{"cosine", toJson(r.forwardCosine)}, {"csls", toJson(r.forwardCsls)}}},
              {"backward", {{"cosine", toJson(r.backwardCosine)}, {"csls", toJson(r.backwardCsls)}}}}}};
}

std::string conventionLine(const Overlap& overlap, const std::string& split)
{
    std::string line = "K = " + std::to_string(overlap.k) + ", " + std::string(metricId(overlap.metric)) + ", self " +
                       std::string(selfRuleId(overlap.self)) + ", N = " + std::to_string(overlap.n);
    if (!split.empty()) line += " (" + split + ")";
    return line;
}

} // namespace bridgescope
