#include "ui/panels/workspace/mapping_row.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bridgescope {
namespace {

constexpr double sparkWidth = 40, lineHeight = 28, barHeight = 14; ///< at 100 %

QString wordsOf(const MappingEntry& entry)
{
    const QString epochs = QStringLiteral("%1 / %2").arg(entry.history.size()).arg(entry.epochs());
    switch (entry.state) {
    case MappingEntry::State::Queued:
        return MappingRowDelegate::tr("queued");
    case MappingEntry::State::Running:
        return entry.isNet() ? epochs : MappingRowDelegate::tr("running");
    case MappingEntry::State::Paused:
        return MappingRowDelegate::tr("paused, %1").arg(epochs);
    case MappingEntry::State::Failed:
        return entry.diverged() ? MappingRowDelegate::tr("diverged") : MappingRowDelegate::tr("failed");
    case MappingEntry::State::Done:
        break;
    }
    return entry.report ? QString() : MappingRowDelegate::tr("done");
}

MappingRow::Mark stateMarkOf(const MappingEntry& entry, bool looked)
{
    if (looked) return MappingRow::Mark::LookedAt;
    switch (entry.state) {
    case MappingEntry::State::Queued:
        return MappingRow::Mark::Waits;
    case MappingEntry::State::Running:
    case MappingEntry::State::Paused:
        return MappingRow::Mark::Runs;
    case MappingEntry::State::Failed:
        return MappingRow::Mark::Failed;
    case MappingEntry::State::Done:
        break;
    }
    return MappingRow::Mark::Done;
}

void paintStateMark(QPainter& painter, QPointF center, double u, MappingRow::Mark mark, const Tokens& t)
{
    const QRectF icon(center.x() - 6 * u, center.y() - 6 * u, 12 * u, 12 * u);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (mark) {
    case MappingRow::Mark::Waits:
        return paintIcon(painter, icon, Icon::Clock, t.ink2);
    case MappingRow::Mark::Runs:
        return paintIcon(painter, icon, Icon::Play, t.accent);
    case MappingRow::Mark::Failed:
        return paintIcon(painter, icon, Icon::Warning, t.warningText);
    case MappingRow::Mark::LookedAt:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(center, 4 * u, 4 * u);
        return;
    case MappingRow::Mark::Done:
        painter.setPen(QPen(t.ink3, 1.2 * u));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 3.5 * u, 3.5 * u);
    }
}

/// Both overlaps over the epochs from 0 to 1, their last values marked; X, Y dotted.
void paintSpark(QPainter& painter, const QRectF& rect, double u, const MappingRow& row, const Tokens& t)
{
    const auto y = [&](double value) { return rect.bottom() - rect.height() * std::clamp(value, 0.0, 1.0); };
    painter.setPen(QPen(t.ink3, 1, Qt::DotLine));
    painter.drawLine(QPointF(rect.left(), y(row.reference)), QPointF(rect.right(), y(row.reference)));
    painter.setRenderHint(QPainter::Antialiasing);
    // Marks that would cover one another stand one above the other.
    double endX = row.xf.empty() ? 0 : y(row.xf.back()), endY = row.yf.empty() ? 0 : y(row.yf.back());
    if (const double missing = 6 * u - std::abs(endX - endY); missing > 0) {
        const double up = (endX <= endY ? 0.5 : -0.5) * missing;
        endX -= up, endY += up;
    }
    for (const Space space : {Space::Y, Space::X}) {
        const std::vector<double>& values = space == Space::X ? row.xf : row.yf;
        const QColor color = colorsOf(space, t).thin;
        QPolygonF line;
        for (std::size_t i = 0; i < values.size(); ++i)
            line << QPointF(rect.left() + rect.width() * static_cast<double>(i) /
                                              static_cast<double>(std::max<std::size_t>(1, values.size() - 1)),
                            y(values[i]));
        if (line.size() > 1) {
            painter.setPen(QPen(color, 1.2 * u));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(line);
        }
        const double end = space == Space::X ? endX : endY;
        if (!line.isEmpty()) paintMark(painter, markOf(space), {rect.right(), end}, 5 * u, color);
    }
}

void paintName(QPainter& painter, const QStyleOptionViewItem& cell, double u, const MappingRow& row, const Tokens& t)
{
    const QRectF rect(cell.rect);
    const bool active = row.progress.has_value();
    QRectF line(rect.left(), rect.top(), rect.width(), active ? rect.height() - barHeight * u : rect.height());
    paintStateMark(painter, {line.left() + 8 * u, line.center().y()}, u, row.mark, t);
    line.adjust(20 * u, 0, -4 * u, 0);
    if (active) {
        const QRectF bar(line.left(), line.bottom(), line.width(), 6 * u);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(bar, 3 * u, 3 * u);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * *row.progress, bar.height())), 3 * u, 3 * u);
    } else if (!row.xf.empty() && line.width() > 2 * sparkWidth * u) {
        line.setRight(line.right() - (sparkWidth + 8) * u);
        paintSpark(painter, QRectF(line.right() + 6 * u, line.top() + 5 * u, sparkWidth * u, line.height() - 10 * u), u,
                   row, t);
    }
    painter.setFont(cell.font);
    painter.setPen(t.ink);
    drawElided(painter, line, Qt::AlignLeft | Qt::AlignVCenter, cell.text, Qt::ElideMiddle);
}

