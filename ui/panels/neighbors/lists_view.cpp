#include "ui/panels/neighbors/lists_view.h"

#include "ui/models/lists_text.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace bridgescope {

NeighborListsView::NeighborListsView(QWidget* parent) : QAbstractScrollArea(parent)
{
    describeAs(*this, QAccessible::List);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocusRing", true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(false);
    m_empty = new EmptyPlace(tr("No mapping yet"), tr("Train one to see which neighbors f(X) keeps."),
                             tr("Train ridge"), viewport());
    m_empty->hide();
    connect(m_empty, &EmptyPlace::pressed, this, &NeighborListsView::trainRidgeRequested);
}

void NeighborListsView::setLists(std::shared_ptr<const NeighborLists> lists)
{
    const bool sameItem = m_lists && lists && m_lists->focus == lists->focus && m_lists->measured == lists->measured;
    m_lists = std::move(lists);
    if (!sameItem) {
        m_cursor.reset();
        verticalScrollBar()->setValue(0);
    }
    if (m_cursor && m_lists) {
        const int count = static_cast<int>(m_lists->list(m_cursor->space).size());
        if (m_cursor->row >= count) m_cursor->row = count - 1;
        if (count == 0) m_cursor.reset();
    }
    rearrange();
    describe();
}

void NeighborListsView::describe()
{
    setAccessibleName(tr("Neighbors in X, f(X) and Y"));
    if (!m_lists || m_lists->focus < 0) return setAccessibleDescription({});
    QString words = tr("%1 of %2 shared by X and f(X), %3 by Y and f(X)")
                        .arg(number(m_lists->xf), number(static_cast<qint64>(m_lists->k)), number(m_lists->yf));
    if (m_cursor) {
        const ListEntry& entry = m_lists->list(m_cursor->space)[static_cast<std::size_t>(m_cursor->row)];
        words = tr("%1, rank %2 in %3, %4")
                    .arg(m_lists->measured->label(entry.local), number(entry.rank), spaceLetter(m_cursor->space),
                         regionName(entry.region));
    }
    setAccessibleDescription(words);
}

void NeighborListsView::setFilter(std::optional<Region> region)
{
    m_look.filter = region;
    viewport()->update();
}

void NeighborListsView::setHovered(int local)
{
    if (m_look.hovered == local) return;
    m_look.hovered = local;
    viewport()->update();
}

void NeighborListsView::setCompact(bool compact)
{
    if (m_compact == compact) return;
    m_compact = compact;
    updateGeometry();
    rearrange();
}

ListsLayout NeighborListsView::layoutNow() const
{
    ListsShape shape;
    shape.size = viewport()->size();
    shape.scale = textScale(font());
    shape.compact = m_compact;
    shape.scroll = verticalScrollBar()->value();
    if (m_lists) {
        shape.pictures = m_lists->measured->pictures != nullptr;
        for (std::size_t s = 0; s < 3; ++s)
            shape.counts[s] = static_cast<int>(m_lists->lists[s].size());
    }
    return ListsLayout(shape);
}

QSize NeighborListsView::sizeHint() const
{
    const int rows = m_lists ? std::clamp(static_cast<int>(m_lists->k), 3, 10) : 10;
    return {900, static_cast<int>(std::ceil(ListsLayout::heightFor(rows, m_compact, textScale(font()))))};
}

QSize NeighborListsView::minimumSizeHint() const
{
    return {560, static_cast<int>(std::ceil(ListsLayout::heightFor(3, m_compact, textScale(font()))))};
}

void NeighborListsView::rearrange()
{
    const ListsLayout layout = layoutNow();
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(layout.rowsArea(Space::X).height())));
    verticalScrollBar()->setSingleStep(static_cast<int>(layout.rowHeight()));
    verticalScrollBar()->setRange(0, static_cast<int>(std::ceil(layout.maximumScroll())));
    const bool none = m_lists && !m_lists->hasMapping;
    m_empty->setVisible(none);
    if (none) {
        QRectF place = layout.card(Space::F);
        place.setTop(layout.cardHeader(Space::F).bottom());
        m_empty->setGeometry(place.toRect().adjusted(2, 0, -2, -2));
    }
    viewport()->update();
}

