#include "core/training/loss.h"

#include "core/base/error.h"
#include "core/mapping/tiled_product.h"
#include "core/training/soft_max.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

double squaredError(MatrixView f, MatrixView y, float* gradient)
{
    double loss = 0;
    const auto scale = 1.0f / static_cast<float>(f.columns);
    for (Index i = 0; i < f.columns; ++i) {
        float sums[8] = {}; // eight sums side by side, as the vector units take them
        const float *a = f.column(i).data(), *b = y.column(i).data();
        float* const g = gradient + i * f.rows;
        const Index even = f.rows / 8 * 8;
        for (Index k = 0; k < even; k += 8)
            for (Index lane = 0; lane < 8; ++lane) {
                const float e = a[k + lane] - b[k + lane];
                sums[lane] += e * e;
                g[k + lane] = e * scale;
            }
        for (Index k = even; k < f.rows; ++k) {
            const float e = a[k] - b[k];
            sums[k - even] += e * e;
            g[k] = e * scale;
        }
        for (const float sum : sums)
            loss += double(sum) / 2;
    }
    return loss / double(f.columns);
}

} // namespace

const std::vector<std::string>& lossIds()
{
    static const std::vector<std::string> ids = {"mse", "cosine", "max-margin", "infonce", "neighbor"};
    return ids;
}

LossKind lossFromId(std::string_view id)
{
    const auto& ids = lossIds();
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        throw Error(ErrorKind::Usage, "loss '" + std::string(id) + "' is not known",
                    "choose mse, cosine, max-margin, infonce or neighbor");
    return static_cast<LossKind>(found - ids.begin());
}

double defaultTemperature(LossKind kind)
{
    return kind == LossKind::Neighbor ? .1 : .07;
}

Loss::Loss(const LossOptions& options, Index dX, Index dY, Index largestBatch) : m_options(options)
{
    const bool structured = options.structure > 0;
    if (options.kind == LossKind::Mse && !structured) return;
    const auto n = static_cast<std::size_t>(largestBatch), square = n * n;
    for (Units* units : {&m_f, &m_y}) {
        units->values.resize(static_cast<std::size_t>(dY) * n);
        units->lengths.resize(n);
    }
    m_byUnits.resize(static_cast<std::size_t>(dY) * n);
    if (options.kind == LossKind::MaxMargin || options.kind == LossKind::InfoNce) m_cross.resize(square);
    if (options.kind == LossKind::Neighbor || structured)
        for (auto* matrix : {&m_ofF, &m_ofY, &m_fromOwn})
            matrix->resize(square);
    if (structured && options.structureTarget < 1) {
        m_x.values.resize(static_cast<std::size_t>(dX) * n);
        m_x.lengths.resize(n);
        m_ofX.resize(square);
    }
}

void Loss::Units::set(MatrixView set)
{
    for (Index i = 0; i < set.columns; ++i) {
        const auto from = set.column(i);
        double square = 0;
        for (const float v : from)
            square += double(v) * double(v);
        const double length = std::sqrt(square);
        lengths[static_cast<std::size_t>(i)] = static_cast<float>(length);
        const auto scale = static_cast<float>(length > 0 ? 1 / length : 0);
        std::transform(from.begin(), from.end(), values.begin() + i * set.rows, [scale](float v) { return v * scale; });
    }
}

void Loss::similarities(const Units& a, const Units& b, Index d, Index n, std::vector<float>& to) const
{
    tiledProduct(n, n, d, {a.values.data(), d, true}, {b.values.data(), d}, 0, to.data());
}

double Loss::pairs(Index n)
{
    double loss = 0;
    const auto count = double(n) * double(n - 1);
    for (Index i = 0; i < n; ++i) {
        float* const column = m_cross.data() + i * n;
        if (m_options.kind == LossKind::InfoNce) {
            loss += softMaxLoss(column, n, i, m_options.temperature) / double(n);
            for (Index j = 0; j < n; ++j)
                column[j] /= static_cast<float>(n);
            continue;
        }
        const float own = column[i];
        float active = 0;
        for (Index j = 0; j < n; ++j) {
            const float slack = static_cast<float>(m_options.margin) - own + column[j];
            const bool counts = j != i && slack > 0;
            if (counts) loss += double(slack) / count;
            active += counts ? 1.0f : 0.0f;
            column[j] = counts ? static_cast<float>(1 / count) : 0.0f;
        }
        column[i] = active > 0 ? static_cast<float>(-double(active) / count) : 0.0f;
    }
    return loss;
}

