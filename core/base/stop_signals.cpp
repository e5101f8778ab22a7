#include "core/base/stop_signals.h"

#include "core/base/atomic_file.h"

#include <csignal>
#include <thread>
#include <unistd.h>

namespace bridgescope {
namespace {

int wakeUp[2]; ///< a pipe: the handler writes a byte, the watcher reads it

/// A handler and not sigwait(): threads of libraries are there before main() and block no signal.
void onStopSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(wakeUp[1], &byte, 1);
}

void watchSignals(std::stop_source source)
{
    const auto wait = [] {
        char byte = 0;
        while (read(wakeUp[0], &byte, 1) < 0)
            ;
    };
    wait();
    source.request_stop();
    wait();
    AtomicFile::removeUnfinished();
    _exit(130);
}

} // namespace

void stopOnSignals(std::stop_source source)
{
    if (pipe(wakeUp) != 0) return; // then signals end the program as they would any other
    std::thread(watchSignals, std::move(source)).detach();
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler == SIG_IGN) continue;
        action = {};
        action.sa_handler = onStopSignal;
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, nullptr);
    }
}

} // namespace bridgescope
