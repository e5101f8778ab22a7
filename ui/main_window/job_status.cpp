#include "ui/main_window/job_status.h"

#include "ui/jobs/job_runner.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace bridgescope {

JobStatus::JobStatus(JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_title(new QLabel), m_bar(new QProgressBar), m_cancel(new QToolButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_cancel->setIcon(themedIcon(Icon::Close));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the job"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_cancel)})
        row->addWidget(widget);
    connect(&jobs, &JobRunner::changed, this, &JobStatus::refresh);
    connect(&jobs, &JobRunner::progressed, this, &JobStatus::refresh);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (const auto job = m_jobs.newest()) emit cancelRequested(job->kind);
    });
    refresh();
}

void JobStatus::refresh()
{
    const auto job = m_jobs.newest();
    setVisible(job.has_value());
    if (!job) return;
    m_title->setText(job->total > 0 && job->unit == "epochs" ? tr("%1, epoch %2 of %3")
                                                                   .arg(job->title)
                                                                   .arg(static_cast<int>(job->done))
                                                                   .arg(static_cast<int>(job->total))
                                                             : job->title);
    m_bar->setRange(0, job->total > 0 ? 1000 : 0);
    if (job->total > 0) m_bar->setValue(static_cast<int>(1000 * job->done / job->total));
}

} // namespace bridgescope
