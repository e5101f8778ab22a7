#pragma once
#include "ui/figures/figure_export.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace bridgescope {

/// The choices of a figure: width, text size, colors, resolution, caption, numbers beside it.
class FigureForm : public QWidget {
    Q_OBJECT
public:
    explicit FigureForm(QWidget* parent = nullptr);
    FigureOptions options() const; ///< without caption: that is the chart's
    bool wantsCaption() const;
    bool wantsNumbers() const;

signals:
    void changed();

private:
    QComboBox* m_columns;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_font;
    QComboBox* m_palette;
    QSpinBox* m_dpi;
    QCheckBox* m_caption;
    QCheckBox* m_numbers;
};

} // namespace bridgescope
