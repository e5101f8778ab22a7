#include "ui/charts/loyalty_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::LoyaltyChart", text);
}

const std::array<const char*, 4> cornerNames{QT_TRANSLATE_NOOP("bridgescope::LoyaltyChart", "High with both"),
                                             QT_TRANSLATE_NOOP("bridgescope::LoyaltyChart", "High with Y only"),
                                             QT_TRANSLATE_NOOP("bridgescope::LoyaltyChart", "High with X only"),
                                             QT_TRANSLATE_NOOP("bridgescope::LoyaltyChart", "Low with both")};

} // namespace

LoyaltyLayout layOutLoyalty(const LoyaltyData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    LoyaltyLayout layout;
    double legend = 0;
    for (const char* name : cornerNames)
        legend = std::max(legend, style.width(tr(name), TextSize::Caption, true) + 22 * u);
    const double left = rect.left() + 2 * h + style.width(number(data.k), TextSize::Caption);
    const double bottom = rect.bottom() - 2 * h - 6 * u;
    const bool room = rect.width() - legend - (left - rect.left()) > 150 * u;
    const double width = rect.right() - left - (room ? legend + 14 * u : 0);
    const double side = std::max(40 * u, std::min(width, bottom - rect.top()));
    layout.plot = QRectF(left, bottom - side, side, side);
    const double inset = side / (data.k + 1) / 2;
    layout.x = {0, static_cast<double>(data.k), layout.plot.left() + inset, layout.plot.right() - inset};
    layout.y = {0, static_cast<double>(data.k), layout.plot.bottom() - inset, layout.plot.top() + inset};
    if (room)
        layout.legend =
            QRectF(layout.plot.right() + 14 * u, layout.plot.top(), rect.right() - layout.plot.right() - 14 * u, side);
    return layout;
}

std::array<int, 4> LoyaltyChart::corners() const
{
    std::array<int, 4> corners{};
    for (int y = 0; y <= m_data.k; ++y)
        for (int x = 0; x <= m_data.k; ++x) {
            corners[static_cast<std::size_t>(cornerOf(x, y, m_data.parting()))] += m_data.at(m_data.counts, x, y);
        }
    return corners;
}

void LoyaltyChart::paintFrame(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const QRectF& plot = layout.plot;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(plot, style.colors.alt);
    if (style.screen && m_data.brush) {
        const double cell = plot.width() / (m_data.k + 1);
        const QRectF brushed(QPointF(layout.x.position(m_data.brush->left()) - cell / 2,
                                     layout.y.position(m_data.brush->bottom()) - cell / 2),
                             QPointF(layout.x.position(m_data.brush->right()) + cell / 2,
                                     layout.y.position(m_data.brush->top()) + cell / 2));
        painter.fillRect(brushed, style.colors.sel);
        painter.setPen(QPen(style.colors.accent, 1.5 * u));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(brushed);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colors.line, u));
    painter.drawRect(plot);
    const double half = m_data.parting() + 0.5; // the first place that is high lies beyond this line
    painter.drawLine(QPointF(layout.x.position(half), plot.top()), QPointF(layout.x.position(half), plot.bottom()));
    painter.drawLine(QPointF(plot.left(), layout.y.position(half)), QPointF(plot.right(), layout.y.position(half)));
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    painter.drawLine(plot.bottomLeft(), plot.topRight());
    painter.setPen(style.colors.ink2);
    painter.setFont(style.text(TextSize::Caption));
    for (const double tick : countTicks(0, m_data.k, 3).values) {
        const QString text = number(static_cast<qint64>(tick));
        painter.drawText(QRectF(layout.x.position(tick) - 30 * u, plot.bottom() + 3 * u, 60 * u, h),
                         Qt::AlignHCenter | Qt::TextSingleLine, text);
        painter.drawText(QRectF(plot.left() - 66 * u, layout.y.position(tick) - h / 2, 60 * u, h),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 4 * u + h, plot.width(), h),
                     Qt::AlignHCenter | Qt::TextSingleLine, tr("shared with X"));
    painter.save();
    painter.translate(plot.left() - 12 * u - style.width(number(m_data.k), TextSize::Caption) - h / 2,
                      plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, -h / 2, plot.height(), h), Qt::AlignCenter | Qt::TextSingleLine,
                     tr("shared with Y"));
    painter.restore();
}

void LoyaltyChart::paintDots(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const
{
    const int most =
        std::max(1, m_data.counts.empty() ? 1 : *std::max_element(m_data.counts.begin(), m_data.counts.end()));
    const double cell = layout.plot.width() / (m_data.k + 1);
    const auto radius = [&](int count) {
        return std::max(1.1 * style.unit, 0.46 * cell * std::sqrt(count / static_cast<double>(most)));
    };
    const bool parted = style.screen && m_data.anySelected;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int y = 0; y <= m_data.k; ++y)
        for (int x = 0; x <= m_data.k; ++x) {
            const int count = m_data.at(m_data.counts, x, y);
            if (count == 0) continue;
            const QPointF center(layout.x.position(x), layout.y.position(y));
            painter.setBrush(blend(style.colors.neutral, style.colors.alt, 0.6));
            painter.drawEllipse(center, radius(count), radius(count));
            const int selected = parted ? m_data.at(m_data.selected, x, y) : 0;
            if (selected == 0) continue;
            painter.setBrush(style.colors.ink);
            painter.drawEllipse(center, radius(selected), radius(selected));
        }
    if (!style.screen || !m_data.focus) return;
    const QPointF center(layout.x.position(m_data.focus->first), layout.y.position(m_data.focus->second));
    const double r = std::max(cell * 0.5, 6 * style.unit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colors.base, 4.5 * style.unit));
    painter.drawEllipse(center, r, r);
    painter.setPen(QPen(style.colors.ink, 2 * style.unit));
    painter.drawEllipse(center, r, r);
}

