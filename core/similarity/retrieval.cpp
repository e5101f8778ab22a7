#include "core/similarity/retrieval.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <cblas-openblas.h>
#include <cmath>
#include <mutex>

namespace bridgescope {
namespace {

/// Unit rows in float32, canonical norms, and the mean cosine to the nearest of the other set.
struct Side {
    MatrixView set;
    std::vector<double> norms;
    std::vector<float> unit;
    std::vector<double> nearness; ///< r of CSLS
};

Side makeSide(MatrixView set)
{
    Side side;
    side.set = set;
    side.norms.resize(static_cast<std::size_t>(set.columns));
    side.unit.assign(static_cast<std::size_t>(set.size()), 0.0f);
    parallelFor((set.columns + 255) / 256, [&](Index task, int) {
        for (Index i = task * 256; i < std::min(set.columns, (task + 1) * 256); ++i) {
            const auto x = set.column(i);
            const double norm = side.norms[static_cast<std::size_t>(i)] = canonicalNorm(x.data(), set.rows);
            if (norm == 0) continue;
            for (std::size_t k = 0; k < x.size(); ++k)
                side.unit[static_cast<std::size_t>(i * set.rows) + k] =
                    static_cast<float>(static_cast<double>(x[k]) / norm);
        }
    });
    return side;
}

/// Mean cosine to the k nearest items of the other set; 0 for a zero vector.
std::vector<double> nearnessTo(MatrixView base, MatrixView queries, Index k, const Context& context)
{
    NeighborOptions options;
    options.k = std::min(k, base.columns);
    return meanNearness(exactNeighbors(queries, base, options, context), options.k);
}

double cosine(const Side& a, Index i, const Side& b, Index j)
{
    const double norms = a.norms[static_cast<std::size_t>(i)] * b.norms[static_cast<std::size_t>(j)];
    return norms == 0 ? 0 : canonicalDot(a.set.column(i).data(), b.set.column(j).data(), a.set.rows) / norms;
}

/// The four ways a pair's similarity is read: whose list it is and whether hubs are discounted.
enum Way { ForwardCosine, ForwardCsls, BackwardCosine, BackwardCsls, Ways };

/// Ranks of every item's partner, all four ways, from one pass over blocks of products. Products in float32 decide
/// where they are clear; within their rounding bound the canonical cosine does.
class PartnerRanks {
public:
    PartnerRanks(const Side& f, const Side& y) : m_f(f), m_y(y), m_n(f.set.columns)
    {
        m_bound = static_cast<double>(f.set.rows + 16) * 0x1p-24;
        for (auto& ranks : m_ranks)
            ranks.assign(static_cast<std::size_t>(m_n), 1);
        for (Index i = 0; i < m_n; ++i)
            m_partner.push_back(cosine(f, i, y, i));
    }

    void run(const Context& context)
    {
        constexpr Index size = 256;
        const Index blocks = (m_n + size - 1) / size;
        parallelFor(blocks * blocks, [&](Index task, int) {
            context.checkStop();
            const Index row = task / blocks * size, column = task % blocks * size;
            block(row, std::min(size, m_n - row), column, std::min(size, m_n - column));
        });
    }

    const std::vector<Index>& ranks(Way way) const { return m_ranks[way]; }

private:
    /// Whether candidate c of query q (partner q) stands before the partner, all in doubles.
    bool before(double candidate, double partner, Index c, Index q) const
    {
        return candidate > partner || (candidate == partner && c < q);
    }

    void block(Index row, Index rows, Index column, Index columns)
    {
        std::vector<float> g(static_cast<std::size_t>(rows * columns));
        const auto d = static_cast<blasint>(m_f.set.rows);
        cblas_sgemm(CblasColMajor, CblasTrans, CblasNoTrans, static_cast<blasint>(rows), static_cast<blasint>(columns),
                    d, 1.0f, m_f.unit.data() + row * d, d, m_y.unit.data() + column * d, d, 0.0f, g.data(),
                    static_cast<blasint>(rows));
        std::vector<Index> counts[Ways];
        for (int way = 0; way < Ways; ++way)
            counts[way].assign(static_cast<std::size_t>(way < BackwardCosine ? rows : columns), 0);
        for (Index c = 0; c < columns; ++c)
            for (Index r = 0; r < rows; ++r)
                if (row + r != column + c)
                    count(row + r, column + c, static_cast<double>(g[static_cast<std::size_t>(c * rows + r)]), r, c,
                          counts);
        const std::scoped_lock lock(m_mutex);
        for (int way = 0; way < Ways; ++way)
            for (std::size_t i = 0; i < counts[way].size(); ++i)
                m_ranks[way][static_cast<std::size_t>(way < BackwardCosine ? row : column) + i] += counts[way][i];
    }

