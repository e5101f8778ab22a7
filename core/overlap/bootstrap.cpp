#include "core/overlap/bootstrap.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

double percentile(const std::vector<double>& sorted, double share)
{
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 == sorted.size()) return sorted.back();
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

} // namespace

Interval bootstrapItems(std::span<const double> values, std::span<const Index> folds, Index resamples,
                        std::uint64_t seed, const Context& context)
{
    if (resamples < 1 || folds.empty())
        throw Error(ErrorKind::Usage, "a bootstrap needs resamples", "ask for 1,000 or more");
    std::vector<double> means(static_cast<std::size_t>(resamples), 0.0);
    parallelFor(resamples, [&](Index r, int) {
        context.checkStop();
        Random random(seed, "bootstrap " + std::to_string(r));
        std::size_t begin = 0;
        for (const Index n : folds) {
            double sum = 0;
            for (Index draw = 0; draw < n; ++draw)
                sum += values[begin + static_cast<std::size_t>(random.below(n))];
            means[static_cast<std::size_t>(r)] += sum / static_cast<double>(n) / static_cast<double>(folds.size());
            begin += static_cast<std::size_t>(n);
        }
    });
    std::sort(means.begin(), means.end());
    return {percentile(means, .025), percentile(means, .975)};
}

} // namespace bridgescope
