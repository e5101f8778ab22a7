#pragma once
#include "core/experiment/untrained.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bridgescope {

class Banner;
class Card;
class ChartView;
class CheckRows;
class JobRunner;
class SelectionHub;
class TableView;
class Workspace;

/// The paper's Experiment 2 on a set of the open pair: what untrained nets keep of X and of its agreement with human
/// ratings.
class UntrainedPage : public QWidget {
    Q_OBJECT
public:
    static inline const QString kind = QStringLiteral("untrained");
    /// K, metric and self rule are the hub's at the start of a run.
    UntrainedPage(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent = nullptr);
    void setBenchmarks(const QStringList& files);
    void run();
    const std::vector<UntrainedResult>& results() const { return m_results; }
    TableView& table() { return *m_table; }

signals:
    void gridRequested(); ///< the picker's other entry

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void refreshSets();
    void refresh();
    void save(const QString& suffix);

    JobRunner& m_jobs;
    Workspace& m_workspace;
    SelectionHub& m_hub;
    std::vector<UntrainedResult> m_results; ///< one an activation
    QString m_vectors;                      ///< the set they are of
    QStringList m_benchmarks;
    Banner* m_banner = nullptr;
    QComboBox* m_set = nullptr;
    CheckRows* m_files = nullptr;
    CheckRows* m_activations = nullptr;
    QSpinBox* m_deepest = nullptr;
    QSpinBox* m_draws = nullptr;
    QPushButton* m_run = nullptr;
    Card* m_chartCard = nullptr;
    ChartView* m_chart = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_caption = nullptr;
    QList<QPushButton*> m_exports;
};

} // namespace bridgescope
