#include "ui/panels/experiments/table_view.h"

#include "core/experiment/table_text.h"
#include "ui/panels/experiments/text_area.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace bridgescope {
namespace {

constexpr double margin = 12, rowHeight = 24, groupHeight = 24, nameHeight = 26, most = .7, mostMore = 36;
constexpr int leastRows = 6; ///< that a scroll area shows, however low the window is

double headWidth(const PrintedTable& table, std::size_t head)
{
    std::size_t longest = table.heads[head].size();
    for (const auto& row : table.rows)
        longest = std::max(longest, static_cast<std::size_t>(QString::fromStdString(row.heads[head]).size()));
    return std::clamp(6.2 * static_cast<double>(longest) + 16, 40.0, 210.0);
}

double columnWidth(const PrintedTable& table, std::size_t column)
{
    const auto& info = table.columns[column];
    if (info.name.ends_with("]")) return 148; // a number and its interval
    const bool spread = !info.paper && std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return !row.entries[column].spread.empty();
    });
    if (spread) return 90;
    const double name = 6.0 * static_cast<double>(info.name.size()) + 14; // the header's words are never cut
    return std::max(info.paper ? 52.0 : info.name.ends_with(",f(X)") ? 76.0 : 52.0, name);
}

} // namespace

QColor tintOf(const PrintedTable::Column& column, const PrintedTable::Entry& entry, const Tokens& tokens)
{
    if (!entry.share || column.paper) return {};
    const SpaceColors& colors = column.name.starts_with("X") ? tokens.x : tokens.y;
    return blend(colors.line, tokens.base, .08 + .3 * std::clamp(*entry.share / most, 0.0, 1.0));
}

TableGeometry::TableGeometry(const PrintedTable& table, double available, double scale)
{
    double x = margin * scale;
    heads.resize(table.heads.size()); // the first, the data set, has no width
    for (std::size_t h = 1; h < table.heads.size(); ++h) {
        heads[h] = {x, headWidth(table, h) * scale};
        x += heads[h].width;
    }
    headsEnd = x;
    double wanted = x + margin * scale;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        wanted += columnWidth(table, c) * scale;
    const double more =
        table.columns.empty()
            ? 0
            : std::clamp((available - wanted) / static_cast<double>(table.columns.size()), 0.0, mostMore * scale);
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

void TableView::setTable(PrintedTable table, std::vector<AbsentData> absent)
{
    m_table = std::move(table);
    QString spoken;
    for (const auto& row : m_table.rows)
        for (std::size_t c = 0; c < row.entries.size(); ++c)
            if (!row.entries[c].value.empty())
                spoken += QString::fromStdString(m_table.columns[c].group + " " + m_table.columns[c].name + ": " +
                                                 row.entries[c].value + "; ");
    setAccessibleDescription(spoken);
    const bool same = std::equal(absent.begin(), absent.end(), m_absent.begin(), m_absent.end(),
                                 [](const AbsentData& a, const AbsentData& b) { return a.name == b.name; });
    m_absent = std::move(absent);
    if (!same) {
        for (QPushButton* button : std::exchange(m_buttons, {}))
            button->deleteLater(), button->hide();
        for (const AbsentData& one : m_absent) {
            auto* button = new QPushButton(themedIcon(Icon::Plus), tr("Add vectors…"), this);
            button->setProperty("small", true);
            button->setAccessibleName(tr("Add vectors of %1").arg(one.name));
            connect(button, &QPushButton::clicked, this, [this, name = one.name] { emit vectorsRequested(name); });
            button->show();
            m_buttons.push_back(button);
        }
    }
    const TableGeometry least(m_table, 0, textScale(font()));
    setMinimumSize(qRound(least.width), qRound(least.height));
    updateGeometry();
    placeButtons();
    update();
}

void TableView::setFeatures(std::map<std::string, std::vector<std::string>> features)
{
    m_features = std::move(features);
    update();
}

QWidget* TableView::scrolled(QLabel& caption)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(this);
    auto* corner = new QWidget; // Fusion draws a frame there else
    corner->setProperty("surface", "base");
    corner->setAttribute(Qt::WA_StyledBackground);
    scroll->setCornerWidget(corner);
    scroll->setMinimumHeight(qRound((groupHeight + nameHeight + leastRows * rowHeight) * textScale(font())));
    column->addWidget(scroll, 1);
    caption.setProperty("role", "caption");
    caption.setContentsMargins(12, 6, 12, 6);
    column->addWidget(new TextArea(caption, 56));
    return whole;
}

