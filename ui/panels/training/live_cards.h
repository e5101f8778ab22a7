#pragma once
#include "ui/panels/training/live_data.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace bridgescope {

class Card;
class ChartView;

/// Loss and held-out overlaps side by side on one axis of epochs, and under them the diagnostics.
class LiveCards : public QWidget {
    Q_OBJECT
public:
    explicit LiveCards(QWidget* parent = nullptr);
    void show(const ShownRuns& runs);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* addChart(const QString& title, ChartView*& view);
    void arrange();
    struct Small {
        Card* card = nullptr;
        QLabel* value = nullptr;
        ChartView* view = nullptr;
    };
    QBoxLayout* m_charts = nullptr;
    QGridLayout* m_grid = nullptr;
    int m_inRow = 0; ///< diagnostics in the first row
    Card* m_lossCard = nullptr;
    Card* m_overlapCard = nullptr;
    ChartView* m_loss = nullptr;
    ChartView* m_overlap = nullptr;
    QLabel* m_legend = nullptr;
    Small m_small[diagnosticKinds];
};

} // namespace bridgescope
