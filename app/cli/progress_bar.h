#pragma once
#include "core/base/context.h"

#include <chrono>
#include <iosfwd>
#include <mutex>

namespace bridgescope {

/// A line on a terminal with share, rate and time left, redrawn at most ten times a second and wiped at the end.
class ProgressBar {
public:
    explicit ProgressBar(std::ostream& stream) : m_stream(stream) {}
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void update(const Progress& progress);
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    std::ostream& m_stream;
    std::mutex m_mutex;
    Clock::time_point m_begin = Clock::now(), m_drawn{};
    double m_last = 0;
    bool m_visible = false;
};

} // namespace bridgescope
