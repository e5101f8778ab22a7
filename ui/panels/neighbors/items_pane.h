#pragma once
#include "ui/models/items_model.h"
#include "ui/models/table_text.h"

#include <QWidget>
#include <set>

class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;

namespace bridgescope {

class EmptyPlace;
class FilterErrorLine;
class FilterEdit;
class ItemsDelegate;
class SelectionHub;

/// The table of all items in scope: sorted by its headers, filtered by its field; a click makes focus.
class ItemsPane : public QWidget {
    Q_OBJECT
public:
    explicit ItemsPane(SelectionHub& hub, QWidget* parent = nullptr);
    void setColumns(ItemColumnsPtr columns);
    void setCompact(bool compact);
    ItemsModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    FilterEdit& filterField() { return *m_filter; }
    FilterErrorLine& errorLine() { return *m_error; }
    QString caption() const;
    /// Column choice, sorting, the column's histogram and copying: opened by the header's right button or its menu key.
    void fillHeaderMenu(QMenu& menu, int column);
    void fillRowMenu(QMenu& menu);
    /// The rows that are selected among those shown; without one the current row, or all rows shown.
    QString rowsText(TableFormat format, bool all) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildTitle();
    void buildTable();
    void connectTable();
    void choose(int row, Qt::KeyboardModifiers modifiers);
    void followState();
    void showFocusRow();
    void sizeColumns();
    void updateCaption();
    void copyRows(TableFormat format, bool all = false) const;
    void connectHeader();
    void hideColumns();
    void restoreColumns();
    void rememberColumns() const;
    void sortBy(int column, Qt::SortOrder order);

    SelectionHub& m_hub;
    ItemsModel* m_model;
    QTableView* m_table;
    ItemsDelegate* m_delegate;
    QLabel* m_caption;
    FilterEdit* m_filter;
    FilterErrorLine* m_error;
    EmptyPlace* m_empty;
    QStackedLayout* m_stack;
    int m_anchor = -1;      ///< row a Shift-click reaches from
    std::set<int> m_hidden; ///< columns put away by the user
    bool m_compact = false;
    bool m_headerHeld = false; ///< the mouse's button went down on the header
    bool m_userSized = false; ///< a column was dragged: widths stay as they are
};

} // namespace bridgescope
