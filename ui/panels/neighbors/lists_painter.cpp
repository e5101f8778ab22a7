#include "ui/panels/neighbors/lists_painter.h"

#include "ui/models/convention.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("bridgescope::ListsPainter", text);
}

constexpr int manyLinks = 30;

} // namespace

double hubChipWidth(const QFont& font, const QString& word)
{
    return QFontMetricsF(textFont(font, TextSize::Caption)).horizontalAdvance(word) + 10 * textScale(font);
}

void paintHubChip(QPainter& painter, QPointF left, const QFont& font, const Tokens& tokens, const QString& word)
{
    const double s = textScale(font);
    const QRectF chip(left.x(), left.y() - 7 * s, hubChipWidth(font, word), 14 * s);
    painter.setPen(QPen(tokens.ink3, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip, 7 * s, 7 * s);
    painter.setFont(textFont(font, TextSize::Caption));
    painter.setPen(tokens.ink2);
    painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, word);
}

ListsPainter::ListsPainter(const NeighborLists& lists, const ListsLayout& layout, const ListsLook& look,
                           const Tokens& tokens, QFont font)
    : m_lists(lists), m_layout(layout), m_look(look), m_tokens(tokens), m_font(std::move(font)),
      m_scale(textScale(m_font))
{
}

void ListsPainter::paint(QPainter& painter) const
{
    for (const Space space : {Space::X, Space::F, Space::Y})
        paintCard(painter, space);
    if (!m_lists.hasMapping) return;
    for (int gutter = 0; gutter < 2; ++gutter)
        paintGutter(painter, gutter);
    // thin ones first, so that what all three share lies on top
    for (const bool all : {false, true})
        for (const ListLink& link : m_lists.links)
            if (link.all == all) paintLink(painter, link, opacityOf(link));
    for (int gutter = 0; gutter < 2; ++gutter)
        paintHiddenCounts(painter, gutter);
}

void ListsPainter::paintCard(QPainter& painter, Space space) const
{
    const QRectF card = m_layout.card(space);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tokens.line, 1));
    painter.setBrush(m_tokens.base);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    paintHeader(painter, space);
    if (space == Space::F && !m_lists.hasMapping) return;
    paintColumns(painter, space);
    painter.save();
    painter.setClipRect(m_layout.rowsArea(space).adjusted(1, 0, -1, 0));
    for (int i = 0; i < static_cast<int>(m_lists.list(space).size()); ++i)
        if (m_layout.row(space, i).intersects(m_layout.rowsArea(space))) paintRow(painter, space, i);
    painter.restore();
}

QString ListsPainter::title(Space space) const
{
    const auto name = [](const std::string& text, const char* fallback) {
        return text.empty() ? QString(fallback) : QString::fromStdString(text);
    };
    const PairedSet& pairs = *m_lists.measured->pairs;
    if (space == Space::X) return name(pairs.nameX, "X");
    if (space == Space::Y) return name(pairs.nameY, "Y");
    const QString source = name(pairs.nameX, "X");
    return source.isEmpty() ? source : tr("Mapped %1").arg(withinTitle(source));
}

QString ListsPainter::detail(Space space) const
{
    const Measured& m = *m_lists.measured;
    return space == Space::X ? m.detailX : space == Space::Y ? m.detailY : m_lists.hasMapping ? m.detailF : QString();
}

std::pair<Space, Space> ListsPainter::others(Space space) const
{
    if (space == Space::X) return {Space::F, Space::Y};
    if (space == Space::F) return {Space::X, Space::Y};
    return {Space::X, Space::F};
}

void ListsPainter::paintHeader(QPainter& painter, Space space) const
{
    const double s = m_scale;
    const QRectF header = m_layout.cardHeader(space);
    const double badge = spaceBadgeWidth(space, s), y = header.center().y();
    painter.setFont(m_font);
    paintSpaceBadge(painter, QRectF(header.left() + 10 * s, y - 9 * s, badge, 18 * s), space, m_tokens);
    double x = header.left() + 10 * s + badge + 8 * s;
    painter.setFont(textFont(m_font, TextSize::Title, true));
    painter.setPen(m_tokens.ink);
    x += drawElided(painter, QRectF(x, header.top(), header.right() - 10 * s - x, header.height()),
                    Qt::AlignVCenter | Qt::AlignLeft, title(space)) +
         8 * s;
    painter.setFont(textFont(m_font, TextSize::Caption));
    painter.setPen(m_tokens.ink2);
    if (header.right() - 10 * s - x > 24 * s)
        drawElided(painter, QRectF(x, header.top(), header.right() - 10 * s - x, header.height()),
                   Qt::AlignVCenter | Qt::AlignLeft, detail(space));
}

