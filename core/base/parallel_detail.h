#pragma once
#include "core/base/types.h"

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>

namespace bridgescope {

/// One loop of parallelFor, shared by the workers that run it.
class ParallelLoop {
public:
    ParallelLoop(Index tasks, const std::function<void(Index, int)>& body) : m_tasks(tasks), m_body(body) {}

    /// Takes tasks until none is left. Loops inside a task run serially.
    void work(int worker);
    void rethrow() const;
    /// Whether the present thread is inside a task.
    static bool inside();

private:
    const Index m_tasks;
    const std::function<void(Index, int)>& m_body;
    std::atomic<Index> m_next{0};
    std::mutex m_failureMutex;
    std::exception_ptr m_failure;
};

} // namespace bridgescope
