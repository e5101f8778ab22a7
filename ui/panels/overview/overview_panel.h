#pragma once
#include "ui/models/item_columns.h"
#include "ui/panels/overview/mapping_summary.h"

#include <QWidget>

#include <vector>

namespace bridgescope {

class BrushCards;
class Card;
class CardGrid;
class ChartView;
class SelectionHub;
class VerdictCard;

/// The verdict first, then a grid of charts, each a view of the numbers at the shared K.
class OverviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit OverviewPanel(SelectionHub& hub, QWidget* parent = nullptr);
    /// The mappings of the direction looked at, in the order they are drawn.
    void setMappings(std::vector<MappingSummary> mappings);
    VerdictCard& verdict() { return *m_verdict; }

signals:
    void trainRidgeRequested();

private:
    void build();
    void refresh();
    void refreshPerItem(const MeasuredAtK& atK);
    Card* addChartCard(const QString& title, ChartView*& view);
    void connectCurve();
    void connectBars();

    SelectionHub& m_hub;
    std::vector<MappingSummary> m_mappings;
    VerdictCard* m_verdict = nullptr;
    CardGrid* m_grid = nullptr;
    Card* m_barCard = nullptr;
    Card* m_curveCard = nullptr;
    ChartView* m_bars = nullptr;
    ChartView* m_curve = nullptr;
    Card* m_differenceCard = nullptr;
    Card* m_loyaltyCard = nullptr;
    ChartView* m_difference = nullptr;
    ChartView* m_loyalty = nullptr;
    BrushCards* m_brush = nullptr;
    ItemColumnsPtr m_columns;
};

} // namespace bridgescope
