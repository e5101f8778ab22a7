#include "core/measurement/overlap_extras.h"

#include "core/base/error.h"
#include "core/measurement/hub_audit.h"

#include <algorithm>
#include <map>

namespace bridgescope {
namespace {

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

HubAudit auditHubs(const PairedSet& pairs, const MeasuredFold& fold, const Overlap& plain,
                   const MeasureOptions& options, const Context& context)
{
    HubAudit audit;
    audit.k = othersOf(options.overlap.k, options.overlap.self);
    if (audit.k > 0) {
        audit.a = measureHubness(fold.listsX, audit.k);
        audit.b = measureHubness(fold.listsY, audit.k);
    }
    if (options.metric != Metric::Cosine) return audit;
    const Index others = static_cast<Index>(fold.items.size()) - 1;
    audit.cslsK = std::min(options.cslsK, others);
    if (audit.cslsK < options.cslsK)
        context.warning("CSLS's mean cosine over " + std::to_string(options.cslsK) + " neighbors: " +
                        std::to_string(others) + (others == 1 ? " is there and" : " are there and all are") + " taken");
    MeasureOptions toK = options;
    toK.overlap.kMax = options.overlap.k;
    const NeighborTable a = cslsListsOf(fold.x, pairs.groupsX, fold.items, toK, audit.cslsK, context),
                        b = cslsListsOf(fold.y, pairs.groupsY, fold.items, toK, audit.cslsK, context);
    const std::vector<FoldPair> folds{{&a, &b, {&a, &b}}};
    audit.csls = measureOverlap(folds, options.metric, toK.overlap, context);
    audit.answer = hubSentence(plain, *audit.csls);
    return audit;
}

nlohmann::ordered_json toJson(const std::optional<Hubness>& hubness)
{
    if (!hubness) return nullptr;
    return {{"skewness", hubness->skewness ? nlohmann::ordered_json(*hubness->skewness) : nlohmann::ordered_json()},
            {"sd", hubness->sd},
            {"most", *std::max_element(hubness->counts.begin(), hubness->counts.end())},
            {"hubs", hubness->hubs.size()},
            {"anti_hubs", hubness->antiHubs}};
}

nlohmann::ordered_json toJson(const HubAudit& hubs)
{
    nlohmann::ordered_json json = {{"others", hubs.k}, {"a", toJson(hubs.a)}, {"b", toJson(hubs.b)}};
    json["csls"] = hubs.csls ? toJson(*hubs.csls) : nlohmann::ordered_json();
    if (!hubs.csls) return json;
    json["csls_k"] = hubs.cslsK;
    json["answer"] = hubs.answer;
    return json;
}

nlohmann::ordered_json toJson(const NullBand& band, Index permutations, const std::string& within)
{
    auto byK = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < band.mean.size(); ++i)
        byK[std::to_string(i + 1)] = {{"mean", band.mean[i]}, {"low", band.low[i]}, {"high", band.high[i]}};
    return {{"permutations", permutations},
            {"within", within.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(within)},
            {"by_k", std::move(byK)}};
}

} // namespace

std::vector<std::int32_t> strataBy(const Metadata& metadata, const std::string& column)
{
    const MetadataColumn* found = metadata.find(column);
    if (!found) {
        std::string names;
        for (const auto& other : metadata.columns)
            names += (names.empty() ? "" : ", ") + other.name;
        throw Error(ErrorKind::Input, "no metadata column '" + column + "'",
                    names.empty() ? "give a table of columns with --metadata" : "choose one of " + names);
    }
    std::map<std::string, std::int32_t> numbers;
    std::vector<std::int32_t> strata;
    for (const std::string& value : found->values)
        strata.push_back(numbers.emplace(value, static_cast<std::int32_t>(numbers.size())).first->second);
    if (numbers.size() == strata.size())
        throw Error(ErrorKind::Input, "no two items share a value of the metadata column '" + column + "'",
                    "a stratified null needs a column of categories");
    return strata;
}

OverlapExtras measureExtras(const PairedSet& pairs, const MeasuredFold& fold, const Overlap& overlap,
                            const MeasureOptions& options, const OverlapExtrasOptions& extras, const Context& context)
{
    OverlapExtras measured;
    measured.recallA = fold.recallX;
    measured.recallB = fold.recallY;
    std::vector<FoldPair> folds{{&fold.listsX, &fold.listsY, {&fold.listsX, &fold.listsY}}};
    std::vector<std::int32_t> strata;
    if (!extras.stratifyBy.empty()) {
        const auto ofAll = strataBy(pairs.metadata, extras.stratifyBy);
        for (const Index item : fold.items)
            strata.push_back(ofAll[static_cast<std::size_t>(item)]);
        folds[0].strata = strata;
    }
    if (!strata.empty() && options.overlap.permutations > 0) {
        StratifiedNull stratified;
        stratified.column = extras.stratifyBy;
        const auto& values = pairs.metadata.find(extras.stratifyBy)->values;
        for (const Index item : fold.items)
            stratified.without += values[static_cast<std::size_t>(item)].empty();
        auto numbers = strata;
        std::sort(numbers.begin(), numbers.end());
        stratified.strata = std::unique(numbers.begin(), numbers.end()) - numbers.begin();
        stratified.null = permuteCorrespondence(folds, overlap.mean, options.overlap, context);
        stratified.mean = meanOf(stratified.null.values);
        measured.stratified = std::move(stratified);
    }
    if (extras.bandPermutations > 0) {
        OverlapOptions band = options.overlap;
        band.kMax = static_cast<Index>(overlap.byK.size());
        band.permutations = measured.bandPermutations = extras.bandPermutations;
        measured.band = nullBand(folds, band, context);
        measured.bandWithin = extras.stratifyBy;
    }
    if (extras.hubs) measured.hubs = auditHubs(pairs, fold, overlap, options, context);
    return measured;
}

void addExtras(nlohmann::ordered_json& overlap, const OverlapExtras& extras)
{
    if (extras.recallA && extras.recallB)
        overlap["approximate"] = {
            {"method", "hnsw"},
            {"checked", extras.recallA->checked},
            {"recall", {{"k", overlap["k"]}, {"a", extras.recallA->share}, {"b", extras.recallB->share}}}};
    if (const auto& stratified = extras.stratified) {
        overlap["stratified"] = {{"column", stratified->column},
                                 {"strata", stratified->strata},
                                 {"null_mean", stratified->mean},
                                 {"plain", {{"p_value", overlap["p_value"]}, {"calibrated", overlap["calibrated"]}}}};
        overlap["p_value"] = stratified->null.pValue;
        overlap["calibrated"] = stratified->null.calibrated;
    }
    if (extras.band) overlap["null_band"] = toJson(*extras.band, extras.bandPermutations, extras.bandWithin);
    if (extras.hubs) overlap["hubs"] = toJson(*extras.hubs);
}

nlohmann::ordered_json toJson(const SampledOverlap& sampled, const SampleOptions& options)
{
    return {{"n", sampled.n},
            {"sampled", sampled.sampled},
            {"k", sampled.k},
            {"metric", metricId(options.metric)},
            {"self", selfRuleId(options.self)},
            {"mean", sampled.mean},
            {"chance", sampled.chance},
            {"interval", {sampled.interval.low, sampled.interval.high}},
            {"half_width", sampled.halfWidth},
            {"p_value", nullptr},
            {"calibrated", nullptr},
            {"by_k", {{std::to_string(sampled.k), sampled.mean}}}};
}

} // namespace bridgescope
