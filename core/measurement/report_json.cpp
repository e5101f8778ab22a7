#include "core/measurement/mapping_comparison.h"

#include <cmath>

namespace bridgescope {
namespace {

nlohmann::ordered_json optionalNumber(const std::optional<double>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

/// What the other two overlaps leave to each, and whether all three lie there: a check of the lists.
nlohmann::ordered_json boundsJson(const MappingReport& report)
{
    bool hold = true;
    const auto bound = [&hold](const Overlap& third, const Overlap& first, const Overlap& second) {
        const Interval interval = boundOfThird(first.mean, second.mean);
        hold = hold && withinBound(third.mean, interval);
        return nlohmann::ordered_json{interval.low, interval.high};
    };
    nlohmann::ordered_json json = {{"x_fx", bound(report.xf, report.yf, report.xy)},
                                   {"y_fx", bound(report.yf, report.xf, report.xy)},
                                   {"x_y", bound(report.xy, report.xf, report.yf)}};
    json["hold"] = hold;
    return json;
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
    json["k_max"] = overlap.byK.size();
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
    if (const std::string note = relatedNote(overlap); !note.empty()) {
        json["related_share"] = overlap.relatedShare;
        json["note"] = note;
    }
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
             {{"csls_k", report.options.cslsK},
              {"forward", {{"cosine", toJson(r.forwardCosine)}, {"csls", toJson(r.forwardCsls)}}},
              {"backward", {{"cosine", toJson(r.backwardCosine)}, {"csls", toJson(r.backwardCsls)}}}}}};
}

std::string relatedNote(const Overlap& overlap)
{
    if (overlap.relatedShare <= mostRelatedShare) return {};
    return "of all pairs of items " + std::to_string(std::lround(100 * overlap.relatedShare)) +
           " % stand in one another's lists: N is small beside K, so that intervals are too narrow and their tests "
           "reject too often; rely on the permutation null";
}

std::string conventionLine(const Overlap& overlap, const std::string& split)
{
    std::string line = "K = " + std::to_string(overlap.k) + ", " + std::string(metricId(overlap.metric)) + ", self " +
                       std::string(selfRuleId(overlap.self)) + ", N = " + std::to_string(overlap.n);
    if (!split.empty()) line += " (" + split + ")";
    return line;
}

} // namespace bridgescope
