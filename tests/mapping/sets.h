#pragma once
#include "core/base/matrix.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

/// Small sets for tests of mappings and training, and how they are compared.
namespace testsets {

using namespace bridgescope;

inline Matrix randomSet(Index d, Index n, std::uint64_t seed)
{
    Random random(seed, "test");
    Matrix set(d, n);
    for (Index i = 0; i < d * n; ++i)
        set.data()[i] = static_cast<float>(random.normal());
    return set;
}

/// JSON rows (items) as columns.
inline Matrix fromRows(const nlohmann::json& rows)
{
    Matrix set(static_cast<Index>(rows.at(0).size()), static_cast<Index>(rows.size()));
    for (Index i = 0; i < set.columns(); ++i)
        for (Index k = 0; k < set.rows(); ++k)
            set(k, i) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)].get<float>();
    return set;
}

/// a x with entries normal, over the root of x's dimension.
inline Matrix linearImage(MatrixView x, Index dY, std::uint64_t seed, double shift = 0)
{
    const Matrix a = randomSet(dY, x.rows, seed);
    Matrix y(dY, x.columns);
    for (Index i = 0; i < x.columns; ++i)
        for (Index k = 0; k < dY; ++k) {
            double sum = shift;
            for (Index j = 0; j < x.rows; ++j)
                sum += double(a(k, j)) * double(x.data[i * x.rows + j]) / std::sqrt(double(x.rows));
            y(k, i) = static_cast<float>(sum);
        }
    return y;
}

inline double greatestDifference(MatrixView a, MatrixView b)
{
    if (a.rows != b.rows || a.columns != b.columns) return 1e300;
    double greatest = 0;
    for (Index i = 0; i < a.size(); ++i)
        greatest = std::max(greatest, std::abs(double(a.data[i]) - double(b.data[i])));
    return greatest;
}

inline bool sameBytes(MatrixView a, MatrixView b)
{
    return a.rows == b.rows && a.columns == b.columns &&
           std::memcmp(a.data, b.data, static_cast<std::size_t>(a.size()) * sizeof(float)) == 0;
}

inline MatrixView columns(const Matrix& m, Index first, Index count)
{
    return {m.data() + first * m.rows(), m.rows(), count};
}

} // namespace testsets
