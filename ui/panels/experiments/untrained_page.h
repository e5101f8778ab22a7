#pragma once
#include "core/experiment/printed_table.h"
#include "core/experiment/untrained_outputs.h"
#include "ui/panels/experiments/experiment_picker.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;

namespace bridgescope {

class Banner;
class Card;
class ChartView;
class JobRunner;
class MethodsCard;
class SelectionHub;
class TableView;
class UntrainedForm;
class Workspace;

/// The paper's Experiment 2: what untrained nets keep of X and of its agreement with human ratings.
class UntrainedPage : public QWidget {
    Q_OBJECT
public:
    static inline const QString kind = QStringLiteral("untrained");
    /// K, metric and self rule are the hub's at the start of a run.
    UntrainedPage(JobRunner& jobs, Workspace& workspace, SelectionHub& hub, QWidget* parent = nullptr);
    void run();
    void save(const QString& file);        ///< format by its ending: .csv, .md, .tex, .html
    void exportAll(const QString& folder); ///< every format, methods, BibTeX, provenance
    const std::vector<UntrainedResult>& results() const { return m_made.results; }
    UntrainedForm& form() { return *m_form; }
    TableView& table() { return *m_table; }
    MethodsCard& methods() { return *m_methods; }
    ExperimentPicker& picker() { return *m_picker; }

signals:
    void gridRequested(int kind); ///< another entry of the picker

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What a run has made, with all that printing it needs.
    struct Made {
        std::vector<UntrainedResult> results; ///< one an activation
        std::string vectors;                  ///< the set they are of
        std::vector<InputFile> inputs;
        double seconds = 0;
    };
    QWidget* buildLeft();
    QWidget* buildRight();
    QWidget* buildTable();
    void refresh();
    void askAndSave(const QString& what);
    void guarded(const std::function<void()>& work);
    void say(const QString& problem);
    UntrainedPrint print() const;
    PrintedTable printed() const;

    JobRunner& m_jobs;
    Workspace& m_workspace;
    SelectionHub& m_hub;
    Made m_made;
    Banner* m_banner = nullptr;
    ExperimentPicker* m_picker = nullptr;
    UntrainedForm* m_form = nullptr;
    QPushButton* m_run = nullptr;
    Card* m_chartCard = nullptr;
    ChartView* m_chart = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_caption = nullptr;
    QCheckBox* m_paper = nullptr;
    MethodsCard* m_methods = nullptr;
    QList<QPushButton*> m_exports;
};

} // namespace bridgescope
