#include "core/base/parallel.h"
#include "core/dataset/embedding_set.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_set>

namespace bridgescope {
namespace {

struct Look {
    std::uint64_t hash = 0; ///< of the bits
    double norm = 0;
    bool zero = true, finite = true;
};

Look lookAt(std::span<const float> vector)
{
    Look look;
    double sum = 0;
    look.hash = 0x9e3779b97f4a7c15u;
    for (const float value : vector) {
        sum += static_cast<double>(value) * static_cast<double>(value); // float32 squared never overflows float64
        look.zero = look.zero && value == 0;
        look.hash = std::rotl((look.hash ^ std::bit_cast<std::uint32_t>(value)) * 0x9fb21c651e98df25u, 29);
    }
    look.finite = std::isfinite(sum);
    look.norm = std::sqrt(sum);
    return look;
}

/// Items whose bits equal another's: those of one hash are put in the order of their bits and neighbors compared.
Index countEqual(MatrixView vectors, const std::vector<Look>& looks)
{
    const auto compare = [&](Index a, Index b) {
        return std::memcmp(vectors.column(a).data(), vectors.column(b).data(), vectors.column(a).size_bytes());
    };
    std::vector<Index> order(looks.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<Index>(i);
    const auto hashOf = [&](Index i) { return looks[static_cast<std::size_t>(i)].hash; };
    std::sort(order.begin(), order.end(),
              [&](Index a, Index b) { return hashOf(a) != hashOf(b) ? hashOf(a) < hashOf(b) : compare(a, b) < 0; });
    Index equal = 0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && hashOf(order[last]) == hashOf(order[first]) &&
               compare(order[last], order[first]) == 0)
            ++last;
        if (last - first > 1) equal += static_cast<Index>(last - first);
        first = last;
    }
    return equal;
}

} // namespace

SetSummary summarize(const EmbeddingSet& set)
{
    SetSummary summary;
    summary.n = set.size();
    summary.d = set.dimension();
    const std::unordered_set<std::string_view> distinct(set.labels.begin(), set.labels.end());
    summary.labels = static_cast<Index>(distinct.size());
    summary.duplicates = static_cast<Index>(set.labels.size()) - summary.labels;

    std::vector<Look> looks(static_cast<std::size_t>(summary.n));
    constexpr Index block = 1024;
    parallelFor((summary.n + block - 1) / block, [&](Index task, int) {
        for (Index i = task * block; i < std::min(summary.n, (task + 1) * block); ++i)
            looks[static_cast<std::size_t>(i)] = lookAt(set.vectors.item(i));
    });
    summary.equalVectors = countEqual(set.vectors, looks);
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const auto& look : looks) {
        summary.nonFinite += !look.finite;
        if (!look.finite) continue;
        summary.zero += look.zero;
        least = std::min(least, look.norm);
        most = std::max(most, look.norm);
    }
    summary.normMin = summary.nonFinite == summary.n ? 0 : least;
    summary.normMax = most;
    return summary;
}

} // namespace bridgescope
