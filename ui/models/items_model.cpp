#include "ui/models/items_model.h"

#include "ui/widgets/text.h"

#include <algorithm>
#include <numeric>

namespace bridgescope {

ItemsModel::ItemsModel(QObject* parent) : QAbstractTableModel(parent) {}

void ItemsModel::setColumns(ItemColumnsPtr columns)
{
    // The same items at another K: rows keep their identity. Other items: another table.
    const bool same = m_columns && columns && m_columns->measured == columns->measured;
    if (same) {
        m_columns = std::move(columns);
        arrange();
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.clear();
    if (m_columns) {
        ItemFilterRow row(*m_columns);
        for (int i = 0; i < m_columns->count(); ++i) {
            row.moveTo(i);
            if (m_filter.accepts(row)) m_rows.push_back(i);
        }
    }
    sortRows();
    endResetModel();
}

void ItemsModel::setFilter(Filter filter)
{
    beginResetModel();
    m_filter = std::move(filter);
    m_rows.clear();
    if (m_columns) {
        ItemFilterRow row(*m_columns);
        for (int i = 0; i < m_columns->count(); ++i) {
            row.moveTo(i);
            if (m_filter.accepts(row)) m_rows.push_back(i);
        }
    }
    sortRows();
    endResetModel();
}

void ItemsModel::arrange()
{
    if (isFiltered()) return setFilter(m_filter); // K may let other rows through
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int32_t> locals;
    for (const QModelIndex& index : before)
        locals.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    sortRows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(locals[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ItemsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    if (!m_columns) return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int32_t> locals;
    for (const QModelIndex& index : before)
        locals.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    sortRows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(locals[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ItemsModel::sortRows()
{
    std::sort(m_rows.begin(), m_rows.end()); // ties stay in the order of the set
    if (m_columns && m_sortColumn >= 0) {
        const ItemColumns& c = *m_columns;
        const bool descending = m_sortOrder == Qt::DescendingOrder;
        const auto by = [&](const auto& key) {
            std::stable_sort(m_rows.begin(), m_rows.end(),
                             [&](int a, int b) { return descending ? key(b) < key(a) : key(a) < key(b); });
        };
        const auto at = ItemColumns::index;
        if (m_sortColumn == Item || m_sortColumn == Category) {
            std::vector<QString> keys(static_cast<std::size_t>(c.count()));
            for (const int i : m_rows)
                keys[at(i)] = (m_sortColumn == Item ? c.measured->label(i) : c.categoryOf(i)).toCaseFolded();
            by([&](int i) -> const QString& { return keys[at(i)]; });
        } else if (m_sortColumn == XY) {
            by([&](int i) { return c.xy[at(i)]; });
        } else if (m_sortColumn == Hubs) {
            by([&](int i) { return c.hubs()[at(i)]; });
        } else if (c.hasMapping && m_sortColumn == XF) {
            by([&](int i) { return c.xf[at(i)]; });
        } else if (c.hasMapping && m_sortColumn == YF) {
            by([&](int i) { return c.yf[at(i)]; });
        } else if (c.hasMapping && m_sortColumn == Difference) {
            by([&](int i) { return c.difference(i); });
        } else if (c.hasMapping && m_sortColumn == Cosine) {
            by([&](int i) { return (*c.cosine)[at(i)]; });
        }
    }
    m_rowOfLocal.assign(static_cast<std::size_t>(m_columns ? m_columns->count() : 0), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOfLocal[static_cast<std::size_t>(m_rows[row])] = static_cast<std::int32_t>(row);
}

void ItemsModel::setSelection(const std::set<int>& pairs)
{
    if (m_selection == pairs) return;
    m_selection = pairs;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {SelectedRole});
}

void ItemsModel::setFocus(int pair)
{
    if (m_focus == pair) return;
    const int rows[] = {focusRow(), (m_focus = pair, focusRow())};
    for (const int row : rows)
        if (row >= 0) emit dataChanged(index(row, 0), index(row, ColumnCount - 1), {FocusRole});
}

int ItemsModel::rowOf(int local) const
{
    return local >= 0 && static_cast<std::size_t>(local) < m_rowOfLocal.size()
               ? m_rowOfLocal[static_cast<std::size_t>(local)]
               : -1;
}

int ItemsModel::rowOfPair(int pair) const
{
    return m_columns ? rowOf(m_columns->measured->localOf(pair)) : -1;
}

int ItemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ItemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ItemsModel::text(int i, int column) const
{
    const ItemColumns& c = *m_columns;
    const auto at = ItemColumns::index(i);
    const QString none = QStringLiteral("–");
    switch (column) {
    case Item:
        return c.measured->label(i);
    case Category:
        return c.categoryOf(i);
    case XF:
        return c.hasMapping ? number(c.xf[at]) : none;
    case YF:
        return c.hasMapping ? number(c.yf[at]) : none;
    case XY:
        return number(c.xy[at]);
    case Difference:
        return c.hasMapping ? signedNumber(c.difference(i)) : none;
    case Cosine:
        return c.hasMapping ? number(static_cast<double>((*c.cosine)[at])) : none;
    case Hubs:
        return number(c.hubs()[at]);
    default:
        return {};
    }
}

QVariant ItemsModel::sortValue(int i, int column) const
{
    const ItemColumns& c = *m_columns;
    const auto at = ItemColumns::index(i);
    switch (column) {
    case XF:
        return c.hasMapping ? QVariant(c.xf[at]) : QVariant();
    case YF:
        return c.hasMapping ? QVariant(c.yf[at]) : QVariant();
    case XY:
        return c.xy[at];
    case Difference:
        return c.hasMapping ? QVariant(c.difference(i)) : QVariant();
    case Cosine:
        return c.hasMapping ? QVariant((*c.cosine)[at]) : QVariant();
    case Hubs:
        return c.hubs()[at];
    default:
        return text(i, column);
    }
}

QVariant ItemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_columns) return {};
    const int i = local(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(i, index.column());
    case Qt::ToolTipRole:
        return index.column() == Item ? QVariant(m_columns->measured->label(i)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() <= Category ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal).toString() + QStringLiteral(": ") + text(i, index.column());
    case PlainRole: {
        const QVariant value = sortValue(i, index.column());
        return value.typeId() == QMetaType::Float ? QString::number(value.toDouble(), 'f', 4) : value.toString();
    }
    case SortRole:
        return sortValue(i, index.column());
    case LocalRole:
        return i;
    case PairRole:
        return m_columns->pairOf(i);
    case SelectedRole:
        return m_selection.count(m_columns->pairOf(i)) > 0;
    case FocusRole:
        return m_focus >= 0 && m_columns->pairOf(i) == m_focus;
    default:
        return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section >= Difference ? Qt::AlignRight : Qt::AlignLeft)));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case XF:
            return tr("Neighbors the item has both in X and in f(X)");
        case YF:
            return tr("Neighbors the item has both in Y and in f(X)");
        case XY:
            return tr("Neighbors the item has both in X and in Y");
        case Difference:
            return tr("Shared with X less shared with Y");
        case Cosine:
            return tr("Cosine of f(x) and y: how near the prediction comes to its target");
        case Hubs:
            return m_columns && !m_columns->hasMapping ? tr("In how many other items’ lists in X the item stands")
                                                       : tr("In how many other items’ lists in f(X) the item stands");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Item:
        return tr("Item");
    case Category:
        return tr("Category");
    case XF:
        return QStringLiteral("X, f(X)");
    case YF:
        return QStringLiteral("Y, f(X)");
    case XY:
        return QStringLiteral("X, Y");
    case Difference:
        return tr("Difference");
    case Cosine:
        return QStringLiteral("cos(f(x), y)");
    default:
        return tr("Hub count");
    }
}

} // namespace bridgescope
