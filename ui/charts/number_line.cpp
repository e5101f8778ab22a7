#include "ui/charts/number_line.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::NumberLine", text);
}

QString labelOf(OverlapRole role, const Estimate& e)
{
    return nameOf(role) + ' ' + number(e.mean);
}

QString differenceText(double d)
{
    return QStringLiteral("D ") + number(d);
}

} // namespace

NumberLineLayout layOutNumberLine(const NumberLineData& data, const QRectF& rect, const ChartStyle& style)
{
    const double u = style.unit, gap = 10 * u;
    NumberLineLayout layout;
    layout.scale = {0, 1, rect.left() + 4 * u, rect.right() - 4 * u};
    layout.y = rect.top() + style.lineHeight(TextSize::Body) + 12 * u;
    const auto width = [&](const QString& text, TextSize size, bool bold) { return style.width(text, size, bold); };
    if (data.xf && data.yf) {
        const auto above = spreadLabels({layout.scale.position(data.xf->mean), layout.scale.position(data.yf->mean)},
                                        {width(labelOf(OverlapRole::XF, *data.xf), TextSize::Body, true),
                                         width(labelOf(OverlapRole::YF, *data.yf), TextSize::Body, true)},
                                        gap, rect.left(), rect.right());
        layout.labelXf = above[0], layout.labelYf = above[1];
    }
    const double xyWidth = width(labelOf(OverlapRole::XY, data.xy), TextSize::Caption, false);
    const double endWidth = width(tr("1 = same lists"), TextSize::Caption, false);
    const double chanceWidth = width(tr("chance"), TextSize::Caption, false);
    const double chanceCenter = std::max(rect.left() + chanceWidth / 2, layout.scale.position(data.chance));
    // the label of X, Y stands right of its triangle, D's below the middle of the stretch it measures
    const double xyWanted = layout.scale.position(data.xy.mean) + 8 * u + xyWidth / 2;
    const double dWidth = data.xf ? width(differenceText(data.difference), TextSize::Caption, true) : 0;
    const double dWanted = data.xf ? layout.scale.position((data.xf->mean + data.yf->mean) / 2) : xyWanted;
    layout.labelXy = std::max(xyWanted, rect.left() + xyWidth / 2);
    // D gives way: to the left where that is clear of the triangle, else to the right of the label of X, Y
    const double triangleLeft = layout.scale.position(data.xy.mean) - 7 * u;
    if (layout.labelXy + xyWidth / 2 > rect.right()) layout.labelXy = triangleLeft - xyWidth / 2;
    layout.labelD = dWanted;
    if (dWanted + dWidth / 2 > triangleLeft)
        layout.labelD = std::max(dWanted, layout.labelXy + xyWidth / 2 + gap + dWidth / 2);
    if (layout.labelD + dWidth / 2 > rect.right())
        layout.labelD = std::min(triangleLeft, layout.labelXy - xyWidth / 2 - gap) - dWidth / 2;
    const double right = std::max(layout.labelXy + xyWidth / 2, layout.labelD + dWidth / 2);
    const double left =
        std::min(layout.labelXy - xyWidth / 2 - 10 * u, data.xf ? layout.labelD - dWidth / 2 : layout.labelXy);
    layout.endLabel = right + gap < rect.right() - endWidth;
    layout.chanceLabel = chanceCenter + chanceWidth / 2 + gap / 2 < left;
    return layout;
}

