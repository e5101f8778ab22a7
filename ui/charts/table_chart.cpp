#include "ui/charts/table_chart.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double rowHeight = 24, betweenSections = 8, columnGap = 10, groupGap = 8, firstGap = 4, thumb = 20,
                 thumbGap = 5;

double itemWidth(const TableItem& item, const ChartStyle& style)
{
    return item.picture.isNull() ? std::min(70 * style.unit, style.width(item.label, TextSize::Caption))
                                 : thumb * style.unit;
}

double widthOf(const TableCell& cell, std::size_t items, const ChartStyle& style)
{
    const double u = style.unit;
    double width = style.width(cell.text, TextSize::Body, cell.strong);
    if (cell.badge) width += spaceBadgeWidth(*cell.badge, u) + 7 * u;
    if (cell.mark) width += 14 * u;
    for (std::size_t i = 0; i < std::min(items, cell.items.size()); ++i)
        width += itemWidth(cell.items[i], style) + thumbGap * u;
    return width;
}

struct Columns {
    std::vector<double> widths; ///< 0: the column gave way
    std::size_t items = 0;      ///< shown of each cell's
};

/// As wide as what stands in it.
double columnWidth(const TableSection& section, std::size_t column, std::size_t items, const ChartStyle& style)
{
    const bool marked = column < section.headerMarks.size() && section.headerMarks[column];
    double width =
        style.width(section.header[static_cast<qsizetype>(column)], TextSize::Caption) + (marked ? 13 * style.unit : 0);
    for (const auto& row : section.rows)
        if (column < row.size() && row.size() > 1) width = std::max(width, widthOf(row[column], items, style));
    if (column == 0) return std::ceil(width) + firstGap * style.unit;
    return std::ceil(width) + (marked ? columnGap + groupGap : columnGap) * style.unit; // a mark begins a group
}

/// The widths of all columns with those that give way from `gone` on left out; true where the first is not cut.
bool tryColumns(Columns& columns, const TableSection& section, double whole, int gone, const ChartStyle& style)
{
    columns.widths.clear();
    double used = 0;
    for (std::size_t c = 0; c < static_cast<std::size_t>(section.header.size()); ++c) {
        const bool leaves = c < section.giveWay.size() && section.giveWay[c] >= gone;
        columns.widths.push_back(leaves ? 0 : columnWidth(section, c, columns.items, style));
        if (c > 0) used += columns.widths.back();
    }
    if (columns.widths.empty()) return true;
    const bool fits = columns.widths[0] <= whole - used;
    columns.widths[0] = std::max(40 * style.unit, whole - used);
    return fits;
}

Columns columnsOf(const TableSection& section, double whole, const ChartStyle& style)
{
    std::size_t items = 0;
    for (const auto& row : section.rows)
        for (const TableCell& cell : row)
            items = std::max(items, cell.items.size());
    int most = 0;
    for (const int order : section.giveWay)
        most = std::max(most, order);
    Columns columns;
    for (std::size_t shown = items;; --shown) { // a picture fewer rather than a name that is cut
        columns.items = shown;
        if (tryColumns(columns, section, whole, most + 1, style)) return columns;
        if (shown <= 1) break;
    }
    if (items > 0 && most == 0) { // a name so long that fewer pictures do not help
        columns.items = items;
        tryColumns(columns, section, whole, most + 1, style);
        return columns;
    }
    for (int gone = most; gone > 0; --gone)
        if (tryColumns(columns, section, whole, gone, style)) break;
    return columns;
}

} // namespace

TableLayout TableChart::layOut(const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit, head = style.lineHeight(TextSize::Caption) + 4 * u;
    TableLayout layout;
    double y = rect.top();
    for (const TableSection& section : m_data.sections) {
        const auto [widths, items] = columnsOf(section, rect.width(), style);
        double x = rect.left();
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (widths[c] <= 0) continue;
            layout.headers.push_back({QRectF(x, y, widths[c], head), section.header[static_cast<qsizetype>(c)],
                                      c < section.headerMarks.size() ? section.headerMarks[c] : std::nullopt, c == 0});
            x += widths[c];
        }
        y += head;
        for (const auto& row : section.rows) {
            x = rect.left();
            for (std::size_t c = 0; c < row.size() && c < widths.size(); ++c) {
                if (widths[c] <= 0) continue;
                // a row of one cell has the whole line
                const QRectF place(x, y, row.size() == 1 ? rect.width() : widths[c], rowHeight * u);
                const std::size_t shown = std::min(items, row[c].items.size());
                layout.cells.push_back({place, &row[c], c == 0, shown});
                if (row[c].target >= 0) layout.targets.push_back({place, row[c].target, nullptr, &row[c]});
                double right = place.right();
                for (std::size_t i = shown; i-- > 0;) {
                    const auto& item = row[c].items[i];
                    const double width = itemWidth(item, style);
                    layout.targets.push_back({QRectF(right - width, y + 3 * u, width, rowHeight * u - 6 * u),
                                              item.target, &item, nullptr});
                    right -= width + thumbGap * u;
                }
                x += widths[c];
            }
            y += rowHeight * u;
            layout.lines.push_back(y);
        }
        y += betweenSections * u;
    }
    const double lines = std::ceil(style.width(m_data.note, TextSize::Caption) / std::max(1.0, rect.width() * 0.97));
    layout.note = QRectF(rect.left(), y - 2 * u, rect.width(), lines * style.lineHeight(TextSize::Caption));
    return layout;
}

