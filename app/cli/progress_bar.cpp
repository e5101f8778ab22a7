#include "app/cli/progress_bar.h"

#include <cmath>
#include <cstdio>
#include <ostream>
#include <string>

namespace bridgescope {

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_visible) m_stream << "\r\033[K" << std::flush;
    m_visible = false;
}

void ProgressBar::update(const Progress& progress)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (progress.done < m_last) m_begin = now; // another piece of work began
    m_last = progress.done;
    if (now - m_drawn < std::chrono::milliseconds(100)) return;
    m_drawn = now;
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    const double rate = seconds > 0 ? progress.done / seconds : 0;
    char text[160];
    if (progress.total > 0) {
        constexpr int width = 30;
        const double share = std::min(1.0, progress.done / progress.total);
        const int full = static_cast<int>(std::lround(share * width));
        const std::string bar =
            std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(width - full), '.');
        const double left = rate > 0 ? (progress.total - progress.done) / rate : 0;
        std::snprintf(text, sizeof text, "[%s] %3.0f %%  %.4g %.*s/s, %.0f s left", bar.c_str(), 100 * share, rate,
                      static_cast<int>(progress.unit.size()), progress.unit.data(), left);
    } else {
        std::snprintf(text, sizeof text, "%.0f %.*s, %.4g/s", progress.done, static_cast<int>(progress.unit.size()),
                      progress.unit.data(), rate);
    }
    m_stream << '\r' << text << "\033[K" << std::flush;
    m_visible = true;
}

} // namespace bridgescope
