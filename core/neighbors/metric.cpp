#include "core/neighbors/metric.h"

#include "core/base/error.h"
#include "core/neighbors/search_plan.h"

#include <cmath>

// The processor's version is picked before the thread sanitizer's run time is up.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
#define BRIDGESCOPE_CANONICAL_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define BRIDGESCOPE_CANONICAL_CLONES
#endif

namespace bridgescope {
namespace {

constexpr Index lanes = 8;

double combine(const double (&s)[lanes])
{
    return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

} // namespace

std::string_view metricId(Metric metric)
{
    return metric == Metric::Cosine ? "cosine" : "euclidean";
}

Metric metricFromId(std::string_view id)
{
    if (id == "cosine") return Metric::Cosine;
    if (id == "euclidean") return Metric::Euclidean;
    throw Error(ErrorKind::Usage, "metric '" + std::string(id) + "' is not known", "choose cosine or euclidean");
}

// Eight running sums, element i into sum i mod 8, combined in one fixed order. This file is compiled without
// contraction of products and sums, so that the wide and the plain version round alike.
BRIDGESCOPE_CANONICAL_CLONES double canonicalDot(const float* a, const float* b, Index d)
{
    double sums[lanes] = {};
    Index i = 0;
    for (; i + lanes <= d; i += lanes)
        for (Index l = 0; l < lanes; ++l)
            sums[l] += static_cast<double>(a[i + l]) * static_cast<double>(b[i + l]);
    for (; i < d; ++i)
        sums[i % lanes] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return combine(sums);
}

BRIDGESCOPE_CANONICAL_CLONES DotAndNorm canonicalDotAndNorm(const float* a, const float* b, Index d)
{
    double dots[lanes] = {}, squares[lanes] = {};
    Index i = 0;
    for (; i + lanes <= d; i += lanes)
        for (Index l = 0; l < lanes; ++l) {
            const auto other = static_cast<double>(b[i + l]);
            dots[l] += static_cast<double>(a[i + l]) * other;
            squares[l] += other * other;
        }
    for (; i < d; ++i) {
        const auto other = static_cast<double>(b[i]);
        dots[i % lanes] += static_cast<double>(a[i]) * other;
        squares[i % lanes] += other * other;
    }
    return {combine(dots), std::sqrt(combine(squares))};
}

double canonicalNorm(const float* a, Index d)
{
    return std::sqrt(canonicalDot(a, a, d));
}

BRIDGESCOPE_CANONICAL_CLONES double canonicalSquaredDistance(const float* a, const float* b, Index d)
{
    double sums[lanes] = {};
    Index i = 0;
    for (; i + lanes <= d; i += lanes)
        for (Index l = 0; l < lanes; ++l) {
            const double difference = static_cast<double>(a[i + l]) - static_cast<double>(b[i + l]);
            sums[l] += difference * difference;
        }
    for (; i < d; ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sums[i % lanes] += difference * difference;
    }
    return combine(sums);
}

} // namespace bridgescope
