#include "ui/panels/experiments/table_view.h"

#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace bridgescope {
namespace {

constexpr double margin = 12, rowHeight = 24, groupHeight = 24, nameHeight = 26, most = .7;

double headWidth(const PrintedTable& table, std::size_t head)
{
    std::size_t longest = table.heads[head].size();
    for (const auto& row : table.rows)
        longest = std::max(longest, static_cast<std::size_t>(QString::fromStdString(row.heads[head]).size()));
    return std::clamp(7.0 * static_cast<double>(longest) + 18, 62.0, 210.0);
}

double columnWidth(const PrintedTable& table, std::size_t column)
{
    if (table.columns[column].paper) return 58;
    if (table.columns[column].name.ends_with("]")) return 148; // a number and its interval
    const bool spread = std::any_of(table.rows.begin(), table.rows.end(),
                                    [&](const auto& row) { return !row.entries[column].spread.empty(); });
    return spread || table.columns[column].name.ends_with(",f(X)") ? 98 : 58;
}

} // namespace

TableGeometry::TableGeometry(const PrintedTable& table, double available, double scale)
{
    double x = margin * scale;
    heads.resize(table.heads.size()); // the first, the data set, has no width
    for (std::size_t h = 1; h < table.heads.size(); ++h) {
        heads[h] = {x, headWidth(table, h) * scale};
        x += heads[h].width;
    }
    double wanted = x + margin * scale;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        wanted += columnWidth(table, c) * scale;
    const double more =
        table.columns.empty()
            ? 0
            : std::clamp((available - wanted) / static_cast<double>(table.columns.size()), 0.0, 26 * scale);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        columns.push_back({x, columnWidth(table, c) * scale + more});
        x += columns.back().width;
    }
    width = std::max(x + margin * scale, available);
    const bool groups =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return !c.group.empty(); });
    headerHeight = (groups ? groupHeight : 0) * scale + nameHeight * scale;
    double y = headerHeight;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.rows[r].begins) {
            lines.push_back({y, rowHeight * scale, static_cast<int>(r), true});
            y += rowHeight * scale;
        }
        lines.push_back({y, rowHeight * scale, static_cast<int>(r), false});
        y += rowHeight * scale;
    }
    height = y + 1;
}

std::pair<int, int> TableGeometry::at(QPointF point) const
{
    for (const Line& line : lines)
        if (!line.title && point.y() >= line.top && point.y() < line.top + line.height)
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (point.x() >= columns[c].left && point.x() < columns[c].left + columns[c].width)
                    return {line.row, static_cast<int>(c)};
    return {-1, -1};
}

TableView::TableView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Table of the experiment"));
}

void TableView::setTable(PrintedTable table)
{
    m_table = std::move(table);
    QString spoken;
    for (const auto& row : m_table.rows)
        for (std::size_t c = 0; c < row.entries.size(); ++c)
            if (!row.entries[c].value.empty())
                spoken += QString::fromStdString(m_table.columns[c].group + " " + m_table.columns[c].name + ": " +
                                                 row.entries[c].value + "; ");
    setAccessibleDescription(spoken);
    setMinimumHeight(qRound(geometryNow().height));
    const TableGeometry least(m_table, 0, textScale(font()));
    setMinimumWidth(qRound(least.width));
    updateGeometry();
    update();
}

void TableView::setRunning(std::vector<bool> running)
{
    m_running = std::move(running);
    update();
}

void TableView::setTinted(bool tinted)
{
    m_tinted = tinted;
    update();
}

TableGeometry TableView::geometryNow() const
{
    return {m_table, static_cast<double>(width()), textScale(font())};
}

QSize TableView::sizeHint() const
{
    const TableGeometry geometry(m_table, 0, textScale(font()));
    return {qRound(geometry.width), qRound(geometry.height)};
}

int TableView::cellAt(QPointF point) const
{
    const auto [row, column] = geometryNow().at(point);
    return row < 0 ? -1 : m_table.rows[static_cast<std::size_t>(row)].entries[static_cast<std::size_t>(column)].cell;
}

void TableView::mouseReleaseEvent(QMouseEvent* event)
{
    if (const int cell = cellAt(event->position()); cell >= 0) emit cellActivated(cell);
}

void TableView::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(cellAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool TableView::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) update();
    return QWidget::event(event);
}

