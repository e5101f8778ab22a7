#include "app/cli/command.h"
#include "core/base/atomic_file.h"

#include <csignal>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

int g_wakeUp[2]; ///< a pipe: the handler writes a byte, the watcher reads it

/// A handler and not sigwait(): threads of libraries are there before main() and block no signal.
void onStopSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(g_wakeUp[1], &byte, 1);
}

/// The first signal asks the running command to stop; a second one ends the program at once, without half-written
/// files.
void watchSignals(std::stop_source source)
{
    const auto wait = [] {
        char byte = 0;
        while (read(g_wakeUp[0], &byte, 1) < 0)
            ;
    };
    wait();
    source.request_stop();
    wait();
    bridgescope::AtomicFile::removeUnfinished();
    _exit(130);
}

void handleSignals(std::stop_source source)
{
    if (pipe(g_wakeUp) != 0) return; // then signals end the program as they would any other
    std::thread(watchSignals, std::move(source)).detach();
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler == SIG_IGN) continue; // as nohup wishes
        action = {};
        action.sa_handler = onStopSignal;
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, nullptr);
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    std::stop_source source;
    handleSignals(source);
    std::signal(SIGPIPE, SIG_IGN);
    bridgescope::Console console{std::cout, std::cerr, source.get_token(), isatty(STDERR_FILENO) != 0};
    const int code = bridgescope::runCommandLine({argv + 1, argv + argc}, console);
    if (code == 0 && !std::cout.flush()) {
        std::cerr
            << "bridgescope-cli: the output could not be written in full; free some space or choose another place\n";
        return 2;
    }
    return code;
}
