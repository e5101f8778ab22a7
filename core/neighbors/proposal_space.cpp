#include "core/neighbors/proposal_space.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace bridgescope {
namespace {

constexpr double epsilon = 0x1p-24;
constexpr std::size_t alignment = 64;

/// The a of ProposalSpace's derivation: a share of the norms.
double relativeBound(Index d)
{
    const double de = static_cast<double>(d) * epsilon;
    if (de >= .5) return 4; // vacuous: no pair of unit vectors is further apart
    return (de / (1 - de) + 16 * epsilon) * 1.01;
}

/// Where numbers fall below float32's normal range, products lose more than a share of themselves.
double slack(Index d)
{
    return static_cast<double>(d + 16) * 0x1p-124;
}

/// Sums over blocks of items, cut by the number of items only, added up in order.
std::vector<double> meanOf(MatrixView a, MatrixView b, const Context& context)
{
    constexpr Index block = 1024;
    const Index blocksA = (a.columns + block - 1) / block, blocksB = (b.columns + block - 1) / block;
    std::vector<std::vector<double>> sums(static_cast<std::size_t>(blocksA + blocksB));
    parallelFor(blocksA + blocksB, [&](Index task, int) {
        context.checkStop();
        const MatrixView& set = task < blocksA ? a : b;
        const Index begin = (task < blocksA ? task : task - blocksA) * block;
        auto& sum = sums[static_cast<std::size_t>(task)];
        sum.assign(static_cast<std::size_t>(set.rows), 0.0);
        for (Index i = begin; i < std::min(set.columns, begin + block); ++i) {
            const auto x = set.column(i);
            for (std::size_t j = 0; j < x.size(); ++j)
                sum[j] += static_cast<double>(x[j]);
        }
    });
    std::vector<double> mean(static_cast<std::size_t>(a.rows), 0.0);
    for (const auto& sum : sums)
        for (std::size_t j = 0; j < mean.size(); ++j)
            mean[j] += sum[j];
    for (double& value : mean)
        value /= static_cast<double>(a.columns + b.columns);
    return mean;
}

double largestNorm(MatrixView set, const std::vector<double>& mean, const Context& context)
{
    constexpr Index block = 1024;
    std::vector<double> largest(static_cast<std::size_t>((set.columns + block - 1) / block), 0.0);
    parallelFor(static_cast<Index>(largest.size()), [&](Index task, int) {
        context.checkStop();
        auto& most = largest[static_cast<std::size_t>(task)];
        for (Index i = task * block; i < std::min(set.columns, (task + 1) * block); ++i) {
            double sum = 0;
            const auto x = set.column(i);
            for (std::size_t j = 0; j < x.size(); ++j) {
                const double difference = static_cast<double>(x[j]) - mean[j];
                sum += difference * difference;
            }
            most = std::max(most, sum);
        }
    });
    return std::sqrt(*std::max_element(largest.begin(), largest.end()));
}

/// Fills one panel, a few numbers of all its items at a time, so that what is written stays in cache.
/// `norms` receives each item's ‖z‖² (Euclidean).
void fillPanel(const ProposalFrame& frame, const SearchSide& side, std::span<const std::int32_t> columns, Index width,
               float* panel, double* norms)
{
    constexpr Index chunk = 256;
    const bool cosine = frame.metric == Metric::Cosine;
    for (Index begin = 0; begin < side.set.rows; begin += chunk) {
        const Index end = std::min(begin + chunk, side.set.rows);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const float* x = side.set.column(columns[c]).data();
            float* z = panel + begin * width + static_cast<Index>(c);
            if (cosine) {
                const double inverse = 1.0 / side.norms[static_cast<std::size_t>(columns[c])];
                for (Index j = begin; j < end; ++j, z += width)
                    *z = static_cast<float>(static_cast<double>(x[j]) * inverse);
                continue;
            }
            for (Index j = begin; j < end; ++j, z += width) {
                *z = static_cast<float>((static_cast<double>(x[j]) - frame.mean[static_cast<std::size_t>(j)]) /
                                        frame.unit);
                norms[c] += static_cast<double>(*z) * static_cast<double>(*z);
            }
        }
    }
}

} // namespace

AlignedFloats::AlignedFloats(Index size)
{
    const auto bytes =
        static_cast<std::size_t>(checkedProduct(std::max<Index>(size, 1), sizeof(float), "prepared vectors"));
    m_data.reset(static_cast<float*>(::operator new(bytes, std::align_val_t(alignment))));
#ifdef __linux__
    // A fault for every 4 KiB of a large set takes longer than filling it.
    constexpr std::size_t hugePage = std::size_t(2) << 20;
    void* begin = m_data.get();
    std::size_t space = bytes;
    if (std::align(hugePage, hugePage, begin, space)) madvise(begin, space / hugePage * hugePage, MADV_HUGEPAGE);
#endif
}

void AlignedFloats::Free::operator()(float* data) const
{
    ::operator delete(data, std::align_val_t(alignment));
}

ProposalFrame makeFrame(Metric metric, MatrixView a, MatrixView b, const Context& context)
{
    ProposalFrame frame;
    frame.metric = metric;
    if (metric == Metric::Cosine) return frame;
    frame.mean = meanOf(a, b, context);
    const double largest = std::max(largestNorm(a, frame.mean, context), largestNorm(b, frame.mean, context));
    frame.unit = largest > 0 ? largest * (1 + 0x1p-20) : 1;
    return frame;
}

ProposalSpace prepare(const ProposalFrame& frame, const SearchSide& side, std::vector<std::int32_t> columns,
                      Index width, const Context& context)
{
    ProposalSpace space;
    space.dimension = side.set.rows;
    space.width = width;
    space.columns = std::move(columns);
    const Index padded = space.panelCount() * width;
    space.panels = AlignedFloats(checkedProduct(space.dimension, padded, "prepared vectors"));
    space.p.assign(static_cast<std::size_t>(padded), std::numeric_limits<float>::quiet_NaN());
    space.q.resize(space.columns.size());
    const bool cosine = frame.metric == Metric::Cosine, csls = !side.nearness.empty();
    space.scale = cosine && !csls ? 1.0f : 2.0f;
    const double relative = relativeBound(space.dimension), absolute = slack(space.dimension);
    const double bound = csls ? 2 * relative + 16 * epsilon : relative;
    parallelFor(space.panelCount(), [&](Index panel, int) {
        if (panel % 64 == 0) context.checkStop();
        const Index begin = panel * width, end = std::min(space.items(), begin + width);
        float* z = space.panels.data() + begin * space.dimension;
        if (end < begin + width) std::fill_n(z, width * space.dimension, 0.0f);
        std::vector<double> norms(static_cast<std::size_t>(width));
        fillPanel(
            frame, side,
            std::span(space.columns).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)),
            width, z, norms.data());
        for (Index i = begin; i < end; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const double n = norms[static_cast<std::size_t>(i - begin)];
            const double r = csls ? side.nearness[static_cast<std::size_t>(space.columns[at])] : 0;
            space.p[at] = static_cast<float>(cosine ? r - (bound + absolute) / 2 : (1 - bound) * n - absolute);
            space.q[at] = static_cast<float>(cosine ? bound + absolute : 2 * bound * n + 2 * absolute);
        }
    });
    return space;
}

} // namespace bridgescope
