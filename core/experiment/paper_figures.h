#pragma once
#include <optional>
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

/// The paper's benchmarks of Experiment 2 in its order: "WS-353", "MEN", "SemSim", "VisSim", "SimLex", "SimVerb".
const std::vector<std::string>& paperBenchmarks();
/// Which of them a file of that name holds ("EN-WS-353-ALL", "men-3000", "simlex-999"): its position, or none. Parts of
/// one ("ws353-rel") and rescaled ratings are others.
std::optional<std::size_t> paperBenchmarkOf(const std::string& name);

/// Table 2: Spearman by cosine and by Euclidean distance, a benchmark after the other.
struct PaperScores {
    const char* vectors; ///< "f_nn(GloVe)", "GloVe"
    struct Score {
        double value;
        bool starred = false;
    };
    Score scores[12];
};
const std::vector<PaperScores>& paperScores();

} // namespace bridgescope
