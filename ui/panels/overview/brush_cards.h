#pragma once
#include "ui/charts/difference_chart.h"
#include "ui/charts/loyalty_chart.h"
#include "ui/models/item_columns.h"

#include <QObject>

#include <functional>

namespace bridgescope {

class ChartView;
class SelectionHub;

DifferenceData differenceOf(const ItemColumns& columns, const std::set<int>& selection);
/// `focusPair`: position in the PairedSet, -1: none.
LoyaltyData loyaltyOf(const ItemColumns& columns, const std::set<int>& selection, int focusPair);

/// Difference per item and Loyalty: both are brushed into the shared selection. While one drags only the brush is
/// drawn; letting go makes the selection, as one step that can be undone.
class BrushCards : public QObject {
    Q_OBJECT
public:
    BrushCards(SelectionHub& hub, ChartView& difference, ChartView& loyalty, QObject* parent);
    void show(ItemColumnsPtr columns);
    int parting() const { return m_part < 0 && m_columns ? static_cast<int>(m_columns->k / 2) : m_part; }

signals:
    void partingChanged();

private:
    void pressLoyalty(QPointF at, Qt::KeyboardModifiers modifiers);
    void dragLoyalty(QPointF at);
    void selectWhere(const std::function<bool(int local)>& chosen, Qt::KeyboardModifiers modifiers);
    void draw();
    void connectDifference();
    void connectLoyalty();
    void select(const std::set<int>& under, Qt::KeyboardModifiers modifiers);
    SelectionHub& m_hub;
    ChartView& m_difference;
    ChartView& m_loyalty;
    ItemColumnsPtr m_columns;
    std::optional<int> m_from;      ///< difference where the brush began
    std::optional<QPoint> m_corner; ///< place where the brush began
    std::optional<std::pair<int, int>> m_range;
    std::optional<QRect> m_box;
    int m_part = -1;        ///< where the loyalty plot's corners part; -1: at K/2
    bool m_parting = false; ///< the lines are being dragged
    std::set<int> m_made;   ///< the selection a brush made: the brush shows as long as it is the selection
};

} // namespace bridgescope
