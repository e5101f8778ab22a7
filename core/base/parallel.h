#pragma once
#include "core/base/types.h"

#include <functional>

namespace bridgescope {

/// The only seam to threads. Sets how many workers parallelFor may use (at least 1; 0: as many as the machine has)
/// and pins OpenBLAS to one thread for good: all parallelism is ours, over tiles whose cut depends on the problem only.
void setThreadCount(int count);
int threadCount();

/// Calls body(task, worker) once for every task in [0, tasks), tasks handed out in ascending order.
/// `worker` in [0, threadCount()) is never used by two calls at once: index scratch memory by it.
/// Loops of a thread that has a WorkerTeam go to it.
/// Results must not depend on which worker ran a task. The first exception thrown is rethrown, the rest is not started.
/// Calls from inside a body run serially on the calling thread, as worker 0 of their own loop.
void parallelFor(Index tasks, const std::function<void(Index task, int worker)>& body);

/// BLAS library, kernel and its threads, as benchmarks and provenance print it.
const char* blasDescription();

} // namespace bridgescope