void NeighborListsView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Tokens& tokens = tokensOf(palette());
    painter.fillRect(viewport()->rect(), tokens.win);
    if (!m_lists || m_lists->focus < 0) return;
    ListsLook look = m_look;
    if (hasFocus()) look.cursor = m_cursor;
    const ListsLayout layout = layoutNow();
    ListsPainter(*m_lists, layout, look, tokens, textFont(font(), TextSize::Body)).paint(painter);
}

void NeighborListsView::resizeEvent(QResizeEvent*)
{
    rearrange();
}

void NeighborListsView::scrollContentsBy(int, int)
{
    viewport()->update();
}

int NeighborListsView::localAt(const ListsLayout::Hit& hit) const
{
    return m_lists->list(hit.space)[static_cast<std::size_t>(hit.row)].local;
}

void NeighborListsView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_lists) return;
    const auto hit = layoutNow().hit(event->position());
    if (!hit) return;
    m_cursor = hit;
    emit entryChosen(localAt(*hit));
}

void NeighborListsView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_lists) return;
    const auto hit = layoutNow().hit(event->position());
    viewport()->setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit entryHovered(hit ? localAt(*hit) : -1);
}

bool NeighborListsView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) emit entryHovered(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void NeighborListsView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_cursor && m_lists && !m_lists->list(Space::X).empty() && event->reason() != Qt::MouseFocusReason)
        m_cursor = ListsLayout::Hit{Space::X, 0};
    describe();
    viewport()->update();
}

void NeighborListsView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void NeighborListsView::moveCursor(int columns, int rows)
{
    if (!m_lists) return;
    if (!m_cursor) {
        m_cursor = ListsLayout::Hit{Space::X, 0};
        columns = rows = 0;
    }
    int column = static_cast<int>(m_cursor->space);
    for (int next = column + columns; columns != 0 && next >= 0 && next < 3; next += columns)
        if (!m_lists->lists[static_cast<std::size_t>(next)].empty()) { // the place of f(X) may be empty
            column = next;
            break;
        }
    const int count = static_cast<int>(m_lists->lists[static_cast<std::size_t>(column)].size());
    if (count == 0) return m_cursor.reset();
    m_cursor = ListsLayout::Hit{static_cast<Space>(column), std::clamp(m_cursor->row + rows, 0, count - 1)};
    verticalScrollBar()->setValue(static_cast<int>(std::lround(layoutNow().scrollTo(m_cursor->row))));
    emit entryHovered(localAt(*m_cursor));
    describe();
    viewport()->update();
}

void NeighborListsView::copy(TableFormat format) const
{
    if (m_lists) QGuiApplication::clipboard()->setText(listsText(*m_lists, format));
}

void NeighborListsView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy the lists as &text"), this, [this] { copy(TableFormat::Text); });
    menu.addAction(tr("Copy the lists as &CSV"), this, [this] { copy(TableFormat::Csv); });
    menu.addAction(tr("Copy the lists as &Markdown"), this, [this] { copy(TableFormat::Markdown); });
    menu.exec(event->globalPos());
}

void NeighborListsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copy(TableFormat::Text);
    if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) return event->ignore(); // back and forward, K
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(0, -1);
    case Qt::Key_Down:
        return moveCursor(0, 1);
    case Qt::Key_Left:
        return moveCursor(-1, 0);
    case Qt::Key_Right:
        return moveCursor(1, 0);
    case Qt::Key_PageUp:
        return moveCursor(0, -10);
    case Qt::Key_PageDown:
        return moveCursor(0, 10);
    case Qt::Key_Home:
        return moveCursor(0, -100000);
    case Qt::Key_End:
        return moveCursor(0, 100000);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor) emit entryChosen(localAt(*m_cursor));
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace bridgescope
