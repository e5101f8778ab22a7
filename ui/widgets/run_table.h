#pragma once
#include <QStyledItemDelegate>

class QTableView;

namespace bridgescope {

/// Rows of runs: plain text, and in cells whose model gives a progress (0 to 1) a bar before it.
class RunDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RunDelegate(int progressRole, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_role(progressRole) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_role;
};

/// The look and habits of a table whose rows are chosen as wholes: no grid, rows of 27, headers of 24, tabular digits.
void setUpRunTable(QTableView& table, int progressRole);

} // namespace bridgescope
