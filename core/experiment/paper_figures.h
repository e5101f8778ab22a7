#pragma once
#include <string>
#include <vector>

namespace bridgescope {

/// Table 1 of Collell & Moens, "Do Neural Network Cross-Modal Mappings Really Bridge Modalities?" (ACL 2018): mNNO^10.
struct PaperFigure {
    const char* data;    ///< "ImageNet", "IAPR TC-12", "Wikipedia"
    bool fromImage;      ///< I -> T, else T -> I
    const char* map;     ///< "lin", "nn"
    const char* feature; ///< "ResNet", "VGG-128"
    double xf, yf;       ///< the first is starred throughout
};

const std::vector<PaperFigure>& paperFigures();
const std::vector<std::string>& paperDataNames();
/// Null where the paper has no such figure.
const PaperFigure* findPaperFigure(const std::string& data, bool fromImage, const std::string& map,
                                   const std::string& feature);

} // namespace bridgescope
