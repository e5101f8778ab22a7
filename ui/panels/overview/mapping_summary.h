#pragma once
#include "core/measurement/evaluation.h"

#include <QString>

namespace bridgescope {

/// A mapping as the overview compares it with others. Its report may be of another K: every K is in it.
struct MappingSummary {
    int id = -1;
    QString name;
    MappingReport report;
    bool current = false; ///< the mapping looked at
};

} // namespace bridgescope
