#pragma once
#include "core/experiment/grid_inputs.h"

#include <nlohmann/json.hpp>

namespace bridgescope {

/// What only this run was, for provenance.json: when it ended, seconds, host, threads, BLAS.
nlohmann::ordered_json runFacts(double seconds);
nlohmann::ordered_json fileJson(const InputFile& file);

} // namespace bridgescope
