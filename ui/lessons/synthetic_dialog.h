#pragma once
#include "core/dataset/synthetic.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace bridgescope {

QString syntheticName(SyntheticKind kind);    ///< "Rotation with noise"
QString syntheticFormula(SyntheticKind kind); ///< "Y is X turned, with noise on each vector: y = Qx + ε"

/// Which pair is to be made, and whether the class is asked first.
class SyntheticDialog : public QDialog {
    Q_OBJECT
public:
    explicit SyntheticDialog(QWidget* parent = nullptr);
    SyntheticOptions options() const;
    bool predictFirst() const;

private:
    void refresh();
    QComboBox* m_kind;
    QSpinBox* m_items;
    QSpinBox* m_dimension;
    QSpinBox* m_clusters;
    QDoubleSpinBox* m_noise;
    QSpinBox* m_seed;
    QCheckBox* m_predict;
    QLabel* m_formula;
};

} // namespace bridgescope
