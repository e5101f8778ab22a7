#include "ui/charts/axis.h"

#include "ui/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

Ticks ticksOfStep(double low, double high, double step)
{
    Ticks ticks;
    const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
    for (double i = first; i <= last; ++i)
        ticks.values.push_back(i * step + 0.0);
    while (ticks.decimals < 6 &&
           std::abs(step * std::pow(10, ticks.decimals) - std::round(step * std::pow(10, ticks.decimals))) > 1e-6)
        ++ticks.decimals;
    return ticks;
}

double stepFor(double span, int most, bool whole)
{
    const double least = span / std::max(1, most - 1);
    double power = std::pow(10.0, std::floor(std::log10(std::max(least, 1e-12))));
    if (whole) power = std::max(power, 1.0);
    while (true) {
        for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
            const double step = factor * power;
            if (whole && step != std::round(step)) continue;
            if (step >= least * (1 - 1e-9)) return step;
        }
        power *= 10;
    }
}

} // namespace

QString Ticks::text(double value) const
{
    return value == 0 ? QStringLiteral("0") : number(value, decimals);
}

Ticks roundTicks(double low, double high, int most)
{
    return ticksOfStep(low, high, stepFor(high - low, most, false));
}

Ticks countTicks(double low, double high, int most)
{
    return ticksOfStep(low, high, stepFor(high - low, most, true));
}

double roundUp(double value, int most)
{
    const double step = stepFor(value, most, false);
    return std::ceil(value / step - 1e-9) * step;
}

std::vector<double> spreadLabels(const std::vector<double>& centers, const std::vector<double>& sizes, double gap,
                                 double low, double high)
{
    const std::size_t n = centers.size();
    if (n == 0) return {};
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return centers[a] < centers[b]; });
    const double total = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    if (n > 1 && total + gap * static_cast<double>(n - 1) > high - low)
        gap = (high - low - total) / static_cast<double>(n - 1);

    // Subtracting the room taken before a label turns "no overlap" into "not descending": isotonic regression.
    std::vector<double> offset(n);
    double before = 0;
    for (std::size_t i = 0; i < n; ++i) {
        offset[i] = before + sizes[order[i]] / 2;
        before += sizes[order[i]] + gap;
    }
    struct Block {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < n; ++i) {
        blocks.push_back({centers[order[i]] - offset[i], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    const double lowest = low, highest = high - (before - gap);
    std::vector<double> result(n);
    std::size_t i = 0;
    for (const Block& block : blocks)
        for (std::size_t k = 0; k < block.count; ++k, ++i)
            result[order[i]] = std::clamp(block.mean(), lowest, std::max(lowest, highest)) + offset[i];
    return result;
}

} // namespace bridgescope
