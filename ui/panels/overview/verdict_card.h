#pragma once
#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace bridgescope {

class ChartView;
struct MeasuredAtK;
struct SampledOverlaps;

/// The answer in one sentence, its numbers, and where they lie between chance and 1.
class VerdictCard : public QFrame {
    Q_OBJECT
public:
    explicit VerdictCard(QWidget* parent = nullptr);
    void show(const MeasuredAtK& atK);
    void show(const SampledOverlaps& sampled); ///< until the exact lists are made
    void wait(bool making);                    ///< nothing is known yet of what was opened; or lists were cancelled
    QString sentence() const;
    QString detail() const;

signals:
    void trainRidgeRequested();
    void listsRequested(); ///< those that were cancelled

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void placeLine();
    QBoxLayout* m_row;
    QLabel* m_sentence;
    QLabel* m_detail;
    QPushButton* m_train;
    QPushButton* m_lists;
    ChartView* m_line;
};

} // namespace bridgescope
