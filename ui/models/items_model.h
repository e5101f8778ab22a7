#pragma once
#include "ui/models/item_columns.h"

#include <QAbstractTableModel>
#include <set>

namespace bridgescope {

/// The items in scope as a table: sorted and filtered by itself, so that 100,000 rows sort in well under 100 ms.
/// Rows are views of `local` positions; local(row) and rowOf(local) translate.
class ItemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Item, Category, XF, YF, XY, Difference, Cosine, Hubs, ColumnCount };
    /// PlainRole: as DisplayRole, but numbers without thousands' commas and with a plain minus, for other programs.
    enum Role { SortRole = Qt::UserRole, LocalRole, PairRole, PlainRole, SelectedRole, FocusRole };

    explicit ItemsModel(QObject* parent = nullptr);

    void setColumns(ItemColumnsPtr columns);
    const ItemColumnsPtr& columns() const { return m_columns; }
    void setFilter(Filter filter);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    void setSelection(const std::set<int>& pairs);
    void setFocus(int pair);
    int focusRow() const { return m_focus < 0 ? -1 : rowOfPair(m_focus); }

    int local(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(int local) const; ///< -1 where it is filtered out
    int rowOfPair(int pair) const;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString text(int local, int column) const;
    QVariant sortValue(int local, int column) const;
    void arrange(); ///< m_rows anew from columns, filter and sorting, keeping persistent indexes
    void sortRows();

    ItemColumnsPtr m_columns;
    Filter m_filter;
    std::set<int> m_selection;
    int m_focus = -1;
    int m_sortColumn = -1; ///< -1: in the order of the set
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::int32_t> m_rows; ///< local position of each row
    std::vector<std::int32_t> m_rowOfLocal;
};

} // namespace bridgescope
