#pragma once
#include "core/base/types.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace bridgescope {

/// A value, or why there is none.
struct MeasureValue {
    std::optional<double> value;
    std::string reason;
};

/// Measures that share what is prepared once, evaluated again and again under relabellings of B.
class MeasureGroup {
public:
    virtual ~MeasureGroup() = default;
    virtual Index items() const = 0;
    /// By id, where item i of A stands for item relabelling[i] of B. May be called from several threads.
    virtual std::map<std::string, MeasureValue> evaluate(std::span<const std::int32_t> relabelling) const = 0;
    /// What A gets with itself, where that may not be 1 (or 0 for a distance); absent where it is not defined.
    virtual std::map<std::string, std::optional<double>> identical() const { return {}; }
};

} // namespace bridgescope