void TableView::placeButtons()
{
    const TableGeometry geometry = geometryNow();
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        for (const auto& line : geometry.lines)
            if (line.row == m_absent[i].row && !line.title && !geometry.columns.empty()) {
                const QSize size = m_buttons[i]->sizeHint();
                m_buttons[i]->setGeometry(qRound(geometry.columns[0].left) + 8,
                                          qRound(line.top + line.height - size.height() / 2.0), size.width(),
                                          size.height());
            }
}

void TableView::resizeEvent(QResizeEvent*)
{
    placeButtons();
}

void TableView::moveEvent(QMoveEvent*)
{
    update(); // what stays in sight is drawn elsewhere
}

/// What a scroll area shows of this.
QRectF TableView::seen() const
{
    const QWidget* viewport = parentWidget();
    if (!viewport) return rect();
    return QRectF(std::max(0, -x()), std::max(0, -y()), std::min(viewport->width(), width()), viewport->height());
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
    const TableGeometry geometry = geometryNow();
    const QPointF within = point - seen().topLeft();
    if (within.x() < geometry.headsEnd || within.y() < geometry.headerHeight) return -1;
    const auto [row, column] = geometry.at(point);
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
    const QRectF shown = seen();
    if (m_table.columns.empty()) return;
    painter.save();
    painter.translate(0, shown.top());
    painter.fillRect(QRectF(0, 0, width(), geometry.headerHeight), t.alt);
    const double top = geometry.headerHeight - nameHeight * scale;
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink2);
    for (std::size_t h = 1; h < m_table.heads.size(); ++h)
        painter.drawText(
            QRectF(geometry.heads[h].left + shown.left(), top, geometry.heads[h].width, nameHeight * scale),
            Qt::AlignVCenter, QString::fromStdString(m_table.heads[h]));
    painter.setPen(t.line);
    painter.drawLine(QPointF(0, geometry.headerHeight - .5), QPointF(width(), geometry.headerHeight - .5));
    painter.setClipRect(QRectF(shown.left() + geometry.headsEnd, 0, width(), geometry.headerHeight));
    for (const auto& [begin, end] : columnGroups(m_table.columns)) {
        const auto& last = geometry.columns[end - 1];
        const double left = geometry.columns[begin].left;
        painter.setFont(textFont(font(), TextSize::Caption, !m_table.columns[begin].paper));
        painter.setPen(m_table.columns[begin].paper ? t.ink3 : t.ink);
        if (top > 0)
            drawElided(painter, QRectF(left, 0, last.left + last.width - left, top), Qt::AlignCenter,
                       QString::fromStdString(m_table.columns[begin].group));
    }
    painter.setFont(textFont(font(), TextSize::Caption));
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
    painter.restore();
}

