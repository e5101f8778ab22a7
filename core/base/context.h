#pragma once
#include <functional>
#include <stop_token>
#include <string>

namespace bridgescope {

/// How far a piece of work is. `total` 0: not known. `unit` names what is counted ("rows", "items", "epochs").
struct Progress {
    double done = 0;
    double total = 0;
    std::string_view unit = "items";
};

/// What long work is handed: a way to stop, to report progress and to warn. All members may be empty.
/// Progress and warnings may arrive from any thread, never two at once.
struct Context {
    std::stop_token stop;
    std::function<void(const Progress&)> progress;
    std::function<void(const std::string&)> warn;

    /// Throws Cancelled where a stop was requested. Poll every block, batch or MiB.
    void checkStop() const;
    void report(double done, double total, std::string_view unit = "items") const;
    void warning(const std::string& text) const;
};

} // namespace bridgescope
