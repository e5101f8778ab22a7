#pragma once
#include "core/pairing/pairing.h"

#include <nlohmann/json.hpp>

namespace bridgescope {

/// The report as `pair --json` prints it, but for the seed and the version before it.
nlohmann::ordered_json toJson(const PairingReport& report);

} // namespace bridgescope
