#include "ui/charts/difference_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::DifferenceChart", text);
}

int countOf(const std::vector<int>& counts, int difference, int k)
{
    const auto at = static_cast<std::size_t>(difference + k);
    return at < counts.size() ? counts[at] : 0;
}

QString moreOfY()
{
    return tr("← more of Y");
}

QString moreOfX()
{
    return tr("more of X →");
}

QString axisName()
{
    return tr("per item, NNO(X,f) − NNO(Y,f)");
}

/// Whether the axis' name fits between its ends.
bool nameFits(double width, const ChartStyle& style)
{
    const double ends =
        2 * std::max(style.width(moreOfY(), TextSize::Caption), style.width(moreOfX(), TextSize::Caption));
    return ends + style.width(axisName(), TextSize::Caption) + 16 * style.unit < width;
}

} // namespace

DifferenceLayout layOutDifference(const DifferenceData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    DifferenceLayout layout;
    const int most = std::max(1, data.counts.empty() ? 1 : *std::max_element(data.counts.begin(), data.counts.end()));
    const bool below = !style.screen && !nameFits(rect.width() - 40 * u, style); // a figure has no title that says it
    const double top = rect.top() + h + 6 * u, bottom = rect.bottom() - (below ? 3 : 2) * h - 8 * u;
    layout.y = {0, most * 1.02, bottom, top};
    layout.yTicks = countTicks(0, layout.y.high, std::clamp(static_cast<int>((bottom - top) / (36 * u)), 2, 6));
    const double labels = style.width(layout.yTicks.text(layout.yTicks.values.back()), TextSize::Caption) + 8 * u;
    layout.plot = QRectF(QPointF(rect.left() + labels, top), QPointF(rect.right(), bottom));
    const double bar = layout.plot.width() / (2 * data.k + 1);
    layout.x = {-static_cast<double>(data.k), static_cast<double>(data.k), layout.plot.left() + bar / 2,
                layout.plot.right() - bar / 2};
    return layout;
}

QRectF DifferenceLayout::bar(const DifferenceData& data, int difference) const
{
    const double width = plot.width() / (2 * data.k + 1), gap = std::min(2.0, width * 0.12);
    const double top = y.position(countOf(data.counts, difference, data.k));
    return {QPointF(x.position(difference) - width / 2 + gap / 2, top),
            QPointF(x.position(difference) + width / 2 - gap / 2, plot.bottom())};
}

void DifferenceChart::paintAxes(QPainter& painter, const DifferenceLayout& layout, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(style.text(TextSize::Caption));
    for (const double tick : layout.yTicks.values) {
        const double y = layout.y.position(tick);
        painter.setPen(QPen(style.colors.line2, u));
        painter.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(layout.plot.left() - 66 * u, y - h / 2, 60 * u, h),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, layout.yTicks.text(tick));
    }
    painter.setPen(style.colors.ink2);
    for (const double tick : countTicks(-m_data.k, m_data.k, 5).values)
        painter.drawText(QRectF(layout.x.position(tick) - 30 * u, layout.plot.bottom() + 3 * u, 60 * u, h),
                         Qt::AlignHCenter | Qt::TextSingleLine, signedNumber(static_cast<qint64>(tick)));
    const QRectF below(layout.plot.left(), layout.plot.bottom() + 5 * u + h, layout.plot.width(), h);
    painter.drawText(below, Qt::AlignLeft | Qt::TextSingleLine, moreOfY());
    painter.drawText(below, Qt::AlignRight | Qt::TextSingleLine, moreOfX());
    const bool fits = nameFits(below.width(), style);
    if (fits || !style.screen)
        painter.drawText(fits ? below : below.translated(0, h), Qt::AlignHCenter | Qt::TextSingleLine, axisName());
}

void DifferenceChart::paintBrush(QPainter& painter, const DifferenceLayout& layout, const ChartStyle& style) const
{
    const auto [low, high] = *m_data.brush;
    const double u = style.unit, width = layout.plot.width() / (2 * m_data.k + 1);
    const double left = layout.x.position(low) - width / 2, right = layout.x.position(high) + width / 2;
    for (const double x : {left, right}) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(style.colors.accent, 1.5 * u));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(style.colors.base);
        painter.drawRoundedRect(QRectF(x - 3 * u, layout.plot.center().y() - 9 * u, 6 * u, 18 * u), 3 * u, 3 * u);
    }
}

void DifferenceChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const DifferenceLayout layout = layOutDifference(m_data, rect, style);
    const bool brushed = style.screen && m_data.brush;
    if (brushed) {
        const double width = layout.plot.width() / (2 * m_data.k + 1);
        painter.fillRect(QRectF(QPointF(layout.x.position(m_data.brush->first) - width / 2, layout.plot.top()),
                                QPointF(layout.x.position(m_data.brush->second) + width / 2, layout.plot.bottom())),
                         style.colors.sel);
    }
    paintAxes(painter, layout, style);
    const bool parted = style.screen && m_data.anySelected && !m_data.selected.empty();
    for (int d = -m_data.k; d <= m_data.k; ++d) {
        const QRectF bar = layout.bar(m_data, d);
        painter.fillRect(bar, blend(style.colors.neutral, style.colors.base, 0.6));
        if (!parted) continue;
        QRectF part = bar;
        part.setTop(layout.y.position(countOf(m_data.selected, d, m_data.k)));
        painter.fillRect(part, style.colors.ink);
    }
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    painter.drawLine(QPointF(layout.x.position(0), layout.plot.top() - 2 * u),
                     QPointF(layout.x.position(0), layout.plot.bottom()));
    if (brushed) {
        paintBrush(painter, layout, style);
        int items = 0;
        for (int d = m_data.brush->first; d <= m_data.brush->second; ++d)
            items += countOf(m_data.counts, d, m_data.k);
        painter.setFont(style.text(TextSize::Caption, true));
        painter.setPen(style.colors.ink);
        painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), h), Qt::AlignRight | Qt::TextSingleLine,
            tr("%1 to %2: %3 items")
                .arg(signedNumber(m_data.brush->first), signedNumber(m_data.brush->second), number(items)));
    }
}

void DifferenceChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const DifferenceLayout layout = layOutDifference(m_data, rect, style);
    if (!layout.plot.contains(at)) return;
    const int d = differenceAt(at, rect, style);
    paintReadout(painter, rect, at, tr("difference %1").arg(signedNumber(d)),
                 {tr("items") + '\t' + number(countOf(m_data.counts, d, m_data.k))}, style);
}

int DifferenceChart::differenceAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const DifferenceLayout layout = layOutDifference(m_data, rect, style);
    return std::clamp(static_cast<int>(std::lround(layout.x.value(at.x()))), -m_data.k, m_data.k);
}

QString DifferenceChart::name() const
{
    return tr("Difference per item");
}

QString DifferenceChart::description() const
{
    int negative = 0, positive = 0;
    for (int d = 1; d <= m_data.k; ++d) {
        positive += countOf(m_data.counts, d, m_data.k);
        negative += countOf(m_data.counts, -d, m_data.k);
    }
    return tr("%1 items share more with X, %2 more with Y, %3 as much with both")
        .arg(number(positive), number(negative), number(countOf(m_data.counts, 0, m_data.k)));
}

ChartTable DifferenceChart::table() const
{
    ChartTable table;
    table.header = {"difference", "items"};
    for (int d = -m_data.k; d <= m_data.k; ++d)
        table.rows.append({QString::number(d), QString::number(countOf(m_data.counts, d, m_data.k))});
    return table;
}

} // namespace bridgescope
