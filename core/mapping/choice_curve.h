#pragma once
#include "core/mapping/mapping.h"

#include <optional>

namespace bridgescope {

/// What a closed form's setting was chosen by on the training items: ridge's ρ by leave-one-out, PLS's components by
/// cross-validation.
struct ChoiceCurve {
    std::string setting;        ///< "ρ", "components"
    std::string method;         ///< "leave-one-out", "cross-validation"
    std::vector<double> values; ///< of the setting, ascending
    std::vector<double> errors; ///< squared errors summed over items and dimensions, as RidgeFit and PlsFit say
    std::size_t chosen = 0;     ///< position of the value taken
    bool atEnd = false; ///< it is the first or last of a grid, or the most components tried: others may be better
};

/// The curve a mapping keeps, of a model read from a file too; none where nothing was chosen or the curve makes no
/// sense.
std::optional<ChoiceCurve> choiceCurve(const Mapping& mapping);

} // namespace bridgescope
