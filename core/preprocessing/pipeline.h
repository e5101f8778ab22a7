#pragma once
#include "core/base/matrix.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// One step of preprocessing, with what it learnt. Steps: centre, unit, standardize, whiten, pca:D.
struct PreprocessingStep {
    std::string id;            ///< "centre", "unit", "standardize", "whiten", "pca"
    Index components = 0;      ///< of pca
    std::vector<double> mean;  ///< d; of centre, standardize, whiten, pca
    std::vector<double> scale; ///< d; of standardize
    Matrix forward;            ///< of whiten (d x d) and pca (D x d), applied to centred vectors
    Matrix backward;           ///< undoes forward
};

/// Steps learnt on the training items and applied in order; describes itself. Empty: the identity.
class Pipeline {
public:
    Pipeline() = default;
    explicit Pipeline(std::vector<PreprocessingStep> steps) : m_steps(std::move(steps)) {}
    /// "centre,unit,pca:50" learnt on `training` (d x n). @throws Error(Usage) naming the step that is not one.
    static Pipeline learn(std::string_view steps, MatrixView training);

    bool empty() const { return m_steps.empty(); }
    std::string describe() const; ///< "centre,unit,pca:50", or "none"
    Index outputDimension(Index inputDimension) const;
    Matrix apply(MatrixView set) const;
    /// Undoes the steps in reverse (PCA by back-projection, unit length is left): from processed Y back to Y's space.
    Matrix undo(MatrixView set) const;
    const std::vector<PreprocessingStep>& steps() const { return m_steps; }

private:
    std::vector<PreprocessingStep> m_steps;
};

} // namespace bridgescope
