#include "ui/charts/bar_chart.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::BarChart", text);
}

constexpr double topBand = 18, bottomBand = 22, leastRow = 30, mostRow = 58;

double longestValue(const BarData& data)
{
    double most = std::max(data.chance, data.xy ? data.xy->most() : 0);
    for (const BarRow& row : data.rows)
        most = std::max({most, row.xf.most(), row.yf.most()});
    return std::max(most, 1e-6);
}

void paintWhisker(QPainter& painter, const Scale& scale, const Estimate& e, double y, const ChartStyle& style)
{
    if (!e.hasInterval()) return;
    const double u = style.unit, cap = 3.5 * u;
    const double low = scale.position(std::max(e.low, 0.0)), high = scale.position(e.high);
    painter.setPen(QPen(style.colors.ink, 1.1 * u));
    painter.drawLine(QPointF(low, y), QPointF(high, y));
    painter.drawLine(QPointF(low, y - cap), QPointF(low, y + cap));
    painter.drawLine(QPointF(high, y - cap), QPointF(high, y + cap));
}

struct BarLook {
    OverlapRole role;
    bool strong; ///< full color
    bool bold;
};

void paintBar(QPainter& painter, const BarLayout& layout, const QRectF& bar, const Estimate& e, BarLook look,
              const ChartStyle& style)
{
    const double u = style.unit;
    const QColor line = lineOf(look.role, style.colors);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(bar, look.strong ? line : blend(line, style.colors.base, 0.62));
    painter.setRenderHint(QPainter::Antialiasing);
    paintWhisker(painter, layout.scale, e, bar.center().y(), style);
    const double x = layout.scale.position(e.most()) + 11 * u;
    paintMark(painter, markOf(look.role), {x, bar.center().y()}, 7.5 * u, line);
    painter.setFont(style.text(TextSize::Caption, look.bold));
    painter.setPen(style.colors.ink);
    const double h = style.lineHeight(TextSize::Caption);
    painter.drawText(QRectF(x + 8 * u, bar.center().y() - h / 2, 60 * u, h), Qt::AlignVCenter | Qt::TextSingleLine,
                     number(e.mean));
}

void paintAxis(QPainter& painter, const BarData& data, const BarLayout& layout, const ChartStyle& style)
{
    const double u = style.unit;
    painter.setFont(style.text(TextSize::Caption));
    const double h = style.lineHeight(TextSize::Caption);
    for (const double tick : layout.ticks.values) {
        const double x = layout.scale.position(tick);
        painter.setPen(QPen(style.colors.line2, u));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(x - 30 * u, layout.plot.bottom() + 4 * u, 60 * u, h),
                         Qt::AlignHCenter | Qt::TextSingleLine, layout.ticks.text(tick));
    }
    painter.setPen(style.colors.ink2);
    painter.drawText(
        QRectF(layout.differenceLeft, layout.plot.top() - h - 3 * u, layout.differenceRight - layout.differenceLeft, h),
        Qt::AlignRight | Qt::TextSingleLine, QStringLiteral("D"));
    if (layout.retrievalRight > layout.retrievalLeft)
        painter.drawText(QRectF(layout.retrievalLeft, layout.plot.top() - h - 3 * u,
                                layout.retrievalRight - layout.retrievalLeft, h),
                         Qt::AlignRight | Qt::TextSingleLine, QStringLiteral("P@1"));
    if (data.calibrated) return;
    const double x = layout.scale.position(data.chance);
    painter.setPen(QPen(style.colors.ink2, u, Qt::CustomDashLine));
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    painter.drawLine(QPointF(x, layout.plot.top() - 1 * u), QPointF(x, layout.plot.bottom()));
    painter.setPen(style.colors.ink2);
    painter.drawText(QRectF(std::max(layout.plot.left(), x - 2 * u), layout.plot.top() - h - 3 * u, 160 * u, h),
                     Qt::AlignLeft | Qt::TextSingleLine, tr("chance %1").arg(number(data.chance, 3)));
}

} // namespace