void ListsPainter::paintColumns(QPainter& painter, Space space) const
{
    const QRectF header = m_layout.columnHeader(space);
    const RowCells cells = m_layout.cells(header);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(header.adjusted(1, 0, -1, 0), m_tokens.alt);
    painter.setPen(m_tokens.line);
    painter.drawLine(header.topLeft() + QPointF(1, 0), header.topRight() - QPointF(2, 0));
    painter.setPen(m_tokens.line2);
    painter.drawLine(header.bottomLeft() + QPointF(1, -1), header.bottomRight() - QPointF(2, 1));
    painter.setFont(textFont(m_font, TextSize::Caption));
    painter.setPen(m_tokens.ink2);
    const auto put = [&](const QRectF& cell, Qt::Alignment align, const QString& text) {
        painter.drawText(QRectF(cell.left() - 20, header.top(), cell.width() + 40, header.height()),
                         static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    };
    put(cells.rank, Qt::AlignHCenter, tr("Rank"));
    const QRectF label(m_layout.cells(header).picture.isEmpty() ? cells.label : cells.picture);
    put(label.translated(20, 0), Qt::AlignLeft, tr("Neighbor"));
    put(cells.value.translated(-20, 0), Qt::AlignRight,
        m_lists.measured->metric == Metric::Cosine ? tr("Cosine") : tr("Distance"));
    const auto [first, second] = others(space);
    if (first != Space::F || m_lists.hasMapping) put(cells.first, Qt::AlignHCenter, spaceLetter(first));
    if (second != Space::F || m_lists.hasMapping) put(cells.second, Qt::AlignHCenter, spaceLetter(second));
}

double ListsPainter::similarity(double value, Space space) const
{
    if (m_lists.measured->metric == Metric::Cosine) return std::clamp(value, 0.0, 1.0);
    // distances have no common end: a bar says how much farther than the nearest
    double nearest = 0;
    for (const ListEntry& entry : m_lists.list(space))
        if (entry.value > 0) {
            nearest = entry.value;
            break;
        }
    return value > 0 ? std::clamp(nearest / value, 0.0, 1.0) : 1;
}

void ListsPainter::paintRow(QPainter& painter, Space space, int index) const
{
    const double s = m_scale;
    const ListEntry& entry = m_lists.list(space)[static_cast<std::size_t>(index)];
    const QRectF row = m_layout.row(space, index);
    const RowCells cells = m_layout.cells(row);
    const Measured& m = *m_lists.measured;
    if (entry.local == m_look.hovered) painter.fillRect(row.adjusted(1, 0, -1, 0), m_tokens.hover);
    painter.setOpacity(dimmed(entry.region) ? 0.32 : 1);
    painter.setFont(m_font);
    paintRankCell(painter, cells.rank, space, number(entry.rank), true, m_tokens);
    if (!cells.picture.isEmpty() && m.pictures) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(cells.picture, m.pictures->image, m.pictures->tileRect(m.pictureRow(entry.local)));
    }
    const bool alone =
        entry.region == Region::Lost || entry.region == Region::Strayed || entry.region == Region::Missed;
    painter.setFont(textFont(m_font, TextSize::Body, entry.region == Region::Kept));
    painter.setPen(alone ? m_tokens.ink2 : m_tokens.ink);
    // where label and chip do not fit side by side the chip keeps one letter
    const QString label = m.label(entry.local), word = QObject::tr("hub");
    const bool roomy =
        painter.fontMetrics().horizontalAdvance(label) + hubChipWidth(m_font, word) + 6 * s <= cells.label.width();
    const QString chip = roomy ? word : word.left(1);
    QRectF room = cells.label;
    if (entry.hub) room.setRight(std::max(room.left(), room.right() - hubChipWidth(m_font, chip) - 6 * s));
    const double used = drawElided(painter, room, Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.setRenderHint(QPainter::Antialiasing);
    if (entry.hub)
        paintHubChip(painter, QPointF(room.left() + used + 6 * s, room.center().y()), m_font, m_tokens, chip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tokens.line2);
    painter.drawRoundedRect(cells.bar, 1.5 * s, 1.5 * s);
    painter.setBrush(colorsOf(space, m_tokens).line);
    QRectF filled = cells.bar;
    filled.setWidth(std::max(cells.bar.height(), cells.bar.width() * similarity(entry.value, space)));
    painter.drawRoundedRect(filled, 1.5 * s, 1.5 * s);
    painter.setFont(textFont(m_font, TextSize::Body));
    painter.setPen(m_tokens.ink);
    drawNumber(painter, cells.value, Qt::AlignRight | Qt::AlignVCenter,
               number(entry.value, std::abs(entry.value) >= 100 ? 0 : 2));
    const auto rank = [&](const QRectF& cell, Space other) {
        if (other == Space::F && !m_lists.hasMapping) return;
        const int r = entry.ranks[static_cast<std::size_t>(other)];
        const bool within = r >= 1 && regionHas(entry.region, other);
        paintRankCell(painter, cell, other, r >= 1 ? number(r) : QStringLiteral("…"), within, m_tokens);
    };
    const auto [first, second] = others(space);
    rank(cells.first, first);
    rank(cells.second, second);
    painter.setOpacity(1);
    if (m_look.cursor && m_look.cursor->space == space && m_look.cursor->row == index) {
        painter.setPen(QPen(m_tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.adjusted(4, 1.5, -4, -1.5), 4, 4);
    }
}

void ListsPainter::paintGutter(QPainter& painter, int gutter) const
{
    const double s = m_scale;
    const QRectF area = m_layout.gutter(gutter);
    const double line = 16 * s;
    painter.setFont(textFont(m_font, TextSize::Caption));
    painter.setPen(m_tokens.ink2);
    painter.drawText(QRectF(area.left(), area.top() + 3 * s, area.width(), line), Qt::AlignCenter | Qt::TextSingleLine,
                     gutter == 0 ? QStringLiteral("X ∩ f(X)") : QStringLiteral("f(X) ∩ Y"));
    painter.setFont(textFont(m_font, TextSize::Heading, true));
    painter.setPen(gutter == 0 ? m_tokens.x.text : m_tokens.y.text);
    painter.drawText(QRectF(area.left(), area.top() + 3 * s + line, area.width(), 20 * s),
                     Qt::AlignCenter | Qt::TextSingleLine, number(gutter == 0 ? m_lists.xf : m_lists.yf));
}

double ListsPainter::opacityOf(const ListLink& link) const
{
    const auto& entries = m_lists.lists[static_cast<std::size_t>(link.gutter)];
    if (dimmed(entries[static_cast<std::size_t>(link.left)].region)) return 0.12;
    if (m_look.hovered >= 0 && m_look.hovered == link.local) return 1;
    return static_cast<int>(m_lists.links.size()) > manyLinks && !link.all ? 0.25 : 1;
}

void ListsPainter::paintLink(QPainter& painter, const ListLink& link, double opacity) const
{
    const double s = m_scale;
    const LinkPlace place = m_layout.place(link);
    if (place.hiddenLeft && place.hiddenRight) return;
    const QColor color = link.all ? m_tokens.ink : link.gutter == 0 ? m_tokens.x.line : m_tokens.y.line;
    const double bend = (place.to.x() - place.from.x()) * 0.5;
    QPainterPath path(place.from);
    path.cubicTo(place.from + QPointF(bend, 0), place.to - QPointF(bend, 0), place.to);
    QLinearGradient fade(place.from, place.to);
    QColor gone = color;
    gone.setAlphaF(0);
    fade.setColorAt(0, place.hiddenLeft ? gone : color);
    fade.setColorAt(1, place.hiddenRight ? gone : color);
    const bool lit = m_look.hovered >= 0 && m_look.hovered == link.local;
    const double width = (link.all ? 2.6 : 1.4) * s + (lit ? 0.8 * s : 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(opacity);
    painter.setBrush(Qt::NoBrush);
    if (place.hiddenLeft || place.hiddenRight)
        painter.setPen(QPen(QBrush(fade), width));
    else
        painter.setPen(QPen(color, width));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double dot = (link.all ? 2.8 : 2.1) * s;
    if (!place.hiddenLeft) painter.drawEllipse(place.from, dot, dot);
    if (!place.hiddenRight) painter.drawEllipse(place.to, dot, dot);
    painter.setOpacity(1);
}

void ListsPainter::paintHiddenCounts(QPainter& painter, int gutter) const
{
    const double s = m_scale;
    int counts[2][2] = {}; // [left, right][above, below]
    for (const ListLink& link : m_lists.links) {
        if (link.gutter != gutter) continue;
        const LinkPlace place = m_layout.place(link);
        if (place.hiddenLeft) ++counts[0][place.hiddenLeft > 0];
        if (place.hiddenRight) ++counts[1][place.hiddenRight > 0];
    }
    const QRectF area = m_layout.gutter(gutter), rows = m_layout.rowsArea(Space::X);
    painter.setFont(textFont(m_font, TextSize::Caption));
    painter.setPen(m_tokens.ink2);
    for (int side = 0; side < 2; ++side)
        for (int under = 0; under < 2; ++under) {
            if (!counts[side][under]) continue;
            const QString text = (under ? QStringLiteral("↓") : QStringLiteral("↑")) + number(counts[side][under]);
            const QRectF place(area.left() + 4 * s, under ? rows.bottom() - 16 * s : rows.top(), area.width() - 8 * s,
                               16 * s);
            painter.drawText(place,
                             static_cast<int>(Qt::AlignVCenter | (side ? Qt::AlignRight : Qt::AlignLeft)) |
                                 Qt::TextSingleLine,
                             text);
        }
}

} // namespace bridgescope