void NumberLine::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, body = style.lineHeight(TextSize::Body), caption = style.lineHeight(TextSize::Caption);
    const Tokens& t = style.colors;
    const NumberLineLayout layout = layOutNumberLine(m_data, rect, style);
    const auto px = [&](double v) { return layout.scale.position(v); };
    const auto text = [&](double center, double top, double h, const QString& words, const QColor& color, TextSize size,
                          bool bold) {
        painter.setFont(style.text(size, bold));
        painter.setPen(color);
        const double w = style.width(words, size, bold) + 2 * u;
        painter.drawText(QRectF(center - w / 2, top, w, h), Qt::AlignCenter | Qt::TextSingleLine, words);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.ghost, 1.4 * u));
    painter.drawLine(QPointF(px(0), layout.y), QPointF(px(1), layout.y));
    for (const double end : {0.0, 1.0})
        painter.drawLine(QPointF(px(end), layout.y - 5 * u), QPointF(px(end), layout.y + 5 * u));
    QPen dashed(t.ink2, u);
    dashed.setDashPattern({3, 2.5});
    painter.setPen(dashed);
    painter.drawLine(QPointF(px(m_data.chance), layout.y - 10 * u), QPointF(px(m_data.chance), layout.y + 9 * u));
    const double below = layout.y + 9 * u;
    if (m_data.xf) {
        painter.setPen(QPen(t.ghost, 4 * u, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(px(m_data.xf->mean), layout.y), QPointF(px(m_data.yf->mean), layout.y));
        text(layout.labelD, below, caption, differenceText(m_data.difference), t.ink, TextSize::Caption, true);
        text(layout.labelXf, rect.top(), body, labelOf(OverlapRole::XF, *m_data.xf), t.x.text, TextSize::Body, true);
        text(layout.labelYf, rect.top(), body, labelOf(OverlapRole::YF, *m_data.yf), t.y.text, TextSize::Body, true);
    }
    paintMark(painter, Mark::Triangle, {px(m_data.xy.mean), layout.y + 8 * u}, 8 * u, t.neutral);
    text(layout.labelXy, below, caption, labelOf(OverlapRole::XY, m_data.xy), t.ink2, TextSize::Caption, false);
    if (m_data.xf) {
        paintMark(painter, Mark::Circle, {px(m_data.yf->mean), layout.y}, 8.5 * u, t.y.line, t.base);
        paintMark(painter, Mark::Square, {px(m_data.xf->mean), layout.y}, 8.5 * u, t.x.line, t.base);
    }
    if (layout.chanceLabel) {
        const double w = style.width(tr("chance"), TextSize::Caption);
        text(std::max(rect.left() + w / 2, px(m_data.chance)), below, caption, tr("chance"), t.ink2, TextSize::Caption,
             false);
    }
    if (layout.endLabel) {
        const double w = style.width(tr("1 = same lists"), TextSize::Caption);
        text(rect.right() - w / 2, below, caption, tr("1 = same lists"), t.ink2, TextSize::Caption, false);
    }
}

QString roomText(const NumberLineData& data)
{
    QStringList lines;
    for (const auto& [role, room] : data.rooms) {
        const Estimate& e = role == OverlapRole::XY ? data.xy : role == OverlapRole::XF ? *data.xf : *data.yf;
        lines << tr("%1: the other two leave %2 to %3").arg(labelOf(role, e), number(room.first), number(room.second));
    }
    return lines.join('\n');
}

QString NumberLine::name() const
{
    return tr("Overlaps on a line from 0 to 1");
}

QString NumberLine::description() const
{
    QStringList parts;
    if (m_data.xf) parts << labelOf(OverlapRole::XF, *m_data.xf) << labelOf(OverlapRole::YF, *m_data.yf);
    parts << labelOf(OverlapRole::XY, m_data.xy);
    if (m_data.xf) parts << differenceText(m_data.difference);
    parts << tr("chance %1").arg(number(m_data.chance, 3));
    if (!m_data.rooms.empty()) parts << roomText(m_data).split('\n');
    return parts.join(QStringLiteral(". "));
}

ChartTable NumberLine::table() const
{
    ChartTable table;
    table.header = {"quantity", "value", "least", "most"}; // least, most: what the two others leave
    const auto add = [&](OverlapRole role, const Estimate& e) {
        const auto room = m_data.rooms.find(role);
        const bool known = room != m_data.rooms.end();
        table.rows.append({nameOf(role), plainNumber(e.mean), known ? plainNumber(room->second.first) : QString(),
                           known ? plainNumber(room->second.second) : QString()});
    };
    if (m_data.xf) {
        add(OverlapRole::XF, *m_data.xf);
        add(OverlapRole::YF, *m_data.yf);
        table.rows.append({"D", plainNumber(m_data.difference), {}, {}});
    }
    add(OverlapRole::XY, m_data.xy);
    table.rows.append({"chance", plainNumber(m_data.chance), {}, {}});
    return table;
}

double NumberLine::minimumHeight(const ChartStyle& style) const
{
    return style.lineHeight(TextSize::Body) + style.lineHeight(TextSize::Caption) + 21 * style.unit;
}

} // namespace bridgescope
