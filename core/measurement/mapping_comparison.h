#pragma once
#include "core/measurement/evaluation.h"

namespace bridgescope {

/// One overlap of two mappings f and g, and the test of its difference item by item.
struct PairedOverlap {
    double first = 0, second = 0; ///< mNNO of f and of g
    DifferenceTest test;          ///< of first - second
};

/// Two mappings under the same split: which one keeps more of X's neighbors, which more of Y's?
struct MappingComparison {
    Index n = 0, k = 0;
    Metric metric = Metric::Cosine;
    SelfRule self = SelfRule::Excluded;
    PairedOverlap xf; ///< mNNO(X, f(X)) - mNNO(X, g(X)); pairs are related by a list of X, f(X) or g(X)
    PairedOverlap yf; ///< mNNO(Y, f(X)) - mNNO(Y, g(X)); by one of Y, f(X) or g(X)
};

/// `first` and `second` hold the lists of the same items; those of X and Y are taken from `first`. Tests as
/// testDifference() makes them, at options.overlap.k. @throws Error(Usage) where the items differ, Error(Input) where
/// the lists are shorter than K.
MappingComparison compareMappings(const MeasuredFold& first, const MeasuredFold& second, const MeasureOptions& options);

/// {"mean", "interval", "p_value", "wilcoxon_p", "effect_size"}
nlohmann::ordered_json toJson(const DifferenceTest& test);
/// {"x_fx": {"first", "second", and the keys of a difference}, "y_fx": the same}
nlohmann::ordered_json toJson(const MappingComparison& comparison);

} // namespace bridgescope
