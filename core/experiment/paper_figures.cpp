#include "core/experiment/paper_figures.h"

namespace bridgescope {

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

} // namespace bridgescope
