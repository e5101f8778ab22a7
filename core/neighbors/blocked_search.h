#pragma once
#include "core/neighbors/candidate_lists.h"
#include "core/neighbors/product_kernel.h"
#include "core/neighbors/proposal_space.h"

#include <mutex>

namespace bridgescope {

/// Queries against items, both prepared: products block by block propose, canonical values decide.
///
/// Where both are the same space each block serves its rows and its columns, and only blocks on and above the diagonal
/// are computed. The lists of a block's items are touched by one worker at a time; in between, workers compare with
/// copies of the thresholds, which can only be lower than the true ones, so that no candidate is lost.
class BlockedSearch {
public:
    /// `same`: both are of one set, so that items of one column (or one group) are left out of each other's lists.
    BlockedSearch(const SearchSide& querySide, const ProposalSpace& queries, const SearchSide& itemSide,
                  const ProposalSpace& items, bool same, double exactScale, const NeighborOptions& options,
                  const ProductKernel& kernel);

    /// done(share) is called now and then, from one thread at a time.
    void run(const Context& context, const std::function<void(double share)>& done);
    /// Final lists; that of query q goes to row rows[q] of the table.
    void collect(NeighborTable& table, std::span<const std::int32_t> rows, const Context& context);

private:
    struct Hit {
        std::int32_t query, item;
        float value;
    };
    struct Worker;

    CandidateLists::Rules rules(double exactScale) const;
    bool leftOut(std::int32_t query, std::int32_t item) const;
    void block(Index rowBlock, Index columnBlock, Worker& worker);
    void multiplyBlock(Index rowBlock, Index columnBlock, Worker& worker);
    void takeHits(Index rowPanel, Index columnPanel, Worker& worker);
    void flush(Index rowBlock, Index columnBlock, Worker& worker);

    const SearchSide& m_querySide;
    const SearchSide& m_itemSide;
    const ProposalSpace& m_queries;
    const ProposalSpace& m_items;
    const bool m_same, m_symmetric;
    const NeighborOptions& m_options;
    const ProductKernel& m_kernel;
    Index m_blockPanels = 1;
    Index m_depth = 1; ///< numbers summed before the sums are put aside
    CandidateLists m_lists;
    std::vector<std::mutex> m_locks; ///< one a block of queries
};

} // namespace bridgescope
