#pragma once
#include <functional>
#include <memory>
#include <string>

namespace bridgescope {

/// Writes files in a thread of its own, one after another and each as writeFile() does, so that whoever makes them does
/// not wait for the disc. put() may be called from several threads.
class BackgroundWriter {
public:
    BackgroundWriter();
    ~BackgroundWriter(); ///< what waits is still written; a failure then is lost: call finish()
    BackgroundWriter(const BackgroundWriter&) = delete;
    BackgroundWriter& operator=(const BackgroundWriter&) = delete;

    /// Takes a file over; `written` is called from the writer's thread once it is in place. Blocks while many wait.
    /// @throws the first failure of a file put before, which ends all writing.
    void put(std::string path, std::string content, std::function<void()> written = {});
    /// Returns when all is written. @throws the first failure.
    void finish();

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace bridgescope
