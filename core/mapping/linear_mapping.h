#pragma once
#include "core/base/linear_algebra.h"
#include "core/mapping/mapping.h"

namespace bridgescope {

/// f(x) = W (x - meanX) + meanY: ridge, random and every other closed form that is linear.
class LinearMapping : public Mapping {
public:
    /// w: dY x dX; the means may be empty (none).
    LinearMapping(std::string id, std::string words, Matrix64 w, std::vector<double> meanX, std::vector<double> meanY,
                  nlohmann::ordered_json settings);

    std::string id() const override { return m_id; }
    std::string describe() const override { return m_words; }
    Index inputDimension() const override { return m_w.columns(); }
    Index outputDimension() const override { return m_w.rows(); }
    Index parameterCount() const override { return m_w.rows() * m_w.columns() + static_cast<Index>(m_meanY.size()); }
    Matrix apply(MatrixView x, const Context& context = {}) const override;
    Tensors tensors() const override;
    nlohmann::ordered_json settings() const override { return m_settings; }
    const Matrix64& weights() const { return m_w; }

private:
    std::string m_id, m_words;
    Matrix64 m_w;
    std::vector<double> m_meanX, m_meanY;
    nlohmann::ordered_json m_settings;
};

/// f(x) = x. @throws Error(Input) where the dimensions differ.
std::shared_ptr<const Mapping> makeIdentity(Index dX, Index dY);
/// An untrained linear map: entries normal with variance 1/dX, so that norms are kept on average. Seeded.
std::shared_ptr<const Mapping> makeRandom(Index dX, Index dY, std::uint64_t seed);
/// f(x) = y of the training item whose x is nearest by cosine; ties to the lower row, a zero vector gets the mean of Y.
std::shared_ptr<const Mapping> makeRetrieval(MatrixView x, MatrixView y);

} // namespace bridgescope
