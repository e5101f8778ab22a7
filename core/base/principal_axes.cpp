#include "core/base/principal_axes.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bridgescope {
namespace {

void subtractAlong(std::span<double> from, std::span<const double> axis)
{
    const double along = std::inner_product(from.begin(), from.end(), axis.begin(), 0.0);
    for (std::size_t i = 0; i < from.size(); ++i)
        from[i] -= along * axis[i];
}

double norm(std::span<const double> vector)
{
    return std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
}

/// Fills columns [known, all) with unit vectors orthogonal to the columns before: coordinate axes less what lies along
/// those. Some coordinate axis always keeps (d - known)/d of its square; the first that keeps half of that is taken.
void completeBasis(Matrix64& axes, Index known)
{
    const Index d = axes.rows();
    for (; known < axes.columns(); ++known) {
        auto next = axes.column(known);
        for (Index coordinate = 0; coordinate < d; ++coordinate) {
            std::fill(next.begin(), next.end(), 0.0);
            next[static_cast<std::size_t>(coordinate)] = 1;
            for (int pass = 0; pass < 2; ++pass)
                for (Index j = 0; j < known; ++j)
                    subtractAlong(next, axes.column(j));
            const double length = norm(next);
            if (length * length < double(d - known) / (2 * double(d))) continue;
            for (double& value : next)
                value /= length;
            break;
        }
    }
}

/// Axes from eigenvectors u of the products of items: Xcᵀ u, of length sqrt(eigenvalue).
Matrix64 axesFromItems(MatrixView set, const std::vector<double>& mean, const SymmetricEigen& eigen, Index known,
                       const Context& context)
{
    Matrix64 axes(set.rows, eigen.vectors.columns());
    for (Index item = 0; item < set.columns; ++item) {
        context.checkStop();
        const auto vector = set.column(item);
        for (Index j = 0; j < known; ++j) {
            auto axis = axes.column(j);
            const double weight = eigen.vectors(item, j);
            for (std::size_t i = 0; i < vector.size(); ++i)
                axis[i] += weight * (double(vector[i]) - mean[i]);
        }
    }
    for (Index j = 0; j < known; ++j) {
        auto axis = axes.column(j);
        for (int pass = 0; pass < 2; ++pass)
            for (Index before = 0; before < j; ++before)
                subtractAlong(axis, axes.column(before));
        const double length = norm(axis);
        for (double& value : axis)
            value /= length;
        const auto greatest =
            std::max_element(axis.begin(), axis.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
        if (*greatest < 0)
            for (double& value : axis)
                value = -value;
    }
    return axes;
}

/// Squared lengths that the mean's own rounding leaves in products of centred items.
double roundingOfMean(MatrixView set, std::span<const double> mean)
{
    const double terms = 1024 + double(set.columns) / 1024; // meanItem() adds up in blocks of 1,024
    const double error = terms * std::numeric_limits<double>::epsilon() * norm(mean);
    return double(set.columns) * error * error;
}

} // namespace

double roundingShare(MatrixView set)
{
    return double(std::max(set.rows, set.columns)) * std::numeric_limits<double>::epsilon();
}

PrincipalAxes principalAxes(MatrixView set, Index count, const Context& context)
{
    const Index limit = std::min(set.rows, set.columns);
    if (set.columns < 2)
        throw Error(ErrorKind::Input, "principal axes need at least 2 items, there is " + std::to_string(set.columns),
                    "give more items");
    if (count < 1 || count > limit)
        throw Error(ErrorKind::Input,
                    std::to_string(count) + " principal components of " + std::to_string(set.columns) + " items of " +
                        std::to_string(set.rows) + " dimensions",
                    "ask for 1 to " + std::to_string(limit));
    PrincipalAxes result;
    result.mean = meanItem(set, context);
    const bool byItems = set.columns < set.rows;
    Matrix64 products = byItems ? gram(set, result.mean, context) : scatter(set, result.mean, context);
    double trace = 0;
    for (Index i = 0; i < products.rows(); ++i)
        trace += products(i, i);
    const double divisor = double(set.columns - 1);
    result.totalVariance = trace / divisor;
    SymmetricEigen eigen = symmetricEigen(std::move(products), count);
    const double least = std::max(roundingShare(set) * eigen.values[0], roundingOfMean(set, result.mean));
    const auto known = static_cast<Index>(
        std::count_if(eigen.values.begin(), eigen.values.end(), [&](double value) { return value > least; }));
    for (Index j = 0; j < count; ++j)
        result.variances.push_back(j < known ? eigen.values[static_cast<std::size_t>(j)] / divisor : 0);
    result.axes = byItems ? axesFromItems(set, result.mean, eigen, known, context) : std::move(eigen.vectors);
    if (byItems) completeBasis(result.axes, known);
    return result;
}

} // namespace bridgescope
