#include "ui/charts/prediction_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr std::array roles{OverlapRole::XF, OverlapRole::YF, OverlapRole::XY};
constexpr double laneHeight = 44, axisHeight = 26, markSize = 13; ///< pixels of the 100 % design

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::PredictionChart", text);
}

std::size_t at(OverlapRole role)
{
    return static_cast<std::size_t>(role);
}

Scale scaleOf(const QRectF& rect, const ChartStyle& style)
{
    const double names = style.width(QStringLiteral("Y, f(X)"), TextSize::Title, true) + 20 * style.unit;
    return {0, 1, rect.left() + names, rect.right() - 20 * style.unit};
}

double laneY(std::size_t lane, const QRectF& rect, const ChartStyle& style)
{
    return rect.top() + (static_cast<double>(lane) + 0.5) * laneHeight * style.unit;
}

void paintMarkOf(QPainter& painter, OverlapRole role, QPointF center, bool hollow, const ChartStyle& style)
{
    const QColor line = lineOf(role, style.colors);
    if (hollow)
        paintHollowMark(painter, markOf(role), center, markSize * style.unit, line, style.colors.base);
    else
        paintMark(painter, markOf(role), center, markSize * style.unit, line, style.colors.base);
}

} // namespace

void PredictionChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit;
    const Tokens& t = style.colors;
    const Scale scale = scaleOf(rect, style);
    const double bottom = rect.top() + 3 * laneHeight * u;
    painter.setRenderHint(QPainter::Antialiasing);
    const Ticks ticks = roundTicks(0, 1, 6);
    painter.setFont(style.text(TextSize::Caption));
    for (const double tick : ticks.values) {
        const double x = scale.position(tick);
        painter.setPen(QPen(t.line2, u));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, bottom));
        painter.setPen(t.ink2);
        painter.drawText(QRectF(x - 30 * u, bottom + 2 * u, 60 * u, axisHeight * u - 2 * u), Qt::AlignHCenter,
                         ticks.text(tick));
    }
    if (m_data.truth) {
        QPen dashed(t.ink2, u);
        dashed.setDashPattern({3, 2.5});
        painter.setPen(dashed);
        painter.drawLine(QPointF(scale.position(m_data.chance), rect.top()),
                         QPointF(scale.position(m_data.chance), bottom));
    }
    for (const OverlapRole role : roles) {
        const double y = laneY(at(role), rect, style), guess = m_data.guess[at(role)];
        painter.setFont(style.text(TextSize::Title, true));
        painter.setPen(textOf(role, t));
        painter.drawText(QRectF(rect.left(), y - 12 * u, scale.from - rect.left(), 24 * u), Qt::AlignVCenter,
                         nameOf(role));
        painter.setPen(QPen(t.ghost, 1.4 * u));
        painter.drawLine(QPointF(scale.from, y), QPointF(scale.to, y));
        const auto value = [&](double of, bool bold, bool below = false) {
            painter.setFont(style.text(TextSize::Body, bold));
            painter.setPen(bold ? textOf(role, t) : t.ink2);
            painter.drawText(QRectF(scale.position(of) - 40 * u, y + (below ? 7 : -23) * u, 80 * u, 16 * u),
                             Qt::AlignCenter, number(of));
        };
        const bool apart =
            m_data.truth && std::abs((*m_data.truth)[at(role)] - guess) * (scale.to - scale.from) > 34 * u;
        if (m_data.truth) {
            painter.setPen(QPen(t.ghost, 4 * u, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(scale.position(guess), y), QPointF(scale.position((*m_data.truth)[at(role)]), y));
        }
        paintMarkOf(painter, role, {scale.position(guess), y}, true, style);
        value(guess, false, m_data.truth && !apart); // side by side they would lie on one another
        if (m_data.truth) {
            paintMarkOf(painter, role, {scale.position((*m_data.truth)[at(role)]), y}, false, style);
            value((*m_data.truth)[at(role)], true);
        }
    }
}

QString PredictionChart::name() const
{
    return tr("Expected overlaps on a line from 0 to 1");
}

QString PredictionChart::description() const
{
    QStringList parts;
    for (const OverlapRole role : roles) {
        const QString guess = number(m_data.guess[at(role)]);
        parts << (m_data.truth
                      ? tr("%1: expected %2, is %3").arg(nameOf(role), guess, number((*m_data.truth)[at(role)]))
                      : tr("%1: expected %2").arg(nameOf(role), guess));
    }
    return parts.join(QStringLiteral(". "));
}

ChartTable PredictionChart::table() const
{
    ChartTable table;
    table.header = {"overlap", "expected"};
    if (m_data.truth) table.header << "measured";
    for (const OverlapRole role : roles) {
        table.rows.append({nameOf(role), plainNumber(m_data.guess[at(role)])});
        if (m_data.truth) table.rows.back() << plainNumber((*m_data.truth)[at(role)]);
    }
    return table;
}

double PredictionChart::minimumHeight(const ChartStyle& style) const
{
    return (3 * laneHeight + axisHeight) * style.unit;
}

std::optional<OverlapRole> PredictionChart::laneAt(QPointF point, const QRectF& rect, const ChartStyle& style) const
{
    const double lane = std::floor((point.y() - rect.top()) / (laneHeight * style.unit));
    if (lane < 0 || lane > 2) return std::nullopt;
    return roles[static_cast<std::size_t>(lane)];
}

double PredictionChart::valueAt(QPointF point, const QRectF& rect, const ChartStyle& style) const
{
    return std::round(100 * std::clamp(scaleOf(rect, style).value(point.x()), 0.0, 1.0)) / 100;
}

QPointF PredictionChart::markAt(OverlapRole role, const QRectF& rect, const ChartStyle& style) const
{
    return {scaleOf(rect, style).position(m_data.guess[at(role)]), laneY(at(role), rect, style)};
}

} // namespace bridgescope
