#include "ui/panels/neighbors/lists_layout.h"

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double mostCard = 440, gutterWide = 69, gutterCompact = 59, below = 4;

double rowOf(bool compact)
{
    return compact ? 25 : 34;
}
double headerOf(bool compact)
{
    return compact ? 35 : 40;
}
double columnsOf(bool compact)
{
    return compact ? 21 : 22;
}

std::size_t at(Space space)
{
    return static_cast<std::size_t>(space);
}

} // namespace

ListsLayout::ListsLayout(const ListsShape& shape) : m_shape(shape)
{
    const double s = shape.scale;
    m_rowHeight = std::round(rowOf(shape.compact) * s);
    m_header = headerOf(shape.compact) * s;
    m_columns = columnsOf(shape.compact) * s;
    const double least = (shape.compact ? gutterCompact : gutterWide) * s;
    const double width = std::floor(std::min(mostCard * s, (shape.size.width() - 2 * least) / 3));
    const double gap = (shape.size.width() - 3 * width) / 2;
    const int longest = *std::max_element(shape.counts.begin(), shape.counts.end());
    const double whole = m_header + m_columns + longest * m_rowHeight + below * s + 1;
    const double height = std::min(shape.size.height(), std::max(whole, m_header + m_columns + 2 * m_rowHeight));
    for (int c = 0; c < 3; ++c)
        m_cards[static_cast<std::size_t>(c)] = QRectF(std::round(c * (width + gap)), 0, width, height);
}

QRectF ListsLayout::cardHeader(Space space) const
{
    const QRectF c = card(space);
    return {c.left(), c.top(), c.width(), m_header};
}

QRectF ListsLayout::columnHeader(Space space) const
{
    const QRectF c = card(space);
    return {c.left(), c.top() + m_header, c.width(), m_columns};
}

QRectF ListsLayout::rowsArea(Space space) const
{
    const QRectF c = card(space);
    const double top = m_header + m_columns;
    return {c.left(), c.top() + top, c.width(), std::max(0.0, c.height() - top - 1)};
}

QRectF ListsLayout::gutter(int gutter) const
{
    const QRectF left = m_cards[static_cast<std::size_t>(gutter)],
                 right = m_cards[static_cast<std::size_t>(gutter + 1)];
    return {QPointF(left.right(), left.top()), QPointF(right.left(), left.bottom())};
}

QRectF ListsLayout::row(Space space, int index) const
{
    const QRectF area = rowsArea(space);
    return {area.left(), area.top() + index * m_rowHeight - m_shape.scroll, area.width(), m_rowHeight};
}

bool ListsLayout::rowInSight(Space space, int index) const
{
    const QRectF area = rowsArea(space);
    const double middle = row(space, index).center().y();
    return middle >= area.top() && middle <= area.bottom();
}

RowCells ListsLayout::cells(const QRectF& row) const
{
    const double s = m_shape.scale, pad = 10 * s, cell = 28 * s, cellHeight = (m_shape.compact ? 17 : 18) * s;
    const double side = (m_shape.compact ? 20 : 28) * s, y = row.center().y();
    RowCells c;
    c.rank = QRectF(row.left() + pad, y - cellHeight / 2, cell, cellHeight);
    c.second = QRectF(row.right() - pad - cell, y - cellHeight / 2, cell, cellHeight);
    c.first = c.second.translated(-(cell + 4 * s), 0);
    c.value = QRectF(c.first.left() - 42 * s, row.top(), 36 * s, row.height());
    double left = c.rank.right() + 8 * s;
    if (m_shape.pictures && row.width() >= 250 * s) { // in a narrow card the label needs the room
        c.picture = QRectF(left, y - side / 2, side, side);
        left = c.picture.right() + 7 * s;
    }
    const double right = c.value.left() - 4 * s;
    const double lift = (m_shape.compact ? 3.5 : 5) * s;
    c.label = QRectF(left, row.top(), std::max(0.0, right - left), row.height()).translated(0, -lift);
    c.bar = QRectF(left, y + (m_shape.compact ? 7 : 7.5) * s, std::max(0.0, right - left), 3 * s);
    return c;
}

LinkPlace ListsLayout::place(const ListLink& link) const
{
    const auto end = [&](Space space, int index, double x, int& hidden) {
        const QRectF area = rowsArea(space);
        double y = row(space, index).center().y();
        hidden = y < area.top() ? -1 : y > area.bottom() ? 1 : 0;
        y = std::clamp(y, area.top(), area.bottom());
        return QPointF(x, y);
    };
    LinkPlace place;
    const auto left = static_cast<Space>(link.gutter), right = static_cast<Space>(link.gutter + 1);
    place.from = end(left, link.left, card(left).right() + 2 * m_shape.scale, place.hiddenLeft);
    place.to = end(right, link.right, card(right).left() - 2 * m_shape.scale, place.hiddenRight);
    return place;
}

double ListsLayout::maximumScroll() const
{
    const int longest = *std::max_element(m_shape.counts.begin(), m_shape.counts.end());
    return std::max(0.0, longest * m_rowHeight + below * m_shape.scale - rowsArea(Space::X).height());
}

double ListsLayout::scrollTo(int row) const
{
    const double top = row * m_rowHeight, visible = rowsArea(Space::X).height();
    double scroll = m_shape.scroll;
    if (top + m_rowHeight > scroll + visible) scroll = top + m_rowHeight - visible;
    if (top < scroll) scroll = top;
    return std::clamp(scroll, 0.0, maximumScroll());
}

std::optional<ListsLayout::Hit> ListsLayout::hit(QPointF point) const
{
    for (const Space space : {Space::X, Space::F, Space::Y}) {
        const QRectF area = rowsArea(space);
        if (!area.contains(point)) continue;
        const int index = static_cast<int>(std::floor((point.y() - area.top() + m_shape.scroll) / m_rowHeight));
        if (index >= 0 && index < m_shape.counts[at(space)]) return Hit{space, index};
    }
    return std::nullopt;
}

double ListsLayout::heightFor(int rows, bool compact, double scale)
{
    return headerOf(compact) * scale + columnsOf(compact) * scale + rows * std::round(rowOf(compact) * scale) +
           (below + 1) * scale;
}

} // namespace bridgescope
