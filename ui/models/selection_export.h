#pragma once
#include "ui/workspace/measured.h"

#include <QByteArray>
#include <set>

namespace bridgescope {

/// The labels of the items, one a line, in the order of X: what `--items` reads. `items`: positions in the PairedSet.
QByteArray selectionLabels(const PairedSet& pairs, const std::set<int>& items);

/// CSV: label, rows in both files (from 1), the metadata, and the overlaps at K where the item is in scope.
QByteArray selectionCsv(const MeasuredAtK& atK, const std::set<int>& items);

} // namespace bridgescope
