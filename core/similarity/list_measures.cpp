#include "core/similarity/list_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

std::vector<std::int32_t> inverseOf(std::span<const std::int32_t> relabelling)
{
    std::vector<std::int32_t> inverse(relabelling.size());
    for (std::size_t i = 0; i < relabelling.size(); ++i)
        inverse[static_cast<std::size_t>(relabelling[i])] = static_cast<std::int32_t>(i);
    return inverse;
}

/// Length of the longest ascending subsequence of different numbers.
Index longestAscending(const std::vector<std::int32_t>& numbers, std::vector<std::int32_t>& least)
{
    least.clear(); // least last number of an ascending subsequence of each length
    for (const std::int32_t x : numbers) {
        const auto at = std::lower_bound(least.begin(), least.end(), x);
        if (at == least.end())
            least.push_back(x);
        else
            *at = x;
    }
    return static_cast<Index>(least.size());
}

} // namespace

ListMeasures::ListMeasures(const NeighborTable& a, const NeighborTable& b, Index k, double persistence)
    : m_a(a), m_b(b), m_k(k), m_persistence(persistence), m_listedBy(static_cast<std::size_t>(a.items()))
{
    for (Index i = 0; i < a.items(); ++i)
        for (const auto j : list(a, i))
            m_listedBy[static_cast<std::size_t>(j)].push_back(static_cast<std::int32_t>(i));
}

std::span<const std::int32_t> ListMeasures::list(const NeighborTable& table, Index item) const
{
    return table.neighbors(item).first(static_cast<std::size_t>(std::min(m_k, table.count(item))));
}

/// X_k / k p^k + (1 - p) / p Σ X_d / d p^d over d = 1..k: the agreement seen, and the last one going on. Linear in
/// X, so that it is taken of the sum over items.
double ListMeasures::rankBiased(const std::vector<Index>& sharedAtDepth, Index depth) const
{
    double sum = 0, power = 1, agreement = 0;
    Index shared = 0;
    for (Index d = 1; d <= depth; ++d) {
        shared += sharedAtDepth[static_cast<std::size_t>(d - 1)];
        power *= m_persistence;
        agreement = static_cast<double>(shared) / static_cast<double>(d);
        sum += agreement * power;
    }
    return agreement * power + (1 - m_persistence) / m_persistence * sum;
}

std::map<std::string, MeasureValue> ListMeasures::evaluate(std::span<const std::int32_t> relabelling) const
{
    return evaluate(m_b, relabelling);
}

std::map<std::string, std::optional<double>> ListMeasures::identical() const
{
    std::vector<std::int32_t> same(static_cast<std::size_t>(items()));
    std::iota(same.begin(), same.end(), 0);
    std::map<std::string, std::optional<double>> values;
    for (const auto& [id, measured] : evaluate(m_a, same))
        values[id] = measured.value;
    return values;
}

std::map<std::string, MeasureValue> ListMeasures::evaluate(const NeighborTable& b,
                                                           std::span<const std::int32_t> relabelling) const
{
    const auto inverse = inverseOf(relabelling);
    std::vector<Index> rankInA(static_cast<std::size_t>(items()), 0);
    // Sums of whole numbers, divided once at the end: relabellings that share as much get the same number.
    std::vector<Index> sharedAtDepth(static_cast<std::size_t>(m_k)),
        sharedOfEither(static_cast<std::size_t>(2 * m_k + 1));
    Index subsequence = 0, cycles = 0, entriesA = 0, entriesB = 0;
    std::vector<char> lists(static_cast<std::size_t>(items()), 0);
    std::vector<std::int32_t> common, scratch;
    for (Index i = 0; i < items(); ++i) {
        const auto inA = list(m_a, i), inB = list(b, relabelling[static_cast<std::size_t>(i)]);
        for (std::size_t r = 0; r < inA.size(); ++r)
            rankInA[static_cast<std::size_t>(inA[r])] = static_cast<Index>(r) + 1;
        for (const auto j : m_listedBy[static_cast<std::size_t>(i)])
            lists[static_cast<std::size_t>(j)] = 1;
        common.clear();
        for (std::size_t s = 0; s < inB.size(); ++s) {
            const auto j = static_cast<std::size_t>(inverse[static_cast<std::size_t>(inB[s])]);
            cycles += lists[j];
            if (rankInA[j] == 0) continue;
            common.push_back(static_cast<std::int32_t>(rankInA[j]));
            ++sharedAtDepth[static_cast<std::size_t>(std::max(rankInA[j], static_cast<Index>(s) + 1) - 1)];
        }
        entriesA += static_cast<Index>(inA.size());
        entriesB += static_cast<Index>(inB.size());
        sharedOfEither[inA.size() + inB.size() - common.size()] += static_cast<Index>(common.size());
        subsequence += longestAscending(common, scratch);
        for (const auto j : inA)
            rankInA[static_cast<std::size_t>(j)] = 0;
        for (const auto j : m_listedBy[static_cast<std::size_t>(i)])
            lists[static_cast<std::size_t>(j)] = 0;
    }
    if (entriesA == 0 || entriesB == 0) {
        const MeasureValue none{std::nullopt, std::string("no item of set ") + (entriesA == 0 ? "A" : "B") +
                                                  " has a list: its vectors are zero"};
        return {{"knn-jaccard", none}, {"rbo", none}, {"lcs", none}, {"cycle-knn", none}};
    }
    const auto n = static_cast<double>(items());
    double jaccard = 0;
    for (std::size_t either = 1; either < sharedOfEither.size(); ++either)
        jaccard += static_cast<double>(sharedOfEither[either]) / static_cast<double>(either);
    return {{"knn-jaccard", {jaccard / n, {}}},
            {"rbo", {rankBiased(sharedAtDepth, m_k) / n, {}}},
            {"lcs", {static_cast<double>(subsequence) / (static_cast<double>(m_k) * n), {}}},
            {"cycle-knn", {static_cast<double>(cycles) / static_cast<double>(entriesB), {}}}};
}

