#include "app/cli/command.h"
#include "core/base/stop_signals.h"

#include <csignal>
#include <iostream>
#include <poll.h>
#include <unistd.h>

/// Whoever read our output wanted no more of it (`| head`): no error.
static bool readerHasGone()
{
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    std::stop_source source;
    bridgescope::stopOnSignals(source);
    std::signal(SIGPIPE, SIG_IGN);
    bridgescope::Console console{std::cout, std::cerr, source.get_token(), isatty(STDERR_FILENO) != 0};
    const int code = bridgescope::runCommandLine({argv + 1, argv + argc}, console);
    if (code == 0 && !std::cout.flush()) {
        if (readerHasGone()) return 0;
        std::cerr
            << "bridgescope-cli: the output could not be written in full; free some space or choose another place\n";
        return 2;
    }
    return code;
}
