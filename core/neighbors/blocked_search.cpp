#include "core/neighbors/blocked_search.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>

namespace bridgescope {
namespace {

constexpr Index largestBlock = 256; ///< items: with `deepest` numbers each a block of them stays in a core's own cache
constexpr Index leastBlock = 96;    ///< items
constexpr Index deepest = 192; ///< numbers of a panel: 24 KB of 32 items, which an innermost cache of 32 KB keeps
constexpr std::size_t mostHits = 8192;
constexpr float never = std::numeric_limits<float>::infinity();

/// Of few items smaller blocks: before the first block's thresholds every pair is a candidate, and threads are to have
/// equal shares.
Index usualBlock(Index items)
{
    return std::clamp(items / 8, leastBlock, largestBlock);
}

Index ceilDivide(Index a, Index b)
{
    return (a + b - 1) / b;
}

/// Candidates lie all over the set: asked for two ahead, their numbers are there when their turn comes.
void fetchAhead(std::span<const float> item)
{
    constexpr std::size_t line = 64 / sizeof(float), most = 16 * line;
    for (std::size_t k = 0; k < std::min(item.size(), most); k += line)
        __builtin_prefetch(item.data() + k);
}

} // namespace

struct BlockedSearch::Worker {
    AlignedFloats sums, values;
    AlignedFloats rowThresholds, columnThresholds, none; ///< copies for the blocks at hand; `none`: nobody collects
    std::vector<std::uint32_t> reached;
    std::vector<Hit> hits;

    Worker(Index width, Index blockPanels, bool partialSums)
        : sums(partialSums ? blockPanels * blockPanels * width * width : 0), values(width * width),
          rowThresholds(blockPanels * width), columnThresholds(blockPanels * width), none(width),
          reached(static_cast<std::size_t>(width))
    {
        std::fill_n(none.data(), width, never);
    }
};

BlockedSearch::BlockedSearch(const SearchSide& querySide, const ProposalSpace& queries, const SearchSide& itemSide,
                             const ProposalSpace& items, bool same, double exactScale, const NeighborOptions& options,
                             const ProductKernel& kernel)
    : m_querySide(querySide), m_itemSide(itemSide), m_queries(queries), m_items(items), m_same(same),
      m_symmetric(&queries == &items), m_options(options), m_kernel(kernel), m_lists(queries.items(), rules(exactScale))
{
    m_blockPanels = ceilDivide(options.blockItems > 0 ? options.blockItems : usualBlock(items.items()), kernel.width);
    m_depth = ceilDivide(m_items.dimension, ceilDivide(m_items.dimension, deepest));
    m_locks = std::vector<std::mutex>(static_cast<std::size_t>(ceilDivide(m_queries.panelCount(), m_blockPanels)));
}

CandidateLists::Rules BlockedSearch::rules(double exactScale) const
{
    CandidateLists::Rules rules;
    rules.k = m_options.k;
    rules.queryQ = m_queries.q;
    rules.candidateQ = m_items.q;
    rules.canonical = [this](std::int32_t query, std::span<const std::int32_t> items, double* values) {
        const std::int32_t column = m_queries.columns[static_cast<std::size_t>(query)];
        const auto itemColumn = [&](std::size_t i) { return m_items.columns[static_cast<std::size_t>(items[i])]; };
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i + 2 < items.size()) fetchAhead(m_itemSide.set.column(itemColumn(i + 2)));
            values[i] = canonicalValue(m_querySide, column, m_itemSide, itemColumn(i), m_options.metric);
        }
    };
    rules.exactScale = exactScale;
    return rules;
}

void BlockedSearch::run(const Context& context, const std::function<void(double share)>& done)
{
    const Index rowBlocks = ceilDivide(m_queries.panelCount(), m_blockPanels);
    const Index columnBlocks = ceilDivide(m_items.panelCount(), m_blockPanels);
    std::vector<std::pair<std::int32_t, std::int32_t>> tasks;
    for (Index i = 0; i < rowBlocks; ++i)
        for (Index j = m_symmetric ? i : 0; j < columnBlocks; ++j)
            tasks.emplace_back(static_cast<std::int32_t>(i), static_cast<std::int32_t>(j));
    std::vector<std::unique_ptr<Worker>> workers(static_cast<std::size_t>(threadCount()));
    std::atomic<std::size_t> finished{0};
    std::mutex reporting;
    const std::size_t step = std::max<std::size_t>(1, tasks.size() / 200);
    parallelFor(static_cast<Index>(tasks.size()), [&](Index task, int w) {
        context.checkStop();
        auto& worker = workers[static_cast<std::size_t>(w)];
        if (!worker) worker = std::make_unique<Worker>(m_kernel.width, m_blockPanels, m_depth < m_items.dimension);
        block(tasks[static_cast<std::size_t>(task)].first, tasks[static_cast<std::size_t>(task)].second, *worker);
        const std::size_t now = ++finished;
        if (now % step != 0 && now != tasks.size()) return;
        const std::scoped_lock lock(reporting);
        done(static_cast<double>(now) / static_cast<double>(tasks.size()));
    });
}

void BlockedSearch::block(Index rowBlock, Index columnBlock, Worker& worker)
{
    flush(rowBlock, columnBlock, worker); // nothing to insert yet: takes the thresholds
    multiplyBlock(rowBlock, columnBlock, worker);
    flush(rowBlock, columnBlock, worker);
}

