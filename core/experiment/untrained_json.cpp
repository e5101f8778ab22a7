#include "core/experiment/untrained.h"

namespace bridgescope {
namespace {

using Json = nlohmann::ordered_json;

Json numberOrNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json benchmarkJson(const CoveredPairs& pairs, const UntrainedScore& cosine, const UntrainedScore& euclidean)
{
    Json json = {{"name", pairs.name},
                 {"pairs", pairs.pairs},
                 {"covered", pairs.covered()},
                 {"cosine", numberOrNull(cosine.mean)},
                 {"cosine_sd", numberOrNull(cosine.sd)},
                 {"cosine_p", numberOrNull(cosine.medianP)},
                 {"cosine_starred", cosine.starred},
                 {"euclidean", numberOrNull(euclidean.mean)},
                 {"euclidean_sd", numberOrNull(euclidean.sd)},
                 {"euclidean_p", numberOrNull(euclidean.medianP)},
                 {"euclidean_starred", euclidean.starred}};
    if (const std::string& reason = cosine.reason.empty() ? euclidean.reason : cosine.reason; !reason.empty())
        json["reason"] = reason;
    return json;
}

} // namespace

Json toJson(const CoveredPairs& pairs, const BenchmarkScore& score)
{
    Json json = {{"name", pairs.name},
                 {"pairs", pairs.pairs},
                 {"covered", pairs.covered()},
                 {"repeated", pairs.repeated},
                 {"cosine", numberOrNull(score.cosine)},
                 {"euclidean", numberOrNull(score.euclidean)}};
    if (!score.reason.empty()) json["reason"] = score.reason;
    return json;
}

Json toJson(const UntrainedResult& result)
{
    const UntrainedOptions& o = result.options;
    Json json = {{"n", result.n},
                 {"d", result.d},
                 {"k", o.k},
                 {"metric", metricId(o.metric)},
                 {"self", selfRuleId(o.self)},
                 {"chance", result.chance},
                 {"activation", o.activation},
                 {"init", o.init},
                 {"width", o.width.value_or(result.d)}};
    json["x"]["benchmarks"] = Json::array();
    for (std::size_t b = 0; b < result.benchmarks.size(); ++b)
        json["x"]["benchmarks"].push_back(toJson(result.benchmarks[b], result.x[b]));
    json["layers"] = Json::array();
    for (const UntrainedLayer& layer : result.layers) {
        Json entry = {{"depth", layer.depth}, {"draws", o.draws}, {"x_fx", layer.mean}, {"sd", numberOrNull(layer.sd)}};
        entry["benchmarks"] = Json::array();
        for (std::size_t b = 0; b < result.benchmarks.size(); ++b)
            entry["benchmarks"].push_back(benchmarkJson(result.benchmarks[b], layer.cosine[b], layer.euclidean[b]));
        json["layers"].push_back(std::move(entry));
    }
    json["tests"] = result.tests;
    json["seed"] = o.seed;
    json["version"] = BRIDGESCOPE_VERSION;
    return json;
}

} // namespace bridgescope
