#pragma once
#include "core/mapping/mapping.h"
#include "core/training/net_run.h"

namespace bridgescope {

/// What a checkpoint holds of a net's run: everything that decides how it goes on.
class CheckpointFields {
public:
    static Tensors tensors(NetRun& run);
    static nlohmann::ordered_json state(NetRun& run);
    /// @throws Error(Input) naming what is missing or does not fit the run.
    static void restore(NetRun& run, const Tensors& tensors, const nlohmann::ordered_json& state);

private:
    static void requirePossible(const NetRun& run);
};

nlohmann::ordered_json toJson(const EpochReport& report);
EpochReport epochReportFrom(const nlohmann::ordered_json& json);

} // namespace bridgescope