void TableView::paintHeader(QPainter& painter, const TableGeometry& geometry) const
{
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font());
    painter.fillRect(QRectF(0, 0, width(), geometry.headerHeight), t.alt);
    const double top = geometry.headerHeight - nameHeight * scale;
    for (std::size_t c = 0; c < m_table.columns.size();) {
        std::size_t end = c + 1;
        while (end < m_table.columns.size() && m_table.columns[end].group == m_table.columns[c].group)
            ++end;
        const auto& last = geometry.columns[end - 1];
        const QRectF group(geometry.columns[c].left, 0, last.left + last.width - geometry.columns[c].left, top);
        painter.setFont(textFont(font(), TextSize::Caption, !m_table.columns[c].paper));
        painter.setPen(m_table.columns[c].paper ? t.ink3 : t.ink);
        if (top > 0) drawElided(painter, group, Qt::AlignCenter, QString::fromStdString(m_table.columns[c].group));
        c = end;
    }
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink2);
    for (std::size_t h = 1; h < m_table.heads.size(); ++h)
        painter.drawText(QRectF(geometry.heads[h].left, top, geometry.heads[h].width, nameHeight * scale),
                         Qt::AlignVCenter, QString::fromStdString(m_table.heads[h]));
    for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
        const auto& column = m_table.columns[c];
        QRectF rect(geometry.columns[c].left, top, geometry.columns[c].width - 8 * scale, nameHeight * scale);
        painter.setPen(column.paper ? t.ink3 : t.ink2);
        const QString name = QString::fromStdString(column.name);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight, name);
        const bool x = column.name == "X,f(X)", y = column.name == "Y,f(X)";
        if (column.paper || (!x && !y)) continue;
        const double left = rect.right() - painter.fontMetrics().horizontalAdvance(name) - 9 * scale;
        paintMark(painter, x ? Mark::Square : Mark::Circle, {left, rect.center().y()}, 8 * scale,
                  x ? t.x.line : t.y.line);
    }
    painter.setPen(t.line);
    painter.drawLine(QPointF(0, geometry.headerHeight - .5), QPointF(width(), geometry.headerHeight - .5));
}

void TableView::paintEntry(QPainter& painter, const QRectF& rect, std::size_t row, std::size_t column) const
{
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font());
    const auto& entry = m_table.rows[row].entries[column];
    const auto& info = m_table.columns[column];
    if (m_tinted && entry.share && !info.paper) {
        const SpaceColors& colors = info.name.starts_with("X") ? t.x : t.y;
        const double strength = std::clamp(*entry.share / most, 0.0, 1.0);
        painter.fillRect(rect.adjusted(0, 0, -1, -1), blend(colors.line, t.base, .08 + .3 * strength));
    }
    const auto cell = static_cast<std::size_t>(std::max(entry.cell, 0));
    if (entry.value.empty()) {
        painter.setPen(Qt::NoPen);
        const bool running = entry.cell >= 0 && cell < m_running.size() && m_running[cell];
        painter.setBrush(running ? t.accent : t.line);
        const double size = running ? 6 * scale : 4 * scale;
        if (entry.cell >= 0)
            painter.drawEllipse(QPointF(rect.right() - 16 * scale, rect.center().y()), size / 2, size / 2);
        return;
    }
    QRectF text = rect.adjusted(0, 0, -8 * scale, 0);
    if (!entry.spread.empty() || !entry.interval.empty()) {
        painter.setFont(textFont(font(), TextSize::Caption));
        painter.setPen(t.ink2);
        const QString spread = entry.spread.empty()
                                   ? QString::fromStdString(entry.interval)
                                   : "±" + QString::fromStdString(entry.spread).mid(1); // ±.008, as in a tight table
        drawNumber(painter, text, Qt::AlignVCenter | Qt::AlignRight, spread);
        text.setRight(text.right() - numberWidth(painter.font(), spread) - 3 * scale);
    }
    painter.setFont(textFont(font(), TextSize::Body, entry.starred && !info.paper));
    painter.setPen(info.paper ? t.ink3 : entry.value == "failed" ? t.warningText : t.ink);
    drawNumber(painter, text, Qt::AlignVCenter | Qt::AlignRight, QString::fromStdString(entry.value));
}

void TableView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font());
    const TableGeometry geometry = geometryNow();
    painter.fillRect(rect(), t.base);
    paintHeader(painter, geometry);
    for (const auto& line : geometry.lines) {
        const auto row = static_cast<std::size_t>(line.row);
        const QRectF whole(0, line.top, width(), line.height);
        if (line.title) {
            painter.fillRect(whole, t.alt);
            painter.setFont(textFont(font(), TextSize::Body, true));
            painter.setPen(t.ink);
            const QRectF inside = whole.adjusted(margin * scale, 0, -margin * scale, 0);
            drawElided(painter, inside, Qt::AlignVCenter, QString::fromStdString(m_table.rows[row].heads[0]));
            painter.setFont(textFont(font(), TextSize::Caption));
            painter.setPen(t.ink3);
            painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, QString::fromStdString(m_table.rows[row].note));
            continue;
        }
        painter.setFont(textFont(font(), TextSize::Body));
        painter.setPen(t.ink2);
        for (std::size_t h = 1; h < geometry.heads.size(); ++h)
            drawElided(painter,
                       QRectF(geometry.heads[h].left, line.top, geometry.heads[h].width - 8 * scale, line.height),
                       Qt::AlignVCenter, QString::fromStdString(m_table.rows[row].heads[h]));
        for (std::size_t c = 0; c < geometry.columns.size(); ++c)
            paintEntry(painter, QRectF(geometry.columns[c].left, line.top, geometry.columns[c].width, line.height), row,
                       c);
    }
}

} // namespace bridgescope
