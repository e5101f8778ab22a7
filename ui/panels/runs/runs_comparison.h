#pragma once
#include "ui/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace bridgescope {

class Card;
class ChartView;
class PairedTest;
class RunDifferencesModel;

/// The runs picked in the table side by side: their overlaps on one chart, the settings that differ, and, of two, the
/// paired test under the same split.
class RunsComparison : public QWidget {
    Q_OBJECT
public:
    RunsComparison(Workspace& workspace, SelectionHub& hub, JobRunner& jobs, QWidget* parent = nullptr);
    void setRuns(std::vector<int> ids); ///< in the order of the table
    QString testText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    Card* buildChart();
    Card* buildTest();
    Card* buildDifferences();
    std::vector<const MappingEntry*> chosen() const;
    void refresh();
    void refreshChart(const std::vector<const MappingEntry*>& runs);
    void refreshTest(const std::vector<const MappingEntry*>& runs);
    void refreshDifferences(const std::vector<const MappingEntry*>& runs);
    void copyDifferences() const;
    void restyle();

    Workspace& m_workspace;
    SelectionHub& m_hub;
    PairedTest* m_test = nullptr;
    std::vector<int> m_ids;
    QStackedLayout* m_pages = nullptr;
    Card* m_chartCard = nullptr;
    Card* m_testCard = nullptr;
    Card* m_differencesCard = nullptr;
    ChartView* m_chart = nullptr;
    QLabel* m_findings = nullptr;
    QLabel* m_convention = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_same = nullptr; ///< in the place of an empty table
    RunDifferencesModel* m_differences = nullptr;
};

} // namespace bridgescope
