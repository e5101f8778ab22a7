#include "ui/panels/neighbors/items_pane.h"

#include "ui/models/convention.h"
#include "ui/panels/neighbors/filter_edit.h"
#include "ui/panels/neighbors/items_delegate.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"
#include "ui/workspace/selection_hub.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace bridgescope {

ItemsPane::ItemsPane(SelectionHub& hub, QWidget* parent) : QWidget(parent), m_hub(hub)
{
    setProperty("surface", "base");
    setAttribute(Qt::WA_StyledBackground);
    m_model = new ItemsModel(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTitle());
    m_error = new FilterErrorLine(*m_filter);
    column->addWidget(m_error);
    buildTable();
    m_empty = new EmptyPlace(tr("No item matches"), {}, tr("Clear filter"));
    connect(m_empty, &EmptyPlace::pressed, m_filter, &QLineEdit::clear);
    auto* place = new QWidget;
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(place, 1);
    connectTable();
    restoreColumns();
    followState();
}

QWidget* ItemsPane::buildTitle()
{
    auto* bar = new QWidget;
    bar->setProperty("surface", "bar");
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(8);
    auto* title = new QLabel(tr("Items"));
    title->setFont(textFont(font(), TextSize::Title, true));
    m_caption = new QLabel;
    m_caption->setProperty("role", "label");
    m_caption->setMinimumWidth(1);
    m_filter = new FilterEdit;
    m_filter->setFixedWidth(230);
    row->addWidget(title);
    row->addWidget(m_caption, 1);
    row->addWidget(m_filter);
    return bar;
}

void ItemsPane::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_delegate = new ItemsDelegate(*m_model, m_table);
    m_table->setItemDelegate(m_delegate);
    m_table->setHorizontalHeader(new ItemsHeader(*m_model, m_table));
    describeAs(*m_table->horizontalHeader(), QAccessible::ColumnHeader);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the items"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(25);
    m_table->horizontalHeader()->setFixedHeight(24);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection); // selection is the hub's
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Items"));
    m_table->setWordWrap(false);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
}

void ItemsPane::connectTable()
{
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const Filter& filter) {
        m_model->setFilter(filter);
        m_anchor = -1;
        updateCaption();
        showFocusRow();
    });
    connect(m_filter, &FilterEdit::errorChanged, this, [this] {
        if (m_filter->error())
            m_error->show(*m_filter->error());
        else
            m_error->hide();
    });
    connectHeader();
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &ItemsPane::updateCaption);
    connect(&m_hub, &SelectionHub::stateChanged, this, &ItemsPane::followState);
    connect(&m_hub, &SelectionHub::hoveredChanged, this, [this](int pair) {
        m_delegate->setHoveredRow(pair < 0 ? -1 : m_model->rowOfPair(pair));
        m_table->viewport()->update();
    });
}

void ItemsPane::setColumns(ItemColumnsPtr columns)
{
    const bool otherItems = !m_model->columns() || m_model->columns()->measured != columns->measured;
    m_model->setColumns(std::move(columns));
    hideColumns();
    sizeColumns();
    updateCaption();
    if (otherItems) showFocusRow();
}

void ItemsPane::setCompact(bool compact)
{
    if (m_compact == compact) return;
    m_compact = compact;
    m_filter->setFixedWidth(qRound((compact ? 190 : 230) * textScale(font())));
    sizeColumns();
}

void ItemsPane::followState()
{
    const ViewState& state = m_hub.state();
    m_model->setSelection(state.selection);
    const int before = m_model->focusRow();
    m_model->setFocus(state.focus);
    if (m_model->focusRow() != before) showFocusRow();
}

void ItemsPane::showFocusRow()
{
    const int row = m_model->focusRow();
    if (row < 0) return;
    m_table->setCurrentIndex(m_model->index(row, std::max(0, m_table->currentIndex().column())));
    const int first = m_table->rowAt(0), last = m_table->rowAt(m_table->viewport()->height() - 1);
    const bool inSight = first >= 0 && row > first && (last < 0 || row < last);
    if (!inSight) m_table->scrollTo(m_model->index(row, ItemsModel::Item), QAbstractItemView::PositionAtCenter);
    updateCaption();
}

