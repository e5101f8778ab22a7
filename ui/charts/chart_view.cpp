#include "ui/charts/chart_view.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/help_request.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace bridgescope {

ChartView::ChartView(QWidget* parent) : QWidget(parent)
{
    describeAs(*this, QAccessible::Chart);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart, nothing to show yet"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartView::setChart(std::shared_ptr<const Chart> chart)
{
    m_chart = std::move(chart);
    if (m_chart) {
        setAccessibleName(m_chart->name());
        setAccessibleDescription(m_chart->description());
        setAccessibleValue(*this, m_chart->description());
        setHelpTopic(*this, m_chart->helpTopic());
    }
    updateGeometry();
    update();
}

QRectF ChartView::area() const
{
    return QRectF(rect()).marginsRemoved(m_margins * style().unit);
}

void ChartView::setMargins(const QMarginsF& margins)
{
    m_margins = margins;
    updateGeometry();
    update();
}

QSize ChartView::minimumSizeHint() const
{
    if (!m_chart) return {80, 40};
    const double u = style().unit;
    return {80,
            static_cast<int>(std::ceil(m_chart->minimumHeight(style()) + (m_margins.top() + m_margins.bottom()) * u))};
}

QSize ChartView::sizeHint() const
{
    return minimumSizeHint().expandedTo({320, 200});
}

void ChartView::paintEvent(QPaintEvent*)
{
    if (!m_chart) return;
    QPainter painter(this);
    const ChartStyle now = style();
    m_chart->paint(painter, area(), now);
    if (m_hover && !m_dragging) m_chart->paintHover(painter, area(), now, *m_hover);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_dragging = true;
    emit pressed(event->position(), event->modifiers());
    update();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = event->position();
    if (m_dragging) emit dragged(event->position(), event->modifiers());
    if (m_cursorAt) setCursor(m_cursorAt(event->position()));
    update();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging) return;
    m_dragging = false;
    emit released(event->position(), event->modifiers());
    update();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    emit doubleClicked(event->position());
}

void ChartView::leaveEvent(QEvent*)
{
    m_hover.reset();
    update();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const auto others = Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier; // back and forward, K
    const bool turns = event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter;
    if (turns && (event->modifiers() & others)) return event->ignore();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return emit stepped(-1, event->key() == Qt::Key_Down);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return emit stepped(1, event->key() == Qt::Key_Up);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit activated(event->modifiers());
    case Qt::Key_Escape:
        return emit cleared();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace bridgescope