void paintNumbers(QPainter& painter, const QStyleOptionViewItem& cell, double u, const MappingRow& row, const Tokens& t)
{
    QRectF rect = QRectF(cell.rect).adjusted(0, 0, -8 * u, row.progress ? -barHeight * u : 0);
    painter.setFont(textFont(cell.font, TextSize::Body));
    painter.setPen(row.words.isEmpty() ? t.ink : t.ink2);
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    if (!row.words.isEmpty()) {
        if (numberWidth(painter.font(), row.words) <= rect.width())
            drawNumber(painter, rect, right, row.words);
        else
            drawElided(painter, rect, right, row.words);
    } else {
        drawNumber(painter, rect, right, number(row.yf.back()));
        rect.setRight(rect.right() - 36 * u);
        drawNumber(painter, rect, right, number(row.xf.back()));
    }
    if (row.progress)
        paintIcon(painter, MappingRowDelegate::cancelRect(cell.rect, u).adjusted(3 * u, 3 * u, -3 * u, -3 * u),
                  Icon::Close, t.ink2);
}

/// "X,f" and "Y,f" above their columns, each after the mark of the space it is compared with.
void paintHeader(QPainter& painter, const QStyleOptionViewItem& cell, double u, const Tokens& t)
{
    painter.setFont(textFont(cell.font, TextSize::Caption));
    double right = cell.rect.right() + 1 - 8 * u;
    for (const Space space : {Space::Y, Space::X}) {
        const QString words = spaceLetter(space) + QStringLiteral(",f");
        const double width = painter.fontMetrics().horizontalAdvance(words);
        painter.setPen(t.ink3);
        painter.drawText(QRectF(right - width, cell.rect.top(), width, cell.rect.height()), Qt::AlignCenter, words);
        paintSpaceMark(painter, space, {right - width - 7 * u, cell.rect.center().y() + 1.0}, 7 * u, t);
        right -= 38 * u;
    }
}

} // namespace

MappingRow mappingRowOf(const MappingEntry& entry, bool looked, qint64 k)
{
    MappingRow row;
    row.id = entry.id;
    row.mark = stateMarkOf(entry, looked);
    row.words = wordsOf(entry);
    if (entry.isActive() && entry.isNet())
        row.progress =
            static_cast<double>(entry.history.size()) / static_cast<double>(std::max<Index>(1, entry.epochs()));
    row.reference = entry.baseline.xy;
    for (const EpochReport& epoch : entry.history) {
        if (!epoch.overlapX || !epoch.overlapY) continue;
        row.xf.push_back(*epoch.overlapX);
        row.yf.push_back(*epoch.overlapY);
    }
    if (!entry.report) return row;
    if (row.xf.size() < 2) row.xf.clear(), row.yf.clear(); // what a closed form's one epoch came to is its report's
    row.xf.push_back(overlapAt(entry.report->xf, k));
    row.yf.push_back(overlapAt(entry.report->yf, k));
    row.reference = overlapAt(entry.report->xy, k);
    return row;
}

QString numbersOf(const MappingRow& row)
{
    if (!row.words.isEmpty()) return row.words;
    return QStringLiteral("%1  %2").arg(number(row.xf.back()), number(row.yf.back()));
}

QRectF MappingRowDelegate::cancelRect(const QRect& cell, double scale)
{
    const double side = 18 * scale;
    return {cell.right() + 1 - 8 * scale - side + 3 * scale, cell.bottom() + 1 - side, side, side};
}

QSize MappingRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const double u = textScale(option.font);
    if (index.data(HeaderRole).toBool() && index.column() == 1) size.setWidth(qRound(84 * u));
    const QVariant value = index.data(RowRole);
    if (!value.isValid()) return size;
    const auto row = value.value<MappingRow>();
    size.setHeight(qRound((lineHeight + (row.progress ? barHeight : 0)) * u));
    if (index.column() == 1) {
        const double words = numberWidth(textFont(option.font, TextSize::Body), row.words) + 12 * u;
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const double most = view ? view->viewport()->width() / 2.0 : words; // names keep the other half
        size.setWidth(qCeil(std::max(72 * u, std::min(words, most))));
    }
    return size;
}

void MappingRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Tokens& t = tokensOf(option.palette);
    const double u = textScale(option.font);
    const QVariant value = index.data(RowRole);
    const bool header = index.data(HeaderRole).toBool() && index.column() == 1;
    if (!value.isValid() && !header) return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    if (header) {
        paintHeader(*painter, cell, u, t);
    } else {
        const auto row = value.value<MappingRow>();
        const bool looked = row.mark == MappingRow::Mark::LookedAt;
        if (looked || cell.state & QStyle::State_Selected)
            painter->fillRect(cell.rect, looked ? t.sel : t.hover);
        else if (cell.state & QStyle::State_MouseOver)
            painter->fillRect(cell.rect, t.hover);
        index.column() == 0 ? paintName(*painter, cell, u, row, t) : paintNumbers(*painter, cell, u, row, t);
    }
    painter->restore();
}

bool MappingRowDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                     const QModelIndex& index)
{
    const QVariant value = index.data(RowRole);
    if (event->type() == QEvent::MouseButtonRelease && index.column() == 1 && value.isValid()) {
        const auto row = value.value<MappingRow>();
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (row.progress && mouse->button() == Qt::LeftButton &&
            cancelRect(option.rect, textScale(option.font)).contains(mouse->position())) {
            emit cancelRequested(row.id);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace bridgescope
