#include "ui/panels/neighbors/histogram_view.h"
#include "ui/panels/neighbors/items_pane.h"
#include "ui/widgets/text.h"
#include "ui/workspace/selection_hub.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QWidgetAction>

namespace bridgescope {
namespace {

/// Columns by name, so that what was remembered stays right where columns come or go.
const char* const columnIds[ItemsModel::ColumnCount] = {"item", "category", "xf", "yf", "xy", "d", "cos", "hub"};

/// Not "items/widths", where widths were kept that nobody had chosen.
const char* const widthsKey = "items/chosen-widths";

int columnOf(const QString& id)
{
    for (int c = 0; c < ItemsModel::ColumnCount; ++c)
        if (id == QLatin1String(columnIds[c])) return c;
    return -1;
}

} // namespace

void ItemsPane::connectHeader()
{
    QHeaderView* header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        // numbers are looked at from their high end first; clicked again: reversed
        const bool again = m_model->sortColumn() == section;
        const Qt::SortOrder first = section <= ItemsModel::Category ? Qt::AscendingOrder : Qt::DescendingOrder;
        const Qt::SortOrder other = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        sortBy(section, again && m_model->sortOrder() == first ? other : first);
    });
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_headerHeld) return; // by hand only
        m_userSized = true;
        rememberColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] { rememberColumns(); });
    header->viewport()->installEventFilter(this);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu menu(this);
        fillHeaderMenu(menu, std::max(0, header->logicalIndexAt(at)));
        menu.exec(header->mapToGlobal(at));
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu(this);
        fillRowMenu(menu);
        menu.exec(m_table->viewport()->mapToGlobal(at));
    });
}

void ItemsPane::sortBy(int column, Qt::SortOrder order)
{
    m_model->sort(column, order);
    m_table->horizontalHeader()->viewport()->update();
    showFocusRow();
    updateCaption();
}

/// Without a mapping its columns have no numbers, without categories their column no words: put away by themselves.
void ItemsPane::hideColumns()
{
    if (!m_model->columns()) return;
    const bool category = m_model->columns()->category != nullptr, mapping = m_model->columns()->hasMapping;
    for (int c = ItemsModel::Category; c < ItemsModel::ColumnCount; ++c) {
        const bool empty =
            c == ItemsModel::Category ? !category : !mapping && c != ItemsModel::XY && c != ItemsModel::Hubs;
        m_table->setColumnHidden(c, empty || m_hidden.count(c));
    }
}

