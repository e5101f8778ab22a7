#pragma once
#include "core/base/context.h"
#include "core/base/matrix.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace bridgescope {

/// One step of preprocessing, with what it learnt (statistics in float64, matrices rounded to float32 once).
/// - centre: less the mean.
/// - unit: each vector over its length; zero vectors stay zero. Nothing is learnt, nothing undone.
/// - standardize: less the mean, over the standard deviation (divisor n). Dimensions that are constant become 0.
/// - whiten: less the mean, times the inverse square root of the covariance (divisor n - 1; ZCA, Kessy et al. 2018: no
///   rotation). Directions without variance become 0, so that what they held is not undone beyond the mean.
/// - pca:D: less the mean, along the first D principal axes; undone by back-projection.
struct PreprocessingStep {
    std::string id;            ///< "centre", "unit", "standardize", "whiten", "pca"
    Index components = 0;      ///< of pca
    std::vector<double> mean;  ///< d; of centre, standardize, whiten, pca
    std::vector<double> scale; ///< d; of standardize; 1 where the dimension is constant
    Matrix forward;            ///< of whiten (d x d) and pca (D x d), applied to centred vectors
    Matrix backward;           ///< undoes forward
};

/// More steps than anyone has a use for; what a model file may claim, too.
constexpr std::size_t mostPreprocessingSteps = 16;

/// Steps learnt on the training items and applied in order; describes itself. Empty: the identity.
/// Same bytes for any number of threads and any grouping of the items.
class Pipeline {
public:
    Pipeline() = default;
    explicit Pipeline(std::vector<PreprocessingStep> steps) : m_steps(std::move(steps)) {}
    /// "centre,unit,pca:50" learnt on `training` (d x n); "" and "none" are the identity.
    /// @throws Error(Usage) naming the step that is not one, Error(Input) where there are too few items or dimensions
    /// for one.
    static Pipeline learn(std::string_view steps, MatrixView training, const Context& context = {});
    /// Throws what learn() would of the words alone, before anything is read.
    static void check(std::string_view steps);

    bool empty() const { return m_steps.empty(); }
    std::string describe() const; ///< "centre,unit,pca:50", or "none"
    Index outputDimension(Index inputDimension) const;
    /// @throws Error(Input) where the set's dimension is not that of the training items.
    Matrix apply(MatrixView set, const Context& context = {}) const;
    /// Undoes the steps in reverse (PCA by back-projection, unit length is left): from processed Y back to Y's space.
    Matrix undo(MatrixView set, const Context& context = {}) const;
    const std::vector<PreprocessingStep>& steps() const { return m_steps; }

private:
    std::vector<PreprocessingStep> m_steps;
};

} // namespace bridgescope
