#include "core/base/background_writer.h"

#include "core/base/atomic_file.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace bridgescope {
namespace {

constexpr std::size_t mostWaiting = 16; ///< files held in memory

} // namespace

struct BackgroundWriter::Private {
    struct Waiting {
        std::string path, content;
        std::function<void()> written;
    };
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Waiting> waiting;
    std::exception_ptr failure;
    bool busy = false, ending = false;
    std::thread thread; ///< last: it uses the rest

    void work()
    {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return ending || !waiting.empty(); });
            if (waiting.empty()) return;
            const Waiting file = std::move(waiting.front());
            waiting.pop_front();
            busy = true;
            lock.unlock();
            std::exception_ptr failed;
            try {
                writeFile(file.path, file.content);
                if (file.written) file.written();
            } catch (...) {
                failed = std::current_exception();
            }
            lock.lock();
            busy = false;
            if (failed) {
                failure = failed;
                waiting.clear();
            }
            changed.notify_all();
        }
    }
};

BackgroundWriter::BackgroundWriter() : m(std::make_unique<Private>())
{
    m->thread = std::thread([this] { m->work(); });
}

BackgroundWriter::~BackgroundWriter()
{
    {
        const std::scoped_lock lock(m->mutex);
        m->ending = true;
    }
    m->changed.notify_all();
    m->thread.join();
}

void BackgroundWriter::put(std::string path, std::string content, std::function<void()> written)
{
    std::unique_lock lock(m->mutex);
    m->changed.wait(lock, [this] { return m->failure || m->waiting.size() < mostWaiting; });
    if (m->failure) std::rethrow_exception(m->failure);
    m->waiting.push_back({std::move(path), std::move(content), std::move(written)});
    m->changed.notify_all();
}

void BackgroundWriter::finish()
{
    std::unique_lock lock(m->mutex);
    m->changed.wait(lock, [this] { return m->waiting.empty() && !m->busy; });
    if (m->failure) std::rethrow_exception(m->failure);
}

} // namespace bridgescope