double Loss::neighbor(Index n)
{
    double loss = 0;
    std::copy_n(m_ofF.data(), n * n, m_fromOwn.data());
    for (Index i = 0; i < n; ++i)
        loss += neighborCrossEntropy(m_fromOwn.data() + i * n, m_ofY.data() + i * n, n, i, m_options.temperature);
    for (Index i = 0; i < n; ++i) // an entry stands for both items of its pair
        for (Index j = 0; j <= i; ++j) {
            const float both =
                (m_fromOwn[static_cast<std::size_t>(i * n + j)] + m_fromOwn[static_cast<std::size_t>(j * n + i)]) /
                static_cast<float>(n);
            m_fromOwn[static_cast<std::size_t>(i * n + j)] = m_fromOwn[static_cast<std::size_t>(j * n + i)] = both;
        }
    return loss / double(n);
}

double Loss::structureOf(MatrixView x, Index n)
{
    const auto alpha = static_cast<float>(m_options.structureTarget);
    if (!m_ofX.empty()) {
        m_x.set(x);
        similarities(m_x, m_x, x.rows, n, m_ofX);
    }
    const double pairsThere = double(n) * double(n - 1) / 2;
    const auto slope = static_cast<float>(m_options.structure * 2 / pairsThere);
    double sum = 0;
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j < n; ++j) {
            if (i == j) continue;
            const auto at = static_cast<std::size_t>(i * n + j);
            const float target = alpha * m_ofY[at] + (m_ofX.empty() ? 0.0f : (1 - alpha) * m_ofX[at]);
            const float e = m_ofF[at] - target;
            if (j < i) sum += double(e) * double(e);
            m_fromOwn[at] += slope * e;
        }
    return m_options.structure * sum / pairsThere;
}

/// From derivatives by unit vectors to derivatives by the vectors: what points along the vector changes nothing.
void Loss::throughUnits(Index d, Index n, float* gradient) const
{
    for (Index i = 0; i < n; ++i) {
        const float length = m_f.lengths[static_cast<std::size_t>(i)];
        if (length == 0) continue;
        const float *unit = m_f.values.data() + i * d, *g = m_byUnits.data() + i * d;
        double along = 0;
        for (Index k = 0; k < d; ++k)
            along += double(unit[k]) * double(g[k]);
        for (Index k = 0; k < d; ++k)
            gradient[i * d + k] += (g[k] - static_cast<float>(along) * unit[k]) / length;
    }
}

double Loss::evaluate(MatrixView f, MatrixView y, MatrixView x, float* gradient)
{
    const Index d = f.rows, n = f.columns;
    double loss = 0;
    if (m_options.kind == LossKind::Mse)
        loss = squaredError(f, y, gradient);
    else
        std::fill_n(gradient, d * n, 0.0f);
    if (m_byUnits.empty()) return loss;
    m_f.set(f);
    m_y.set(y);
    const Factor unitsOfF{m_f.values.data(), d}, unitsOfY{m_y.values.data(), d};
    float beta = 0; // of the first product into m_byUnits, 1 afterwards
    if (m_options.kind == LossKind::Cosine) {
        for (Index i = 0; i < n; ++i) {
            double cosine = 0;
            for (Index k = i * d; k < (i + 1) * d; ++k) {
                cosine += double(unitsOfF.data[k]) * double(unitsOfY.data[k]);
                m_byUnits[static_cast<std::size_t>(k)] = -unitsOfY.data[k] / static_cast<float>(n);
            }
            loss += (1 - cosine) / double(n);
        }
        beta = 1;
    }
    if (!m_cross.empty()) {
        similarities(m_y, m_f, d, n, m_cross);
        loss += pairs(n);
        tiledProduct(d, n, n, unitsOfY, {m_cross.data(), n}, 0, m_byUnits.data());
        beta = 1;
    }
    if (!m_fromOwn.empty() && n > 1) {
        similarities(m_f, m_f, d, n, m_ofF);
        similarities(m_y, m_y, d, n, m_ofY);
        std::fill_n(m_fromOwn.data(), n * n, 0.0f);
        if (m_options.kind == LossKind::Neighbor) loss += neighbor(n);
        if (m_options.structure > 0) loss += structureOf(x, n);
        tiledProduct(d, n, n, unitsOfF, {m_fromOwn.data(), n}, beta, m_byUnits.data());
        beta = 1;
    }
    if (beta > 0) throughUnits(d, n, gradient);
    return loss;
}

} // namespace bridgescope
