#pragma once
#include "ui/models/item_columns.h"
#include "ui/panels/overview/mapping_summary.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace bridgescope {

class BrushCards;
class Card;
class CardGrid;
class CategoryCard;
class ChartView;
class HubCard;
class SelectionHub;
class SimilarityCard;
class VerdictCard;

/// The verdict first, then a grid of charts, each a view of the numbers at the shared K.
class OverviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit OverviewPanel(SelectionHub& hub, QWidget* parent = nullptr);
    /// The mappings of the direction looked at, in the order they are drawn.
    void setMappings(std::vector<MappingSummary> mappings);
    VerdictCard& verdict() { return *m_verdict; }
    /// Draws what was put off while nobody could see it.
    void catchUp();
    /// How far the other measures are, while they are computed.
    void setSimilarityProgress(bool running, double done, double total);
    /// Lists are being made: what is here is soon replaced, and fades where that takes more than 200 ms.
    void setMeasuring(bool measuring);

signals:
    void trainRidgeRequested();
    void listsRequested(); ///< those that were cancelled
    void hubAuditRequested();
    void similarityRequested();
    void similarityCancelled();
    void calibratedChosen(bool calibrated); ///< the bars need a null of every mapping

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void followNumbers();
    void refresh();
    void refreshVerdict();
    bool isMeasuring() const { return m_replaced || m_measuring.isActive(); }
    void fadeCards();
    void clearCards();
    void refreshRetrieval(const MeasuredAtK& atK);
    void refreshBars(const MeasuredAtK& atK);
    void refreshPerItem(const MeasuredAtK& atK);
    void refreshConventions();
    void refreshAudits(const MeasuredAtKPtr& atK);
    Card* addChartCard(const QString& title, ChartView*& view);
    Card* addScrolledCard(const QString& title, ChartView*& view);
    void addActions(Card* card, ChartView* view);
    void buildAudits();
    void buildCalibrated();
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
    Card* m_categoryCard = nullptr;
    Card* m_hubCard = nullptr;
    Card* m_retrievalCard = nullptr;
    ChartView* m_retrieval = nullptr;
    MeasuredPtr m_retrievalOf; ///< what the retrieval drawn is of
    Card* m_similarityCard = nullptr;
    ChartView* m_categoryView = nullptr;
    ChartView* m_hubView = nullptr;
    CategoryCard* m_categories = nullptr;
    HubCard* m_hubs = nullptr;
    SimilarityCard* m_similarity = nullptr;
    QTimer m_measuring;      ///< runs until old content fades
    bool m_replaced = false; ///< lists are being made, long enough to say so
    bool m_calibrated = false;
    bool m_behind = false; ///< K moved while another view was in front: the charts are of the one before
    ItemColumnsPtr m_columns;
};

} // namespace bridgescope
