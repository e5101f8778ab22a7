#pragma once
#include "core/measurement/evaluation.h"

#include <memory>
#include <string>

namespace bridgescope {

/// The lists of one set that discount hubs (CSLS, Conneau et al. 2018) among the given items of a PairedSet, to
/// options.overlap.kMax. `groups` are the PairedSet's of that set. @throws Error(Usage) where the metric is not cosine.
NeighborTable cslsListsOf(MatrixView set, const std::vector<std::int32_t>& groups, std::span<const Index> items,
                          const MeasureOptions& options, Index cslsK, const Context& context = {});

/// The same fold with CSLS lists of its spaces, as long as the lists it has: what reportMapping() makes of it are the
/// overlaps with hubs discounted.
std::shared_ptr<const MeasuredFold> withCslsLists(const MeasuredFold& fold, const PairedSet& pairs,
                                                  const MeasureOptions& options, const Context& context = {});

/// The report of the same folds by CSLS lists, without null, fit and retrieval.
/// @throws Error(Usage) where the metric is not cosine.
MappingReport cslsReport(std::span<const std::shared_ptr<const MeasuredFold>> folds, const PairedSet& pairs,
                         const MeasureOptions& options, const Context& context = {});
/// It as JSON beside the plain one: {"csls_k","x_fx","y_fx","x_y","difference","gain","answer"}.
nlohmann::ordered_json cslsJson(const MappingReport& plain, const MappingReport& csls);

/// "Is it only hubs?" answered in a sentence: `plain` is the report by cosine lists, `csls` that by CSLS lists of the
/// same fold at the same K. A difference counts where its two-sided p is under `alpha`.
std::string hubSentence(const MappingReport& plain, const MappingReport& csls, double alpha = 0.05);

/// The same of one overlap: whether what is beyond chance stays. Beyond: the permutation null's p is under `alpha`;
/// without a null, the interval lies above chance.
std::string hubSentence(const Overlap& plain, const Overlap& csls, double alpha = 0.05);

} // namespace bridgescope
