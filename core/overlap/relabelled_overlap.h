#pragma once
#include "core/base/random.h"
#include "core/overlap/overlap.h"

#include <vector>

namespace bridgescope {

/// A fold's lists packed side by side, to be counted again and again under relabellings of its items.
class RelabelledOverlap {
public:
    /// Lists to K = kMax under the self rule.
    RelabelledOverlap(const FoldPair& fold, Index kMax, SelfRule self);

    Index items() const { return m_items; }
    Index kMax() const { return m_kMax; }

    /// A relabelling drawn uniformly from those that keep every item in its stratum.
    void draw(Random& random, std::vector<std::int32_t>& relabelling) const;
    /// Entries shared at kMax, over all items, where item i of A stands for item relabelling[i] of B.
    /// `marks` is scratch memory.
    Index shared(const std::vector<std::int32_t>& relabelling, std::vector<std::int32_t>& marks) const;
    /// The same at every K: shared[k - 1]. `ranks` is scratch memory.
    void sharedAtEveryK(const std::vector<std::int32_t>& relabelling, std::vector<std::int64_t>& marks,
                        std::vector<Index>& shared) const;

private:
    std::span<const std::int32_t> list(const std::vector<std::int32_t>& lists, Index item) const
    {
        return {lists.data() + item * m_length, static_cast<std::size_t>(m_length)};
    }

    Index m_items = 0, m_kMax = 0, m_length = 0;
    std::vector<std::int32_t> m_a, m_b; ///< m_length entries an item, -1 where a list is shorter
    std::vector<char> m_listless;       ///< items of B (bit 1) and of A (bit 0) without a list, for the self entry
    bool m_self = false;
    std::vector<std::vector<std::int32_t>> m_strata; ///< items of each; one of all where there are none
};

} // namespace bridgescope