void LoyaltyChart::paintLegend(QPainter& painter, const LoyaltyLayout& layout, const ChartStyle& style) const
{
    if (layout.legend.isEmpty()) return;
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    const auto counts = corners();
    const int total = std::max(1, std::accumulate(counts.begin(), counts.end(), 0));
    double y = layout.legend.top();
    for (std::size_t c = 0; c < 4; ++c) {
        const QRectF box(layout.legend.left(), y + 1 * u, 12 * u, 12 * u);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(style.colors.ghost, u));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        const bool right = c == 0 || c == 2, top = c <= 1;
        painter.fillRect(
            QRectF(right ? box.center().x() : box.left(), top ? box.top() : box.center().y(), 6 * u, 6 * u),
            style.colors.ink2);
        painter.setPen(style.colors.ink);
        painter.setFont(style.text(TextSize::Caption, true));
        painter.drawText(QRectF(box.right() + 8 * u, y, layout.legend.width(), h), Qt::AlignLeft | Qt::TextSingleLine,
                         tr(cornerNames[c]));
        painter.setPen(style.colors.ink2);
        painter.setFont(style.text(TextSize::Caption));
        painter.drawText(QRectF(box.right() + 8 * u, y + h, layout.legend.width(), h),
                         Qt::AlignLeft | Qt::TextSingleLine,
                         (counts[c] == 1 ? tr("%1 item, %2 %") : tr("%1 items, %2 %"))
                             .arg(number(counts[c]))
                             .arg(qRound(100.0 * counts[c] / total)));
        y += 2 * h + 9 * u;
    }
}

void LoyaltyChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const LoyaltyLayout layout = layOutLoyalty(m_data, rect, style);
    paintFrame(painter, layout, style);
    paintDots(painter, layout, style);
    paintLegend(painter, layout, style);
}

void LoyaltyChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const LoyaltyLayout layout = layOutLoyalty(m_data, rect, style);
    if (!layout.plot.contains(at)) return;
    const QPoint place = placeAt(at, rect, style);
    paintReadout(painter, rect, at, {},
                 {tr("shared with X") + '\t' + number(place.x()), tr("shared with Y") + '\t' + number(place.y()),
                  tr("items") + '\t' + number(m_data.at(m_data.counts, place.x(), place.y()))},
                 style);
}

QPoint LoyaltyChart::placeAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const LoyaltyLayout layout = layOutLoyalty(m_data, rect, style);
    const auto place = [this](double value) { return std::clamp(static_cast<int>(std::lround(value)), 0, m_data.k); };
    return {place(layout.x.value(at.x())), place(layout.y.value(at.y()))};
}

int LoyaltyChart::cornerAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const LoyaltyLayout layout = layOutLoyalty(m_data, rect, style);
    if (layout.legend.isEmpty() || at.x() < layout.legend.left() || at.x() > layout.legend.right()) return -1;
    const double pitch = 2 * style.lineHeight(TextSize::Caption) + 9 * style.unit;
    const double entry = (at.y() - layout.legend.top()) / pitch;
    return entry >= 0 && entry < 4 ? static_cast<int>(entry) : -1;
}

bool LoyaltyChart::onParting(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const LoyaltyLayout layout = layOutLoyalty(m_data, rect, style);
    if (!layout.plot.contains(at)) return false;
    const double half = m_data.parting() + 0.5, reach = 3 * style.unit;
    return std::abs(at.x() - layout.x.position(half)) < reach || std::abs(at.y() - layout.y.position(half)) < reach;
}

QString LoyaltyChart::name() const
{
    return tr("Loyalty");
}

QString LoyaltyChart::description() const
{
    const auto counts = corners();
    QStringList parts;
    for (std::size_t c = 0; c < 4; ++c)
        parts << tr("%1: %2 items").arg(tr(cornerNames[c]), number(counts[c]));
    return parts.join(QStringLiteral(". "));
}

ChartTable LoyaltyChart::table() const
{
    ChartTable table;
    table.header = {"shared_with_x", "shared_with_y", "items"};
    for (int y = 0; y <= m_data.k; ++y)
        for (int x = 0; x <= m_data.k; ++x)
            if (const int count = m_data.at(m_data.counts, x, y))
                table.rows.append({QString::number(x), QString::number(y), QString::number(count)});
    return table;
}

} // namespace bridgescope