/// The data set's name and its note stay in sight; its features stand over their columns.
void TableView::paintTitle(QPainter& painter, const TableGeometry& geometry, const TableGeometry::Line& line) const
{
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font());
    const auto& row = m_table.rows[static_cast<std::size_t>(line.row)];
    const QRectF shown = seen();
    painter.fillRect(QRectF(0, line.top, width(), line.height), t.alt);
    const QRectF inside =
        QRectF(shown.left(), line.top, shown.width(), line.height).adjusted(margin * scale, 0, -margin * scale, 0);
    QString note = QString::fromStdString(row.note);
    painter.setFont(textFont(font(), TextSize::Caption));
    painter.setPen(t.ink3);
    const auto features = m_features.find(row.heads[0]);
    if (features != m_features.end()) {
        note = note.section(QStringLiteral(", "), 0, 0); // the rest of it are the features
        std::size_t f = 0;
        for (const auto& [begin, end] : columnGroups(m_table.columns)) {
            if (m_table.columns[begin].paper || f == features->second.size()) break;
            const double left = geometry.columns[begin].left,
                         right = geometry.columns[end - 1].left + geometry.columns[end - 1].width;
            if (left >= shown.left() + geometry.headsEnd)
                drawElided(painter, QRectF(left, line.top, right - left, line.height), Qt::AlignCenter,
                           QString::fromStdString(features->second[f]));
            ++f;
        }
    }
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, note);
    painter.setFont(textFont(font(), TextSize::Body, true));
    painter.setPen(t.ink);
    const double room = features == m_features.end() || geometry.columns.empty()
                            ? inside.width() - painter.fontMetrics().horizontalAdvance(note)
                            : geometry.columns[0].left + 40 * scale;
    drawElided(painter, QRectF(inside.topLeft(), QSizeF(room, line.height)), Qt::AlignVCenter,
               QString::fromStdString(row.heads[0]));
}

void TableView::paintRow(QPainter& painter, const TableGeometry& geometry, const TableGeometry::Line& line) const
{
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font()), left = seen().left();
    const auto row = static_cast<std::size_t>(line.row);
    for (std::size_t c = 0; c < geometry.columns.size(); ++c)
        paintEntry(painter, QRectF(geometry.columns[c].left, line.top, geometry.columns[c].width, line.height), row, c);
    for (std::size_t i = 0; i < m_absent.size(); ++i)
        if (m_absent[i].row == line.row) {
            const QRect button = m_buttons[i]->geometry();
            double end = width();
            for (std::size_t c = geometry.columns.size(); c-- > 0 && m_table.columns[c].paper;)
                end = geometry.columns[c].left;
            painter.setFont(textFont(font(), TextSize::Caption));
            painter.setPen(t.ink3);
            drawElided(painter, QRectF(button.right() + 10, button.top(), end - button.right() - 14, button.height()),
                       Qt::AlignVCenter, tr("Two files: texts, pictures"));
        }
    painter.fillRect(QRectF(left, line.top, geometry.headsEnd - .5, line.height), t.base); // over what is scrolled away
    painter.setFont(textFont(font(), TextSize::Body));
    painter.setPen(m_table.rows[row].paper ? t.ink3 : t.ink2);
    for (std::size_t h = 1; h < geometry.heads.size(); ++h)
        drawElided(painter,
                   QRectF(geometry.heads[h].left + left, line.top, geometry.heads[h].width - 8 * scale, line.height),
                   Qt::AlignVCenter, QString::fromStdString(m_table.rows[row].heads[h]));
}

void TableView::paintEntry(QPainter& painter, const QRectF& rect, std::size_t row, std::size_t column) const
{
    const Tokens& t = tokensOf(palette());
    const double scale = textScale(font());
    const auto& entry = m_table.rows[row].entries[column];
    const auto& info = m_table.columns[column];
    const bool paper = info.paper || m_table.rows[row].paper;
    if (const QColor tint = tintOf(info, entry, t); m_tinted && tint.isValid())
        painter.fillRect(rect.adjusted(0, 0, -1, -1), tint);
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
    painter.setFont(textFont(font(), TextSize::Body, entry.starred && !paper));
    painter.setPen(paper ? t.ink3 : entry.value == "failed" ? t.warningText : t.ink);
    drawNumber(painter, text, Qt::AlignVCenter | Qt::AlignRight, QString::fromStdString(entry.value));
}

void TableView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(palette());
    const TableGeometry geometry = geometryNow();
    painter.fillRect(rect(), t.base);
    for (const auto& line : geometry.lines)
        line.title ? paintTitle(painter, geometry, line) : paintRow(painter, geometry, line);
    if (const double left = seen().left(); left > 0) {
        painter.setPen(t.line);
        painter.drawLine(QPointF(left + geometry.headsEnd - .5, 0), QPointF(left + geometry.headsEnd - .5, height()));
    }
    paintHeader(painter, geometry);
}

} // namespace bridgescope
