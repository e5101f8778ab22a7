#include "core/base/worker_team.h"

#include "core/base/parallel.h"
#include "core/base/parallel_detail.h"

#include <atomic>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bridgescope {
namespace {

thread_local WorkerTeam* t_team = nullptr;

constexpr int spins = 20'000;    ///< looks for the next loop before a worker sleeps: about half a millisecond
constexpr int politeSpins = 200; ///< looks before a waiting thread offers its processor to others

void relax()
{
#if defined(__x86_64__)
    _mm_pause();
#endif
}

/// Waits for something that another thread is about to do.
template<class Done> void spinUntil(const Done& done)
{
    for (int i = 0; !done(); ++i)
        if (i < politeSpins)
            relax();
        else
            std::this_thread::yield();
}

} // namespace

/// A loop is published by `loop` and a new `generation`. Workers count themselves `inside` before they read `loop`; the
/// owner takes `loop` away and waits until nobody is inside before the loop's memory goes.
struct WorkerTeam::Shared {
    std::atomic<ParallelLoop*> loop{nullptr};
    std::atomic<unsigned> generation{0};
    std::atomic<int> inside{0}, sleeping{0};
    std::atomic<bool> end{false};
    std::vector<std::jthread> threads; ///< last, so that they have ended before the rest goes

    ~Shared()
    {
        end = true;
        announce();
    }

    void announce()
    {
        ++generation;
        if (sleeping > 0) generation.notify_all();
    }

    void awaitNext(unsigned seen)
    {
        for (int i = 0; i < spins; ++i) {
            if (generation.load(std::memory_order_relaxed) != seen) return;
            relax();
        }
        ++sleeping;
        generation.wait(seen);
        --sleeping;
    }

    void serve(int worker)
    {
        for (unsigned seen = 0; !end; seen = generation) {
            ++inside;
            if (ParallelLoop* const current = loop) current->work(worker);
            --inside;
            awaitNext(seen);
        }
    }
};

/// Inside a task loops run serially: workers would only spin on the processors that other tasks need.
WorkerTeam::WorkerTeam()
    : m_shared(std::make_unique<Shared>()), m_outer(t_team), m_workers(ParallelLoop::inside() ? 1 : threadCount())
{
    for (int worker = 1; worker < m_workers; ++worker)
        m_shared->threads.emplace_back([shared = m_shared.get(), worker] { shared->serve(worker); });
    t_team = this;
}

WorkerTeam::~WorkerTeam()
{
    t_team = m_outer;
}

WorkerTeam* WorkerTeam::current()
{
    return t_team != nullptr && t_team->m_workers == threadCount() ? t_team : nullptr;
}

void WorkerTeam::run(Index tasks, const std::function<void(Index, int)>& body)
{
    ParallelLoop mine(tasks, body);
    m_shared->loop = &mine;
    m_shared->announce();
    mine.work(0);
    m_shared->loop = nullptr;
    spinUntil([&] { return m_shared->inside == 0; });
    mine.rethrow();
}

} // namespace bridgescope
