#include "ui/charts/category_chart.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::CategoryChart", text);
}

constexpr double leastPitch = 19, mostPitch = 30;
constexpr int mostInFigure = 40; ///< rows of a figure: the table beside it has all

double longestValue(const CategoryData& data)
{
    double most = data.chance;
    for (const CategoryRow& row : data.rows)
        most = data.hasMapping ? std::max({most, row.xf.high, row.yf.high, row.xf.mean, row.yf.mean})
                               : std::max({most, row.xy.high, row.xy.mean});
    return std::clamp(most, 1e-3, 1.0);
}

QString plainName(const CategoryRow& row)
{
    return row.name.isEmpty() ? tr("no category") : row.name;
}

QString interval(const Estimate& e)
{
    return QStringLiteral("%1 [%2, %3]").arg(number(e.mean, 3), number(e.low, 3), number(e.high, 3));
}

int rowsShown(const CategoryData& data, const ChartStyle& style)
{
    const int rows = static_cast<int>(data.rows.size());
    return style.screen ? rows : std::min(rows, mostInFigure);
}

double bands(const ChartStyle& style)
{
    return 2 * style.lineHeight(TextSize::Caption) + 14 * style.unit;
}

void paintEstimate(QPainter& painter, const CategoryLayout& layout, const Estimate& e, double y, OverlapRole role,
                   const ChartStyle& style)
{
    const double u = style.unit;
    const QColor line = lineOf(role, style.colors);
    painter.setPen(QPen(line, 1.6 * u, Qt::SolidLine, Qt::FlatCap));
    const double low = layout.scale.position(std::clamp(e.low, 0.0, layout.scale.high)),
                 high = layout.scale.position(std::clamp(e.high, 0.0, layout.scale.high));
    if (high > low) painter.drawLine(QPointF(low, y), QPointF(high, y));
    paintMark(painter, markOf(role), {layout.scale.position(e.mean), y}, 7.5 * u, line);
}

} // namespace

CategoryLayout layOutCategories(const CategoryData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption);
    CategoryLayout layout;
    layout.rows = rowsShown(data, style);
    double names = 0, counts = style.width(QStringLiteral("N"), TextSize::Caption);
    for (const CategoryRow& row : data.rows) {
        names = std::max(names, style.width(plainName(row).left(60), TextSize::Body));
        counts = std::max(counts, style.width(number(row.n), TextSize::Caption));
    }
    names = std::min(names, rect.width() * 0.36);
    layout.nameRight = rect.left() + names;
    layout.nRight = layout.nameRight + 8 * u + counts;
    const double difference = style.width(QStringLiteral("−0.00"), TextSize::Body, true);
    const double top = rect.top() + h + 5 * u;
    layout.plot = QRectF(QPointF(layout.nRight + 14 * u, top),
                         QPointF(rect.right() - difference - 10 * u, rect.bottom() - h - 6 * u));
    layout.scale = {0, std::min(1.0, longestValue(data) * 1.04), layout.plot.left(), layout.plot.right()};
    layout.ticks = roundTicks(0, layout.scale.high, std::clamp(static_cast<int>(layout.plot.width() / (36 * u)), 2, 6));
    layout.pitch = std::min(mostPitch * u, layout.plot.height() / std::max(1, layout.rows));
    layout.top = layout.plot.top();
    return layout;
}

void CategoryChart::paintAxis(QPainter& painter, const CategoryLayout& layout, const QRectF& rect,
                              const ChartStyle& style) const
{
    const double u = style.unit, h = style.lineHeight(TextSize::Caption), above = layout.plot.top() - h - 3 * u;
    const double bottom = std::min(layout.plot.bottom(), layout.top + layout.rows * layout.pitch + 2 * u);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(style.text(TextSize::Caption));
    for (const double tick : layout.ticks.values) {
        const double x = layout.scale.position(tick);
        painter.setPen(QPen(style.colors.line2, u));
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, bottom));
        painter.setPen(style.colors.ink2);
        painter.drawText(QRectF(x - 30 * u, bottom + 3 * u, 60 * u, h), Qt::AlignHCenter | Qt::TextSingleLine,
                         layout.ticks.text(tick));
    }
    QPen dashed(style.colors.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    const double x = layout.scale.position(m_data.chance);
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, bottom));
    painter.setPen(style.colors.ink2);
    painter.drawText(QRectF(layout.nRight - 60 * u, above, 60 * u, h), Qt::AlignRight | Qt::TextSingleLine,
                     QStringLiteral("N"));
    painter.drawText(QRectF(layout.plot.left(), above, layout.plot.width(), h), Qt::AlignLeft | Qt::TextSingleLine,
                     tr("chance %1").arg(number(m_data.chance, 3)));
    painter.drawText(QRectF(rect.right() - 60 * u, above, 60 * u, h), Qt::AlignRight | Qt::TextSingleLine,
                     m_data.hasMapping ? QStringLiteral("D") : nameOf(OverlapRole::XY));
    painter.setRenderHint(QPainter::Antialiasing);
}

