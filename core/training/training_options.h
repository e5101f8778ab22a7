#pragma once
#include "core/base/types.h"

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bridgescope {

/// Everything `train` can be told about f, with DESIGN's defaults. One struct for window, command line and grid; the
/// table below says of each field its key, its limits and when it means something.
struct TrainingOptions {
    std::string map = "ridge";            ///< one of mapIds()
    std::string preprocessX, preprocessY; ///< "centre,unit,..."; empty: none
    std::uint64_t seed = 1;

    std::optional<double> ridge;     ///< ρ; absent: of ridge auto (leave-one-out over the grid), of cca .001
    std::optional<Index> components; ///< absent: of cca all, of pls by cross-validation
    bool scaling = false;            ///< of procrustes
    bool noCentre = false;           ///< of procrustes

    std::vector<Index> hidden = {512}; ///< 0 to 5 layers; empty: a linear map trained by gradient
    std::string activation = "relu";   ///< relu, tanh, sigmoid, gelu, identity
    std::string init = "glorot";       ///< glorot, uniform
    std::string loss = "mse";          ///< one of lossIds()
    double margin = 0.5;
    std::optional<double> temperature; ///< absent: .07 of infonce, .1 of neighbor
    double structure = 0;              ///< λ
    double structureTarget = 1;        ///< α
    double adversarial = 0;            ///< μ
    Index discriminatorHidden = 256;
    double discriminatorRate = 1e-4;
    std::string optimizer = "adam"; ///< one of optimizerIds()
    double momentum = 0.9;          ///< of sgd
    double learningRate = 0.001;
    std::string schedule = "constant"; ///< one of scheduleIds()
    Index batch = 128;                 ///< more than there are training items: all of them
    Index epochs = 50;
    double dropout = 0;
    double weightDecay = 0;
    double clip = 0;                    ///< greatest norm of the gradient; 0: none
    std::string earlyStopping = "none"; ///< none, validation-loss, validation-overlap
    Index patience = 10;                ///< epochs without a better one before a run stops

    /// Keys that setOption() set.
    std::set<std::string> given;

    /// @throws Error(Usage) naming the field, its value and what is allowed.
    void validate() const;
    /// Items of which the loss has something to compare; of fewer it is 0 whatever f is.
    Index leastBatch() const;
    /// What was asked for by setOption() but means nothing beside the rest, one sentence each: a caller warns of them.
    std::vector<std::string> meaningless() const;
    /// Only the fields that mean something here, as model files, methods sentences and the runs table state them.
    nlohmann::ordered_json toJson() const;
    /// A map's keys as a grid's spec or toJson() has them. @throws Error(Usage) naming the key that is not one.
    static TrainingOptions fromJson(const nlohmann::ordered_json& json);
    /// "ridge, ρ by leave-one-out", "net 1×512, relu, mse, adam 0.001, batch 128, 50 epochs"
    std::string describe() const;
};

/// One option as the command line (--key), the window's form and JSON name it: one table for all of them.
struct OptionInfo {
    enum class Kind { Choice, Number, Count, Sizes, Flag, Text };
    std::string key; ///< "learning-rate"
    std::string help;
    Kind kind = Kind::Text;
    std::vector<std::string> choices; ///< of a Choice
    std::vector<std::string> maps;    ///< the maps it means something for; empty: all

    double least = 0, most = 0;                                    ///< of Number and Count
    bool leastAllowed = true;                                      ///< whether `least` itself is
    std::string word;                                              ///< what may stand in place of a number: "auto"
    std::function<std::string(const TrainingOptions&)> text;       ///< the value as set() takes it
    std::function<void(TrainingOptions&, const std::string&)> set; ///< checks, then sets
    std::function<bool(const TrainingOptions&)> applies;           ///< whether it means something beside the others
};
const std::vector<OptionInfo>& trainingOptionTable();
/// @throws Error(Usage) where there is no such key.
const OptionInfo& trainingOption(const std::string& key);
/// Whether the option can mean something for the map.
bool optionApplies(const OptionInfo& info, const std::string& map);
/// @throws Error(Usage) naming the key, the text and what is allowed.
void setOption(TrainingOptions& options, const std::string& key, const std::string& text);
/// The value as text that setOption() takes.
std::string optionText(const TrainingOptions& options, const std::string& key);

/// Maps that can be trained, in the order they are offered.
const std::vector<std::string>& mapIds();

} // namespace bridgescope
