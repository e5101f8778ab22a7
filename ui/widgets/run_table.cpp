#include "ui/widgets/run_table.h"

#include "ui/widgets/scaled.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace bridgescope {

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Tokens& t = tokensOf(option.palette);
    const double u = textScale(option.font);
    painter->save();
    if (cell.state & QStyle::State_Selected)
        painter->fillRect(cell.rect, t.sel);
    else if (cell.state & QStyle::State_MouseOver)
        painter->fillRect(cell.rect, t.hover);
    QRectF inner = QRectF(cell.rect).adjusted(8 * u, 0, -8 * u, 0);
    const QVariant progress = index.data(m_role);
    const double words = QFontMetricsF(cell.font).horizontalAdvance(cell.text);
    if (progress.isValid() && words + 30 * u <= inner.width()) { // what it says counts more than the bar
        const double width = std::min(52 * u, inner.width() - words - 8 * u);
        const QRectF bar(inner.left(), inner.center().y() - 3 * u, width, 6 * u);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.line);
        painter->drawRoundedRect(bar, 3 * u, 3 * u);
        painter->setBrush(t.accent);
        painter->drawRoundedRect(
            QRectF(bar.topLeft(), QSizeF(width * std::clamp(progress.toDouble(), 0.0, 1.0), 6 * u)), 3 * u, 3 * u);
        inner.setLeft(bar.right() + 8 * u);
    }
    painter->setFont(cell.font);
    painter->setPen(t.ink);
    if (cell.displayAlignment & Qt::AlignRight)
        drawNumber(*painter, inner, Qt::AlignRight | Qt::AlignVCenter, cell.text);
    else
        drawElided(*painter, inner, Qt::AlignLeft | Qt::AlignVCenter, cell.text,
                   index.flags() & Qt::ItemIsEditable ? Qt::ElideMiddle : Qt::ElideRight); // names differ at their ends
    if (cell.state & QStyle::State_HasFocus && option.widget && option.widget->hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(t.accent);
        painter->drawRect(cell.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

void setUpRunTable(QTableView& table, int progressRole)
{
    table.setItemDelegate(new RunDelegate(progressRole, &table));
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setMinimumSectionSize(1);
    keepScaled(*table.verticalHeader(), [&table](double u) {
        table.verticalHeader()->setDefaultSectionSize(qRound(27 * u));
        table.horizontalHeader()->setFixedHeight(qRound(24 * u));
    });
    keepSectionsScaled(*table.horizontalHeader());
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(false);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setMouseTracking(true);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::EditKeyPressed); // F2
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
}

} // namespace bridgescope
