#pragma once
#include "core/training/training_options.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace bridgescope {

/// One setting over a list of values: a run for each.
class SweepDialog : public QDialog {
    Q_OBJECT
public:
    /// `keys`: the options that mean something beside the rest of `options`; the seed can be swept too.
    SweepDialog(TrainingOptions options, const std::vector<std::string>& keys, QWidget* parent = nullptr);

    struct Run {
        TrainingOptions options;
        QString value; ///< "learning rate 0.01"
    };
    const std::vector<Run>& runs() const { return m_runs; }

    /// @throws Error naming the value that is not possible. Values are parted by blanks or semicolons.
    static std::vector<Run> runsOf(const TrainingOptions& options, const std::string& key, const QString& values);

private:
    void accept() override;

    TrainingOptions m_options;
    QComboBox* m_key;
    QLineEdit* m_values;
    QLabel* m_error;
    std::vector<Run> m_runs;
};

} // namespace bridgescope
