#pragma once
#include "core/measurement/evaluation.h"

namespace CLI {
class App;
class Option;
}

namespace bridgescope {

/// --k, --metric, --self, --memory: what lists alone need; without --self where an item never counts as its own
/// neighbor.
void addListOptions(CLI::App& app, MeasureOptions& options, bool withSelf = true);

/// --k, --k-max, --metric, --self, --permutations, --memory.
void addMeasureOptions(CLI::App& app, MeasureOptions& options);

/// --bootstrap.
void addBootstrapOption(CLI::App& app, MeasureOptions& options);

/// --hubs, where a mapping is measured.
void addHubsOption(CLI::App& app, bool& hubs);
/// --csls-k, of retrieval by CSLS and of the lists that --hubs makes
CLI::Option* addCslsOption(CLI::App& app, MeasureOptions& options);
/// @throws Error(Usage) where hubs are to be discounted and the metric is not cosine.
void checkHubs(bool hubs, const MeasureOptions& options);

/// --test, --folds, --group.
void addSplitOptions(CLI::App& app, SplitOptions& options);

} // namespace bridgescope
