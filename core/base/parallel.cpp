#include "core/base/parallel.h"

#include "core/base/parallel_detail.h"
#include "core/base/worker_team.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <cblas-openblas.h>
#ifndef BRIDGESCOPE_STD_THREADS
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#endif

namespace bridgescope {
namespace {

std::atomic<int> g_threads{0};
thread_local bool t_insideBody = false;

int machineThreads()
{
    const unsigned n = std::thread::hardware_concurrency();
    return n == 0 ? 1 : static_cast<int>(n);
}

const bool g_blasPinned = [] {
    openblas_set_num_threads(1);
    return true;
}();

#ifdef BRIDGESCOPE_STD_THREADS
void runWorkers(int workers, ParallelLoop& loop)
{
    std::vector<std::jthread> threads;
    for (int w = 1; w < workers; ++w)
        threads.emplace_back([&loop, w] { loop.work(w); });
    loop.work(0);
}
#else
/// Kept for the thread's next loop: making an arena costs more than a short loop.
oneapi::tbb::task_arena& arenaOf(int workers)
{
    static thread_local std::unique_ptr<oneapi::tbb::task_arena> arena;
    static thread_local int size = 0;
    if (size != workers) {
        arena = std::make_unique<oneapi::tbb::task_arena>(workers);
        size = workers;
    }
    return *arena;
}

void runWorkers(int workers, ParallelLoop& loop)
{
    // More workers than cores may be asked for (a test of thread-count independence): the arena grants the slots.
    std::optional<oneapi::tbb::global_control> limit;
    if (workers > machineThreads())
        limit.emplace(oneapi::tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(workers));
    arenaOf(workers).execute([&] {
        oneapi::tbb::task_group group;
        for (int w = 1; w < workers; ++w)
            group.run([&loop, w] { loop.work(w); });
        loop.work(0);
        group.wait();
    });
}
#endif

} // namespace

void ParallelLoop::work(int worker)
{
    const bool outer = t_insideBody;
    t_insideBody = true;
    try {
        for (Index task = m_next++; task < m_tasks; task = m_next++)
            m_body(task, worker);
    } catch (...) {
        m_next = m_tasks;
        const std::scoped_lock lock(m_failureMutex);
        if (!m_failure) m_failure = std::current_exception();
    }
    t_insideBody = outer;
}

void ParallelLoop::rethrow() const
{
    if (m_failure) std::rethrow_exception(m_failure);
}

bool ParallelLoop::inside()
{
    return t_insideBody;
}

void setThreadCount(int count)
{
    g_threads = count;
    openblas_set_num_threads(1);
}

int threadCount()
{
    const int n = g_threads;
    return n > 0 ? n : machineThreads();
}

void parallelFor(Index tasks, const std::function<void(Index, int)>& body)
{
    if (tasks <= 0) return;
    const int workers = static_cast<int>(std::min<Index>(threadCount(), tasks));
    if (workers == 1 || ParallelLoop::inside()) {
        for (Index task = 0; task < tasks; ++task)
            body(task, 0);
        return;
    }
    if (WorkerTeam* const team = WorkerTeam::current()) return team->run(tasks, body);
    ParallelLoop loop(tasks, body);
    runWorkers(workers, loop);
    loop.rethrow();
}

const char* blasDescription()
{
    static const std::string text = std::string(openblas_get_config()) + ", kernel " + openblas_get_corename() + ", " +
                                    std::to_string(openblas_get_num_threads()) + " BLAS thread a worker";
    return text.c_str();
}

} // namespace bridgescope