QString ItemsPane::caption() const
{
    return m_caption->text();
}

void ItemsPane::updateCaption()
{
    if (!m_model->columns()) return;
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows == 0 ? 1 : 0);
    const Measured& m = *m_model->columns()->measured;
    QString text = tr("%1 %2").arg(number(static_cast<qint64>(m.n())), scopeText(m));
    if (m_model->isFiltered()) text = tr("%1 of %2").arg(number(rows), text);
    if (rows > 0) {
        const int first = m_table->rowAt(0) + 1;
        const int last = m_table->rowAt(m_table->viewport()->height() - 1) + 1;
        if (first > 0) text += tr(", row %1 to %2").arg(number(first), number(last > 0 ? last : rows));
        const int sorted = m_model->sortColumn();
        if (sorted >= 0) text += tr(" by %1").arg(m_model->headerData(sorted, Qt::Horizontal).toString());
    }
    m_caption->setText(text);
}

void ItemsPane::choose(int row, Qt::KeyboardModifiers modifiers)
{
    if (row < 0 || row >= m_model->rowCount()) return;
    const auto pairOf = [this](int r) { return m_model->index(r, 0).data(ItemsModel::PairRole).toInt(); };
    std::set<int> selection = m_hub.state().selection;
    if (modifiers & Qt::ShiftModifier) {
        const int from = m_anchor >= 0 ? m_anchor : row;
        if (!(modifiers & Qt::ControlModifier)) selection.clear();
        for (int r = std::min(from, row); r <= std::max(from, row) && r < m_model->rowCount(); ++r)
            selection.insert(pairOf(r));
        m_hub.setSelection(std::move(selection));
        return;
    }
    m_anchor = row;
    if (modifiers & Qt::ControlModifier) {
        if (!selection.erase(pairOf(row))) selection.insert(pairOf(row));
        m_hub.setSelection(std::move(selection));
        return;
    }
    m_hub.setFocus(pairOf(row));
}

bool ItemsPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->horizontalHeader()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_headerHeld = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_headerHeld = false;
    }
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::MouseButtonPress) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() == Qt::LeftButton) choose(m_table->rowAt(mouse->pos().y()), mouse->modifiers());
        } else if (event->type() == QEvent::MouseMove) {
            const int row = m_table->rowAt(static_cast<QMouseEvent*>(event)->pos().y());
            m_hub.setHovered(row < 0 ? -1 : m_model->index(row, 0).data(ItemsModel::PairRole).toInt());
        } else if (event->type() == QEvent::Leave) {
            m_hub.setHovered(-1);
        } else if (event->type() == QEvent::Resize) {
            sizeColumns();
            updateCaption();
        }
    } else if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_table->currentIndex().row();
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) return choose(row, {}), true;
        if (key->key() == Qt::Key_Space) return choose(row, Qt::ControlModifier), true;
        if (key->matches(QKeySequence::Copy)) return copyRows(TableFormat::Text), true;
        if (key->key() == Qt::Key_Escape && !m_hub.state().selection.empty()) return m_hub.setSelection({}), true;
        if (key->modifiers() & Qt::ControlModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
            return false;
    }
    return QWidget::eventFilter(watched, event);
}

void ItemsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || !m_table) return;
    const double s = textScale(font());
    m_table->verticalHeader()->setDefaultSectionSize(qRound(25 * s));
    m_table->horizontalHeader()->setFixedHeight(qRound(24 * s));
    sizeColumns();
}

void ItemsPane::sizeColumns()
{
    if (m_userSized || !m_table) return;
    const double s = textScale(font());
    const int wide[] = {0, 142, 144, 144, 144, 132, 112, 98}, narrow[] = {0, 124, 118, 118, 118, 112, 96, 74};
    int used = 0;
    for (int c = ItemsModel::Category; c < ItemsModel::ColumnCount; ++c) {
        const int width = qRound((m_compact ? narrow : wide)[c] * s);
        m_table->setColumnWidth(c, width);
        if (!m_table->isColumnHidden(c)) used += width;
    }
    const int room = m_table->viewport()->width();
    m_table->setColumnWidth(ItemsModel::Item, std::max(qRound(160 * s), room - used));
}

} // namespace bridgescope
