#include "core/mapping/pls.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/mapping/thin_svd.h"

#include <algorithm>
#include <cblas-openblas.h>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

constexpr Index mostChosen = 100;
constexpr int folds = 5;

void timesVector(const Matrix64& a, bool transpose, std::span<const double> v, std::span<double> to)
{
    cblas_dgemv(CblasColMajor, transpose ? CblasTrans : CblasNoTrans, static_cast<int>(a.rows()),
                static_cast<int>(a.columns()), 1, a.data(), static_cast<int>(a.rows()), v.data(), 1, 0, to.data(), 1);
}

double dot(std::span<const double> a, std::span<const double> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Returns the length there was.
double toUnit(std::span<double> v)
{
    const double length = std::sqrt(dot(v, v));
    for (double& value : v)
        value /= length > 0 ? length : 1;
    return length;
}

/// Scores are X R; Ŷ = X R Qᵀ.
struct Components {
    std::vector<double> meanX, meanY;
    Matrix64 r, q; ///< dX x k, dY x k
    Index count = 0;
};

/// The leading left singular vector of the cross-product, by NIPALS' iteration. Returns its strength.
double leadingWeights(const Matrix64& cross, std::span<double> w)
{
    constexpr int most = 5000;
    std::vector<double> v(static_cast<std::size_t>(cross.columns())), before(w.size());
    Index greatest = 0; // begins with the column of Y that X says most about
    double strength = -1;
    for (Index j = 0; j < cross.columns(); ++j)
        if (const double s = dot(cross.column(j), cross.column(j)); s > strength) {
            strength = s;
            greatest = j;
        }
    std::ranges::copy(cross.column(greatest), w.begin());
    double length = toUnit(w);
    for (int i = 0; i < most && length > 0; ++i) {
        std::ranges::copy(w, before.begin());
        timesVector(cross, true, w, v);
        toUnit(v);
        timesVector(cross, false, v, w);
        length = toUnit(w);
        double change = 0;
        for (std::size_t k = 0; k < w.size(); ++k)
            change += (w[k] - before[k]) * (w[k] - before[k]);
        if (change < 1e-28) break;
    }
    return length;
}

Components extract(MatrixView x, MatrixView y, Index most, const Context& context)
{
    Components c;
    c.meanX = meanItem(x, context);
    c.meanY = meanItem(y, context);
    const Matrix64 own = scatter(x, c.meanX, context);
    Matrix64 cross = crossScatter(x, c.meanX, y, c.meanY, context), loadings(x.rows, most);
    c.r = Matrix64(x.rows, most);
    c.q = Matrix64(y.rows, most);
    std::vector<double> w(static_cast<std::size_t>(x.rows));
    double first = 0;
    for (; c.count < most; ++c.count) {
        context.checkStop();
        const double strength = leadingWeights(cross, w);
        first = std::max(first, strength);
        if (strength <= 1e-13 * first || strength == 0) break; // only rounding is left
        auto r = c.r.column(c.count), p = loadings.column(c.count), q = c.q.column(c.count);
        std::ranges::copy(w, r.begin());
        for (Index j = 0; j < c.count; ++j) {
            const double along = dot(loadings.column(j), w);
            for (std::size_t k = 0; k < r.size(); ++k)
                r[k] -= along * c.r(static_cast<Index>(k), j);
        }
        timesVector(own, false, r, p);
        const double variance = dot(r, p);
        if (variance <= 0) break;
        timesVector(cross, true, r, q);
        for (auto part : {p, q})
            for (double& value : part)
                value /= variance;
        cblas_dger(CblasColMajor, static_cast<int>(x.rows), static_cast<int>(y.rows), -variance, p.data(), 1, q.data(),
                   1, cross.data(), static_cast<int>(x.rows));
    }
    return c;
}

/// Adds to errors[k] the squared error of these items with k + 1 components.
void addErrors(const Components& c, MatrixView x, MatrixView y, std::vector<double>& errors)
{
    std::vector<double> centred(static_cast<std::size_t>(x.rows)), rest(static_cast<std::size_t>(y.rows));
    for (Index i = 0; i < x.columns; ++i) {
        const auto xi = x.column(i), yi = y.column(i);
        for (std::size_t k = 0; k < centred.size(); ++k)
            centred[k] = double(xi[k]) - c.meanX[k];
        for (std::size_t k = 0; k < rest.size(); ++k)
            rest[k] = double(yi[k]) - c.meanY[k];
        for (std::size_t k = 0; k < errors.size(); ++k) {
            if (static_cast<Index>(k) < c.count) { // beyond its components a fold's error stays
                const double score = dot(c.r.column(static_cast<Index>(k)), centred);
                const auto q = c.q.column(static_cast<Index>(k));
                for (std::size_t j = 0; j < rest.size(); ++j)
                    rest[j] -= score * q[j];
            }
            errors[k] += dot(rest, rest);
        }
    }
}

std::vector<double> crossValidate(MatrixView x, MatrixView y, std::uint64_t seed, const Context& context)
{
    const Index n = x.columns, smallest = n - (n + folds - 1) / folds;
    std::vector<double> errors(static_cast<std::size_t>(std::min({mostChosen, x.rows, smallest - 1})));
    auto order = ascending(n);
    Random(seed, "pls.folds").shuffle(order);
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Index> inside, outside;
        for (Index i = 0; i < n; ++i)
            (i % folds == fold ? outside : inside).push_back(order[static_cast<std::size_t>(i)]);
        const Matrix tx = selectColumns(x, inside), ty = selectColumns(y, inside);
        const Components c = extract(tx, ty, static_cast<Index>(errors.size()), context);
        addErrors(c, selectColumns(x, outside), selectColumns(y, outside), errors);
        context.report(fold + 1, folds + 1, "folds");
    }
    return errors;
}

} // namespace

