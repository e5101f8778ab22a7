#include "core/mapping/cca.h"

#include "core/base/error.h"
#include "core/base/principal_axes.h"
#include "core/mapping/thin_svd.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bridgescope {
namespace {

/// C^(1/2) and C^(-1/2) of a covariance with its ridge, as axes (d x rank) and the roots of its eigenvalues.
struct Roots {
    Matrix64 axes;
    std::vector<double> roots, inverses;
};

Roots rootsOf(MatrixView set, Matrix64 covariance, double rho)
{
    const Index d = covariance.rows();
    const double ridge = rho * trace(covariance) / static_cast<double>(d);
    const SymmetricEigen eigen = symmetricEigen(std::move(covariance), d);
    Roots result;
    const double greatest = eigen.values.front() + ridge;
    for (const double value : eigen.values) {
        const double sum = std::max(value, 0.0) + ridge;
        if (sum <= 0 || sum <= roundingShare(set) * greatest) break;
        result.roots.push_back(std::sqrt(sum));
        result.inverses.push_back(1 / result.roots.back());
    }
    result.axes = firstColumns(eigen.vectors, static_cast<Index>(result.roots.size()));
    return result;
}

Matrix64 over(Matrix64 matrix, double divisor)
{
    std::for_each_n(matrix.data(), matrix.rows() * matrix.columns(), [divisor](double& v) { v /= divisor; });
    return matrix;
}

} // namespace

std::shared_ptr<const LinearMapping> fitCca(MatrixView x, MatrixView y, const CcaOptions& options,
                                            const Context& context)
{
    if (x.columns < 2)
        throw Error(ErrorKind::Input,
                    "cca needs at least two training items, but there are " + std::to_string(x.columns),
                    "hold out fewer items");
    const auto meanX = meanItem(x, context), meanY = meanItem(y, context);
    const double degrees = static_cast<double>(x.columns - 1);
    const Roots ofX = rootsOf(x, over(scatter(x, meanX, context), degrees), options.rho);
    const Roots ofY = rootsOf(y, over(scatter(y, meanY, context), degrees), options.rho);
    context.checkStop();
    const Matrix64 cross = over(crossScatter(x, meanX, y, meanY, context), degrees);
    // Correlations of the whitened sets: diag(1/s_x) E_xᵀ Cxy E_y diag(1/s_y) = U r Vᵀ.
    const Matrix64 whiteX = scaledColumns(ofX.axes, ofX.inverses), whiteY = scaledColumns(ofY.axes, ofY.inverses);
    const auto directions = static_cast<Index>(std::min(ofX.roots.size(), ofY.roots.size()));
    const Index kept = options.components.value_or(directions);
    if (directions == 0)
        throw Error(ErrorKind::Input,
                    std::string("cca has no direction: all training items of ") + (ofX.roots.empty() ? "X" : "Y") +
                        " are equal",
                    "give items that differ, or choose another --map");
    if (kept > directions)
        throw Error(ErrorKind::Input,
                    "cca has " + std::to_string(directions) + (directions == 1 ? " direction" : " directions") +
                        ", not " + std::to_string(kept),
                    "ask for --components of at most " + std::to_string(directions));
    const ThinSvd svd = thinSvd(multiply(multiply(transposed(whiteX), cross), whiteY));
    const std::vector<double> correlations(svd.values.begin(), svd.values.begin() + kept);
    const Matrix64 towardsY = multiply(scaledColumns(ofY.axes, ofY.roots),
                                       scaledColumns(firstColumns(svd.v, kept), correlations)); // Cyy B diag(r)
    const Matrix64 fromX = multiply(whiteX, firstColumns(svd.u, kept));                         // A
    char words[96];
    std::snprintf(words, sizeof words, "cca, %lld %s, ρ = %.4g", static_cast<long long>(kept),
                  kept == 1 ? "component" : "components", options.rho);
    return std::make_shared<LinearMapping>(
        "cca", words, multiply(towardsY, transposed(fromX)), meanX, meanY,
        nlohmann::ordered_json{{"rho", options.rho}, {"components", kept}, {"correlations", correlations}});
}

} // namespace bridgescope
