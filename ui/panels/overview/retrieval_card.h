#pragma once
#include "core/measurement/evaluation.h"
#include "ui/charts/table_chart.h"

namespace bridgescope {

/// How f(X) finds its partners in Y, in both directions, by cosine and by CSLS, beside chance; and how near it comes.
/// The report's fit and retrieval must have been measured. `caveat`: what the fit must not be read for; empty: nothing.
TableData retrievalTable(const MappingReport& report, const QString& mapping, const QString& caveat = {});

} // namespace bridgescope
