#pragma once
#include "ui/figures/figure_export.h"

#include <QDialog>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QSpinBox;

namespace bridgescope {

/// One chart as a figure for a paper: its width, font size and palette, seen at true size before it is saved.
class FigureDialog : public QDialog {
    Q_OBJECT
public:
    FigureDialog(std::shared_ptr<const Chart> chart, QString convention, QWidget* parent = nullptr);
    FigureOptions options() const;
    /// Writes the figure and, where asked for, its numbers beside it as NAME.csv. @throws Error
    void save(const QString& file) const;

private:
    QWidget* buildForm();
    void preview();
    void askAndSave();

    std::shared_ptr<const Chart> m_chart;
    QString m_convention;
    QComboBox* m_columns;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_font;
    QComboBox* m_palette;
    QSpinBox* m_dpi;
    QCheckBox* m_caption;
    QCheckBox* m_numbers;
    QLabel* m_picture;
    QLabel* m_problem;
};

/// What every chart offers in its menu: export, a picture and the numbers for the clipboard, the numbers as a table.
/// `chart` may return null while there is nothing to show.
void addChartActions(QMenu& menu, QWidget* parent, std::function<std::shared_ptr<const Chart>()> chart,
                     std::function<QString()> convention);

} // namespace bridgescope
