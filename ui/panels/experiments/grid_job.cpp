#include "ui/panels/experiments/grid_job.h"

#include "ui/jobs/job_runner.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <thread>

namespace bridgescope {

std::size_t LiveGrid::finished() const
{
    return static_cast<std::size_t>(std::count_if(
        states.begin(), states.end(), [](CellState s) { return s == CellState::Done || s == CellState::Failed; }));
}

std::vector<const GridRow*> LiveGrid::known() const
{
    std::vector<const GridRow*> pointers;
    for (std::size_t c = 0; c < cells.size(); ++c)
        pointers.push_back(table ? &table->rows[c] : rows[c] ? &*rows[c] : nullptr);
    return pointers;
}

PrintedTable LiveGrid::printed() const
{
    return layOutTable(spec, cells, known(), table ? table->tests : static_cast<Index>(cells.size()));
}

/// Hands work to the window's thread, where it is dropped if the job is no longer the one that posted it.
struct GridJob::Post {
    QPointer<GridJob> job;
    int generation = 0;

    void operator()(std::function<void(GridJob&)> work) const
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [target = job, number = generation, work = std::move(work)] {
                if (!target || target->m_generation != number) return;
                work(*target);
                emit target->changed();
            },
            Qt::QueuedConnection);
    }
};

GridJob::GridJob(JobRunner& jobs, QObject* parent) : QObject(parent), m_jobs(jobs)
{
    // A cancelled job delivers nothing: that it ended is seen from the runner.
    connect(&m_jobs, &JobRunner::changed, this, [this] {
        if (m_running && !m_jobs.isRunning(kind)) end();
    });
}

GridJob::~GridJob()
{
    *m_paused = false;
}

void GridJob::end()
{
    m_running = false;
    *m_paused = false;
    if (m_live)
        for (CellState& state : m_live->states)
            if (state == CellState::Running) state = CellState::Waiting;
    emit changed();
}

std::optional<int> GridJob::secondsLeft() const
{
    if (!m_running || !m_live || !m_clock.isValid()) return std::nullopt;
    const auto done = m_live->finished() - m_live->kept, open = m_live->cells.size() - m_live->finished();
    if (done == 0) return std::nullopt;
    const auto worked = static_cast<double>(m_worked + (*m_paused ? 0 : m_clock.elapsed()));
    return static_cast<int>(std::ceil(worked / 1000 * static_cast<double>(open) / static_cast<double>(done)));
}

void GridJob::setPaused(bool paused)
{
    if (m_clock.isValid() && paused && !*m_paused) m_worked += m_clock.elapsed();
    if (m_clock.isValid() && !paused && *m_paused) m_clock.start();
    *m_paused = paused && m_running;
    emit changed();
}

void GridJob::cancel()
{
    *m_paused = false;
    m_jobs.cancel(kind);
    ++m_generation; // what it still posts is of no use
    end();
}

void GridJob::start(const GridSpec& spec, const QString& dir)
{
    if (m_running) cancel();
    const Post post{this, ++m_generation};
    const auto paused = m_paused = std::make_shared<std::atomic<bool>>(false);
    m_live.reset();
    m_clock.invalidate();
    const auto work = [spec, turn = m_turn, folder = dir.toStdString(), post,
                       paused](const Context& context) -> JobRunner::Deliver {
        const std::scoped_lock mine(*turn);
        auto run = std::make_shared<GridRun>(spec, context);
        run->open(folder, true, context);
        auto live = std::make_shared<LiveGrid>();
        live->spec = run->spec();
        live->dir = QString::fromStdString(folder);
        live->cells = run->cells();
        for (std::size_t c = 0; c < live->cells.size(); ++c) {
            live->rows.push_back(run->rowOf(c));
            live->states.push_back(run->stateOf(c));
        }
        live->kept = live->finished();
        post([live](GridJob& job) {
            job.m_live = std::make_unique<LiveGrid>(std::move(*live));
            job.m_worked = 0;
            job.m_clock.start();
        });
        GridHooks hooks;
        hooks.onCell = [post, run](std::size_t cell, CellState state) {
            post([cell, state, row = state == CellState::Running ? std::nullopt : run->rowOf(cell)](GridJob& job) {
                job.m_live->states[cell] = state;
                if (row) job.m_live->rows[cell] = row;
            });
        };
        hooks.waitWhilePaused = [paused, &context] {
            while (*paused && !context.stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(30));
        };
        run->run(run->pending(), hooks, context);
        auto table = std::make_shared<GridTable>(run->finish(context));
        return [post, table] { post([table](GridJob& job) { job.m_live->table = std::move(*table); }); };
    };
    m_jobs.start(kind, tr("Experiment"), work,
                 [this](const Error& error) { emit problem(QString::fromUtf8(error.what())); });
    m_running = true;
    emit changed();
}

} // namespace bridgescope
