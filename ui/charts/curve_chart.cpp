#include "ui/charts/curve_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::CurveChart", text);
}

double at(const std::vector<double>& values, int k)
{
    return values.empty() ? 0 : values[static_cast<std::size_t>(std::clamp(k, 1, static_cast<int>(values.size())) - 1)];
}

double highest(const CurveData& data)
{
    double most = 0;
    for (const CurveSeries& series : data.series)
        for (std::size_t i = 0; i < series.values.size(); ++i)
            most = std::max(most, series.values[i] + (i < series.errors.size() ? 1.96 * series.errors[i] : 0));
    for (const double value : data.chance)
        most = std::max(most, value);
    return std::clamp(most, 0.05, 1.0);
}

QPolygonF lineOfSeries(const std::vector<double>& values, const CurveLayout& layout)
{
    QPolygonF line;
    for (std::size_t i = 0; i < values.size(); ++i)
        line << QPointF(layout.x.position(static_cast<double>(i + 1)), layout.y.position(values[i]));
    return line;
}

void paintBand(QPainter& painter, const CurveSeries& series, const CurveLayout& layout, const ChartStyle& style)
{
    if (series.errors.size() != series.values.size()) return;
    QPolygonF band;
    const auto point = [&](std::size_t i, double sign) {
        const double value = std::clamp(series.values[i] + sign * 1.96 * series.errors[i], 0.0, layout.y.high);
        band << QPointF(layout.x.position(static_cast<double>(i + 1)), layout.y.position(value));
    };
    for (std::size_t i = 0; i < series.values.size(); ++i)
        point(i, 1);
    for (std::size_t i = series.values.size(); i-- > 0;)
        point(i, -1);
    painter.setPen(Qt::NoPen);
    QColor tint = lineOf(series.role, style.colors);
    tint.setAlphaF(0.2f); // bands may lie over one another
    painter.setBrush(tint);
    painter.drawPolygon(band);
}

void paintNull(QPainter& painter, const CurveSeries& series, const CurveLayout& layout, const ChartStyle& style)
{
    if (series.nullLow.empty() || series.nullLow.size() != series.nullHigh.size()) return;
    QPolygonF band = lineOfSeries(series.nullHigh, layout), lower = lineOfSeries(series.nullLow, layout);
    std::reverse(lower.begin(), lower.end());
    band << lower;
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(style.colors.neutral, style.colors.base, 0.4)); // opaque: the three nearly coincide
    painter.drawPolygon(band);
}

void paintAxes(QPainter& painter, const CurveLayout& layout, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    paintPlotAxes(painter, layout.plot, layout.x, layout.xTicks, QStringLiteral("K"), layout.y, layout.yTicks, style);
    const QRectF unit(layout.labelLeft, layout.plot.top() - h - 3 * u, 80 * u, h);
    if (!style.screen || !layout.handle.intersects(unit)) // the handle comes first
        painter.drawText(unit, Qt::AlignLeft | Qt::TextSingleLine, QStringLiteral("mNNO"));
}

void paintHandle(QPainter& painter, const CurveData& data, const CurveLayout& layout, const ChartStyle& style)
{
    const double u = style.unit, x = layout.x.position(data.k);
    painter.setPen(QPen(style.colors.accent, 1.5 * u));
    painter.drawLine(QPointF(x, layout.handle.bottom()), QPointF(x, layout.plot.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.colors.accent);
    painter.drawRoundedRect(layout.handle, 2.5 * u, 2.5 * u);
    painter.setFont(style.text(TextSize::Caption, true));
    painter.setPen(style.colors.onAccent);
    painter.drawText(layout.handle, Qt::AlignCenter | Qt::TextSingleLine, QStringLiteral("K %1").arg(data.k));
}

} // namespace

CurveLayout layOutCurve(const CurveData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    CurveLayout layout;
    double labels = style.width(tr("chance"), TextSize::Caption);
    for (const CurveSeries& series : data.series)
        labels = std::max(labels, style.width(nameOf(series.role), TextSize::Caption, true));
    const double top = std::max(h + 5 * u, 19 * u), most = highest(data);
    layout.labelLeft = rect.right() - labels;
    const double bottom = rect.bottom() - 2 * h - 6 * u;
    const int yMost = std::clamp(static_cast<int>((bottom - rect.top() - top) / (28 * u)), 2, 6);
    layout.y = {0, std::min(1.0, roundUp(most, yMost)), bottom, rect.top() + top};
    layout.yTicks = roundTicks(0, layout.y.high, yMost);
    double widest = 0;
    for (const double tick : layout.yTicks.values)
        widest = std::max(widest, style.width(layout.yTicks.text(tick), TextSize::Caption));
    layout.plot =
        QRectF(QPointF(rect.left() + widest + 10 * u, rect.top() + top), QPointF(layout.labelLeft - 6 * u, bottom));
    const int kMax = std::max(2, data.kMax());
    layout.x = {1, static_cast<double>(kMax), layout.plot.left(), layout.plot.right()};
    layout.xTicks = countTicks(0, kMax, std::clamp(static_cast<int>(layout.plot.width() / (44 * u)), 2, 6));
    if (!layout.xTicks.values.empty() && layout.xTicks.values.front() == 0) layout.xTicks.values.front() = 1;

    std::vector<double> wanted;
    for (const CurveSeries& series : data.series)
        wanted.push_back(layout.y.position(at(series.values, data.kMax())));
    wanted.push_back(layout.y.position(at(data.chance, data.kMax())));
    // below the axis' name and K's handle, which may stand at the right end too
    layout.labelCenters =
        spreadLabels(wanted, std::vector<double>(wanted.size(), h), 1 * u, layout.plot.top() - 3 * u, rect.bottom());
    const double tag = style.width(QStringLiteral("K %1").arg(data.k), TextSize::Caption, true) + 9 * u;
    double tagLeft = layout.x.position(data.k) - tag / 2;
    tagLeft = std::clamp(tagLeft, rect.left(), std::max(rect.left(), rect.right() - tag));
    layout.handle = QRectF(tagLeft, rect.top(), tag, h + 2 * u);
    return layout;
}

void CurveChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const CurveLayout layout = layOutCurve(m_data, rect, style);
    paintAxes(painter, layout, style);
    for (const CurveSeries& series : m_data.series)
        paintNull(painter, series, layout, style);
    for (const CurveSeries& series : m_data.series)
        paintBand(painter, series, layout, style);
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dashed);
    painter.drawPolyline(lineOfSeries(m_data.chance, layout));
    for (const CurveSeries& series : m_data.series) {
        QPen pen(lineOf(series.role, style.colors), 1.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (series.role == OverlapRole::XY) pen.setDashPattern({5, 3}), pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(lineOfSeries(series.values, layout));
    }
    for (std::size_t i = 0; i <= m_data.series.size(); ++i) {
        const bool chance = i == m_data.series.size();
        painter.setFont(style.text(TextSize::Caption, !chance));
        painter.setPen(chance ? style.colors.ink2 : style.colors.ink);
        painter.drawText(
            QRectF(layout.labelLeft, layout.labelCenters[i] - h / 2, rect.right() - layout.labelLeft + u, h),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            chance ? tr("chance") : nameOf(m_data.series[i].role));
    }
    if (style.screen) paintHandle(painter, m_data, layout, style);
    for (const CurveSeries& series : m_data.series) {
        const QPointF point(layout.x.position(m_data.k), layout.y.position(at(series.values, m_data.k)));
        paintMark(painter, markOf(series.role), point, 6.5 * u, lineOf(series.role, style.colors), style.colors.base);
    }
}

void CurveChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF position) const
{
    const CurveLayout layout = layOutCurve(m_data, rect, style);
    if (!layout.plot.adjusted(-6, 0, 6, 0).contains(position)) return;
    const int k = kAt(position, rect, style);
    const double x = layout.x.position(k);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.colors.ink3, 1));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    QStringList lines;
    for (const CurveSeries& series : m_data.series)
        lines << nameOf(series.role) + '\t' + number(at(series.values, k), 3);
    for (const CurveSeries& series : m_data.series)
        if (!series.nullLow.empty())
            lines << tr("null of %1").arg(nameOf(series.role)) + '\t' +
                         QStringLiteral("%1–%2").arg(number(at(series.nullLow, k), 3),
                                                     number(at(series.nullHigh, k), 3));
    lines << tr("chance") + '\t' + number(at(m_data.chance, k), 3);
    paintReadout(painter, rect, {x, position.y()}, QStringLiteral("K %1").arg(k), lines, style);
}

int CurveChart::kAt(QPointF position, const QRectF& rect, const ChartStyle& style) const
{
    const CurveLayout layout = layOutCurve(m_data, rect, style);
    return std::clamp(static_cast<int>(std::lround(layout.x.value(position.x()))), 1, std::max(1, m_data.kMax()));
}

bool CurveChart::onHandle(QPointF position, const QRectF& rect, const ChartStyle& style) const
{
    const CurveLayout layout = layOutCurve(m_data, rect, style);
    const double u = style.unit;
    return layout.handle.adjusted(-3 * u, -3 * u, 3 * u, 3 * u).contains(position) ||
           (std::abs(position.x() - layout.x.position(m_data.k)) < 5 * u && layout.plot.contains(position));
}

QString CurveChart::name() const
{
    return tr("Overlap against K");
}

QString CurveChart::description() const
{
    QStringList parts;
    for (const CurveSeries& series : m_data.series) {
        parts << tr("%1: %2 at K 1, %3 at K %4, %5 at K %6")
                     .arg(nameOf(series.role), number(at(series.values, 1)), number(at(series.values, m_data.k)))
                     .arg(m_data.k)
                     .arg(number(at(series.values, m_data.kMax())))
                     .arg(m_data.kMax());
    }
    parts << tr("chance %1 at K %2").arg(number(at(m_data.chance, m_data.k), 3)).arg(m_data.k);
    return parts.join(QStringLiteral(". "));
}

ChartTable CurveChart::table() const
{
    ChartTable table;
    table.header << "k";
    for (const CurveSeries& series : m_data.series) {
        table.header << nameOf(series.role);
        if (!series.errors.empty()) table.header << nameOf(series.role) + " SE";
        if (!series.nullLow.empty())
            table.header << nameOf(series.role) + " null low" << nameOf(series.role) + " null high";
    }
    table.header << "chance";
    for (int k = 1; k <= m_data.kMax(); ++k) {
        QStringList row{QString::number(k)};
        for (const CurveSeries& series : m_data.series) {
            row << plainNumber(at(series.values, k));
            if (!series.errors.empty()) row << plainNumber(at(series.errors, k));
            if (!series.nullLow.empty())
                row << plainNumber(at(series.nullLow, k)) << plainNumber(at(series.nullHigh, k));
        }
        row << plainNumber(at(m_data.chance, k));
        table.rows.append(row);
    }
    return table;
}

} // namespace bridgescope