void CategoryChart::paintRow(QPainter& painter, const CategoryRow& row, const CategoryLayout& layout,
                             const QRectF& place, const ChartStyle& style) const
{
    const double u = style.unit, y = place.center().y();
    const bool chosen = style.screen && m_data.anySelected && row.selected == row.n;
    painter.setOpacity(style.screen && m_data.anySelected && row.selected == 0 ? 0.45 : 1);
    painter.setFont(style.text(TextSize::Body, chosen));
    painter.setPen(style.colors.ink);
    drawElided(painter, QRectF(place.left(), place.top(), layout.nameRight - place.left() + 1, place.height()),
               Qt::AlignLeft | Qt::AlignVCenter, plainName(row));
    painter.setFont(style.text(TextSize::Caption));
    painter.setPen(style.colors.ink2);
    drawNumber(painter, QRectF(layout.nRight - 80 * u, place.top(), 80 * u, place.height()),
               Qt::AlignRight | Qt::AlignVCenter, number(row.n));
    if (m_data.hasMapping) {
        painter.setPen(QPen(style.colors.line, 1.2 * u));
        painter.drawLine(QPointF(layout.scale.position(row.xf.mean), y),
                         QPointF(layout.scale.position(row.yf.mean), y));
        // Where the two marks would cover one another, one stands above the other.
        const double apart = std::abs(layout.scale.position(row.xf.mean) - layout.scale.position(row.yf.mean));
        const double off = apart < 7.5 * u ? 4 * u : 0;
        paintEstimate(painter, layout, row.yf, y + off, OverlapRole::YF, style);
        paintEstimate(painter, layout, row.xf, y - off, OverlapRole::XF, style);
    } else
        paintEstimate(painter, layout, row.xy, y, OverlapRole::XY, style);
    painter.setFont(style.text(TextSize::Body));
    painter.setPen(style.colors.ink);
    drawNumber(painter, QRectF(layout.plot.right(), place.top(), place.right() - layout.plot.right(), place.height()),
               Qt::AlignRight | Qt::AlignVCenter, number(m_data.hasMapping ? row.difference : row.xy.mean));
    painter.setOpacity(1);
}

void CategoryChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const CategoryLayout layout = layOutCategories(m_data, rect, style);
    paintAxis(painter, layout, rect, style);
    for (int i = 0; i < layout.rows; ++i)
        paintRow(painter, m_data.rows[static_cast<std::size_t>(i)], layout, layout.row(rect, i), style);
    const auto left = static_cast<int>(m_data.rows.size()) - layout.rows;
    if (left > 0) {
        painter.setFont(style.text(TextSize::Caption));
        painter.setPen(style.colors.ink2);
        const double h = style.lineHeight(TextSize::Caption);
        painter.drawText(QRectF(rect.left(), rect.bottom() - h, layout.plot.left() - rect.left(), h),
                         Qt::AlignLeft | Qt::TextSingleLine, tr("and %1 more").arg(number(left)));
    }
    if (!style.screen || m_data.cursor < 0 || m_data.cursor >= layout.rows) return;
    painter.setPen(QPen(style.colors.accent, 1.5 * style.unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(layout.row(rect, m_data.cursor).adjusted(-3, 0, 3, 0), 3, 3);
}

void CategoryChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const int index = rowAt(at, rect, style);
    if (index < 0) return;
    const CategoryRow& row = m_data.rows[static_cast<std::size_t>(index)];
    QStringList lines;
    if (m_data.hasMapping)
        lines << nameOf(OverlapRole::XF) + '\t' + interval(row.xf) << nameOf(OverlapRole::YF) + '\t' + interval(row.yf)
              << QStringLiteral("D\t") + number(row.difference, 3);
    lines << nameOf(OverlapRole::XY) + '\t' + interval(row.xy);
    lines << tr("items") + '\t' + number(row.n);
    if (m_data.anySelected) lines << tr("selected") + '\t' + number(row.selected);
    QString title = plainName(row);
    if (title.size() > 60) title = title.left(59) + QChar(0x2026);
    paintReadout(painter, rect, at, title, lines, style);
}

int CategoryChart::rowAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const CategoryLayout layout = layOutCategories(m_data, rect, style);
    if (at.y() < layout.top || at.x() < rect.left() - 6 || at.x() > rect.right() + 6) return -1;
    const int row = static_cast<int>((at.y() - layout.top) / layout.pitch);
    return row < layout.rows ? row : -1;
}

QString CategoryChart::name() const
{
    return tr("By category");
}

QString CategoryChart::description() const
{
    QStringList parts;
    for (const CategoryRow& row : m_data.rows) {
        if (parts.size() == 20) {
            parts << tr("and %1 more").arg(m_data.rows.size() - 20);
            break;
        }
        parts << (m_data.hasMapping
                      ? tr("%1, %2 items: X, f(X) %3; Y, f(X) %4; D %5")
                            .arg(plainName(row), number(row.n), number(row.xf.mean), number(row.yf.mean),
                                 number(row.difference))
                      : tr("%1, %2 items: X, Y %3").arg(plainName(row), number(row.n), number(row.xy.mean)));
    }
    return parts.join(QStringLiteral(". "));
}

ChartTable CategoryChart::table() const
{
    ChartTable table;
    table.header = {"category", "n", "overlap", "mean", "low", "high", "chance", "k"};
    const auto add = [&](const CategoryRow& row, OverlapRole role, const Estimate& e) {
        table.rows.append({row.name, QString::number(row.n), nameOf(role), plainNumber(e.mean), plainNumber(e.low),
                           plainNumber(e.high), plainNumber(m_data.chance), QString::number(m_data.k)});
    };
    for (const CategoryRow& row : m_data.rows) {
        if (m_data.hasMapping) {
            add(row, OverlapRole::XF, row.xf);
            add(row, OverlapRole::YF, row.yf);
        }
        add(row, OverlapRole::XY, row.xy);
    }
    return table;
}

double CategoryChart::minimumHeight(const ChartStyle& style) const
{
    return bands(style) + leastPitch * style.unit * rowsShown(m_data, style);
}

double CategoryChart::preferredHeight(double, const ChartStyle& style) const
{
    return bands(style) + 22 * style.unit * rowsShown(m_data, style);
}

} // namespace bridgescope
