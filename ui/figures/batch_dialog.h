#pragma once
#include "ui/figures/batch_export.h"

#include <QDialog>

class QComboBox;

namespace bridgescope {

class FigureForm;

/// How all open charts are exported at once; which they are is listed.
class BatchDialog : public QDialog {
    Q_OBJECT
public:
    explicit BatchDialog(const std::vector<OpenChart>& charts, QWidget* parent = nullptr);
    BatchOptions options() const;

private:
    FigureForm* m_form;
    QComboBox* m_ending;
};

} // namespace bridgescope
