#pragma once
#include "core/base/types.h"

#include <functional>
#include <memory>

namespace bridgescope {

/// While it lives, parallelFor calls of the thread that made it go to workers that stay awake between them. For work
/// cut into many loops of well under a millisecond (a batch of training), where waking a thread costs as much as the
/// loop. Workers spin for a moment, then sleep until the next loop. Same results as without. Has threads of its own: a
/// worker that spins must not hold a place that other jobs' loops wait for.
class WorkerTeam {
public:
    WorkerTeam(); ///< threadCount() workers, the caller's thread among them; inside a task of parallelFor that one
                  ///< alone
    ~WorkerTeam();
    WorkerTeam(const WorkerTeam&) = delete;
    WorkerTeam& operator=(const WorkerTeam&) = delete;

    /// The present thread's team, if it has one that fits threadCount().
    static WorkerTeam* current();
    /// As parallelFor, from the thread that made the team.
    void run(Index tasks, const std::function<void(Index task, int worker)>& body);

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
    WorkerTeam* m_outer = nullptr;
    int m_workers = 1;
};

} // namespace bridgescope