    void count(Index i, Index j, double product, Index r, Index c, std::vector<Index> (&counts)[Ways])
    {
        const double partnerI = m_partner[static_cast<std::size_t>(i)],
                     partnerJ = m_partner[static_cast<std::size_t>(j)];
        const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
        // CSLS of a query's candidates up to what is the same for all of them.
        const double forwardPartner = 2 * partnerI - m_y.nearness[a], backwardPartner = 2 * partnerJ - m_f.nearness[b];
        double value = product;
        const double margins[] = {
            std::abs(product - partnerI), std::abs(2 * product - m_y.nearness[b] - forwardPartner) / 2,
            std::abs(product - partnerJ), std::abs(2 * product - m_f.nearness[a] - backwardPartner) / 2};
        if (*std::min_element(std::begin(margins), std::end(margins)) <= m_bound) value = cosine(m_f, i, m_y, j);
        counts[ForwardCosine][static_cast<std::size_t>(r)] += before(value, partnerI, j, i);
        counts[ForwardCsls][static_cast<std::size_t>(r)] += before(2 * value - m_y.nearness[b], forwardPartner, j, i);
        counts[BackwardCosine][static_cast<std::size_t>(c)] += before(value, partnerJ, i, j);
        counts[BackwardCsls][static_cast<std::size_t>(c)] += before(2 * value - m_f.nearness[a], backwardPartner, i, j);
    }

    const Side& m_f;
    const Side& m_y;
    Index m_n;
    double m_bound = 0;
    std::vector<double> m_partner;
    std::vector<Index> m_ranks[Ways];
    std::mutex m_mutex;
};

RetrievalScores scoresOf(std::vector<Index> ranks)
{
    RetrievalScores scores;
    const auto n = static_cast<double>(ranks.size());
    for (const Index rank : ranks) {
        scores.p1 += (rank <= 1) / n;
        scores.p5 += (rank <= 5) / n;
        scores.p10 += (rank <= 10) / n;
        scores.mrr += 1 / static_cast<double>(rank) / n;
    }
    std::sort(ranks.begin(), ranks.end());
    const std::size_t middle = ranks.size() / 2;
    scores.medianRank = ranks.size() % 2 ? static_cast<double>(ranks[middle])
                                         : static_cast<double>(ranks[middle - 1] + ranks[middle]) / 2;
    return scores;
}

} // namespace

Retrieval measureRetrieval(MatrixView f, MatrixView y, int cslsK, const Context& context)
{
    if (f.columns != y.columns || f.rows != y.rows || f.columns == 0)
        throw Error(ErrorKind::Input, "retrieval needs as many predictions as targets, of one dimension");
    Side predictions = makeSide(f), targets = makeSide(y);
    // r_Y of f(x) is the same for all candidates of f(x); what discounts a candidate y is its own nearness to f(X), and
    // back.
    predictions.nearness = nearnessTo(y, f, cslsK, context);
    targets.nearness = nearnessTo(f, y, cslsK, context);
    PartnerRanks ranks(predictions, targets);
    ranks.run(context);
    return {scoresOf(ranks.ranks(ForwardCosine)), scoresOf(ranks.ranks(ForwardCsls)),
            scoresOf(ranks.ranks(BackwardCosine)), scoresOf(ranks.ranks(BackwardCsls))};
}

Fit measureFit(MatrixView f, MatrixView y)
{
    Fit fit;
    const auto n = static_cast<double>(y.columns), d = static_cast<double>(y.rows);
    std::vector<double> mean(static_cast<std::size_t>(y.rows), 0.0);
    for (Index i = 0; i < y.columns; ++i)
        for (std::size_t k = 0; k < mean.size(); ++k)
            mean[k] += static_cast<double>(y.column(i)[k]) / n;
    double residual = 0, total = 0;
    for (Index i = 0; i < y.columns; ++i) {
        const auto a = f.column(i), b = y.column(i);
        residual += canonicalSquaredDistance(a.data(), b.data(), y.rows);
        for (std::size_t k = 0; k < mean.size(); ++k)
            total += (static_cast<double>(b[k]) - mean[k]) * (static_cast<double>(b[k]) - mean[k]);
        const double norms = canonicalNorm(a.data(), y.rows) * canonicalNorm(b.data(), y.rows);
        fit.cosine += norms == 0 ? 0 : canonicalDot(a.data(), b.data(), y.rows) / norms / n;
    }
    fit.mse = residual / (n * d);
    // Of equal vectors `total` is what rounding left of their mean.
    bool constant = true;
    for (Index i = 1; constant && i < y.columns; ++i)
        constant = std::ranges::equal(y.column(i), y.column(0));
    if (!constant) fit.r2 = 1 - residual / total;
    return fit;
}

} // namespace bridgescope
