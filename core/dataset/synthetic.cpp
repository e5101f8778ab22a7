#include "core/dataset/synthetic.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

using Doubles = std::vector<double>;

Doubles drawNormal(Random& random, Index count)
{
    Doubles values(static_cast<std::size_t>(count));
    for (double& value : values)
        value = random.normal();
    return values;
}

/// Row-major d x d times x.
Doubles multiply(const Doubles& square, const Doubles& x)
{
    Doubles product(x.size());
    for (std::size_t row = 0; row < x.size(); ++row)
        for (std::size_t c = 0; c < x.size(); ++c)
            product[row] += square[row * x.size() + c] * x[c];
    return product;
}

/// A random orthogonal matrix: rows of normal numbers made orthonormal one by one (twice, for the rounding).
Doubles drawRotation(Random& random, Index d)
{
    Doubles rows = drawNormal(random, d * d);
    const auto n = static_cast<std::size_t>(d);
    for (std::size_t i = 0; i < n; ++i) {
        double* row = &rows[i * n];
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t j = 0; j < i; ++j) {
                double dot = 0;
                for (std::size_t c = 0; c < n; ++c)
                    dot += row[c] * rows[j * n + c];
                for (std::size_t c = 0; c < n; ++c)
                    row[c] -= dot * rows[j * n + c];
            }
        double norm = 0;
        for (std::size_t c = 0; c < n; ++c)
            norm += row[c] * row[c];
        for (std::size_t c = 0; c < n; ++c)
            row[c] /= std::sqrt(norm);
    }
    return rows;
}

/// Items of a set: each near one of the centers.
class Clusters {
public:
    Clusters(const SyntheticOptions& options, const char* stream)
        : m_random(options.seed, stream), m_d(options.dimension),
          m_centers(drawNormal(m_random, options.clusters * m_d))
    {
    }
    Doubles draw(Index cluster)
    {
        Doubles item = drawNormal(m_random, m_d);
        for (std::size_t c = 0; c < item.size(); ++c)
            item[c] += 2 * m_centers[static_cast<std::size_t>(cluster * m_d) + c];
        return item;
    }

private:
    Random m_random;
    Index m_d;
    Doubles m_centers;
};

/// y of an x.
class Relation {
public:
    explicit Relation(const SyntheticOptions& options)
        : m_options(options), m_random(options.seed, "synthetic.relation"),
          m_first(drawRotation(m_random, options.dimension)), m_second(drawRotation(m_random, options.dimension)),
          m_others(options, "synthetic.y")
    {
    }
    Doubles apply(const Doubles& x, Index cluster)
    {
        if (m_options.kind == SyntheticKind::Independent) return m_others.draw(cluster);
        Doubles y = multiply(m_first, x);
        if (m_options.kind == SyntheticKind::NoisyRotation)
            for (double& value : y)
                value += m_options.noise * m_random.normal();
        if (m_options.kind != SyntheticKind::Nonlinear) return y;
        for (double& value : y)
            value = std::tanh(3 * value);
        return multiply(m_second, y);
    }

private:
    const SyntheticOptions& m_options;
    Random m_random;
    Doubles m_first, m_second;
    Clusters m_others;
};

void setItem(Matrix& matrix, Index item, const Doubles& values)
{
    std::transform(values.begin(), values.end(), matrix.column(item).begin(),
                   [](double v) { return static_cast<float>(v); });
}

} // namespace

void SyntheticOptions::validate() const
{
    const auto require = [](bool holds, const char* what) {
        if (!holds) throw Error(ErrorKind::Usage, what, "choose another value");
    };
    require(items >= 2, "items must be at least 2");
    require(dimension >= 1, "dimension must be at least 1");
    require(clusters >= 1, "clusters must be at least 1");
    require(noise >= 0 && std::isfinite(noise), "noise must not be negative");
}

std::optional<double> SyntheticPair::expectedOverlap(Index k) const
{
    if (kind == SyntheticKind::Rotation) return 1.0;
    if (kind == SyntheticKind::Independent) return static_cast<double>(k) / static_cast<double>(x.size() - 1);
    return std::nullopt;
}

SyntheticPair makeSyntheticPair(const SyntheticOptions& options)
{
    options.validate();
    Matrix x(options.dimension, options.items), y(options.dimension, options.items);
    Clusters clusters(options, "synthetic.x");
    Relation relation(options);
    Random random(options.seed, "synthetic.clusters");
    SyntheticPair pair;
    pair.kind = options.kind;
    MetadataColumn column{"cluster", {}};
    for (Index i = 0; i < options.items; ++i) {
        const Index inX = random.below(options.clusters), inY = random.below(options.clusters);
        const Doubles item = clusters.draw(inX);
        setItem(x, i, item);
        setItem(y, i, relation.apply(item, inY));
        pair.x.labels.push_back("item " + std::to_string(i + 1));
        column.values.push_back("cluster " + std::to_string(inX + 1));
    }
    pair.x.name = "X";
    pair.y.name = "Y";
    pair.x.format = pair.y.format = "made";
    pair.x.vectors = Vectors(std::move(x));
    pair.y.vectors = Vectors(std::move(y));
    pair.y.labels = pair.x.labels;
    pair.x.metadata.columns = pair.y.metadata.columns = {std::move(column)};
    return pair;
}

} // namespace bridgescope
