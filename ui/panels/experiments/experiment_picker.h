#pragma once
#include <QComboBox>

namespace bridgescope {

/// What the page shows: the paper's two experiments, the other templates, a grid opened from a file. The picker stands
/// on the page of grids and on that of Experiment 2, and is always within reach.
class ExperimentPicker : public QComboBox {
    Q_OBJECT
public:
    enum Kind { Experiment1, Experiment2, Losses, Remedies, Opened };
    explicit ExperimentPicker(QWidget* parent = nullptr);
    /// `kind` is shown; `grid`: the grid that is (or would be) on the other page, `file` its name where it was opened.
    void show(Kind kind, Kind grid, const QString& file);
    /// While a grid runs no other can be chosen.
    void setRunning(bool running);
    Kind shown() const { return m_shown; }

signals:
    void chosen(int kind); ///< another than the one shown

private:
    void refresh();
    Kind m_shown = Experiment1, m_grid = Experiment1;
    bool m_running = false;
};

} // namespace bridgescope
