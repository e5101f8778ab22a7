#pragma once
#include "ui/figures/figure_export.h"

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QMenu;

namespace bridgescope {

class FigureForm;

/// One chart as a figure for a paper: its width, font size and palette, seen at true size before it is saved.
class FigureDialog : public QDialog {
    Q_OBJECT
public:
    FigureDialog(std::shared_ptr<const Chart> chart, QString convention, QWidget* parent = nullptr);
    FigureOptions options() const;
    /// Writes the figure and, where asked for, its numbers beside it as NAME.csv. @throws Error
    void save(const QString& file) const;
    QString proposedFile() const; ///< named after the chart

private:
    QWidget* buildSide();
    void preview();
    void askAndSave();

    std::shared_ptr<const Chart> m_chart;
    QString m_convention;
    FigureForm* m_form;
    QLabel* m_picture;
    QLabel* m_problem;
};

/// What every chart offers in its menu: export, a picture and the numbers for the clipboard, the numbers as a table.
/// `chart` may return null while there is nothing to show.
void addChartActions(QMenu& menu, QWidget* parent, std::function<std::shared_ptr<const Chart>()> chart,
                     std::function<QString()> convention);

} // namespace bridgescope