BarLayout layOutBars(const BarData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit;
    BarLayout layout;
    double names = data.xy ? style.width(nameOf(OverlapRole::XY), TextSize::Body) : 0;
    for (const BarRow& row : data.rows)
        names = std::max(names, style.width(row.name, TextSize::Body, row.current));
    names = std::min(names, rect.width() * 0.34);
    const double difference = std::max(34 * u, style.width(QStringLiteral("−0.00"), TextSize::Body, true));
    layout.nameRight = rect.left() + names;
    const bool retrieval = std::any_of(data.rows.begin(), data.rows.end(), [](const BarRow& row) { return row.p1; });
    layout.retrievalRight = rect.right();
    layout.retrievalLeft =
        rect.right() - (retrieval ? style.width(QStringLiteral("0.000"), TextSize::Body, true) + 14 * u : 0);
    layout.differenceRight = layout.retrievalLeft;
    layout.differenceLeft = layout.retrievalLeft - difference;
    const double labels = 22 * u + style.width(QStringLiteral("0.00"), TextSize::Caption, true);
    const double axisHeight = style.lineHeight(TextSize::Caption) + 6 * u,
                 top = style.lineHeight(TextSize::Caption) + 5 * u;
    layout.plot = QRectF(QPointF(layout.nameRight + 12 * u, rect.top() + top),
                         QPointF(layout.differenceLeft - labels, rect.bottom() - axisHeight));
    layout.scale = {0, std::min(1.0, longestValue(data) * 1.02), layout.plot.left(), layout.plot.right()};
    layout.ticks = roundTicks(0, layout.scale.high, std::clamp(static_cast<int>(layout.plot.width() / (34 * u)), 2, 6));

    const double units = static_cast<double>(data.rows.size()) + (data.xy ? 0.66 : 0);
    const double pitch = std::min(mostRow * u, layout.plot.height() / std::max(1.0, units));
    const double bar = std::min(13 * u, pitch * 0.27), gap = std::min(3.5 * u, pitch * 0.1);
    double y = layout.plot.top() + std::max(0.0, (layout.plot.height() - pitch * units) * 0.15);
    const auto barAt = [&](double mean, double at) {
        return QRectF(QPointF(layout.plot.left(), at), QPointF(layout.scale.position(mean), at + bar));
    };
    for (const BarRow& row : data.rows) {
        const double first = y + (pitch - 2 * bar - gap) / 2;
        layout.rows.push_back({QRectF(rect.left(), y, rect.width(), pitch), barAt(row.xf.mean, first),
                               barAt(row.yf.mean, first + bar + gap)});
        y += pitch;
    }
    if (data.xy) {
        const double height = pitch * 0.66;
        layout.rows.push_back(
            {QRectF(rect.left(), y, rect.width(), height), barAt(data.xy->mean, y + (height - bar) / 2), {}});
    }
    return layout;
}

void BarChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const BarLayout layout = layOutBars(m_data, rect, style);
    const bool single = m_data.rows.size() < 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintAxis(painter, m_data, layout, style);
    const double h = style.lineHeight(TextSize::Body);
    const auto nameRow = [&](const BarLayout::Row& place, const QString& name, bool bold) {
        painter.setFont(style.text(TextSize::Body, bold));
        painter.setPen(style.colors.ink);
        drawElided(painter,
                   QRectF(rect.left(), place.whole.center().y() - h / 2, layout.nameRight - rect.left() + 1, h),
                   Qt::AlignLeft | Qt::AlignVCenter, name);
    };
    for (std::size_t i = 0; i < m_data.rows.size(); ++i) {
        const BarRow& row = m_data.rows[i];
        const BarLayout::Row& place = layout.rows[i];
        const bool strong = row.current || single || !style.screen;
        nameRow(place, row.name, row.current);
        if (row.waiting) {
            painter.setFont(style.text(TextSize::Caption));
            painter.setPen(style.colors.ink3);
            painter.drawText(
                QRectF(place.xf.left() + 4 * style.unit, place.whole.center().y() - h / 2, 200 * style.unit, h),
                Qt::AlignVCenter | Qt::TextSingleLine, tr("permutation null…"));
            continue;
        }
        paintBar(painter, layout, place.xf, row.xf, {OverlapRole::XF, strong, row.current}, style);
        paintBar(painter, layout, place.yf, row.yf, {OverlapRole::YF, strong, row.current}, style);
        painter.setFont(style.text(TextSize::Body, row.current));
        painter.setPen(style.colors.ink);
        painter.drawText(QRectF(layout.differenceLeft, place.whole.center().y() - h / 2,
                                layout.differenceRight - layout.differenceLeft, h),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, number(row.difference));
        if (row.p1)
            painter.drawText(QRectF(layout.retrievalLeft, place.whole.center().y() - h / 2,
                                    layout.retrievalRight - layout.retrievalLeft, h),
                             Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, number(*row.p1, 3));
    }
    if (m_data.xy) {
        nameRow(layout.rows.back(), nameOf(OverlapRole::XY), false);
        paintBar(painter, layout, layout.rows.back().xf, *m_data.xy, {OverlapRole::XY, true, false}, style);
    }
}

void BarChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const auto interval = [](const Estimate& e) {
        if (!e.hasInterval()) return number(e.mean, 3);
        return QStringLiteral("%1 [%2, %3]").arg(number(e.mean, 3), number(e.low, 3), number(e.high, 3));
    };
    const BarLayout layout = layOutBars(m_data, rect, style);
    if (layout.plot.contains(at)) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(style.colors.ink3, 1));
        painter.drawLine(QPointF(at.x(), layout.plot.top()), QPointF(at.x(), layout.plot.bottom()));
    }
    const int row = rowAt(at, rect, style);
    if (row >= 0 && !m_data.rows[static_cast<std::size_t>(row)].waiting) {
        const BarRow& bar = m_data.rows[static_cast<std::size_t>(row)];
        QStringList lines{nameOf(OverlapRole::XF) + '\t' + interval(bar.xf),
                          nameOf(OverlapRole::YF) + '\t' + interval(bar.yf),
                          QStringLiteral("D\t") + number(bar.difference, 3)};
        if (bar.p1) lines << QStringLiteral("P@1\t") + number(*bar.p1, 3);
        paintReadout(painter, rect, at, bar.name, lines, style);
    } else if (m_data.xy && !layout.rows.empty() && layout.rows.back().whole.contains(at)) {
        paintReadout(painter, rect, at, nameOf(OverlapRole::XY), {tr("overlap") + '\t' + interval(*m_data.xy)}, style);
    }
}

int BarChart::rowAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const BarLayout layout = layOutBars(m_data, rect, style);
    for (std::size_t i = 0; i < m_data.rows.size(); ++i)
        if (layout.rows[i].whole.contains(at)) return static_cast<int>(i);
    return -1;
}

QString BarChart::name() const
{
    return tr("Overlaps by mapping");
}

QString BarChart::description() const
{
    QStringList parts;
    for (const BarRow& row : m_data.rows) {
        if (row.waiting) continue;
        parts << tr("%1: X, f(X) %2; Y, f(X) %3; D %4")
                     .arg(row.name, number(row.xf.mean), number(row.yf.mean), number(row.difference));
        if (row.p1) parts.last() += QStringLiteral("; P@1 ") + number(*row.p1, 3);
    }
    if (m_data.xy) parts << tr("X, Y %1").arg(number(m_data.xy->mean));
    parts << (m_data.calibrated ? tr("calibrated against the permutation null")
                                : tr("chance %1").arg(number(m_data.chance, 3)));
    return parts.join(QStringLiteral(". "));
}

ChartTable BarChart::table() const
{
    ChartTable table;
    const QString value = m_data.calibrated ? "calibrated" : "mean";
    table.header = {"mapping", "overlap", value, "low", "high", "chance", "k"};
    const auto add = [&](const QString& mapping, OverlapRole role, const Estimate& e) {
        const bool known = e.hasInterval();
        table.rows.append({mapping, nameOf(role), plainNumber(e.mean), known ? plainNumber(e.low) : QString(),
                           known ? plainNumber(e.high) : QString(), plainNumber(m_data.chance),
                           QString::number(m_data.k)});
    };
    for (const BarRow& row : m_data.rows) {
        if (row.waiting) continue;
        add(row.name, OverlapRole::XF, row.xf);
        add(row.name, OverlapRole::YF, row.yf);
        if (row.p1) table.rows.append({row.name, "P@1", plainNumber(*row.p1), {}, {}, {}, QString::number(m_data.k)});
    }
    if (m_data.xy) add({}, OverlapRole::XY, *m_data.xy);
    return table;
}

double BarChart::minimumHeight(const ChartStyle& style) const
{
    return (topBand + bottomBand + leastRow * (static_cast<double>(m_data.rows.size()) + 0.66)) * style.unit;
}

double BarChart::preferredHeight(double, const ChartStyle& style) const
{
    return (topBand + bottomBand + 40 * (static_cast<double>(m_data.rows.size()) + 0.66)) * style.unit;
}

} // namespace bridgescope
