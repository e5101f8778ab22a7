#pragma once
#include "core/mapping/model.h"

#include <iosfwd>

namespace bridgescope {

/// How ridge's ρ or PLS's components were chosen, a column a fold: the least error of each fold as 1, marked. Every
/// whole decade of ρ and every value that some fold chose; nothing where nothing was chosen.
void printChoice(std::ostream& out, const std::vector<Model>& models);

/// [{"setting", "method", "chosen", "at_end", "curve": [[value, error], ...]}], one a fold; empty where nothing was
/// chosen.
nlohmann::ordered_json choiceJson(const std::vector<Model>& models);

} // namespace bridgescope
