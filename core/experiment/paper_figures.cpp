#include "core/experiment/paper_figures.h"

#include <algorithm>

namespace bridgescope {
namespace {

/// Runs of letters and digits, in lower case: "EN-WS-353-ALL" is en, ws, 353, all.
std::vector<std::string> partsOf(const std::string& name)
{
    std::vector<std::string> parts(1);
    for (const char c : name) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9'))
            parts.back() += low;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    return parts;
}

} // namespace

const std::vector<PaperFigure>& paperFigures()
{
    static const std::vector<PaperFigure> figures = {
        {"ImageNet", true, "lin", "ResNet", .681, .262},    {"ImageNet", true, "lin", "VGG-128", .723, .236},
        {"ImageNet", true, "nn", "ResNet", .622, .273},     {"ImageNet", true, "nn", "VGG-128", .682, .246},
        {"ImageNet", false, "lin", "ResNet", .379, .241},   {"ImageNet", false, "lin", "VGG-128", .339, .229},
        {"ImageNet", false, "nn", "ResNet", .354, .270},    {"ImageNet", false, "nn", "VGG-128", .326, .256},
        {"IAPR TC-12", true, "lin", "ResNet", .358, .214},  {"IAPR TC-12", true, "lin", "VGG-128", .382, .163},
        {"IAPR TC-12", true, "nn", "ResNet", .336, .219},   {"IAPR TC-12", true, "nn", "VGG-128", .331, .180},
        {"IAPR TC-12", false, "lin", "ResNet", .480, .200}, {"IAPR TC-12", false, "lin", "VGG-128", .419, .167},
        {"IAPR TC-12", false, "nn", "ResNet", .413, .225},  {"IAPR TC-12", false, "nn", "VGG-128", .372, .182},
        {"Wikipedia", true, "lin", "ResNet", .235, .156},   {"Wikipedia", true, "lin", "VGG-128", .235, .143},
        {"Wikipedia", true, "nn", "ResNet", .269, .161},    {"Wikipedia", true, "nn", "VGG-128", .282, .148},
        {"Wikipedia", false, "lin", "ResNet", .574, .156},  {"Wikipedia", false, "lin", "VGG-128", .600, .148},
        {"Wikipedia", false, "nn", "ResNet", .521, .156},   {"Wikipedia", false, "nn", "VGG-128", .511, .151},
    };
    return figures;
}

const std::vector<std::string>& paperDataNames()
{
    static const std::vector<std::string> names = {"ImageNet", "IAPR TC-12", "Wikipedia"};
    return names;
}

const PaperFigure* findPaperFigure(const std::string& data, bool fromImage, const std::string& map,
                                   const std::string& feature)
{
    for (const PaperFigure& figure : paperFigures())
        if (data == figure.data && fromImage == figure.fromImage && map == figure.map && feature == figure.feature)
            return &figure;
    return nullptr;
}

const std::vector<std::string>& paperBenchmarks()
{
    static const std::vector<std::string> names = {"WS-353", "MEN", "SemSim", "VisSim", "SimLex", "SimVerb"};
    return names;
}

std::optional<std::size_t> paperBenchmarkOf(const std::string& name)
{
    const std::vector<std::string> parts = partsOf(name);
    const auto has = [&](std::string_view part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); };
    const auto begins = [&](std::string_view part) {
        return std::any_of(parts.begin(), parts.end(), [&](const std::string& p) { return p.starts_with(part); });
    };
    if (has("rescaled")) return std::nullopt;
    if (has("ws353") || has("wordsim353") || ((has("ws") || has("wordsim")) && has("353")))
        return has("rel") || has("sim") || has("relatedness") || has("similarity") ? std::nullopt
                                                                                   : std::optional<std::size_t>(0);
    if (has("men") || has("men3000") || has("men3k")) return 1;
    if (has("semsim")) return 2;
    if (has("vissim")) return 3;
    if (has("simlex") || begins("simlex999")) return 4;
    if (has("simverb") || begins("simverb3500")) return 5;
    return std::nullopt;
}

const std::vector<PaperScores>& paperScores()
{
    constexpr bool star = true;
    static const std::vector<PaperScores> rows = {
        {"f_nn(GloVe)",
         {{.632},
          {.634, star},
          {.795},
          {.791, star},
          {.750, star},
          {.744, star},
          {.594, star},
          {.590, star},
          {.369},
          {.363, star},
          {.313},
          {.301, star}}},
        {"f_lin(GloVe)",
         {{.630}, {.606}, {.798}, {.781}, {.763}, {.712}, {.602, star}, {.576}, {.369}, {.341}, {.326}, {.230}}},
        {"GloVe", {{.632}, {.601}, {.801}, {.782}, {.768}, {.716}, {.606}, {.580}, {.371}, {.340}, {.320}, {.235}}},
        {"f_nn(ResNet)",
         {{.402},
          {.408, star},
          {.556},
          {.554, star},
          {.512},
          {.513},
          {.527, star},
          {.526, star},
          {.405},
          {.406},
          {.178},
          {.169}}},
        {"f_lin(ResNet)",
         {{.425}, {.449}, {.566}, {.534}, {.533}, {.514}, {.541}, {.498}, {.409}, {.404}, {.198}, {.182}}},
        {"ResNet", {{.423}, {.457}, {.567}, {.535}, {.534}, {.516}, {.543}, {.501}, {.409}, {.403}, {.211}, {.199}}},
    };
    return rows;
}

} // namespace bridgescope
