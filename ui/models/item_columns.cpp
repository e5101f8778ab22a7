#include "ui/models/item_columns.h"

#include "ui/models/convention.h"

#include <algorithm>

namespace bridgescope {

std::vector<float> targetCosines(const MeasuredFold& fold)
{
    const Index n = fold.f.size();
    std::vector<float> cosines(static_cast<std::size_t>(n));
    for (Index i = 0; i < n; ++i) {
        const auto f = fold.f.item(i), y = fold.y.item(i);
        double dot = 0, ff = 0, yy = 0;
        for (std::size_t d = 0; d < f.size(); ++d) {
            dot += static_cast<double>(f[d]) * y[d];
            ff += static_cast<double>(f[d]) * f[d];
            yy += static_cast<double>(y[d]) * y[d];
        }
        cosines[static_cast<std::size_t>(i)] = ff > 0 && yy > 0 ? static_cast<float>(dot / std::sqrt(ff * yy)) : 0.0f;
    }
    return cosines;
}

std::vector<std::int32_t> hubCounts(const NeighborTable& lists, Index k)
{
    std::vector<std::int32_t> counts(static_cast<std::size_t>(lists.items()));
    for (Index i = 0; i < lists.items(); ++i) {
        const auto list = lists.neighbors(i);
        const auto end = std::min<std::size_t>(list.size(), static_cast<std::size_t>(std::max<Index>(k, 0)));
        for (std::size_t r = 0; r < end; ++r)
            ++counts[static_cast<std::size_t>(list[r])];
    }
    return counts;
}

const std::vector<std::int32_t>& ItemColumns::hubs() const
{
    if (m_hubs.empty()) {
        const Index others = measured->self == SelfRule::Included ? k - 1 : k;
        m_hubs = hubCounts(hasMapping ? measured->fold->listsF : measured->fold->listsX, others);
    }
    return m_hubs;
}

QString ItemColumns::categoryOf(int local) const
{
    if (!category) return {};
    return QString::fromStdString(category->values[static_cast<std::size_t>(pairOf(local))]);
}

ItemColumnsPtr makeItemColumns(const MeasuredAtK& atK, const ItemColumnsPtr& before)
{
    auto columns = std::make_shared<ItemColumns>();
    const Measured& m = *atK.measured;
    columns->measured = atK.measured;
    columns->hasMapping = atK.hasMapping;
    columns->k = atK.report.xy.k;
    columns->xy = atK.report.xy.perItem;
    if (atK.hasMapping) {
        columns->xf = atK.report.xf.perItem;
        columns->yf = atK.report.yf.perItem;
    }
    if (before && before->measured == atK.measured)
        columns->cosine = before->cosine;
    else
        columns->cosine = std::make_shared<const std::vector<float>>(targetCosines(*m.fold));
    columns->category = categoryColumn(m.pairs->metadata);
    return columns;
}

double ItemFilterRow::numberOf(FilterField field) const
{
    const auto i = ItemColumns::index(m_local);
    const bool mapped = m_columns.hasMapping;
    switch (field) {
    case FilterField::XF:
        return mapped ? m_columns.xf[i] : 0;
    case FilterField::YF:
        return mapped ? m_columns.yf[i] : 0;
    case FilterField::XY:
        return m_columns.xy[i];
    case FilterField::Difference:
        return m_columns.difference(m_local);
    case FilterField::Cosine:
        return mapped ? static_cast<double>((*m_columns.cosine)[i]) : 0;
    case FilterField::Hubs:
        return m_columns.hubs()[i];
    default:
        return 0;
    }
}

QString ItemFilterRow::textOf(FilterField field) const
{
    return field == FilterField::Label ? m_columns.measured->label(m_local) : m_columns.categoryOf(m_local);
}

} // namespace bridgescope
