#include "core/neighbors/proposal_space.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double epsilon = 0x1p-24;
constexpr Index block = 256;

/// Where numbers fall below float32's normal range, products lose more than a share of themselves.
double slack(Index d)
{
    return static_cast<double>(d + 16) * 0x1p-124;
}

void addColumns(MatrixView set, std::vector<double>& sum)
{
    for (Index i = 0; i < set.columns; ++i)
        for (Index j = 0; j < set.rows; ++j)
            sum[static_cast<std::size_t>(j)] += static_cast<double>(set.column(i)[static_cast<std::size_t>(j)]);
}

double largestNorm(MatrixView set, const std::vector<double>& mean)
{
    double largest = 0;
    for (Index i = 0; i < set.columns; ++i) {
        double sum = 0;
        const auto x = set.column(i);
        for (std::size_t j = 0; j < x.size(); ++j)
            sum += (static_cast<double>(x[j]) - mean[j]) * (static_cast<double>(x[j]) - mean[j]);
        largest = std::max(largest, sum);
    }
    return std::sqrt(largest);
}

} // namespace

ProposalFrame makeFrame(Metric metric, MatrixView a, MatrixView b)
{
    ProposalFrame frame;
    frame.metric = metric;
    if (metric == Metric::Cosine) return frame;
    frame.mean.assign(static_cast<std::size_t>(a.rows), 0.0);
    addColumns(a, frame.mean);
    addColumns(b, frame.mean);
    for (double& value : frame.mean)
        value /= static_cast<double>(a.columns + b.columns);
    const double largest = std::max(largestNorm(a, frame.mean), largestNorm(b, frame.mean));
    frame.unit = largest > 0 ? largest * (1 + 0x1p-20) : 1;
    return frame;
}

ProposalSpace prepare(const ProposalFrame& frame, MatrixView set, const std::vector<std::int32_t>& which,
                      const std::vector<double>& norms)
{
    ProposalSpace space;
    space.dimension = set.rows;
    space.items = static_cast<Index>(which.size());
    space.z.resize(static_cast<std::size_t>(checkedProduct(space.dimension, space.items, "proposals")));
    space.p.resize(which.size());
    space.q.resize(which.size());
    const bool cosine = frame.metric == Metric::Cosine;
    space.scale = cosine ? 1.0f : 2.0f;
    const double share = static_cast<double>(space.dimension + 16) * epsilon * 1.01;
    parallelFor((space.items + block - 1) / block, [&](Index task, int) {
        for (Index i = task * block; i < std::min(space.items, (task + 1) * block); ++i) {
            const auto at = static_cast<std::size_t>(i);
            const auto x = set.column(which[at]);
            float* z = space.z.data() + i * space.dimension;
            if (cosine) {
                const double inverse = 1.0 / norms[static_cast<std::size_t>(which[at])];
                for (std::size_t j = 0; j < x.size(); ++j)
                    z[j] = static_cast<float>(static_cast<double>(x[j]) * inverse);
                space.p[at] = static_cast<float>(-(share + slack(space.dimension)) / 2);
                space.q[at] = static_cast<float>(share + slack(space.dimension));
                continue;
            }
            double n = 0;
            for (std::size_t j = 0; j < x.size(); ++j) {
                z[j] = static_cast<float>((static_cast<double>(x[j]) - frame.mean[j]) / frame.unit);
                n += static_cast<double>(z[j]) * static_cast<double>(z[j]);
            }
            space.p[at] = static_cast<float>((1 - share) * n - slack(space.dimension));
            space.q[at] = static_cast<float>(2 * share * n + 2 * slack(space.dimension));
        }
    });
    return space;
}

} // namespace bridgescope
