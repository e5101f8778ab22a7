#pragma once
#include "core/training/training_options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace bridgescope {

/// The editor of one training option, made from its entry in core's table.
class OptionField : public QWidget {
    Q_OBJECT
public:
    explicit OptionField(const OptionInfo& info, QWidget* parent = nullptr);

    const OptionInfo& info() const { return m_info; }
    std::string text() const; ///< as OptionInfo::set() takes it
    void setText(const std::string& text);
    void setInvalid(bool invalid); ///< framed as wrong, said by whoever shows the reason

signals:
    void edited();   ///< the text is another
    void finished(); ///< and the field was left or Enter was pressed

private:
    const OptionInfo& m_info;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_flag = nullptr;
    QLineEdit* m_line = nullptr;
};

/// A field framed as wrong, or no longer.
void markInvalid(QLineEdit& field, bool invalid);

} // namespace bridgescope