MaskedKernels::MaskedKernels(const NeighborTable& a, const NeighborTable& b, Index k) : m_a(a), m_b(b), m_k(k)
{
    std::vector<std::int32_t> same(static_cast<std::size_t>(a.items()));
    std::iota(same.begin(), same.end(), 0);
    if (items() < 4) return;
    m_selfA = unbiasedHsic(shared(a, a, same));
    m_selfB = unbiasedHsic(shared(b, b, same));
}

MaskedKernels::Edges MaskedKernels::shared(const NeighborTable& a, const NeighborTable& b,
                                           std::span<const std::int32_t> relabelling) const
{
    const auto inverse = inverseOf(relabelling);
    Edges edges(static_cast<std::size_t>(items()));
    std::vector<std::int32_t> rankInA(static_cast<std::size_t>(items()), -1);
    for (Index i = 0; i < items(); ++i) {
        const auto target = static_cast<Index>(relabelling[static_cast<std::size_t>(i)]);
        const auto lengthA = static_cast<std::size_t>(std::min(m_k, a.count(i))),
                   lengthB = static_cast<std::size_t>(std::min(m_k, b.count(target)));
        for (std::size_t r = 0; r < lengthA; ++r)
            rankInA[static_cast<std::size_t>(a.neighbors(i)[r])] = static_cast<std::int32_t>(r);
        for (std::size_t s = 0; s < lengthB; ++s) {
            const std::int32_t j = inverse[static_cast<std::size_t>(b.neighbors(target)[s])];
            const std::int32_t r = rankInA[static_cast<std::size_t>(j)];
            if (r >= 0)
                edges[static_cast<std::size_t>(i)].push_back(
                    {j, a.values(i)[static_cast<std::size_t>(r)], b.values(target)[s]});
        }
        for (std::size_t r = 0; r < lengthA; ++r)
            rankInA[static_cast<std::size_t>(a.neighbors(i)[r])] = -1;
    }
    return edges;
}

/// tr(KL) + 1'K1 1'L1 / ((n-1)(n-2)) - 2/(n-2) 1'KL1, all over n(n-3); K and L are not symmetric, the mask is not.
double MaskedKernels::unbiasedHsic(const Edges& edges) const
{
    const auto n = static_cast<double>(items());
    std::vector<double> columnsA(edges.size(), 0.0), rowsB(edges.size(), 0.0);
    double trace = 0, sumA = 0, sumB = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (const Edge& edge : edges[i]) {
            columnsA[static_cast<std::size_t>(edge.to)] += edge.a;
            rowsB[i] += edge.b;
            sumA += edge.a;
            sumB += edge.b;
            for (const Edge& back : edges[static_cast<std::size_t>(edge.to)])
                if (back.to == static_cast<std::int32_t>(i)) trace += edge.a * back.b;
        }
    const double through = std::inner_product(columnsA.begin(), columnsA.end(), rowsB.begin(), 0.0);
    return (trace + sumA * sumB / ((n - 1) * (n - 2)) - 2 / (n - 2) * through) / (n * (n - 3));
}

std::map<std::string, MeasureValue> MaskedKernels::evaluate(std::span<const std::int32_t> relabelling) const
{
    if (items() < 4) return {{"cknna", {std::nullopt, "needs 4 items"}}};
    if (!(m_selfA > 0 && m_selfB > 0))
        return {{"cknna", {std::nullopt, "a set's unbiased self-similarity is not positive"}}};
    return {{"cknna", {unbiasedHsic(shared(m_a, m_b, relabelling)) / std::sqrt(m_selfA * m_selfB), {}}}};
}

} // namespace bridgescope
