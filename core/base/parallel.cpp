#include "core/base/parallel.h"

#include <atomic>
#include <exception>
#include <mutex>
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

void runWorkers(int workers, const std::function<void(int)>& work)
{
#ifdef BRIDGESCOPE_STD_THREADS
    std::vector<std::jthread> threads;
    for (int w = 1; w < workers; ++w)
        threads.emplace_back([&work, w] { work(w); });
    work(0);
#else
    // More workers than cores may be asked for (a test of thread-count independence): the arena grants the slots.
    oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(std::max(workers, machineThreads())));
    oneapi::tbb::task_arena arena(workers);
    arena.execute([&] {
        oneapi::tbb::task_group group;
        for (int w = 1; w < workers; ++w)
            group.run([&work, w] { work(w); });
        work(0);
        group.wait();
    });
#endif
}

} // namespace

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
    if (workers == 1 || t_insideBody) {
        for (Index task = 0; task < tasks; ++task)
            body(task, 0);
        return;
    }
    std::atomic<Index> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    runWorkers(workers, [&](int worker) {
        const bool outer = t_insideBody;
        t_insideBody = true;
        try {
            for (Index task = next++; task < tasks; task = next++)
                body(task, worker);
        } catch (...) {
            next = tasks;
            const std::scoped_lock lock(failureMutex);
            if (!failure) failure = std::current_exception();
        }
        t_insideBody = outer;
    });
    if (failure) std::rethrow_exception(failure);
}

const char* blasDescription()
{
    static const std::string text = std::string(openblas_get_config()) + ", kernel " + openblas_get_corename() + ", " +
                                    std::to_string(openblas_get_num_threads()) + " BLAS thread a worker";
    return text.c_str();
}

} // namespace bridgescope
