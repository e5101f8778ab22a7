#pragma once
#include "ui/workspace/mapping_entry.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace bridgescope {

class ElidedLabel;

/// The run that is shown: its name and settings, how far it is, and what can be done with it now.
class RunHeader : public QFrame {
    Q_OBJECT
public:
    explicit RunHeader(QWidget* parent = nullptr);
    /// `direction`: "Words → Pictures".
    void show(const MappingEntry& run, const QString& direction);
    QString rate() const; ///< the learning rate from here on, as it was typed
    void setRateInvalid(bool invalid);
    bool isRateInvalid() const { return m_rateInvalid; } ///< until it is mended, or another run or state is shown

signals:
    void pauseRequested();
    void resumeRequested();
    void epochRequested();
    void batchRequested();
    void cancelRequested();
    void extendRequested(int epochs);
    void rateEdited(); ///< see rate()

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool m_rateInvalid = false;
    void build();
    void restyle();
    void showProgress(const MappingEntry& run);
    void showButtons(const MappingEntry& run);
    void propose(const MappingEntry& run);
    QString timeLeft(const MappingEntry& run);

    QLabel* m_name = nullptr;
    ElidedLabel* m_settings = nullptr;
    QLabel* m_epoch = nullptr;
    ElidedLabel* m_note = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_step = nullptr;
    QPushButton* m_batch = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_extend = nullptr;
    QSpinBox* m_extendTo = nullptr;
    QLabel* m_rateLabel = nullptr;
    QLineEdit* m_rate = nullptr;
    int m_shown = -1; ///< id
    MappingEntry::State m_state = MappingEntry::State::Queued;
    QElapsedTimer m_since; ///< of the pace
    std::size_t m_sinceEpochs = 0;
};

} // namespace bridgescope
