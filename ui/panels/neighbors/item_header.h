#pragma once
#include "ui/models/neighbor_lists.h"

#include <QWidget>

namespace bridgescope {

/// The focus item: picture, label, category, convention line, and its three overlaps as pip meters.
class ItemHeader : public QWidget {
    Q_OBJECT
public:
    explicit ItemHeader(QWidget* parent = nullptr);
    void show(std::shared_ptr<const NeighborLists> lists);
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double paintMeters(class QPainter& painter) const; ///< returns their left edge
    void paintMeter(QPainter& painter, const QRectF& rect, int role, int value) const;
    std::shared_ptr<const NeighborLists> m_lists;
    bool m_compact = false;
};

} // namespace bridgescope
