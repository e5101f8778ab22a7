#include "core/neighbors/neighbors.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/neighbors/candidate_lists.h"
#include "core/neighbors/proposal_space.h"
#include "core/neighbors/scan.h"
#include "core/neighbors/search_plan.h"

#include <algorithm>
#include <atomic>
#include <cblas-openblas.h>
#include <mutex>

namespace bridgescope {
namespace {

/// A block of products that stays in cache: 512 x 512 floats are one MiB.
constexpr Index usualBlock = 512;

Index blockSize(const NeighborOptions& options, Index items)
{
    const Index wanted = options.blockItems > 0 ? options.blockItems : usualBlock;
    const auto fits =
        static_cast<Index>(options.memoryBytes / 4 / (sizeof(float) * static_cast<std::uint64_t>(threadCount())));
    Index size = std::min(wanted, items);
    while (size > 64 && size * size > fits)
        size /= 2;
    return std::max<Index>(size, 1);
}

/// Queries against candidates, both prepared. Symmetric where they are the same columns: then each block of products
/// serves its rows and its columns, and only blocks on and above the diagonal are computed.
class BlockedSearch {
public:
    BlockedSearch(const SearchSide& querySide, std::vector<std::int32_t> queries, const SearchSide& itemSide,
                  std::vector<std::int32_t> items, bool same, const NeighborOptions& options)
        : m_querySide(querySide), m_itemSide(itemSide), m_queries(std::move(queries)), m_items(std::move(items)),
          m_symmetric(same && m_queries.size() == m_items.size()), m_same(same), m_options(options),
          m_frame(makeFrame(options.metric, querySide.set, itemSide.set)),
          m_q(prepare(m_frame, querySide.set, m_queries, querySide.norms)),
          m_own(m_symmetric ? ProposalSpace() : prepare(m_frame, itemSide.set, m_items, itemSide.norms)),
          m_c(m_symmetric ? m_q : m_own), m_lists(m_q.items, rules())
    {
    }

    void run(const Context& context)
    {
        const Index size = blockSize(m_options, std::max(m_q.items, m_c.items));
        const Index rowBlocks = (m_q.items + size - 1) / size, columnBlocks = (m_c.items + size - 1) / size;
        std::vector<std::pair<Index, Index>> tasks;
        for (Index i = 0; i < rowBlocks; ++i)
            for (Index j = m_symmetric ? i : 0; j < columnBlocks; ++j)
                tasks.emplace_back(i, j);
        m_locks = std::vector<std::mutex>(static_cast<std::size_t>(rowBlocks));
        std::vector<std::vector<float>> products(static_cast<std::size_t>(threadCount()));
        std::atomic<Index> done{0};
        parallelFor(static_cast<Index>(tasks.size()), [&](Index task, int worker) {
            context.checkStop();
            auto& product = products[static_cast<std::size_t>(worker)];
            product.resize(static_cast<std::size_t>(size * size));
            const auto [i, j] = tasks[static_cast<std::size_t>(task)];
            block(i * size, std::min(size, m_q.items - i * size), j * size, std::min(size, m_c.items - j * size),
                  product.data(), size);
            const Index now = ++done;
            if (context.progress) {
                const std::scoped_lock lock(m_progressMutex);
                context.report(static_cast<double>(now) / static_cast<double>(tasks.size()) *
                                   static_cast<double>(m_q.items),
                               static_cast<double>(m_q.items), "items");
            }
        });
    }

    /// Final lists, written into the table by the queries' columns.
    void collect(NeighborTable& table, const Context& context)
    {
        constexpr Index chunk = 64;
        parallelFor((m_q.items + chunk - 1) / chunk, [&](Index task, int) {
            context.checkStop();
            std::vector<std::int32_t> candidates;
            std::vector<double> values;
            for (Index i = task * chunk; i < std::min(m_q.items, (task + 1) * chunk); ++i) {
                m_lists.finish(i, candidates, values);
                for (auto& candidate : candidates)
                    candidate = m_items[static_cast<std::size_t>(candidate)];
                table.assign(m_queries[static_cast<std::size_t>(i)], candidates, values);
            }
        });
    }

private:
    CandidateLists::Rules rules()
    {
        CandidateLists::Rules rules;
        rules.k = m_options.k;
        rules.queryQ = &m_q.q;
        rules.candidateQ = &m_c.q;
        rules.canonical = [this](std::int32_t query, std::int32_t candidate) {
            return canonicalValue(m_querySide, m_queries[static_cast<std::size_t>(query)], m_itemSide,
                                  m_items[static_cast<std::size_t>(candidate)], m_options.metric);
        };
        rules.exactScale = m_options.metric == Metric::Cosine ? 1.0 : 1.0 / (m_frame.unit * m_frame.unit);
        return rules;
    }

    bool leftOut(Index query, Index candidate) const
    {
        if (!m_same) return false;
        const auto i = static_cast<std::size_t>(m_queries[static_cast<std::size_t>(query)]);
        const auto j = static_cast<std::size_t>(m_items[static_cast<std::size_t>(candidate)]);
        return i == j || (!m_options.groups.empty() && m_options.groups[i] == m_options.groups[j]);
    }

