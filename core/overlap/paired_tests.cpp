#include "core/overlap/paired_tests.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

struct SignedRanks {
    double positive = 0, negative = 0; ///< rank sums
    double n = 0;
    double tieTerm = 0; ///< Σ (t³ - t) over groups of equal magnitude
};

SignedRanks signedRanks(std::span<const double> differences)
{
    std::vector<double> kept;
    for (const double d : differences)
        if (d != 0) kept.push_back(d);
    std::sort(kept.begin(), kept.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    SignedRanks result;
    result.n = static_cast<double>(kept.size());
    for (std::size_t begin = 0; begin < kept.size();) {
        std::size_t end = begin;
        while (end < kept.size() && std::abs(kept[end]) == std::abs(kept[begin]))
            ++end;
        const double rank = (static_cast<double>(begin) + 1 + static_cast<double>(end)) / 2;
        const auto size = static_cast<double>(end - begin);
        result.tieTerm += size * size * size - size;
        for (; begin < end; ++begin)
            (kept[begin] > 0 ? result.positive : result.negative) += rank;
    }
    return result;
}

} // namespace

double twoSidedNormalP(double z)
{
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double wilcoxonP(std::span<const double> differences)
{
    const SignedRanks ranks = signedRanks(differences);
    if (ranks.n == 0) return 1;
    const double mean = ranks.n * (ranks.n + 1) / 4;
    const double variance = ranks.n * (ranks.n + 1) * (2 * ranks.n + 1) / 24 - ranks.tieTerm / 48;
    if (variance <= 0) return 1;
    return twoSidedNormalP((std::min(ranks.positive, ranks.negative) - mean) / std::sqrt(variance));
}

double rankBiserial(std::span<const double> differences)
{
    const SignedRanks ranks = signedRanks(differences);
    const double total = ranks.positive + ranks.negative;
    return total == 0 ? 0 : (ranks.positive - ranks.negative) / total;
}

std::vector<double> holmAdjusted(std::span<const double> pValues)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted(pValues.size());
    double running = 0;
    for (std::size_t r = 0; r < order.size(); ++r) {
        running = std::max(running, pValues[order[r]] * static_cast<double>(order.size() - r));
        adjusted[order[r]] = std::min(1.0, running);
    }
    return adjusted;
}

} // namespace bridgescope
