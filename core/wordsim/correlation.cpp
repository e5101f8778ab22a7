#include "core/wordsim/correlation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace bridgescope {

std::vector<double> averageRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        const double rank = (static_cast<double>(begin + end) + 1) / 2; // of begin + 1, ..., end
        for (; begin < end; ++begin)
            ranks[order[begin]] = rank;
    }
    return ranks;
}

std::optional<double> spearman(std::span<const double> a, std::span<const double> b)
{
    if (a.size() != b.size() || a.size() < 2) return std::nullopt;
    const std::vector<double> ranksA = averageRanks(a), ranksB = averageRanks(b);
    const double mean = (static_cast<double>(a.size()) + 1) / 2;
    double products = 0, squaresA = 0, squaresB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        products += (ranksA[i] - mean) * (ranksB[i] - mean);
        squaresA += (ranksA[i] - mean) * (ranksA[i] - mean);
        squaresB += (ranksB[i] - mean) * (ranksB[i] - mean);
    }
    if (squaresA == 0 || squaresB == 0) return std::nullopt;
    return std::clamp(products / std::sqrt(squaresA * squaresB), -1.0, 1.0);
}

std::optional<DependentTest> steigerTest(double r12, double r13, double r23, Index n)
{
    if (n < 4 || std::abs(r12) >= 1 || std::abs(r13) >= 1) return std::nullopt;
    if (r12 == r13) return DependentTest{};
    const double r = (r12 + r13) / 2, left = 1 - r * r;
    const double s = (r23 * (1 - 2 * r * r) - r * r * (1 - 2 * r * r - r23 * r23) / 2) / (left * left);
    const double spread = 2 - 2 * s;
    if (!(spread > 0)) return std::nullopt;
    DependentTest test;
    test.z = (std::atanh(r12) - std::atanh(r13)) * std::sqrt(static_cast<double>(n - 3) / spread);
    test.p = std::erfc(std::abs(test.z) / std::numbers::sqrt2);
    return test;
}

} // namespace bridgescope
