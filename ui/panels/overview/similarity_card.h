#pragma once
#include "ui/charts/table_chart.h"
#include "ui/workspace/measured.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace bridgescope {

class ChartView;

/// The other measures of how alike the spaces are, each with its null. Some are heavy, so nothing is computed before
/// the button is pressed; while it is, the card says how far and can cancel.
class SimilarityCard : public QWidget {
    Q_OBJECT
public:
    explicit SimilarityCard(QWidget* parent = nullptr);
    void show(const MeasuredAtKPtr& atK);
    void setProgress(bool running, double done, double total);
    ChartView& view() { return *m_view; }

signals:
    void requested();
    void cancelled();

private:
    void refresh();
    MeasuredAtKPtr m_atK;
    ChartView* m_view;
    QStackedLayout* m_pages;
    QLabel* m_text;
    QPushButton* m_button;
    QProgressBar* m_bar;
    bool m_running = false;
};

/// Values and calibrated values of every measure for X, f(X), for Y, f(X) and for X, Y.
TableData similarityTable(const SimilarityTable& table);

} // namespace bridgescope
