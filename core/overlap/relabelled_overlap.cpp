#include "core/overlap/relabelled_overlap.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace bridgescope {
namespace {

std::vector<std::int32_t> pack(const NeighborTable& table, Index length)
{
    std::vector<std::int32_t> packed(
        static_cast<std::size_t>(checkedProduct(table.items(), length, "lists to be relabelled")), -1);
    for (Index i = 0; i < table.items(); ++i) {
        const auto list = table.neighbors(i);
        std::copy_n(list.begin(), std::min<std::size_t>(list.size(), static_cast<std::size_t>(length)),
                    packed.begin() + i * length);
    }
    return packed;
}

std::vector<std::vector<std::int32_t>> strataOf(Index items, std::span<const std::int32_t> numbers)
{
    std::map<std::int32_t, std::vector<std::int32_t>> strata;
    for (Index i = 0; i < items; ++i)
        strata[numbers.empty() ? 0 : numbers[static_cast<std::size_t>(i)]].push_back(static_cast<std::int32_t>(i));
    std::vector<std::vector<std::int32_t>> result;
    for (auto& [number, members] : strata)
        result.push_back(std::move(members));
    return result;
}

/// Uniform in [0, bound) by multiplication instead of division (Lemire 2019): most of a shuffle's time.
std::size_t below(Random& random, std::uint64_t bound)
{
    unsigned __int128 product = static_cast<unsigned __int128>(random.bits()) * bound;
    if (static_cast<std::uint64_t>(product) < bound) {
        const std::uint64_t least = (std::uint64_t(0) - bound) % bound;
        while (static_cast<std::uint64_t>(product) < least)
            product = static_cast<unsigned __int128>(random.bits()) * bound;
    }
    return static_cast<std::size_t>(product >> 64);
}

} // namespace

RelabelledOverlap::RelabelledOverlap(const FoldPair& fold, Index kMax, SelfRule self)
    : m_items(fold.a->items()), m_kMax(kMax), m_length(kMax - (self == SelfRule::Included ? 1 : 0)),
      m_a(pack(*fold.a, m_length)), m_b(pack(*fold.b, m_length)), m_self(self == SelfRule::Included),
      m_strata(strataOf(m_items, fold.strata))
{
    for (Index i = 0; i < m_items; ++i)
        m_listless.push_back(static_cast<char>((fold.a->count(i) == 0 ? 1 : 0) | (fold.b->count(i) == 0 ? 2 : 0)));
}

void RelabelledOverlap::draw(Random& random, std::vector<std::int32_t>& relabelling) const
{
    relabelling.resize(static_cast<std::size_t>(m_items));
    std::iota(relabelling.begin(), relabelling.end(), 0);
    for (const auto& members : m_strata)
        for (std::size_t i = members.size(); i-- > 1;) {
            const std::size_t j = below(random, i + 1);
            std::swap(relabelling[static_cast<std::size_t>(members[i])],
                      relabelling[static_cast<std::size_t>(members[j])]);
        }
}

Index RelabelledOverlap::shared(const std::vector<std::int32_t>& relabelling, std::vector<std::int32_t>& marks) const
{
    marks.assign(static_cast<std::size_t>(m_items), -1);
    Index count = 0;
    for (Index i = 0; i < m_items; ++i) {
        const auto mark = static_cast<std::int32_t>(i);
        const std::int32_t target = relabelling[static_cast<std::size_t>(i)];
        for (const std::int32_t j : list(m_b, target)) {
            if (j < 0) break;
            marks[static_cast<std::size_t>(j)] = mark;
        }
        std::int32_t here = 0;
        for (const std::int32_t j : list(m_a, i)) {
            if (j < 0) break;
            here += marks[static_cast<std::size_t>(relabelling[static_cast<std::size_t>(j)])] == mark;
        }
        const bool self = m_self && !(m_listless[static_cast<std::size_t>(i)] & 1) &&
                          !(m_listless[static_cast<std::size_t>(target)] & 2);
        count += here + (self ? 1 : 0);
    }
    return count;
}

void RelabelledOverlap::sharedAtEveryK(const std::vector<std::int32_t>& relabelling, std::vector<std::int64_t>& marks,
                                       std::vector<Index>& shared) const
{
    marks.assign(static_cast<std::size_t>(m_items), -1);
    shared.assign(static_cast<std::size_t>(m_kMax), 0);
    const Index shift = m_kMax - m_length;
    for (Index i = 0; i < m_items; ++i) {
        const std::int64_t base = i * (m_length + 1); // base + rank: marks of earlier items lie below
        const std::int32_t target = relabelling[static_cast<std::size_t>(i)];
        std::int64_t rank = 0;
        for (const std::int32_t j : list(m_b, target)) {
            if (j < 0) break;
            marks[static_cast<std::size_t>(j)] = base + ++rank;
        }
        rank = 0;
        for (const std::int32_t j : list(m_a, i)) {
            if (j < 0) break;
            ++rank;
            const std::int64_t other = marks[static_cast<std::size_t>(relabelling[static_cast<std::size_t>(j)])] - base;
            if (other > 0) ++shared[static_cast<std::size_t>(std::max(rank, other) + shift - 1)];
        }
        if (m_self && !(m_listless[static_cast<std::size_t>(i)] & 1) &&
            !(m_listless[static_cast<std::size_t>(target)] & 2))
            ++shared[0];
    }
    std::partial_sum(shared.begin(), shared.end(), shared.begin());
}

} // namespace bridgescope
