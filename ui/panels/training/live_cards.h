#pragma once
#include "ui/panels/training/live_data.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace bridgescope {

class Card;
class ChartView;

/// Loss and held-out overlaps side by side on one axis of epochs, and under them the four diagnostics.
class LiveCards : public QWidget {
    Q_OBJECT
public:
    explicit LiveCards(QWidget* parent = nullptr);
    void show(const ShownRuns& runs);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* addChart(const QString& title, ChartView*& view);
    struct Small {
        Card* card = nullptr;
        QLabel* value = nullptr;
        ChartView* view = nullptr;
    };
    QBoxLayout* m_charts = nullptr;
    Card* m_lossCard = nullptr;
    Card* m_overlapCard = nullptr;
    ChartView* m_loss = nullptr;
    ChartView* m_overlap = nullptr;
    QLabel* m_legend = nullptr;
    Small m_small[4];
};

} // namespace bridgescope