    void block(Index row, Index rows, Index column, Index columns, float* product, Index size)
    {
        const auto d = static_cast<blasint>(m_q.dimension);
        cblas_sgemm(CblasColMajor, CblasTrans, CblasNoTrans, static_cast<blasint>(rows), static_cast<blasint>(columns),
                    d, 1.0f, m_q.z.data() + row * m_q.dimension, d, m_c.z.data() + column * m_c.dimension, d, 0.0f,
                    product, static_cast<blasint>(rows));
        const bool diagonal = m_symmetric && row == column;
        const bool serveColumns = m_symmetric && !diagonal;
        // Lists of a block of items are touched by one worker at a time; the lower block is locked first.
        const std::scoped_lock rowLock(m_locks[static_cast<std::size_t>(row / size)]);
        std::unique_lock<std::mutex> columnLock;
        if (serveColumns) columnLock = std::unique_lock(m_locks[static_cast<std::size_t>(column / size)]);
        ScanBlock scan;
        scan.g = product;
        scan.rows = rows;
        scan.columns = columns;
        scan.scale = m_q.scale;
        scan.rowP = m_q.p.data() + row;
        scan.columnP = m_c.p.data() + column;
        scan.rowThresholds = m_lists.thresholds() + row;
        scan.columnThresholds = serveColumns ? m_lists.thresholds() + column : nullptr;
        std::vector<ScanHit> hits;
        for (Index c = 0; c < columns; ++c) {
            scanColumn(scan, c, hits);
            for (const ScanHit& hit : hits) {
                const Index i = row + hit.row, j = column + c;
                if (leftOut(i, j)) continue;
                if (hit.forRow && hit.value >= m_lists.threshold(i))
                    m_lists.insert(i, static_cast<std::int32_t>(j), hit.value);
                if (hit.forColumn && hit.value >= m_lists.threshold(j))
                    m_lists.insert(j, static_cast<std::int32_t>(i), hit.value);
            }
        }
    }

    const SearchSide& m_querySide;
    const SearchSide& m_itemSide;
    std::vector<std::int32_t> m_queries, m_items;
    bool m_symmetric, m_same;
    NeighborOptions m_options;
    ProposalFrame m_frame;
    ProposalSpace m_q, m_own;
    const ProposalSpace& m_c;
    CandidateLists m_lists;
    std::vector<std::mutex> m_locks;
    std::mutex m_progressMutex;
};

Index largestGroup(std::span<const std::int32_t> groups)
{
    std::vector<std::int32_t> sorted(groups.begin(), groups.end());
    std::sort(sorted.begin(), sorted.end());
    Index largest = 1;
    for (std::size_t begin = 0, i = 0; i <= sorted.size(); ++i)
        if (i == sorted.size() || sorted[i] != sorted[begin]) {
            largest = std::max(largest, static_cast<Index>(i - begin));
            begin = i;
        }
    return largest;
}

void requireK(Index k, Index others, Index n)
{
    if (k >= 1 && k <= others) return;
    throw Error(ErrorKind::Input,
                "K = " + std::to_string(k) + " neighbors, but N = " + std::to_string(n) + " items are there",
                others < 1 ? "give more items" : "choose K from 1 to " + std::to_string(others));
}

} // namespace

NeighborTable exactNeighbors(MatrixView set, const NeighborOptions& options, const Context& context)
{
    requireK(options.k, set.columns - 1, set.columns);
    NeighborTable table(set.columns, options.k);
    const SearchSide side = makeSide(set, options.metric);
    table.zeroVectors = side.zeroVectors;
    if (side.active.empty()) return table;
    // An item needs K of its equals beside those left out of its list (itself, or its group).
    auto items = withoutSurplusCopies(side, options.k + (options.groups.empty() ? 1 : largestGroup(options.groups)));
    context.checkStop();
    BlockedSearch search(side, side.active, side, std::move(items), true, options);
    search.run(context);
    search.collect(table, context);
    return table;
}

NeighborTable exactNeighbors(MatrixView queries, MatrixView base, const NeighborOptions& options,
                             const Context& context)
{
    requireK(options.k, base.columns, base.columns);
    if (queries.rows != base.rows)
        throw Error(ErrorKind::Input,
                    "queries have " + std::to_string(queries.rows) + " dimensions, items " + std::to_string(base.rows));
    NeighborTable table(queries.columns, options.k);
    const SearchSide querySide = makeSide(queries, options.metric), side = makeSide(base, options.metric);
    table.zeroVectors = querySide.zeroVectors;
    if (querySide.active.empty() || side.active.empty()) return table;
    BlockedSearch search(querySide, querySide.active, side, withoutSurplusCopies(side, options.k), false, options);
    search.run(context);
    search.collect(table, context);
    return table;
}

} // namespace bridgescope
