#include "ui/jobs/job_runner.h"

#include <QMetaObject>
#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace bridgescope {
namespace {

/// What is computed gives way to the window where both want the same core. On Linux a nice value is the thread's own,
/// and passes to the workers that it starts.
void giveWay()
{
    constexpr int less = 5;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), less);
}

} // namespace

JobRunner::~JobRunner()
{
    shutdown();
}

void JobRunner::shutdown()
{
    cancelAll();
    // Joined while the list still holds them: a thread that lets go of the last reference to its own job would have to
    // join itself.
    for (const auto& job : m_jobs)
        if (job->thread.joinable()) job->thread.join();
    m_jobs.clear(); // what was posted meanwhile finds its job gone
}

std::shared_ptr<JobRunner::Job> JobRunner::currentOf(const QString& kind) const
{
    const auto found = std::find_if(m_jobs.rbegin(), m_jobs.rend(), [&](const auto& job) {
        return job->status.kind == kind && !job->stop.stop_requested() && !job->ended;
    });
    return found == m_jobs.rend() ? nullptr : *found;
}

void JobRunner::start(const QString& kind, const QString& title, std::function<Deliver(const Context&)> work,
                      Failed onFailure)
{
    cancel(kind);
    auto job = std::make_shared<Job>();
    job->status = {kind, title, {}, 0, 0, 0};
    job->sinceStart.start();
    job->sinceReport.start();
    m_jobs.push_back(job);
    Context context;
    context.stop = job->stop.get_token();
    context.progress = [this, weak = std::weak_ptr<Job>(job)](const Progress& progress) {
        const auto running = weak.lock();
        if (!running || running->sinceReport.elapsed() < 50) return;
        running->sinceReport.restart();
        const QString unit = QString::fromUtf8(progress.unit.data(), static_cast<qsizetype>(progress.unit.size()));
        QMetaObject::invokeMethod(
            this,
            [this, weak, unit, done = progress.done, total = progress.total] {
                if (const auto shown = weak.lock()) {
                    shown->status.done = done;
                    shown->status.total = total;
                    shown->status.unit = unit;
                    emit progressed();
                }
            },
            Qt::QueuedConnection);
    };
    context.warn = [this](const std::string& text) {
        QMetaObject::invokeMethod(
            this, [this, message = QString::fromStdString(text)] { emit warned(message); }, Qt::QueuedConnection);
    };
    job->thread = std::jthread([this, weak = std::weak_ptr<Job>(job), context, work = std::move(work),
                                onFailure = std::move(onFailure), title] {
        giveWay();
        std::function<void()> deliver = [] {};
        const auto fail = [&](const Error& error) {
            deliver = [this, error, onFailure, title] { onFailure ? onFailure(error) : emit failed(title, error); };
        };
        try {
            deliver = work(context);
        } catch (const Cancelled&) {
        } catch (const Error& error) {
            fail(error);
        } catch (const std::bad_alloc&) {
            fail(Error(ErrorKind::Work, "not enough memory", "use fewer items"));
        } catch (const std::exception& error) {
            fail(Error(ErrorKind::Work, error.what()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, weak, deliver] {
                if (const auto done = weak.lock()) finish(done, deliver);
            },
            Qt::QueuedConnection);
    });
    emit changed();
}

void JobRunner::finish(const std::shared_ptr<Job>& job, const std::function<void()>& deliver)
{
    const bool current = !job->stop.stop_requested();
    job->ended = true;
    job->thread.join();
    std::erase(m_jobs, job);
    try {
        if (current) deliver();
    } catch (const Error& error) {
        emit failed(job->status.title, error);
    }
    emit changed();
}

void JobRunner::cancel(const QString& kind)
{
    for (const auto& job : m_jobs)
        if (job->status.kind == kind) job->stop.request_stop();
    emit changed();
}

void JobRunner::cancelAll()
{
    for (const auto& job : m_jobs)
        job->stop.request_stop();
}

bool JobRunner::isRunning(const QString& kind) const
{
    return currentOf(kind) != nullptr;
}

bool JobRunner::isIdle() const
{
    return std::none_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) { return !job->stop.stop_requested(); });
}

std::optional<JobRunner::Status> JobRunner::newest() const
{
    std::optional<Status> found;
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job)
        if (!(*job)->stop.stop_requested() && !(*job)->ended && (!found || (*job)->status.total > 0)) {
            found = (*job)->status;
            found->milliseconds = (*job)->sinceStart.elapsed();
            if (found->total > 0) break;
        }
    return found;
}

} // namespace bridgescope
