#include "app/options/training_options.h"

#include <CLI/CLI.hpp>

namespace bridgescope {

void addTrainingOptions(CLI::App& app, TrainingOptions& options)
{
    for (const OptionInfo& info : trainingOptionTable()) {
        std::string help = info.help + " (default " + optionText(options, info.key);
        if (!info.maps.empty()) help += "; of " + info.maps.front();
        CLI::Option* option = app.add_option_function<std::string>(
            "--" + info.key, [&options, key = info.key](const std::string& text) { setOption(options, key, text); },
            help + ")");
        option->group("Mapping");
        if (!info.choices.empty()) option->check(CLI::IsMember(info.choices));
    }
}

} // namespace bridgescope
