#pragma once
#include "core/base/matrix.h"

#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// What a net is trained to make small; means over a batch of n items (DESIGN section 2).
/// - mse: ½‖f_i - y_i‖², summed over dimensions.
/// - cosine: 1 - cos(f_i, y_i).
/// - max-margin: over i and j ≠ i of max(0, γ - cos(f_i, y_i) + cos(f_i, y_j)) (Lazaridou et al. 2015).
/// - infonce: -log softmax_j(cos(f_i, y_j)/τ) at j = i (van den Oord et al. 2018).
/// - neighbor: cross-entropy of softmax_{j≠i}(cos(f_i, f_j)/τ) to softmax_{j≠i}(cos(y_i, y_j)/τ). Says nothing of where
///   f(x) lies beside Y: it is free up to a rotation.
/// Each plus λ times the structure term: mean over i < j of (cos(f_i, f_j) - t_ij)²,
/// t = α cos(y_i, y_j) + (1 - α) cos(x_i, x_j).
/// A zero vector has cosine 0 and gradient 0.
enum class LossKind { Mse, Cosine, MaxMargin, InfoNce, Neighbor };
const std::vector<std::string>& lossIds();
LossKind lossFromId(std::string_view id); ///< throws Error(Usage) naming the choices
/// τ where none is given: .07 of infonce, .1 of neighbor.
double defaultTemperature(LossKind kind);

struct LossOptions {
    LossKind kind = LossKind::Mse;
    double margin = 0.5;        ///< γ
    double temperature = 0.07;  ///< τ
    double structure = 0;       ///< λ
    double structureTarget = 1; ///< α
};

/// Loss and gradient of batches. All memory is taken once.
class Loss {
public:
    Loss(const LossOptions& options, Index dX, Index dY, Index largestBatch);

    /// f, y: dY x n, x: dX x n. `gradient` (dY x n) becomes the derivative by f.
    double evaluate(MatrixView f, MatrixView y, MatrixView x, float* gradient);

private:
    /// Vectors over their lengths; zero vectors stay zero.
    struct Units {
        std::vector<float> values, lengths;
        void set(MatrixView set);
    };
    double pairs(Index n);    ///< max-margin and infonce: from cos(y_j, f_i) to its derivatives
    double neighbor(Index n); ///< adds to m_fromOwn
    double structureOf(MatrixView x, Index n);
    void similarities(const Units& a, const Units& b, Index d, Index n, std::vector<float>& to) const;
    void throughUnits(Index d, Index n, float* gradient) const;

    LossOptions m_options;
    Units m_f, m_y, m_x;
    std::vector<float> m_cross;             ///< n x n: cos(y_j, f_i) in column i, then the loss's derivatives by it
    std::vector<float> m_ofF, m_ofY, m_ofX; ///< n x n cosines within a space
    std::vector<float> m_fromOwn;           ///< n x n, symmetric: derivatives by cos(f_i, f_j)
    std::vector<float> m_byUnits;           ///< d x n: derivatives by the unit vectors of f
};

} // namespace bridgescope