void TableChart::paintCell(QPainter& painter, const TableLayout::Cell& place, const ChartStyle& style) const
{
    const double u = style.unit;
    const TableCell& cell = *place.cell;
    QRectF room = place.rect;
    painter.setFont(style.text(TextSize::Body, cell.strong));
    painter.setPen(style.colors.ink);
    if (cell.badge) {
        const double width = spaceBadgeWidth(*cell.badge, u), height = 18 * u;
        paintSpaceBadge(painter, QRectF(room.left(), room.center().y() - height / 2, width, height), *cell.badge,
                        style.colors);
        room.setLeft(room.left() + width + 7 * u);
        painter.setFont(style.text(TextSize::Body, cell.strong));
        painter.setPen(style.colors.ink);
    }
    if (cell.mark) {
        paintMark(painter, markOf(*cell.mark), {room.left() + 4 * u, room.center().y()}, 7.5 * u,
                  lineOf(*cell.mark, style.colors));
        room.setLeft(room.left() + 14 * u);
        painter.setPen(style.colors.ink);
    }
    if (place.left)
        drawElided(painter, room.adjusted(0, 0, -4 * u, 0), Qt::AlignLeft | Qt::AlignVCenter, cell.text);
    else
        drawNumber(painter, room, Qt::AlignRight | Qt::AlignVCenter, cell.text);
}

void TableChart::paint(QPainter& painter, const QRectF& rect, const ChartStyle& style) const
{
    const double u = style.unit;
    const TableLayout layout = layOut(rect, style);
    for (const auto& header : layout.headers) {
        painter.setFont(style.text(TextSize::Caption));
        painter.setPen(style.colors.ink2);
        painter.drawText(header.rect,
                         (header.left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop | Qt::TextSingleLine,
                         header.text);
        if (!header.mark) continue;
        const double x = header.left ? header.rect.left() - 8 * u
                                     : header.rect.right() - style.width(header.text, TextSize::Caption) - 9 * u;
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, markOf(*header.mark), {x, header.rect.top() + style.lineHeight(TextSize::Caption) / 2},
                  6.5 * u, lineOf(*header.mark, style.colors));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.colors.line2, u));
    for (const double y : layout.lines)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& cell : layout.cells)
        paintCell(painter, cell, style);
    for (const auto& place : layout.targets) {
        if (place.item && !place.item->picture.isNull()) {
            const double side = std::min(place.rect.width(), place.rect.height());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(QRectF(place.rect.left(), place.rect.center().y() - side / 2, side, side),
                              place.item->picture);
        } else if (place.item) {
            painter.setFont(style.text(TextSize::Caption));
            painter.setPen(style.colors.ink);
            drawElided(painter, place.rect, Qt::AlignLeft | Qt::AlignVCenter, place.item->label);
        }
        if (!style.screen || place.target != m_data.cursor) continue;
        painter.setPen(QPen(style.colors.accent, 1.5 * u));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.rect.adjusted(-2, 1, 2, -1), 3, 3);
    }
    painter.setFont(style.text(TextSize::Caption));
    painter.setPen(style.colors.ink2);
    painter.drawText(layout.note, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_data.note);
}

void TableChart::paintHover(QPainter& painter, const QRectF& rect, const ChartStyle& style, QPointF at) const
{
    const TableLayout layout = layOut(rect, style);
    for (auto place = layout.targets.rbegin(); place != layout.targets.rend(); ++place) { // items lie over their cell
        if (!place->rect.contains(at)) continue;
        const QString words = place->item ? place->item->tip : place->cell->tip;
        return paintReadout(painter, rect, at, words.size() > 80 ? words.left(79) + QChar(0x2026) : words, {}, style);
    }
    for (const auto& cell : layout.cells)
        if (cell.rect.contains(at) && !cell.cell->tip.isEmpty())
            return paintReadout(painter, rect, at, cell.cell->tip, {}, style);
}

int TableChart::targetAt(QPointF at, const QRectF& rect, const ChartStyle& style) const
{
    const TableLayout layout = layOut(rect, style);
    for (auto place = layout.targets.rbegin(); place != layout.targets.rend(); ++place)
        if (place->rect.contains(at)) return place->target;
    return -1;
}

std::vector<int> TableChart::targets() const
{
    std::vector<int> all;
    for (const TableSection& section : m_data.sections)
        for (const auto& row : section.rows)
            for (const TableCell& cell : row) {
                if (cell.target >= 0) all.push_back(cell.target);
                for (const TableItem& item : cell.items)
                    if (item.target >= 0) all.push_back(item.target);
            }
    return all;
}

QString TableChart::description() const
{
    QStringList rows;
    for (const TableSection& section : m_data.sections)
        for (const auto& row : section.rows) {
            QStringList cells;
            for (std::size_t c = 0; c < row.size(); ++c) {
                QStringList words;
                if (row[c].badge) words << spaceLetter(*row[c].badge);
                if (!row[c].text.isEmpty()) words << row[c].text;
                for (const TableItem& item : row[c].items)
                    words << item.label;
                const QString header = section.header.value(static_cast<qsizetype>(c));
                cells << (c == 0 ? words.join(' ') : header + ' ' + words.join(QStringLiteral(", ")));
            }
            rows << cells.join(QStringLiteral(", "));
        }
    if (!m_data.note.isEmpty()) rows << m_data.note;
    return rows.join(QStringLiteral(". "));
}

double TableChart::minimumHeight(const ChartStyle& style) const
{
    const TableLayout layout = layOut(QRectF(0, 0, 320 * style.unit, 0), style);
    return m_data.note.isEmpty() ? layout.note.top() : layout.note.bottom();
}

} // namespace bridgescope
