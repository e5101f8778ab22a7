#include "ui/models/column_histogram.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace bridgescope {
namespace {

constexpr int mostBars = 41, realBins = 20, mostCategories = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::ColumnHistogram", text);
}

void finish(ColumnHistogram& histogram)
{
    for (const auto& bar : histogram.bars)
        histogram.most = std::max(histogram.most, bar.count);
}

ColumnHistogram ofCategories(const ItemsModel& model, const ItemColumns& c)
{
    if (!c.category) return {};
    std::map<QString, ColumnHistogram::Bar> byName;
    for (int i = 0; i < c.count(); ++i) {
        auto& bar = byName[c.categoryOf(i)];
        ++bar.count;
        bar.shown += model.rowOf(i) >= 0;
    }
    ColumnHistogram histogram;
    for (auto& [name, bar] : byName) {
        bar.name = name;
        histogram.bars.push_back(bar);
    }
    std::stable_sort(histogram.bars.begin(), histogram.bars.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    if (histogram.bars.size() > mostCategories + 1) {
        ColumnHistogram::Bar other;
        other.name = tr("other (%1)").arg(histogram.bars.size() - mostCategories);
        for (std::size_t i = mostCategories; i < histogram.bars.size(); ++i) {
            other.count += histogram.bars[i].count;
            other.shown += histogram.bars[i].shown;
        }
        histogram.bars.resize(mostCategories);
        histogram.bars.push_back(other);
    }
    finish(histogram);
    return histogram;
}

} // namespace

ColumnHistogram histogramOf(const ItemsModel& model, int column)
{
    const ItemColumnsPtr& columns = model.columns();
    if (!columns || columns->count() == 0 || column == ItemsModel::Item) return {};
    const ItemColumns& c = *columns;
    if (column == ItemsModel::Category) return ofCategories(model, c);
    if (!c.hasMapping && column != ItemsModel::XY && column != ItemsModel::Hubs) return {};
    const auto value = [&](int i) -> double {
        const auto at = ItemColumns::index(i);
        switch (column) {
        case ItemsModel::XF:
            return c.xf[at];
        case ItemsModel::YF:
            return c.yf[at];
        case ItemsModel::XY:
            return c.xy[at];
        case ItemsModel::Difference:
            return c.difference(i);
        case ItemsModel::Cosine:
            return static_cast<double>((*c.cosine)[at]);
        default:
            return c.hubs()[at];
        }
    };
    double low = value(0), high = low;
    for (int i = 1; i < c.count(); ++i) {
        low = std::min(low, value(i));
        high = std::max(high, value(i));
    }
    const bool whole = column != ItemsModel::Cosine;
    if (whole && column <= ItemsModel::XY) low = 0, high = static_cast<double>(c.k);
    const double range = high - low + (whole ? 1 : 0);
    const int bins = whole ? std::min(mostBars, static_cast<int>(range)) : range > 0 ? realBins : 1;
    const double width = whole ? std::ceil(range / bins) : range > 0 ? range / bins : 1;
    ColumnHistogram histogram;
    for (int b = 0; b < bins && (!whole || low + b * width <= high); ++b) {
        const double from = low + b * width, to = whole ? std::min(high, from + width - 1) : from + width;
        const int decimals = whole ? 0 : 2;
        histogram.bars.push_back(
            {to > from ? tr("%1 to %2").arg(number(from, decimals), number(to, decimals)) : number(from, decimals), 0,
             0});
    }
    for (int i = 0; i < c.count(); ++i) {
        const auto bin = static_cast<std::size_t>(
            std::clamp(static_cast<int>((value(i) - low) / width), 0, static_cast<int>(histogram.bars.size()) - 1));
        ++histogram.bars[bin].count;
        histogram.bars[bin].shown += model.rowOf(i) >= 0;
    }
    finish(histogram);
    return histogram;
}

} // namespace bridgescope
