#pragma once
#include "ui/charts/prediction_chart.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace bridgescope {

class ChartView;

/// Before the views: the class drags three marks to the overlaps it expects, then sees what they are.
class PredictPage : public QWidget {
    Q_OBJECT
public:
    explicit PredictPage(QWidget* parent = nullptr);
    /// A new question: guesses in the middle, nothing revealed.
    void ask(const QString& title, const QString& details);
    /// What was measured: from now on it may be revealed. By OverlapRole.
    void setTruth(const std::array<double, 3>& truth, double chance, const QString& convention);
    const PredictionData& data() const { return m_data; }
    ChartView& line() { return *m_line; }

signals:
    void lookRequested();    ///< at the views of the pair
    void anotherRequested(); ///< another pair

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void restyle();
    void connectLine();
    void setGuess(OverlapRole role, double value);
    void reveal();
    void redraw();
    QString verdict() const;

    PredictionData m_data;
    std::optional<std::array<double, 3>> m_truth;
    std::optional<OverlapRole> m_dragged;
    QLabel* m_title = nullptr;
    QLabel* m_details = nullptr;
    ChartView* m_line = nullptr;
    std::array<QDoubleSpinBox*, 3> m_fields{};
    QLabel* m_verdict = nullptr;
    QLabel* m_convention = nullptr;
    QPushButton* m_reveal = nullptr;
    QPushButton* m_look = nullptr;
    QString m_measuredWith;
};

} // namespace bridgescope
