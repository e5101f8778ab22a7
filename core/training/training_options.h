#pragma once
#include "core/base/types.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bridgescope {

/// Everything `train` can be told about f, with DESIGN's defaults. One struct for window, command line and grid.
struct TrainingOptions {
    std::string map = "ridge";         ///< one of mapIds()
    std::optional<double> ridge;       ///< ρ; absent: auto (leave-one-out over the grid)
    std::vector<Index> hidden = {512}; ///< 0 to 5 layers; empty: a linear map trained by gradient
    std::string activation = "relu";   ///< relu, tanh, sigmoid, gelu, identity
    std::string init = "glorot";       ///< glorot, uniform
    double learningRate = 0.001;
    Index batch = 128;
    Index epochs = 50;
    std::string preprocessX, preprocessY; ///< "centre,unit,..."; empty: none
    std::uint64_t seed = 1;

    /// @throws Error(Usage) naming the field, its value and what is allowed.
    void validate() const;
    /// Only the fields that mean something for `map`, as model files, methods sentences and the runs table state them.
    nlohmann::ordered_json toJson() const;
    /// "ridge, ρ by leave-one-out", "net 1×512, relu, adam 0.001, 50 epochs"
    std::string describe() const;
};

/// One option as the command line (--key), the window's form and JSON name it: one table for all of them.
struct OptionInfo {
    enum class Kind { Choice, Number, Count, Sizes, Text };
    std::string key; ///< "learning-rate"
    std::string help;
    Kind kind = Kind::Text;
    std::vector<std::string> choices; ///< of a Choice
    std::vector<std::string> maps;    ///< the maps it means something for; empty: all
};
const std::vector<OptionInfo>& trainingOptionTable();
bool optionApplies(const OptionInfo& info, const std::string& map);
/// @throws Error(Usage) naming the key, the text and what is allowed.
void setOption(TrainingOptions& options, const std::string& key, const std::string& text);
/// The value as text that setOption() takes.
std::string optionText(const TrainingOptions& options, const std::string& key);

/// Maps that can be trained, in the order they are offered.
const std::vector<std::string>& mapIds();

} // namespace bridgescope
