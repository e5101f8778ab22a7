#pragma once
#include "ui/workspace/measured.h"

namespace bridgescope {

/// "K = 10, cosine, self excluded, held out N = 381": generated from what was measured, never typed.
/// Training items carry the caution "in sample".
QString conventionOf(const Measured& measured, Index k);
/// The same for several mappings side by side: an earlier f is said of the one looked at: "Net 1×16 after
/// epoch 14; K = 10, …".
QString conventionOfMappings(const Measured& measured, Index k);
/// The same without K, for views that show every K: "Ridge, cosine, self excluded, held out N = 381".
QString conventionOfAllK(const Measured& measured);
/// "K = 10 of 380 others, cosine, self excluded, held out (N = 381), chance 0.26 of 10"
QString conventionOfItem(const Measured& measured, Index k);
/// A set's name within a title: "Words" as "words"; what is no plain word ("TS_vis", "GloVe 100") stays.
QString withinTitle(const QString& name);
/// "Words → Pictures": which way f goes, for what is exported and stands alone.
QString directionText(const QString& from, const QString& to);
/// The convention line of an exported chart: "Words → Pictures; K = 10, …"; an empty line stays empty.
QString exportedConvention(const MeasuredPtr& measured, const QString& line);
QString metricName(Metric metric);   ///< "cosine", "Euclidean"
QString selfRuleName(SelfRule self); ///< "self excluded", "self included"
QString scopeName(ItemScope scope);  ///< "held out", "all paired", "training, in sample", "selection"
/// The same with a selection's name and how many of it a mapping is trained on: "selection “Flags”, 46 in sample".
QString scopeText(const Measured& measured);

} // namespace bridgescope