void BlockedSearch::multiplyBlock(Index rowBlock, Index columnBlock, Worker& worker)
{
    const Index width = m_kernel.width, d = m_items.dimension;
    const Index firstRow = rowBlock * m_blockPanels,
                endRow = std::min(firstRow + m_blockPanels, m_queries.panelCount());
    const Index firstColumn = columnBlock * m_blockPanels,
                endColumn = std::min(firstColumn + m_blockPanels, m_items.panelCount());
    PanelProduct product;
    product.scale = m_items.scale;
    product.values = worker.values.data();
    product.reached = worker.reached.data();
    for (Index begin = 0; begin < d; begin += m_depth) {
        product.depth = std::min(m_depth, d - begin);
        product.first = begin == 0;
        product.last = begin + product.depth == d;
        for (Index column = firstColumn; column < endColumn; ++column) {
            product.b = m_items.panel(column) + begin * width;
            product.bP = m_items.p.data() + column * width;
            product.bThresholds =
                m_symmetric ? worker.columnThresholds.data() + (column - firstColumn) * width : worker.none.data();
            // On the diagonal a pair of panels serves both: the one below is the one above.
            for (Index row = firstRow; row < (m_symmetric ? std::min(endRow, column + 1) : endRow); ++row) {
                product.a = m_queries.panel(row) + begin * width;
                product.sums =
                    worker.sums.data() + ((column - firstColumn) * m_blockPanels + row - firstRow) * width * width;
                product.aP = m_queries.p.data() + row * width;
                product.aThresholds = worker.rowThresholds.data() + (row - firstRow) * width;
                if (m_kernel.multiply(product)) takeHits(row, column, worker);
            }
            if (worker.hits.size() > mostHits) flush(rowBlock, columnBlock, worker);
        }
    }
}

void BlockedSearch::takeHits(Index rowPanel, Index columnPanel, Worker& worker)
{
    const Index width = m_kernel.width;
    const bool diagonal = m_symmetric && rowPanel == columnPanel;
    for (Index r = 0; r < width; ++r) {
        std::uint32_t reached = worker.reached[static_cast<std::size_t>(r)];
        if (diagonal) reached &= ~std::uint32_t(0) << r << 1; // pairs above the diagonal stand for those below
        for (; reached != 0; reached &= reached - 1) {
            const Index c = std::countr_zero(reached);
            worker.hits.push_back({static_cast<std::int32_t>(rowPanel * width + r),
                                   static_cast<std::int32_t>(columnPanel * width + c),
                                   worker.values.data()[r * width + c]});
        }
    }
}

bool BlockedSearch::leftOut(std::int32_t query, std::int32_t item) const
{
    const auto i = static_cast<std::size_t>(m_queries.columns[static_cast<std::size_t>(query)]);
    const auto j = static_cast<std::size_t>(m_items.columns[static_cast<std::size_t>(item)]);
    return i == j || (!m_options.groups.empty() && m_options.groups[i] == m_options.groups[j]);
}

void BlockedSearch::flush(Index rowBlock, Index columnBlock, Worker& worker)
{
    const Index size = m_blockPanels * m_kernel.width, items = m_queries.items();
    // Above the diagonal no item meets itself.
    if (m_same && (!m_symmetric || !m_options.groups.empty()))
        std::erase_if(worker.hits, [&](const Hit& hit) { return leftOut(hit.query, hit.item); });
    const auto copyThresholds = [&](Index block, float* to) {
        const Index begin = block * size, end = std::min(begin + size, items);
        std::copy(m_lists.thresholds() + begin, m_lists.thresholds() + end, to);
        std::fill(to + (end - begin), to + size, never);
    };
    {
        const std::scoped_lock lock(m_locks[static_cast<std::size_t>(rowBlock)]);
        for (const Hit& hit : worker.hits)
            m_lists.insert(hit.query, hit.item, hit.value);
        copyThresholds(rowBlock, worker.rowThresholds.data());
    }
    if (m_symmetric) {
        const std::scoped_lock lock(m_locks[static_cast<std::size_t>(columnBlock)]);
        for (const Hit& hit : worker.hits)
            m_lists.insert(hit.item, hit.query, hit.value);
        copyThresholds(columnBlock, worker.columnThresholds.data());
    }
    worker.hits.clear();
    // On the diagonal the columns' insertions raised the rows' thresholds too; the copy taken before is merely lower.
}

void BlockedSearch::collect(NeighborTable& table, std::span<const std::int32_t> rows, const Context& context)
{
    constexpr Index chunk = 64;
    parallelFor(ceilDivide(m_queries.items(), chunk), [&](Index task, int) {
        context.checkStop();
        std::vector<std::int32_t> candidates;
        std::vector<double> values;
        for (Index i = task * chunk; i < std::min(m_queries.items(), (task + 1) * chunk); ++i) {
            m_lists.finish(i, candidates, values);
            for (auto& candidate : candidates)
                candidate = m_items.columns[static_cast<std::size_t>(candidate)];
            table.assign(rows[static_cast<std::size_t>(i)], candidates, values);
        }
    });
}

} // namespace bridgescope
