#pragma once
#include "core/training/training_options.h"

namespace bridgescope {

/// Makers of the option table's entries, one a kind of field. Each entry parses, checks and prints its field.

using Applies = std::function<bool(const TrainingOptions&)>;

[[noreturn]] void refuseOption(const std::string& key, const std::string& text, const std::string& allowed);
std::string numberText(double value);                   ///< the shortest text that reads back to it
std::string sizesText(const std::vector<Index>& sizes); ///< "512,256" or "none"

OptionInfo choiceField(std::string key, std::string help, std::string TrainingOptions::*field,
                       std::vector<std::string> choices);
OptionInfo flagField(std::string key, std::string help, bool TrainingOptions::*field);
OptionInfo stepsField(std::string key, std::string help, std::string TrainingOptions::*field);
OptionInfo sizesField(std::string key, std::string help, std::vector<Index> TrainingOptions::*field);

struct Limits {
    double least = 0, most = 0;
    bool leastAllowed = true;
};
OptionInfo numberField(std::string key, std::string help, double TrainingOptions::*field, Limits limits);
OptionInfo countField(std::string key, std::string help, Index TrainingOptions::*field, Limits limits);
/// `word` stands for an absent number.
OptionInfo numberField(std::string key, std::string help, std::optional<double> TrainingOptions::*field, Limits limits,
                       std::string word);
OptionInfo countField(std::string key, std::string help, std::optional<Index> TrainingOptions::*field, Limits limits,
                      std::string word);

} // namespace bridgescope
