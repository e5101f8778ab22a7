#pragma once
#include "core/measurement/evaluation.h"

#include <string>

namespace bridgescope {

/// Rows of the files the sets were read from, counted from 1, for what is written.
Index fileRowX(const PairedSet& pairs, Index item);
Index fileRowY(const PairedSet& pairs, Index item);

/// label, row_x, row_y, overlap (NNO at K): one line an item, in X's order.
void writeOverlapPerItem(const std::string& file, const PairedSet& pairs, const MeasuredFold& fold,
                         const Overlap& overlap);

/// label, row_x, row_y, fold, x_fx, y_fx, x_y, difference: one line a held-out item, folds one after the other.
void writeReportPerItem(const std::string& file, const PairedSet& pairs,
                        std::span<const std::shared_ptr<const MeasuredFold>> folds, const MappingReport& report);

/// F with its labels (F.labels.txt) and X's rows from 1 (F.rows.txt) beside it: what `compare` joins by.
void writePredictions(const std::string& file, const PairedSet& pairs, const Matrix& predictions,
                      std::span<const Index> items, const Context& context);

} // namespace bridgescope
