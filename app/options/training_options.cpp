#include "app/options/training_options.h"

#include <CLI/CLI.hpp>

namespace bridgescope {
namespace {

std::string helpOf(const OptionInfo& info, const TrainingOptions& options)
{
    std::string help = info.help;
    if (info.kind != OptionInfo::Kind::Flag) help += " (default " + optionText(options, info.key) + ")";
    std::string maps;
    for (const std::string& map : info.maps)
        maps += (maps.empty() ? "" : ", ") + map;
    return maps.empty() ? help : "[" + maps + "] " + help;
}

} // namespace

void addTrainingOptions(CLI::App& app, TrainingOptions& options)
{
    for (const OptionInfo& info : trainingOptionTable()) {
        const auto set = [&options, key = info.key](const std::string& text) { setOption(options, key, text); };
        const std::string name = "--" + info.key, help = helpOf(info, options);
        CLI::Option* option = info.kind == OptionInfo::Kind::Flag
                                  ? app.add_flag_callback(
                                        name, [set] { set("true"); }, help)
                                  : app.add_option_function<std::string>(name, set, help);
        option->group("Mapping");
        if (!info.choices.empty()) option->check(CLI::IsMember(info.choices));
    }
}

} // namespace bridgescope
