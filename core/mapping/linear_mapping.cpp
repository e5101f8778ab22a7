#include "core/mapping/linear_mapping.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/mapping/tensor_convert.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

/// y of the nearest training item.
class RetrievalMapping : public Mapping {
public:
    RetrievalMapping(Matrix x, Matrix y) : m_x(std::move(x)), m_y(std::move(y)), m_mean(meanItem(m_y)) {}

    std::string id() const override { return "retrieval"; }
    std::string describe() const override
    {
        return "retrieval of the nearest of " + std::to_string(m_x.columns()) + " training items";
    }
    Index inputDimension() const override { return m_x.rows(); }
    Index outputDimension() const override { return m_y.rows(); }
    Index parameterCount() const override { return m_x.view().size() + m_y.view().size(); }
    nlohmann::ordered_json settings() const override { return nlohmann::ordered_json::object(); }
    Tensors tensors() const override { return {{"x", toTensor(m_x)}, {"y", toTensor(m_y)}}; }

    Matrix apply(MatrixView x, const Context& context) const override
    {
        NeighborOptions options;
        options.k = 1;
        const NeighborTable nearest = exactNeighbors(x, m_x, options, context);
        Matrix f(m_y.rows(), x.columns);
        for (Index i = 0; i < x.columns; ++i) {
            const auto to = f.column(i);
            if (nearest.count(i) > 0)
                std::copy_n(m_y.column(nearest.neighbors(i)[0]).begin(), to.size(), to.begin());
            else
                std::transform(m_mean.begin(), m_mean.end(), to.begin(),
                               [](double v) { return static_cast<float>(v); });
        }
        return f;
    }

private:
    Matrix m_x, m_y;
    std::vector<double> m_mean;
};

Matrix copyOf(MatrixView from)
{
    Matrix copy(from.rows, from.columns);
    std::copy_n(from.data, from.size(), copy.data());
    return copy;
}

} // namespace

LinearMapping::LinearMapping(std::string id, std::string words, Matrix64 w, std::vector<double> meanX,
                             std::vector<double> meanY, nlohmann::ordered_json settings)
    : m_id(std::move(id)), m_words(std::move(words)), m_w(std::move(w)), m_meanX(std::move(meanX)),
      m_meanY(std::move(meanY)), m_settings(std::move(settings))
{
}

Matrix LinearMapping::apply(MatrixView x, const Context& context) const
{
    return affine(m_w, x, m_meanX, m_meanY, context);
}

Tensors LinearMapping::tensors() const
{
    Tensors tensors{{"weight", toTensor(m_w)}};
    if (!m_meanX.empty()) tensors["mean_x"] = toTensor(m_meanX);
    if (!m_meanY.empty()) tensors["mean_y"] = toTensor(m_meanY);
    return tensors;
}

std::shared_ptr<const Mapping> makeIdentity(Index dX, Index dY)
{
    if (dX != dY)
        throw Error(ErrorKind::Input,
                    "identity needs equal dimensions, but X has " + std::to_string(dX) + " and Y " + std::to_string(dY),
                    "choose another map, or bring both to one dimension with --preprocess-x pca:D");
    Matrix64 w(dY, dX);
    for (Index i = 0; i < dX; ++i)
        w(i, i) = 1;
    return std::make_shared<LinearMapping>("identity", "identity", std::move(w), std::vector<double>(),
                                           std::vector<double>(), nlohmann::ordered_json::object());
}

std::shared_ptr<const Mapping> makeRandom(Index dX, Index dY, std::uint64_t seed)
{
    Random random(seed, "random map");
    Matrix64 w(dY, dX);
    const double sd = 1 / std::sqrt(static_cast<double>(dX));
    for (Index c = 0; c < dX; ++c)
        for (Index r = 0; r < dY; ++r)
            w(r, c) = sd * random.normal();
    return std::make_shared<LinearMapping>("random", "random linear map, seed " + std::to_string(seed), std::move(w),
                                           std::vector<double>(), std::vector<double>(),
                                           nlohmann::ordered_json{{"seed", seed}});
}

std::shared_ptr<const Mapping> makeRetrieval(MatrixView x, MatrixView y)
{
    return std::make_shared<RetrievalMapping>(copyOf(x), copyOf(y));
}

} // namespace bridgescope
