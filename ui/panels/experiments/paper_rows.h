#pragma once
#include "core/experiment/printed_table.h"
#include "ui/panels/experiments/table_view.h"

#include <QStringList>

namespace bridgescope {

/// A table of which nothing has been run: the heads and the columns of Experiment 1.
PrintedTable emptyTable();

/// The paper's data sets of these names below the table, with its figures in grey and nothing of ours: for the window,
/// which offers to add their vectors. What is printed or exported has them not. Returns where each begins.
std::vector<AbsentData> addAbsentData(PrintedTable& table, const QStringList& names, const QString& note);

} // namespace bridgescope
