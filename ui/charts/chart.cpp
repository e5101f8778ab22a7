#include "ui/charts/chart.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace bridgescope {

ChartStyle ChartStyle::of(const QWidget& widget)
{
    ChartStyle style;
    style.colors = tokensOf(widget.palette());
    style.font = textFont(widget.font(), TextSize::Body);
    style.unit = textScale(widget.font());
    return style;
}

QFont ChartStyle::text(TextSize size, bool semibold) const
{
    if (!oneSize) return textFont(font, size, semibold);
    QFont same = font;
    same.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return same;
}

double ChartStyle::width(const QString& words, TextSize size, bool semibold) const
{
    const QFont f = text(size, semibold);
    return (device ? QFontMetricsF(f, device) : QFontMetricsF(f)).horizontalAdvance(words);
}

double ChartStyle::lineHeight(TextSize size) const
{
    const QFont f = text(size);
    return (device ? QFontMetricsF(f, device) : QFontMetricsF(f)).height();
}

Mark markOf(OverlapRole role)
{
    return role == OverlapRole::XF ? Mark::Square : role == OverlapRole::YF ? Mark::Circle : Mark::Triangle;
}

QColor lineOf(OverlapRole role, const Tokens& tokens)
{
    return role == OverlapRole::XF ? tokens.x.line : role == OverlapRole::YF ? tokens.y.line : tokens.neutral;
}

QColor textOf(OverlapRole role, const Tokens& tokens)
{
    return role == OverlapRole::XF ? tokens.x.text : role == OverlapRole::YF ? tokens.y.text : tokens.ink2;
}

QString nameOf(OverlapRole role)
{
    return role == OverlapRole::XF   ? QStringLiteral("X, f(X)")
           : role == OverlapRole::YF ? QStringLiteral("Y, f(X)")
                                     : QStringLiteral("X, Y");
}

void paintReadout(QPainter& painter, const QRectF& rect, QPointF at, const QString& title, const QStringList& lines,
                  const ChartStyle& style)
{
    const double u = style.unit, line = style.lineHeight(TextSize::Caption) + 2 * u;
    double names = 0, values = 0;
    for (const QString& row : lines) {
        names = std::max(names, style.width(row.section('\t', 0, 0), TextSize::Caption));
        values = std::max(values, style.width(row.section('\t', 1), TextSize::Caption, true));
    }
    const double inner = std::max(names + 10 * u + values, style.width(title, TextSize::Caption, true));
    QRectF box(0, 0, inner + 16 * u, line * static_cast<double>(lines.size() + (title.isEmpty() ? 0 : 1)) + 10 * u);
    box.moveTopLeft(at + QPointF(10 * u, 10 * u));
    if (box.right() > rect.right()) box.moveRight(at.x() - 10 * u);
    if (box.bottom() > rect.bottom()) box.moveBottom(std::min(at.y() - 10 * u, rect.bottom()));
    box.moveLeft(std::max(box.left(), rect.left()));
    box.moveTop(std::max(box.top(), rect.top()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.colors.line, u));
    painter.setBrush(style.colors.base);
    painter.drawRoundedRect(box, 4 * u, 4 * u);
    QRectF row(box.left() + 8 * u, box.top() + 5 * u, inner, line);
    if (!title.isEmpty()) {
        painter.setFont(style.text(TextSize::Caption, true));
        painter.setPen(style.colors.ink);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
        row.translate(0, line);
    }
    for (const QString& text : lines) {
        painter.setFont(style.text(TextSize::Caption));
        painter.setPen(style.colors.ink2);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text.section('\t', 0, 0));
        painter.setFont(style.text(TextSize::Caption, true));
        painter.setPen(style.colors.ink);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text.section('\t', 1));
        row.translate(0, line);
    }
}

void paintPlotAxes(QPainter& painter, const QRectF& plot, const Scale& x, const Ticks& xTicks, const QString& xName,
                   const Scale& y, const Ticks& yTicks, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    painter.setFont(style.text(TextSize::Caption));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : yTicks.values) {
        const double at = y.position(tick);
        painter.setPen(QPen(style.colors.line2, u));
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(plot.left() - 70 * u, at - h / 2, 62 * u, h),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, yTicks.text(tick));
    }
    painter.setPen(style.colors.ink2);
    for (const double tick : xTicks.values)
        painter.drawText(QRectF(x.position(tick) - 30 * u, plot.bottom() + 4 * u, 60 * u, h),
                         Qt::AlignHCenter | Qt::TextSingleLine, xTicks.text(tick));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 4 * u + h, plot.width(), h),
                     Qt::AlignHCenter | Qt::TextSingleLine, xName);
    painter.setRenderHint(QPainter::Antialiasing);
}

QString plainNumber(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace bridgescope
