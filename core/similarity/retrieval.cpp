#include "core/similarity/retrieval.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/neighbors/neighbors.h"

#include <algorithm>
#include <cblas-openblas.h>
#include <cmath>
#include <mutex>

namespace bridgescope {

/// Unit rows in float32, canonical norms, and the mean cosine to the nearest of the other set.
struct UnitSet {
    MatrixView set;
    std::vector<double> norms;
    std::vector<float> unit;
    std::vector<double> nearness; ///< r of CSLS
};

namespace {

UnitSet unitSet(MatrixView set)
{
    UnitSet side;
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

double cosine(const UnitSet& a, Index i, const UnitSet& b, Index j)
{
    const double norms = a.norms[static_cast<std::size_t>(i)] * b.norms[static_cast<std::size_t>(j)];
    return norms == 0 ? 0 : canonicalDot(a.set.column(i).data(), b.set.column(j).data(), a.set.rows) / norms;
}

/// How far a product of two units in float32 may be off their cosine.
double roundingBound(const UnitSet& side)
{
    return static_cast<double>(side.set.rows + 16) * 0x1p-24;
}

/// Products of `rows` units and `columns` others into `g`, rows x columns.
void multiplyUnits(const float* a, Index rows, const float* b, Index columns, Index d, float* g)
{
    const auto depth = static_cast<blasint>(d), m = static_cast<blasint>(rows), n = static_cast<blasint>(columns);
    cblas_sgemm(CblasColMajor, CblasTrans, CblasNoTrans, m, n, depth, 1.0f, a, depth, b, depth, 0.0f, g, m);
}

/// A prediction whose partner among y's columns may still be the first, and the cosine with it.
struct Seeker {
    Index i, partner;
    double own;
};

/// Whether any of y's columns [begin, begin + products.size()) stands before the partner. `products` are theirs with
/// f's column.
bool standsBefore(std::span<const float> products, const UnitSet& y, Index begin, const UnitSet& f,
                  const Seeker& seeker)
{
    const double slack = 2 * roundingBound(y); // the factor covers the rounding of the two limits
    const auto least = static_cast<float>(seeker.own - slack), clear = static_cast<float>(seeker.own + slack);
    int near = 0, before = 0;
    for (const float product : products) {
        near += product > least;
        before += product > clear;
    }
    if (before > 0) return true; // the partner itself is not clear of itself
    for (std::size_t j = 0; near > 0; ++j) {
        if (!(products[j] > least)) continue;
        --near;
        const Index candidate = begin + static_cast<Index>(j);
        if (candidate == seeker.partner) continue;
        const double value = cosine(f, seeker.i, y, candidate);
        if (value > seeker.own || (value == seeker.own && candidate < seeker.partner)) return true;
    }
    return false;
}

/// How many of some predictions have their partner first. Most are out after a few candidates: only the others are
/// multiplied with more.
Index countFirst(const UnitSet& f, std::vector<Seeker> seekers, const UnitSet& y, const Context& context)
{
    constexpr Index few = 64, many = 256;
    const Index n = y.set.columns, d = y.set.rows;
    std::vector<float> units, products(static_cast<std::size_t>(many) * seekers.size());
    for (const Seeker& seeker : seekers)
        units.insert(units.end(), f.unit.begin() + seeker.i * d, f.unit.begin() + (seeker.i + 1) * d);
    for (Index row = 0, end = few; row < n && !seekers.empty(); row = end, end += many) {
        context.checkStop();
        const auto rows = static_cast<std::size_t>(std::min(end, n) - row);
        multiplyUnits(y.unit.data() + row * d, static_cast<Index>(rows), units.data(),
                      static_cast<Index>(seekers.size()), d, products.data());
        std::size_t left = 0;
        for (std::size_t s = 0; s < seekers.size(); ++s) {
            if (standsBefore({products.data() + s * rows, rows}, y, row, f, seekers[s])) continue;
            std::copy_n(units.begin() + static_cast<Index>(s) * d, d, units.begin() + static_cast<Index>(left) * d);
            seekers[left++] = seekers[s];
        }
        seekers.resize(left);
    }
    return static_cast<Index>(seekers.size());
}

/// The four ways a pair's similarity is read: whose list it is and whether hubs are discounted.
enum Way { ForwardCosine, ForwardCsls, BackwardCosine, BackwardCsls, Ways };

/// Ranks of every item's partner, all four ways, from one pass over blocks of products. Products in float32 decide
/// where they are clear; within their rounding bound the canonical cosine does.
class PartnerRanks {
public:
    PartnerRanks(const UnitSet& f, const UnitSet& y) : m_f(f), m_y(y), m_n(f.set.columns), m_bound(roundingBound(f))
    {
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
        const Index d = m_f.set.rows;
        multiplyUnits(m_f.unit.data() + row * d, rows, m_y.unit.data() + column * d, columns, d, g.data());
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

    const UnitSet& m_f;
    const UnitSet& m_y;
    Index m_n;
    double m_bound;
    std::vector<double> m_partner;
    std::vector<Index> m_ranks[Ways];
    std::mutex m_mutex;
};

RetrievalScores scoresOf(std::vector<Index> ranks)
{
    RetrievalScores scores;
    const auto n = static_cast<double>(ranks.size());
    const auto within = [&](Index most) {
        return static_cast<double>(std::ranges::count_if(ranks, [most](Index rank) { return rank <= most; })) / n;
    };
    scores.p1 = within(1);
    scores.p5 = within(5);
    scores.p10 = within(10);
    for (const Index rank : ranks)
        scores.mrr += 1 / static_cast<double>(rank) / n;
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
    UnitSet predictions = unitSet(f), targets = unitSet(y);
    // r_Y of f(x) is the same for all candidates of f(x); what discounts a candidate y is its own nearness to f(X), and
    // back.
    predictions.nearness = nearnessTo(y, f, cslsK, context);
    targets.nearness = nearnessTo(f, y, cslsK, context);
    PartnerRanks ranks(predictions, targets);
    ranks.run(context);
    return {scoresOf(ranks.ranks(ForwardCosine)), scoresOf(ranks.ranks(ForwardCsls)),
            scoresOf(ranks.ranks(BackwardCosine)), scoresOf(ranks.ranks(BackwardCsls))};
}

Targets::Targets(MatrixView y) : m_y(std::make_unique<const UnitSet>(unitSet(y)))
{
    const auto n = static_cast<double>(y.columns);
    std::vector<double> mean(static_cast<std::size_t>(y.rows), 0.0);
    for (Index i = 0; i < y.columns; ++i)
        for (std::size_t k = 0; k < mean.size(); ++k)
            mean[k] += static_cast<double>(y.column(i)[k]) / n;
    for (Index i = 0; i < y.columns; ++i) {
        for (std::size_t k = 0; k < mean.size(); ++k)
            m_total += std::pow(static_cast<double>(y.column(i)[k]) - mean[k], 2);
        m_constant = m_constant && std::ranges::equal(y.column(i), y.column(0));
    }
}

Targets::~Targets() = default;

Fit Targets::fit(MatrixView f) const
{
    struct Item {
        double residual, normF, normY, cosine;
    };
    constexpr Index chunk = 64;
    const MatrixView y = m_y->set;
    std::vector<Item> items(static_cast<std::size_t>(y.columns));
    parallelFor((y.columns + chunk - 1) / chunk, [&](Index task, int) {
        for (Index i = task * chunk; i < std::min(y.columns, (task + 1) * chunk); ++i) {
            const auto a = f.column(i), b = y.column(i);
            const double normF = canonicalNorm(a.data(), y.rows), normY = m_y->norms[static_cast<std::size_t>(i)];
            const double norms = normF * normY;
            items[static_cast<std::size_t>(i)] = {canonicalSquaredDistance(a.data(), b.data(), y.rows), normF, normY,
                                                  norms == 0 ? 0 : canonicalDot(a.data(), b.data(), y.rows) / norms};
        }
    });
    Item sums{};
    for (const Item& item : items) {
        sums.residual += item.residual;
        sums.normF += item.normF;
        sums.normY += item.normY;
        sums.cosine += item.cosine;
    }
    const auto n = static_cast<double>(y.columns), d = static_cast<double>(y.rows);
    Fit fit;
    fit.mse = sums.residual / (n * d);
    if (!m_constant) fit.r2 = 1 - sums.residual / m_total; // of equal vectors the total is rounding
    fit.cosine = sums.cosine / n;
    if (sums.normY > 0) fit.normRatio = sums.normF / sums.normY;
    return fit;
}

double Targets::p1(MatrixView f, std::span<const Index> partners, const Context& context) const
{
    constexpr Index chunk = 32;
    const UnitSet side = unitSet(f);
    std::vector<Index> first(static_cast<std::size_t>((f.columns + chunk - 1) / chunk), 0);
    parallelFor(static_cast<Index>(first.size()), [&](Index task, int) {
        std::vector<Seeker> seekers;
        for (Index i = task * chunk; i < std::min(f.columns, (task + 1) * chunk); ++i) {
            const Index partner = partners[static_cast<std::size_t>(i)];
            seekers.push_back({i, partner, cosine(side, i, *m_y, partner)});
        }
        first[static_cast<std::size_t>(task)] = countFirst(side, std::move(seekers), *m_y, context);
    });
    Index all = 0;
    for (const Index some : first)
        all += some;
    return static_cast<double>(all) / static_cast<double>(f.columns);
}

Fit measureFit(MatrixView f, MatrixView y)
{
    return Targets(y).fit(f);
}

} // namespace bridgescope
