#include "app/cli/command.h"
#include "core/base/atomic_file.h"

#include <csignal>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

/// SIGINT, SIGTERM and SIGHUP ask the running command to stop; a second one ends the program at once, without
/// half-written files.
void watchSignals(const sigset_t& signals, std::stop_source source)
{
    int signal = 0;
    sigwait(&signals, &signal);
    source.request_stop();
    sigwait(&signals, &signal);
    bridgescope::AtomicFile::removeUnfinished();
    _exit(130);
}

} // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::stop_source source;
    std::thread(watchSignals, signals, source).detach();

    bridgescope::Console console{std::cout, std::cerr, source.get_token(), isatty(STDERR_FILENO) != 0};
    const int code = bridgescope::runCommandLine({argv + 1, argv + argc}, console);
    if (code == 0 && !std::cout.flush()) {
        std::cerr
            << "bridgescope-cli: the output could not be written in full; free some space or choose another place\n";
        return 2;
    }
    return code;
}