void ItemsPane::fillHeaderMenu(QMenu& menu, int column)
{
    const QString title = m_model->headerData(column, Qt::Horizontal).toString();
    ColumnHistogram histogram = histogramOf(*m_model, column);
    if (!histogram.bars.empty()) {
        auto* picture = new QWidgetAction(&menu);
        picture->setDefaultWidget(new HistogramView(std::move(histogram), title));
        menu.addAction(picture);
        menu.addSeparator();
    }
    menu.addAction(tr("Sort upwards"), this, [this, column] { sortBy(column, Qt::AscendingOrder); });
    menu.addAction(tr("Sort downwards"), this, [this, column] { sortBy(column, Qt::DescendingOrder); });
    menu.addAction(tr("Order of the set"), this, [this] { sortBy(-1, Qt::AscendingOrder); });
    menu.addSeparator();
    for (int c = ItemsModel::Category; c < ItemsModel::ColumnCount; ++c) {
        QAction* action = menu.addAction(m_model->headerData(c, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_hidden.count(c));
        connect(action, &QAction::toggled, this, [this, c](bool shown) {
            if (shown)
                m_hidden.erase(c);
            else
                m_hidden.insert(c);
            hideColumns();
            sizeColumns();
            rememberColumns();
        });
    }
    menu.addAction(tr("Columns as they were at first"), this, [this] {
        m_hidden.clear();
        m_userSized = false;
        QHeaderView* header = m_table->horizontalHeader();
        for (int c = 0; c < ItemsModel::ColumnCount; ++c)
            header->moveSection(header->visualIndex(c), c);
        hideColumns();
        sizeColumns();
        rememberColumns();
    });
}

void ItemsPane::fillRowMenu(QMenu& menu)
{
    const auto add = [&](QMenu* under, bool all) {
        under->addAction(tr("As text"), this, [this, all] { copyRows(TableFormat::Text, all); });
        under->addAction(tr("As CSV"), this, [this, all] { copyRows(TableFormat::Csv, all); });
        under->addAction(tr("As Markdown"), this, [this, all] { copyRows(TableFormat::Markdown, all); });
    };
    const bool selected = !m_hub.state().selection.empty();
    add(menu.addMenu(selected ? tr("&Copy the selected rows") : tr("&Copy the row")), false);
    add(menu.addMenu(tr("Copy &all %1 rows").arg(number(m_model->rowCount()))), true);
    menu.addSeparator();
    menu.addAction(tr("&Select all rows shown"), this, [this] {
        std::set<int> pairs;
        for (int row = 0; row < m_model->rowCount(); ++row)
            pairs.insert(m_model->index(row, 0).data(ItemsModel::PairRole).toInt());
        m_hub.setSelection(std::move(pairs));
    });
}

QString ItemsPane::rowsText(TableFormat format, bool all) const
{
    const QHeaderView* header = m_table->horizontalHeader();
    std::vector<int> columns; // as they stand on the screen
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int c = header->logicalIndex(visual); !m_table->isColumnHidden(c)) columns.push_back(c);
    QStringList titles;
    for (const int c : columns)
        titles << m_model->headerData(c, Qt::Horizontal).toString();
    const bool none = m_hub.state().selection.empty();
    QList<QStringList> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool wanted = all || (none ? row == m_table->currentIndex().row()
                                         : m_model->index(row, 0).data(ItemsModel::SelectedRole).toBool());
        if (!wanted) continue;
        QStringList cells;
        for (const int c : columns)
            cells << m_model->index(row, c).data(ItemsModel::PlainRole).toString();
        rows.append(cells);
    }
    int words = 0;
    while (words < static_cast<int>(columns.size()) && columns[static_cast<std::size_t>(words)] <= ItemsModel::Category)
        ++words;
    return tableText(titles, rows, format, words);
}

void ItemsPane::copyRows(TableFormat format, bool all) const
{
    QApplication::clipboard()->setText(rowsText(format, all));
}

void ItemsPane::rememberColumns() const
{
    QStringList hidden, order, widths;
    const QHeaderView* header = m_table->horizontalHeader();
    for (const int c : m_hidden)
        hidden << columnIds[c];
    for (int visual = 0; visual < header->count(); ++visual) {
        const int c = header->logicalIndex(visual);
        order << columnIds[c];
        if (m_userSized) widths << QStringLiteral("%1=%2").arg(columnIds[c]).arg(header->sectionSize(c));
    }
    QSettings settings;
    settings.setValue("items/hidden", hidden);
    settings.setValue("items/order", order);
    settings.setValue(widthsKey, widths);
}

void ItemsPane::restoreColumns()
{
    const QSettings settings;
    for (const QString& id : settings.value("items/hidden").toStringList())
        if (const int c = columnOf(id); c > ItemsModel::Item) m_hidden.insert(c);
    QHeaderView* header = m_table->horizontalHeader();
    const QSignalBlocker quiet(header);
    int visual = 0;
    for (const QString& id : settings.value("items/order").toStringList())
        if (const int c = columnOf(id); c >= 0) header->moveSection(header->visualIndex(c), visual++);
    for (const QString& entry : settings.value(widthsKey).toStringList()) {
        const int c = columnOf(entry.section('=', 0, 0)), width = entry.section('=', 1).toInt();
        if (c < 0 || width < header->minimumSectionSize()) continue;
        m_userSized = true;
        header->resizeSection(c, width);
    }
}

} // namespace bridgescope
