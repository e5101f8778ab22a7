#pragma once
#include "core/measurement/evaluation.h"
#include "core/overlap/hubness.h"
#include "core/overlap/permutation_null.h"
#include "core/overlap/sampled_overlap.h"

#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// What one overlap is asked beyond its number; all of it is read from the lists there are, but for CSLS.
struct OverlapExtrasOptions {
    Index bandPermutations = 0; ///< of the null at every K; 0: none. 200 serve
    std::string stratifyBy;     ///< a metadata column: the null exchanges items of equal values only; empty: none
    bool hubs = false;          ///< hubness of both sets, and the overlap of lists that discount hubs
};

/// The null within the values of a metadata column: what is left of the overlap that categories alone explain.
struct StratifiedNull {
    std::string column;
    Index strata = 0;
    Index without = 0; ///< items without a value; together they are one stratum
    PermutationNull null;
    double mean = 0; ///< of the null: what the categories explain
};

/// "Is it only hubs?"
struct HubAudit {
    Index k = 0;                 ///< others in a list: K, or K - 1 where the item itself is its first entry
    std::optional<Hubness> a, b; ///< of lists of k others: that an item lists itself makes no hub; absent at k = 0
    Index cslsK = 0;             ///< neighbors in CSLS's mean cosine, as many as there are
    std::optional<Overlap> csls; ///< of CSLS lists; absent where the metric is not the cosine
    std::string answer;          ///< hubSentence() of the plain overlap and csls
};

struct OverlapExtras {
    std::optional<ListRecall> recallA, recallB; ///< where the lists are approximate
    std::optional<NullBand> band;
    std::string bandWithin; ///< the metadata column within whose values the band is; empty: the plain null's
    Index bandPermutations = 0;
    std::optional<StratifiedNull> stratified; ///< absent with permutations = 0
    std::optional<HubAudit> hubs;
};

/// One number an item: equal numbers for equal values; items without a value get one number together.
/// @throws Error(Input) naming the columns there are, or where no two items share a value.
std::vector<std::int32_t> strataBy(const Metadata& metadata, const std::string& column);

/// `overlap` is that of the fold's X and Y under the same options.
OverlapExtras measureExtras(const PairedSet& pairs, const MeasuredFold& fold, const Overlap& overlap,
                            const MeasureOptions& options, const OverlapExtrasOptions& extras,
                            const Context& context = {});

/// Adds "approximate", "null_band", "stratified" and "hubs" to the overlap's object. Where there is a stratified null,
/// p_value and calibrated become its own; those of the plain null stand in "stratified" as "plain".
void addExtras(nlohmann::ordered_json& overlap, const OverlapExtras& extras);

/// The keys of an overlap; by_k holds K alone, what needs all lists is null, "sampled" says how many items were
/// measured and "half_width" how sure.
nlohmann::ordered_json toJson(const SampledOverlap& sampled, const SampleOptions& options);

} // namespace bridgescope
