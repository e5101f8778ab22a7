#include "core/training/validation.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/overlap/overlap.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {

std::vector<Index> validationItems(Index trainingItems, const TrainingOptions& options)
{
    if (options.map != "net" || options.earlyStopping == "none") return {};
    const Index least = options.earlyStopping == "validation-overlap" ? 3 : options.leastBatch();
    const Index count = std::max<Index>(least, std::lround(static_cast<double>(trainingItems) / 10));
    if (trainingItems - count < std::max<Index>(2, options.leastBatch()))
        throw Error(ErrorKind::Input,
                    "early stopping sets " + std::to_string(count) + " of " + std::to_string(trainingItems) +
                        " training items aside, too few are left",
                    "train without --early-stopping or hold out fewer items");
    auto items = ascending(trainingItems);
    Random(options.seed, "net.validation").shuffle(items);
    items.resize(static_cast<std::size_t>(count));
    std::ranges::sort(items);
    return items;
}

Index validationK(Index items)
{
    return std::min<Index>(10, std::max<Index>(1, (items - 1) / 2));
}

Validation::Validation(Matrix x, Matrix y, Matrix loadedY, const Pipeline& preprocessY, const LossOptions& loss,
                       const TrainingOptions& options)
    : m_x(std::move(x)), m_y(std::move(y)), m_preprocessY(preprocessY), m_batch(std::min(options.batch, m_x.columns())),
      m_loss(loss, m_x.rows(), m_y.rows(), m_batch + 1),
      m_gradient(static_cast<std::size_t>(m_y.rows() * (m_batch + 1)))
{
    if (options.earlyStopping != "validation-overlap") return;
    NeighborOptions lists;
    lists.k = validationK(loadedY.columns());
    m_listsOfY = exactNeighbors(loadedY, lists);
}

double Validation::loss(const Network& network, const Context& context)
{
    const Matrix f = applyNetwork(network, m_x, context);
    const Index n = m_x.columns();
    double sum = 0;
    for (Index begin = 0, count = 0; begin < n; begin += count) {
        count = n - begin - m_batch <= 1 ? n - begin : m_batch;
        const auto part = [&](const Matrix& m) { return MatrixView{m.column(begin).data(), m.rows(), count}; };
        sum += double(count) * m_loss.evaluate(part(f), part(m_y), part(m_x), m_gradient.data());
    }
    return sum / double(n);
}

double Validation::overlap(const Network& network, const Context& context) const
{
    const Matrix f = m_preprocessY.undo(applyNetwork(network, m_x, context), context);
    NeighborOptions lists;
    lists.k = m_listsOfY.k();
    return OverlapCounts(m_listsOfY, exactNeighbors(f, lists, context), lists.k, SelfRule::Excluded).means().back();
}

void EarlyStopping::add(double value)
{
    m_since = isBetter(value) ? 0 : m_since + 1;
    if (m_since == 0) best = value;
}

void EarlyStopping::restore(std::optional<double> value, Index since)
{
    best = value;
    m_since = since;
}

} // namespace bridgescope
