#pragma once
#include "ui/panels/maps/map_coloring.h"

#include <QWidget>

namespace bridgescope {

/// What colors and shapes of the points stand for, with counts; and how the focus item's neighbors are drawn.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr) : QWidget(parent) {}
    void show(MapColoring coloring, const QString& focus, Index k, bool hasMapping);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double layOut(class QPainter* painter, double width) const; ///< draws where there is a painter; the height used
    MapColoring m_coloring;
    QString m_focus;
    Index m_k = 10;
    bool m_hasMapping = false;
};

} // namespace bridgescope
