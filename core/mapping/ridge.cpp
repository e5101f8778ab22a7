#include "core/mapping/ridge.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mapping/thin_svd.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace bridgescope {
namespace {

constexpr Index chunkItems = 64;
constexpr int gridPoints = 33;

double gridRho(int i)
{
    return std::pow(10.0, -6.0 + i / 4.0);
}

/// What every ρ shares: principal axes of the centred X and Y's projection on them.
struct Decomposition {
    std::vector<double> meanX, meanY;
    SymmetricEigen eigen; ///< of XcᵀXc (d x d)
    Matrix64 axesT;       ///< axes as rows
    Matrix64 projected;   ///< axesᵀ XcᵀYc, d x dY
    double trace = 0;
};

Decomposition decompose(MatrixView x, MatrixView y, const Context& context)
{
    Decomposition d;
    d.meanX = meanItem(x, context);
    d.meanY = meanItem(y, context);
    const Matrix64 s = scatter(x, d.meanX, context);
    d.trace = trace(s);
    d.eigen = symmetricEigen(s, s.rows());
    context.checkStop();
    d.axesT = transposed(d.eigen.vectors);
    d.projected = multiply(d.axesT, crossScatter(x, d.meanX, y, d.meanY, context));
    return d;
}

/// 1/(Λ + λ) of every axis; for ρ = 0 the pseudo-inverse's reciprocal, 0 below its cutoff.
std::vector<double> shrinkage(const Decomposition& d, double rho, Index n)
{
    const auto dimension = static_cast<Index>(d.eigen.values.size());
    const double lambda = rho * d.trace / static_cast<double>(dimension);
    const double share = static_cast<double>(std::max(n, dimension)) * 0x1p-23;
    const double cutoff = rho > 0 ? 0 : share * share * std::max(0.0, d.eigen.values.empty() ? 0.0 : d.eigen.values[0]);
    std::vector<double> factors;
    for (const double value : d.eigen.values) {
        const double sum = std::max(0.0, value) + lambda;
        factors.push_back(sum > cutoff ? 1 / sum : 0);
    }
    return factors;
}

/// One chunk's part of the leave-one-out error of every ρ.
std::vector<double> chunkErrors(MatrixView x, MatrixView y, const Decomposition& d,
                                const std::vector<std::vector<double>>& factors, const Matrix64& projectedT,
                                Index begin, Index end)
{
    Matrix64 centred(x.rows, end - begin);
    for (Index i = begin; i < end; ++i)
        for (Index k = 0; k < x.rows; ++k)
            centred(k, i - begin) =
                static_cast<double>(x.column(i)[static_cast<std::size_t>(k)]) - d.meanX[static_cast<std::size_t>(k)];
    const Matrix64 z = multiply(d.axesT, centred);
    std::vector<double> errors;
    for (const auto& factor : factors) {
        Matrix64 scaled = z;
        for (Index i = 0; i < scaled.columns(); ++i)
            for (Index k = 0; k < scaled.rows(); ++k)
                scaled(k, i) *= factor[static_cast<std::size_t>(k)];
        const Matrix64 fitted = multiply(projectedT, scaled);
        double sum = 0;
        for (Index i = begin; i < end; ++i) {
            double leverage = 1 / static_cast<double>(x.columns), residual = 0;
            for (Index k = 0; k < z.rows(); ++k)
                leverage += z(k, i - begin) * scaled(k, i - begin);
            for (Index k = 0; k < y.rows; ++k) {
                const double e = static_cast<double>(y.column(i)[static_cast<std::size_t>(k)]) -
                                 d.meanY[static_cast<std::size_t>(k)] - fitted(k, i - begin);
                residual += e * e;
            }
            // An item that alone decides its own fit has leverage 1; leaving it out says nothing of it.
            const double kept = std::max(1 - leverage, 1e-12);
            sum += residual / (kept * kept);
        }
        errors.push_back(sum);
    }
    return errors;
}

std::vector<LeaveOneOut> leaveOneOutCurve(MatrixView x, MatrixView y, const Decomposition& d, const Context& context)
{
    std::vector<std::vector<double>> factors;
    for (int i = 0; i < gridPoints; ++i)
        factors.push_back(shrinkage(d, gridRho(i), x.columns));
    const Matrix64 projectedT = transposed(d.projected);
    const Index chunks = (x.columns + chunkItems - 1) / chunkItems;
    std::vector<std::vector<double>> parts(static_cast<std::size_t>(chunks));
    parallelFor(chunks, [&](Index task, int) {
        context.checkStop();
        parts[static_cast<std::size_t>(task)] =
            chunkErrors(x, y, d, factors, projectedT, task * chunkItems, std::min(x.columns, (task + 1) * chunkItems));
    });
    std::vector<LeaveOneOut> curve;
    for (int i = 0; i < gridPoints; ++i) {
        LeaveOneOut point{gridRho(i), 0};
        for (const auto& part : parts)
            point.error += part[static_cast<std::size_t>(i)];
        curve.push_back(point);
    }
    return curve;
}

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

} // namespace

RidgeFit fitRidge(MatrixView x, MatrixView y, const RidgeOptions& options, const Context& context)
{
    if (x.columns < 2)
        throw Error(ErrorKind::Input,
                    "ridge needs at least two training items, but there are " + std::to_string(x.columns),
                    "hold out fewer items");
    if (options.rho && !(*options.rho >= 0 && std::isfinite(*options.rho)))
        throw Error(ErrorKind::Usage, "ridge cannot have the penalty ρ = " + number(*options.rho),
                    "choose auto, 0 or a positive number");
    const Decomposition d = decompose(x, y, context);
    RidgeFit fit;
    if (options.rho)
        fit.rho = *options.rho;
    else {
        fit.curve = leaveOneOutCurve(x, y, d, context);
        auto best = fit.curve.begin();
        for (auto point = fit.curve.begin(); point != fit.curve.end(); ++point)
            if (point->error <= best->error) best = point; // ties to the larger
        fit.rho = best->rho;
        fit.atEndOfGrid = best == fit.curve.begin() || best + 1 == fit.curve.end();
        if (fit.atEndOfGrid)
            context.warning("ridge's leave-one-out choice lies at the end of its grid (ρ = " + number(fit.rho) +
                            "); set ρ yourself with --ridge");
    }
    const auto factors = shrinkage(d, fit.rho, x.columns);
    Matrix64 scaled = d.projected;
    for (Index c = 0; c < scaled.columns(); ++c)
        for (Index r = 0; r < scaled.rows(); ++r)
            scaled(r, c) *= factors[static_cast<std::size_t>(r)];
    Matrix64 w = transposed(multiply(d.eigen.vectors, scaled));
    const std::string words = options.rho
                                  ? (fit.rho == 0 ? std::string("least squares") : "ridge, ρ = " + number(fit.rho))
                                  : "ridge, ρ = " + number(fit.rho) + " by leave-one-out";
    nlohmann::ordered_json settings = {{"rho", fit.rho}, {"chosen", options.rho ? "given" : "leave-one-out"}};
    if (!fit.curve.empty()) {
        settings["curve"] = nlohmann::ordered_json::array();
        for (const auto& point : fit.curve)
            settings["curve"].push_back({point.rho, point.error});
    }
    fit.mapping = std::make_shared<LinearMapping>("ridge", words, std::move(w), d.meanX, d.meanY, std::move(settings));
    return fit;
}

} // namespace bridgescope
