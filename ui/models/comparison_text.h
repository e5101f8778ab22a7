#pragma once
#include "core/measurement/mapping_comparison.h"
#include "ui/workspace/mapping_entry.h"

#include <QStringList>

namespace bridgescope {

/// Why no paired test is made of two runs: another direction, another split, nothing measured yet. Empty: there is one.
QString noTestReason(const MappingEntry& first, const MappingEntry& second);

/// The paired test of two runs in sentences: Y's neighbors, X's neighbors, what the test was made with.
/// A difference is named as one where its two-sided p is under .05.
QStringList comparisonSentences(const MappingComparison& comparison, const QString& first, const QString& second);

} // namespace bridgescope
