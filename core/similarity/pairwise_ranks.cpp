#include "core/similarity/pairwise_ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

/// Cosines become ranks less their mean. Returns the sum of squares over i < j. Equal cosines of different pairs are
/// rounded apart: a value that follows the one before within 1e-12 ties with it.
double rankPairs(Matrix64& cosines)
{
    struct Pair {
        double value;
        std::int32_t i, j;
    };
    std::vector<Pair> pairs;
    const Index n = cosines.rows();
    pairs.reserve(static_cast<std::size_t>(n * (n - 1) / 2));
    for (Index j = 0; j < n; ++j)
        for (Index i = 0; i < j; ++i)
            pairs.push_back({cosines(i, j), static_cast<std::int32_t>(i), static_cast<std::int32_t>(j)});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.value < b.value; });
    const double mean = (static_cast<double>(pairs.size()) + 1) / 2;
    double squares = 0;
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
        do
            ++end;
        while (end < pairs.size() && pairs[end].value - pairs[end - 1].value < 1e-12);
        const double rank = (static_cast<double>(begin + end) + 1) / 2 - mean; // ranks from 1
        for (std::size_t p = begin; p < end; ++p) {
            cosines(pairs[p].i, pairs[p].j) = cosines(pairs[p].j, pairs[p].i) = rank;
            squares += rank * rank;
        }
    }
    for (Index i = 0; i < n; ++i)
        cosines(i, i) = 0;
    return squares;
}

Matrix64 centeredCosines(MatrixView set, const Context& context)
{
    Matrix64 products = gram(set, meanItem(set, context), context);
    std::vector<double> inverse;
    for (Index i = 0; i < products.rows(); ++i)
        inverse.push_back(products(i, i) > 0 ? 1 / std::sqrt(products(i, i)) : 0.0);
    for (Index j = 0; j < products.columns(); ++j)
        for (Index i = 0; i < products.rows(); ++i)
            products(i, j) *= inverse[static_cast<std::size_t>(i)] * inverse[static_cast<std::size_t>(j)];
    return products;
}

} // namespace

PairwiseRanks::PairwiseRanks(MatrixView a, MatrixView b, const Context& context)
    : m_a(centeredCosines(a, context)), m_b(centeredCosines(b, context))
{
    m_squaresA = rankPairs(m_a);
    context.checkStop();
    m_squaresB = rankPairs(m_b);
}

std::map<std::string, MeasureValue> PairwiseRanks::evaluate(std::span<const std::int32_t> relabelling) const
{
    if (m_squaresA == 0 || m_squaresB == 0)
        return {
            {"rsa", {std::nullopt, std::string("all cosines of set ") + (m_squaresA == 0 ? "A" : "B") + " are equal"}}};
    double sum = 0;
    for (Index j = 0; j < items(); ++j) {
        const auto a = m_a.column(j), b = m_b.column(relabelling[static_cast<std::size_t>(j)]);
        for (std::size_t i = 0; i < static_cast<std::size_t>(j); ++i)
            sum += a[i] * b[static_cast<std::size_t>(relabelling[i])];
    }
    return {{"rsa", {sum / std::sqrt(m_squaresA * m_squaresB), {}}}};
}

} // namespace bridgescope
