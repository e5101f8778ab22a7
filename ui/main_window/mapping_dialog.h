#pragma once
#include "core/training/training_options.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;

namespace bridgescope {

/// Sets up a mapping: fields from core's option table that follow the map chosen.
class MappingDialog : public QDialog {
    Q_OBJECT
public:
    MappingDialog(const QString& nameX, const QString& nameY, QWidget* parent = nullptr);
    TrainingOptions options() const { return m_options; }
    bool forward() const;

private:
    void rebuild();
    void tryAccept();
    TrainingOptions m_options;
    QComboBox* m_direction;
    QFormLayout* m_form;
    QLabel* m_error;
    std::vector<std::pair<std::string, QWidget*>> m_fields;
};

} // namespace bridgescope
