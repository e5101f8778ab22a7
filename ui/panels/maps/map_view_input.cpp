#include "ui/panels/maps/map_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace bridgescope {
namespace {

constexpr double clickSlack = 4; ///< pixels the pointer may move between press and release of a click

} // namespace

void MapView::zoom(double factor, QPointF at)
{
    MapTransform next = m_transform;
    next.scale *= factor;
    // what is under the pointer stays there
    const QPointF away = at - QPointF(width() / 2.0, height() / 2.0);
    const double shift = 1 / m_transform.scale - 1 / next.scale;
    next.center += QPointF(away.x() * shift, -away.y() * shift);
    setTransform(next);
    emit transformed(next);
}

void MapView::wheelEvent(QWheelEvent* event)
{
    if (count() > 0) zoom(std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0) return;
    m_pressed = event->position();
    m_moved = false;
    m_enclosing.clear();
    if (m_tool == MapTool::Lasso) m_enclosing << event->position();
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (count() == 0) return;
    const QPointF at = event->position();
    if (!m_pressed) {
        emit itemHovered(itemAt(at));
        return;
    }
    if ((at - *m_pressed).manhattanLength() > clickSlack) m_moved = true;
    if (!m_moved) return;
    if (m_tool == MapTool::Pan) {
        MapTransform next = m_transform;
        const QPointF away = at - *m_pressed;
        next.center += QPointF(-away.x() / next.scale, away.y() / next.scale);
        m_pressed = at;
        setTransform(next);
        emit transformed(next);
    } else if (m_tool == MapTool::Lasso) {
        m_enclosing << at;
    } else {
        m_enclosing = QPolygonF(QRectF(*m_pressed, at).normalized());
    }
    update();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed || event->button() != Qt::LeftButton) return;
    m_pressed.reset();
    if (!m_moved) {
        if (const int item = itemAt(event->position()); item >= 0) emit itemChosen(item);
    } else if (m_tool != MapTool::Pan) {
        emit itemsEnclosed(enclosed(), event->modifiers());
    }
    m_enclosing.clear();
    update();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int item = count() > 0 ? itemAt(event->position()) : -1; item >= 0) emit itemOpened(item);
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) return event->ignore(); // back and forward, K
    const QPointF middle(width() / 2.0, height() / 2.0);
    const auto pan = [this](double x, double y) {
        MapTransform next = m_transform;
        next.center += QPointF(x, y) * 40 / next.scale;
        setTransform(next);
        emit transformed(next);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(-1, 0);
    case Qt::Key_Right:
        return pan(1, 0);
    case Qt::Key_Up:
        return pan(0, 1);
    case Qt::Key_Down:
        return pan(0, -1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.2, middle);
    case Qt::Key_Minus:
        return zoom(1 / 1.2, middle);
    case Qt::Key_Escape:
        emit cleared();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent*)
{
    emit itemHovered(-1);
}

void MapView::resizeEvent(QResizeEvent*)
{
    invalidate();
    emit resized();
}

void MapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) invalidate();
    QWidget::changeEvent(event);
}

} // namespace bridgescope
