#pragma once
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace bridgescope {

class ItemsModel;

/// Draws a cell of the items table: picture and label, pips, difference bar, tabular numbers; the focus row on sel, an
/// accent edge at the left of selected rows.
class ItemsDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ItemsDelegate(const ItemsModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
    void setHoveredRow(int row) { m_hovered = row; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintItem(QPainter& painter, const QRectF& cell, const QFont& font, int local) const;
    void paintPipCell(QPainter& painter, const QRectF& cell, const QFont& font, int column, int local) const;
    void paintDifference(QPainter& painter, const QRectF& cell, const QFont& font, int local) const;
    const ItemsModel& m_model;
    int m_hovered = -1;
};

/// Column titles with the marks of their overlaps; the sorted one semibold with an arrow.
class ItemsHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ItemsHeader(const ItemsModel& model, QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    const ItemsModel& m_model;
};

} // namespace bridgescope
