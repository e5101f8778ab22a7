#include "ui/charts/epoch_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::SparkChart", text);
}

struct SparkLayout {
    Scale x, y;
};

SparkLayout layOut(const SparkData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit;
    double low = HUGE_VAL, high = -HUGE_VAL;
    const auto add = [&](double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    std::for_each(data.values.begin(), data.values.end(), add);
    if (data.reference) add(data.reference->value);
    if (low > high) low = 0, high = 1;
    if (high - low < 1e-9) high = low + 1;
    return {{1, static_cast<double>(std::max(2, data.epochs)), rect.left() + 5 * u, rect.right() - 5 * u},
            {low, high, rect.bottom() - 5 * u, rect.top() + 5 * u}};
}

/// Whether the curve, or the mark at its end, comes near the box.
bool touches(const QPolygonF& curve, const QRectF& box, double reach)
{
    constexpr int parts = 8;
    const QRectF near = box.adjusted(-reach, -reach, reach, reach);
    for (qsizetype i = 1; i < curve.size(); ++i)
        for (int part = 0; part < parts; ++part)
            if (near.contains(curve[i - 1] + (curve[i] - curve[i - 1]) * part / parts)) return true;
    return !curve.isEmpty() && near.adjusted(-reach, -reach, reach, reach).contains(curve.last());
}

/// Where the reference's name stands: above or below its line, as far to the right as the curve leaves it free; where
/// it does so nowhere, on the side that the curve's end is not on.
QRectF referenceLabel(const QString& name, double y, const QPolygonF& curve, const QRectF& rect,
                      const ChartStyle& style)
{
    constexpr int places = 24;
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const bool fitsAbove = y - h - u >= rect.top(), fitsBelow = y + h + u <= rect.bottom();
    const bool above = fitsAbove && (!fitsBelow || curve.isEmpty() || curve.last().y() >= y);
    QRectF label(rect.left(), above ? y - h - u : y + u, rect.width(), h);
    label.setLeft(label.right() - style.width(name, TextSize::Caption));
    for (int place = 0; place <= places; ++place)
        for (const bool side : {above, !above}) {
            if (!(side ? fitsAbove : fitsBelow)) continue;
            QRectF candidate = label;
            candidate.moveTop(side ? y - h - u : y + u);
            candidate.moveRight(rect.right() - (rect.width() - label.width()) * place / places);
            if (!touches(curve, candidate, 2 * u)) return candidate;
        }
    return label;
}

} // namespace

void SparkChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit;
    const SparkLayout layout = layOut(m_data, rect, style);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t step = std::max<std::size_t>(1, m_data.values.size() / 1000);
    QPolygonF line;
    for (std::size_t i = 0; i < m_data.values.size(); ++i)
        if (std::isfinite(m_data.values[i]) && (i % step == 0 || i + 1 == m_data.values.size()))
            line << QPointF(layout.x.position(static_cast<double>(i + 1)), layout.y.position(m_data.values[i]));
    if (m_data.reference) {
        const double y = layout.y.position(m_data.reference->value);
        QPen dashed(style.colors.ink2, u);
        dashed.setDashPattern({3, 2.5});
        painter.setPen(dashed);
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colors.f.thin, 1.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    if (m_data.reference) {
        const QRectF label =
            referenceLabel(m_data.reference->name, layout.y.position(m_data.reference->value), line, rect, style);
        QColor ground = style.colors.base;
        ground.setAlphaF(0.85f);
        if (touches(line, label, 0)) painter.fillRect(label, ground); // it leaves no room free
        painter.setPen(style.colors.ink2);
        painter.setFont(style.text(TextSize::Caption));
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_data.reference->name);
    }
    const auto kept = static_cast<std::size_t>(m_data.kept);
    const bool known = kept >= 1 && kept <= m_data.values.size() && std::isfinite(m_data.values[kept - 1]);
    if (!line.isEmpty())
        paintMark(painter, Mark::Diamond,
                  known ? QPointF(layout.x.position(m_data.kept), layout.y.position(m_data.values[kept - 1]))
                        : line.last(),
                  7 * u, style.colors.f.line, style.colors.f.thin);
}

void SparkChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const SparkLayout layout = layOut(m_data, rect, style);
    if (!rect.contains(at) || m_data.values.empty()) return;
    const int epoch =
        std::clamp(static_cast<int>(std::lround(layout.x.value(at.x()))), 1, static_cast<int>(m_data.values.size()));
    const double x = layout.x.position(epoch);
    painter.setPen(QPen(style.colors.ink3, 1));
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    const double value = m_data.values[static_cast<std::size_t>(epoch - 1)];
    paintReadout(painter, rect, {x, rect.top()}, {},
                 {tr("Epoch %1").arg(epoch) + '\t' + (std::isfinite(value) ? number(value, 3) : QStringLiteral("–"))},
                 style);
}

QString SparkChart::description() const
{
    const auto from = m_data.kept > 0 && static_cast<std::size_t>(m_data.kept) <= m_data.values.size()
                          ? m_data.values.rend() - m_data.kept
                          : m_data.values.rbegin();
    const auto last = std::find_if(from, m_data.values.rend(), [](double value) { return std::isfinite(value); });
    if (last == m_data.values.rend()) return tr("nothing measured yet");
    QString text = tr("%1 after epoch %2").arg(number(*last)).arg(m_data.values.rend() - last);
    if (m_data.reference) text += QStringLiteral("; ") + m_data.reference->name;
    return text;
}

ChartTable SparkChart::table() const
{
    ChartTable table;
    table.header << "epoch" << m_data.name;
    for (std::size_t i = 0; i < m_data.values.size(); ++i)
        table.rows.append(
            {QString::number(i + 1), std::isfinite(m_data.values[i]) ? plainNumber(m_data.values[i]) : QString()});
    return table;
}

} // namespace bridgescope
