#include "ui/panels/experiments/depth_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::DepthChart", text);
}

const QList<QList<qreal>>& dashes()
{
    static const QList<QList<qreal>> patterns{{}, {6, 3}, {2, 2}, {8, 2, 2, 2}, {1, 3}};
    return patterns;
}

} // namespace

Index DepthChart::deepest() const
{
    Index most = 1;
    for (const Line& line : m_lines)
        for (const Index depth : line.depths)
            most = std::max(most, depth);
    return most;
}

void DepthChart::paintAxes(QPainter& painter, const QRectF& plot, const Scale& x, const Scale& y,
                           const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    painter.setFont(style.text(TextSize::Caption));
    const Ticks ticks = roundTicks(0, 1, 5);
    for (const double tick : ticks.values) {
        painter.setPen(QPen(style.colors.line2, u));
        painter.drawLine(QPointF(plot.left(), y.position(tick)), QPointF(plot.right(), y.position(tick)));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(plot.left() - 60 * u, y.position(tick) - h / 2, 54 * u, h),
                         Qt::AlignRight | Qt::AlignVCenter, ticks.text(tick));
    }
    for (Index depth = 0; depth <= deepest(); ++depth)
        painter.drawText(QRectF(x.position(static_cast<double>(depth)) - 20 * u, plot.bottom() + 4 * u, 40 * u, h),
                         Qt::AlignHCenter, QString::number(depth));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 4 * u + h, plot.width(), h), Qt::AlignHCenter,
                     tr("hidden layers"));
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    painter.drawLine(QPointF(plot.left(), y.position(m_chance)), QPointF(plot.right(), y.position(m_chance)));
}

void DepthChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    double labels = style.width(tr("chance"), TextSize::Caption);
    for (const Line& line : m_lines)
        labels = std::max(labels, style.width(line.name, TextSize::Caption, true));
    const QRectF plot(QPointF(rect.left() + style.width("0.8", TextSize::Caption) + 10 * u, rect.top() + h),
                      QPointF(rect.right() - labels - 12 * u, rect.bottom() - 2 * h - 6 * u));
    const Scale x{0, static_cast<double>(deepest()), plot.left() + 6 * u, plot.right() - 6 * u};
    const Scale y{0, 1, plot.bottom(), plot.top()};
    paintAxes(painter, plot, x, y, style);
    std::vector<double> ends;
    for (std::size_t l = 0; l < m_lines.size(); ++l) {
        const Line& line = m_lines[l];
        QPolygonF points;
        QPen pen(style.colors.x.line, 1.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        for (std::size_t i = 0; i < line.depths.size(); ++i) {
            const double at = x.position(static_cast<double>(line.depths[i]));
            points << QPointF(at, y.position(line.means[i]));
            painter.setPen(QPen(style.colors.ink2, u));
            painter.drawLine(QPointF(at, y.position(std::min(1.0, line.means[i] + line.sds[i]))),
                             QPointF(at, y.position(std::max(0.0, line.means[i] - line.sds[i]))));
        }
        if (const auto& dash = dashes()[static_cast<qsizetype>(l) % dashes().size()]; !dash.isEmpty())
            pen.setDashPattern(dash);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points);
        for (const QPointF& point : points)
            paintMark(painter, Mark::Square, point, 6.5 * u, style.colors.x.line, style.colors.base);
        ends.push_back(points.isEmpty() ? plot.bottom() : points.last().y());
    }
    ends.push_back(y.position(m_chance));
    const auto centers = spreadLabels(ends, std::vector<double>(ends.size(), h), u, plot.top() - h / 2, rect.bottom());
    for (std::size_t l = 0; l < centers.size(); ++l) {
        const bool chance = l == m_lines.size();
        painter.setFont(style.text(TextSize::Caption, !chance));
        painter.setPen(chance ? style.colors.ink2 : style.colors.ink);
        painter.drawText(QRectF(plot.right() + 8 * u, centers[l] - h / 2, labels + 4 * u, h), Qt::AlignVCenter,
                         chance ? tr("chance") : m_lines[l].name);
    }
}

QString DepthChart::name() const
{
    return tr("Overlap against depth");
}

QString DepthChart::description() const
{
    QStringList parts;
    for (const Line& line : m_lines)
        for (std::size_t i = 0; i < line.depths.size(); ++i)
            parts << tr("%1, %2 hidden layers: %3").arg(line.name).arg(line.depths[i]).arg(number(line.means[i]));
    return parts.join("; ");
}

ChartTable DepthChart::table() const
{
    ChartTable table;
    table.header = {"activation", "depth", "x_fx", "sd"};
    for (const Line& line : m_lines)
        for (std::size_t i = 0; i < line.depths.size(); ++i)
            table.rows.append(
                {line.name, QString::number(line.depths[i]), plainNumber(line.means[i]), plainNumber(line.sds[i])});
    return table;
}

std::vector<DepthChart::Line> depthLines(const std::vector<UntrainedResult>& results)
{
    std::vector<DepthChart::Line> lines;
    for (const UntrainedResult& result : results) {
        DepthChart::Line line;
        line.name = QString::fromStdString(result.options.activation);
        for (const UntrainedLayer& layer : result.layers) {
            line.depths.push_back(layer.depth);
            line.means.push_back(layer.mean);
            line.sds.push_back(layer.sd.value_or(0));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace bridgescope
