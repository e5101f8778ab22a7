#pragma once
#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/training/network_trainer.h"

#include <vector>

namespace bridgescope {

/// Training items in batches: a new seeded order each epoch; a last batch of one item joins the one before. The next
/// batch can be gathered while the present one is computed.
class Batches {
public:
    /// Of the columns `items` of x and y, which must outlive this.
    Batches(MatrixView x, MatrixView y, std::vector<Index> items, Index batch, std::uint64_t seed);

    struct Batch {
        MatrixView x, y;
    };
    /// The present batch, gathered if it is not there yet. Good until two advance() later.
    Batch current();
    /// Gathers the batch after the present one of this epoch.
    SideWork gatherNext();
    /// On to the next batch. Returns whether the epoch has ended with the present one.
    bool advance();

    Index items() const { return static_cast<Index>(m_items.size()); }
    Index largest() const { return m_largest; }
    Index position() const { return m_position; } ///< items of this epoch that are done
    Index count() const;                          ///< batches of an epoch
    Index done() const { return m_position / m_batch; }

    /// What a checkpoint holds: the random state, the present order and the position in it.
    Random& random() { return m_random; }
    const std::vector<Index>& order() const { return m_order; }
    /// @throws Error(Input) where it is no order of these items, or no batch begins there.
    void restore(std::vector<Index> order, Index position);

private:
    struct Buffer {
        Matrix x, y;
        Index begin = -1; ///< of the items it holds
    };
    Index sizeAt(Index position) const;
    void gather(Buffer& buffer, Index begin, Index first, Index count) const;

    MatrixView m_x, m_y;
    std::vector<Index> m_items, m_order;
    Index m_batch, m_largest;
    Random m_random;
    Index m_position = 0;
    Buffer m_buffers[2];
    int m_present = 0;
};

} // namespace bridgescope
