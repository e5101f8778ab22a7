#include "ui/panels/neighbors/items_delegate.h"

#include "ui/models/items_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>

namespace bridgescope {
namespace {

const Tokens& tokens(const QWidget* widget)
{
    return tokensOf(widget ? widget->palette() : QPalette());
}

} // namespace

void ItemsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!m_model.columns()) return;
    const Tokens& t = tokensOf(option.palette);
    const double s = textScale(option.font);
    const int local = m_model.local(index.row());
    const bool focus = index.data(ItemsModel::FocusRole).toBool(),
               selected = index.data(ItemsModel::SelectedRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(option.rect, focus ? t.sel : index.row() == m_hovered ? t.hover : t.base);
    if (selected && index.column() == ItemsModel::Item)
        painter->fillRect(QRectF(option.rect.left(), option.rect.top(), 3 * s, option.rect.height()), t.accent);
    const QFont font = textFont(option.font, TextSize::Body, focus && index.column() == ItemsModel::Item);
    const QRectF cell = QRectF(option.rect).adjusted(8 * s, 0, -8 * s, 0);
    painter->setFont(font);
    painter->setPen(t.ink);
    switch (index.column()) {
    case ItemsModel::Item:
        paintItem(*painter, cell.adjusted(4 * s, 0, 0, 0), font, local);
        break;
    case ItemsModel::Category:
        painter->setPen(t.ink2);
        drawElided(*painter, cell, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        break;
    case ItemsModel::XF:
    case ItemsModel::YF:
    case ItemsModel::XY:
        paintPipCell(*painter, cell, font, index.column(), local);
        break;
    case ItemsModel::Difference:
        paintDifference(*painter, cell, font, local);
        break;
    default:
        drawNumber(*painter, cell, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }
    if (option.state & QStyle::State_HasFocus) { // the cell the keyboard stands on: the whole row is lined
        painter->setPen(QPen(t.accent, 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

void ItemsDelegate::paintItem(QPainter& painter, const QRectF& cell, const QFont& font, int local) const
{
    const double s = textScale(font);
    const Measured& m = *m_model.columns()->measured;
    double left = cell.left();
    if (m.pictures) {
        const double side = std::min(20 * s, cell.height() - 4);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(left, cell.center().y() - side / 2, side, side), m.pictures->image,
                          m.pictures->tileRect(m.pictureRow(local)));
        left += side + 6 * s;
    }
    drawElided(painter, QRectF(left, cell.top(), cell.right() - left, cell.height()), Qt::AlignLeft | Qt::AlignVCenter,
               m.label(local));
}

void ItemsDelegate::paintPipCell(QPainter& painter, const QRectF& cell, const QFont& font, int column, int local) const
{
    const double s = textScale(font);
    const ItemColumns& c = *m_model.columns();
    const Tokens& t = tokens(qobject_cast<QWidget*>(parent()));
    if (column != ItemsModel::XY && !c.hasMapping) {
        painter.setPen(t.ink3);
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("–"));
        return;
    }
    const auto& values = column == ItemsModel::XF ? c.xf : column == ItemsModel::YF ? c.yf : c.xy;
    const int value = values[static_cast<std::size_t>(local)];
    const QColor color = column == ItemsModel::XF ? t.x.thin : column == ItemsModel::YF ? t.y.thin : t.neutral;
    const double digits = numberWidth(font, number(static_cast<qint64>(c.k)));
    const double pips = std::clamp(cell.width() - digits - 8 * s, 10.0, 78 * s);
    paintPips(painter, QRectF(cell.left(), cell.center().y() - 5 * s, pips, 9 * s), value, static_cast<int>(c.k), color,
              t);
    painter.setPen(t.ink);
    drawNumber(painter, QRectF(cell.left() + pips + 6 * s, cell.top(), digits + 1, cell.height()),
               Qt::AlignLeft | Qt::AlignVCenter, number(value));
}

void ItemsDelegate::paintDifference(QPainter& painter, const QRectF& cell, const QFont& font, int local) const
{
    const double s = textScale(font);
    const ItemColumns& c = *m_model.columns();
    const Tokens& t = tokens(qobject_cast<QWidget*>(parent()));
    if (!c.hasMapping) return drawNumber(painter, cell, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("–"));
    const int d = c.difference(local);
    const double digits = numberWidth(font, signedNumber(-static_cast<qint64>(c.k)));
    const double bar = std::clamp(cell.width() - digits - 8 * s, 10.0, 76 * s);
    const double left = cell.right() - digits - 8 * s - bar, middle = std::round(left + bar / 2), y = cell.center().y();
    painter.setPen(t.line2);
    painter.drawLine(QPointF(left, std::round(y)), QPointF(left + bar, std::round(y)));
    const double end = middle + (bar / 2) * d / static_cast<double>(c.k);
    painter.fillRect(QRectF(QPointF(std::min(middle, end), y - 3.5 * s), QPointF(std::max(middle, end), y + 3 * s)),
                     d > 0 ? t.x.thin : t.y.thin);
    painter.setPen(t.ghost);
    painter.drawLine(QPointF(middle, y - 6 * s), QPointF(middle, y + 5 * s));
    painter.setPen(t.ink);
    drawNumber(painter, cell, Qt::AlignRight | Qt::AlignVCenter, signedNumber(d));
}

ItemsHeader::ItemsHeader(const ItemsModel& model, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSectionsMovable(true);
    setMinimumSectionSize(48);
    setFocusPolicy(Qt::TabFocus);
}

void ItemsHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Tokens& t = tokensOf(palette());
    const double s = textScale(font());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(rect, t.alt);
    painter->setPen(t.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool sorted = m_model.sortColumn() == section;
    painter->setFont(textFont(font(), TextSize::Caption, sorted));
    QRectF cell = QRectF(rect).adjusted(8 * s, 0, -8 * s, 0);
    if (section == ItemsModel::Item) cell.setLeft(cell.left() + 4 * s);
    const QString text = m_model.headerData(section, Qt::Horizontal).toString();
    const bool right = section >= ItemsModel::Difference;
    if (section >= ItemsModel::XF && section <= ItemsModel::XY) {
        const Mark marks[] = {Mark::Square, Mark::Circle, Mark::Triangle};
        const QColor colors[] = {t.x.line, t.y.line, t.neutral};
        paintMark(*painter, marks[section - ItemsModel::XF], {cell.left() + 4 * s, cell.center().y()}, 7.5 * s,
                  colors[section - ItemsModel::XF]);
        cell.setLeft(cell.left() + 14 * s);
    }
    painter->setPen(sorted ? t.ink : t.ink2);
    const double arrow = sorted ? 13 * s : 0;
    QRectF words = cell;
    if (right) words.setRight(cell.right() - arrow);
    const double used = drawElided(*painter, words.adjusted(0, 0, right ? 0 : -arrow, 0),
                                   (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
    if (sorted) {
        const double x = right ? cell.right() - 10 * s : cell.left() + used + 4 * s;
        paintIcon(*painter, QRectF(x, cell.center().y() - 4.5 * s, 10 * s, 10 * s),
                  m_model.sortOrder() == Qt::DescendingOrder ? Icon::ChevronDown : Icon::ChevronUp, t.ink);
    }
    painter->restore();
}

} // namespace bridgescope
