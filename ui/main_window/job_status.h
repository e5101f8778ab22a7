#pragma once
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace bridgescope {

class JobRunner;

/// The newest job at the right end of the status bar: title, how far, cancel.
class JobStatus : public QWidget {
    Q_OBJECT
public:
    explicit JobStatus(JobRunner& jobs, QWidget* parent = nullptr);

signals:
    void cancelRequested(const QString& kind);

private:
    void refresh();
    JobRunner& m_jobs;
    QLabel* m_title;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

} // namespace bridgescope