PlsFit fitPls(MatrixView x, MatrixView y, const PlsOptions& options, const Context& context)
{
    const Index least = options.components ? 2 : 2 * folds;
    if (x.columns < least)
        throw Error(ErrorKind::Input,
                    "pls needs at least " + std::to_string(least) + " training items, but there are " +
                        std::to_string(x.columns),
                    options.components ? "hold out fewer items" : "hold out fewer items or give --components");
    const Index limit = std::min(x.rows, x.columns - 1);
    PlsFit fit;
    Index wanted = options.components.value_or(0);
    if (wanted > limit)
        throw Error(ErrorKind::Input,
                    "pls: " + std::to_string(wanted) + " components of " + std::to_string(x.rows) + " dimensions and " +
                        std::to_string(x.columns) + " training items",
                    "ask for at most " + std::to_string(limit) + " --components");
    if (!options.components) {
        fit.curve = crossValidate(x, y, options.seed, context);
        wanted = std::ranges::min_element(fit.curve) - fit.curve.begin() + 1;
        fit.atEnd = wanted == static_cast<Index>(fit.curve.size()) && wanted < limit;
        if (fit.atEnd)
            context.warning("pls: cross-validation chose the most components it tries (" + std::to_string(wanted) +
                            "); --components sets more");
    }
    Components c = extract(x, y, wanted, context);
    fit.components = c.count;
    Matrix64 w = multiply(firstColumns(c.q, c.count), transposed(firstColumns(c.r, c.count)));
    std::string words = "pls, " + std::to_string(c.count) + (c.count == 1 ? " component" : " components");
    if (!options.components) words += " by cross-validation";
    nlohmann::ordered_json settings = {{"components", c.count}};
    if (!fit.curve.empty()) settings["curve"] = fit.curve;
    fit.mapping = std::make_shared<LinearMapping>("pls", words, std::move(w), c.meanX, c.meanY, std::move(settings));
    return fit;
}

} // namespace bridgescope
