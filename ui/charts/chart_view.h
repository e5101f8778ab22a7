#pragma once
#include "ui/charts/chart.h"

#include <QWidget>

#include <memory>

namespace bridgescope {

/// A chart on the screen: draws it, its hairline, and tells where it was pressed, dragged and walked by keys.
/// What a place means is asked of the chart (kAt, rowAt), with rect() and style() of this view.
class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    void setChart(std::shared_ptr<const Chart> chart);
    const std::shared_ptr<const Chart>& chart() const { return m_chart; }
    QRectF area() const; ///< what the chart is drawn into
    ChartStyle style() const { return ChartStyle::of(*this); }
    void setMargins(const QMarginsF& margins); ///< 12, 4, 12, 8 at 100 % unless set
    /// The pointer's shape at a place; empty: the arrow.
    void setCursorAt(std::function<Qt::CursorShape(QPointF)> cursorAt) { m_cursorAt = std::move(cursorAt); }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    void pressed(QPointF at, Qt::KeyboardModifiers modifiers);
    void dragged(QPointF at, Qt::KeyboardModifiers modifiers);
    void released(QPointF at, Qt::KeyboardModifiers modifiers);
    void doubleClicked(QPointF at);
    void stepped(int steps, bool vertical);          ///< Left and Right, Down and Up
    void activated(Qt::KeyboardModifiers modifiers); ///< Enter
    void cleared();                                  ///< Escape

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::shared_ptr<const Chart> m_chart;
    std::function<Qt::CursorShape(QPointF)> m_cursorAt;
    QMarginsF m_margins{12, 4, 12, 8};
    std::optional<QPointF> m_hover;
    bool m_dragging = false;
};

} // namespace bridgescope
