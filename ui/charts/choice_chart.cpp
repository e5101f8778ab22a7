#include "ui/charts/choice_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace bridgescope {
namespace {

/// Above this many times the least the rest of the curve says nothing of the choice.
constexpr double mostDrawn = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::ChoiceChart", text);
}

double placeOf(const ChoiceData& data, std::size_t i)
{
    return data.logarithmic ? std::log10(data.values[i]) : data.values[i];
}

double relative(const ChoiceData& data, std::size_t i)
{
    const double least = data.errors[data.chosen];
    return least > 0 ? data.errors[i] / least : 1;
}

QString valueText(const ChoiceData& data, std::size_t i)
{
    return data.setting + QStringLiteral(" = ") + QString::number(data.values[i], 'g', 3);
}

/// The curve as far as it is inside the plot: where it leaves at the top, up to the edge.
QPolygonF lineOf(const ChoiceData& data, const ChoiceLayout& layout)
{
    QPolygonF line;
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        const double error = relative(data, i);
        if (!std::isfinite(error)) continue;
        line << QPointF(layout.x.position(placeOf(data, i)), layout.y.position(std::min(error, 10 * layout.cut)));
    }
    return line;
}

/// How high up the line comes between two places: the least y there.
double topOf(const QPolygonF& line, double left, double right)
{
    double top = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF a = line[i], b = line[i + 1];
        if (b.x() < left || a.x() > right) continue;
        for (const double x : {std::max(left, a.x()), std::min(right, b.x())})
            top = std::min(top, b.x() > a.x() ? a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()) : a.y());
    }
    return top;
}

/// Above the choice, to its right or to its left, where the line leaves room; else above the line.
QRectF labelPlace(QPointF at, QSizeF size, const QPolygonF& line, const QRectF& plot, double u)
{
    const double bottom = at.y() - 6 * u;
    QRectF label(QPointF(), size);
    for (const double left : {at.x() - size.width() / 2, at.x() + 5 * u, at.x() - 5 * u - size.width()}) {
        label.moveBottomLeft({left, bottom});
        const bool inside = label.left() >= plot.left() + 2 * u && label.right() <= plot.right();
        if (inside && topOf(line, label.left(), label.right()) >= bottom) return label;
    }
    label.moveLeft(std::clamp(at.x() - size.width() / 2, plot.left() + 2 * u, plot.right() - size.width()));
    label.moveBottom(
        std::max(plot.top() + size.height(), std::min(bottom, topOf(line, label.left(), label.right()) - 3 * u)));
    return label;
}

} // namespace

ChoiceLayout layOutChoice(const ChoiceData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    ChoiceLayout layout;
    double low = 1, high = 1;
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        const double error = relative(data, i);
        if (!std::isfinite(error)) continue;
        low = std::min(low, error);
        high = std::max(high, error);
    }
    layout.cut = std::min(high, mostDrawn);
    if (layout.cut - low < 1e-6) layout.cut = low + 1e-3;
    const double room = 0.06 * (layout.cut - low);
    const double top = rect.top() + h / 2, bottom = rect.bottom() - 2 * h - 4 * u;
    layout.y = {low - room, layout.cut + room, bottom, top};
    layout.yTicks =
        roundTicks(layout.y.low, layout.y.high, std::clamp(static_cast<int>((bottom - top) / (26 * u)), 2, 7));
    double widest = 0;
    for (const double tick : layout.yTicks.values)
        widest = std::max(widest, style.width(layout.yTicks.text(tick), TextSize::Caption));
    layout.plot = QRectF(QPointF(rect.left() + widest + 10 * u, top), QPointF(rect.right() - 8 * u, bottom));
    layout.x = {placeOf(data, 0), placeOf(data, data.values.size() - 1), layout.plot.left(), layout.plot.right()};
    layout.xTicks = countTicks(std::ceil(layout.x.low), std::floor(layout.x.high),
                               std::clamp(static_cast<int>(layout.plot.width() / (44 * u)), 2, 10));
    return layout;
}

void ChoiceChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const ChoiceLayout layout = layOutChoice(m_data, rect, style);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString axis = m_data.logarithmic ? tr("log₁₀ %1").arg(m_data.setting) : m_data.setting;
    paintPlotAxes(painter, layout.plot, layout.x, layout.xTicks, axis, layout.y, layout.yTicks, style);
    painter.save();
    painter.setClipRect(layout.plot.adjusted(-4 * u, 0, 4 * u, 4 * u));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colors.ink, 1.7 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(lineOf(m_data, layout));
    painter.restore();
    const QPointF at(layout.x.position(placeOf(m_data, m_data.chosen)), layout.y.position(1));
    painter.setPen(QPen(style.colors.ink, 1.4 * u));
    painter.setBrush(style.colors.base);
    painter.drawEllipse(at, 3.5 * u, 3.5 * u);
    const QString text = valueText(m_data, m_data.chosen);
    const QRectF label =
        labelPlace(at, {style.width(text, TextSize::Caption, true), h}, lineOf(m_data, layout), layout.plot, u);
    painter.setFont(style.text(TextSize::Caption, true));
    painter.setPen(style.colors.ink);
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

std::size_t ChoiceChart::valueAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const ChoiceLayout layout = layOutChoice(m_data, rect, style);
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < m_data.values.size(); ++i)
        if (std::abs(layout.x.position(placeOf(m_data, i)) - at.x()) <
            std::abs(layout.x.position(placeOf(m_data, nearest)) - at.x()))
            nearest = i;
    return nearest;
}

void ChoiceChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF position) const
{
    const ChoiceLayout layout = layOutChoice(m_data, rect, style);
    if (!layout.plot.adjusted(-6, 0, 6, 0).contains(position)) return;
    const std::size_t i = valueAt(position, rect, style);
    const double x = layout.x.position(placeOf(m_data, i));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.colors.ink3, 1));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    paintReadout(painter, rect, {x, position.y()}, valueText(m_data, i),
                 {tr("error, that of the choice = 1") + '\t' + number(relative(m_data, i), 4)}, style);
}

QString ChoiceChart::description() const
{
    return tr("%1 over %2 values of %3; least at %4; %5 times as much at %6 and %7 times at %8")
        .arg(m_data.name)
        .arg(m_data.values.size())
        .arg(m_data.setting, valueText(m_data, m_data.chosen), number(relative(m_data, 0), 3), valueText(m_data, 0),
             number(relative(m_data, m_data.values.size() - 1), 3), valueText(m_data, m_data.values.size() - 1));
}

ChartTable ChoiceChart::table() const
{
    ChartTable table;
    table.header << (m_data.setting == QStringLiteral("ρ") ? QStringLiteral("rho") : m_data.setting) << "error"
                 << "chosen";
    for (std::size_t i = 0; i < m_data.values.size(); ++i)
        table.rows.append(
            QStringList{plainNumber(m_data.values[i]), plainNumber(m_data.errors[i]), i == m_data.chosen ? "1" : "0"});
    return table;
}

} // namespace bridgescope
