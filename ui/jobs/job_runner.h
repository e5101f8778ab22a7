#pragma once
#include "core/base/context.h"
#include "core/base/error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace bridgescope {

/// Long work off the window's thread: values in, a value out. One job of a kind counts: a newer one stops the older,
/// and whatever a stale job still brings is dropped: its own stop source says that it is stale, and both are asked on
/// the window's thread. Cancelled is a result (nothing is delivered), not an error. Ends cleanly when destroyed.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr) : QObject(parent) {}
    ~JobRunner() override;

    using Deliver = std::function<void()>;
    using Failed = std::function<void(const Error&)>;
    /// `work` runs on a thread of its own and returns what is to be done with its result on the window's thread.
    void start(const QString& kind, const QString& title, std::function<Deliver(const Context&)> work,
               Failed failed = {});
    /// The same for a work that returns a value.
    template<class Value>
    void run(const QString& kind, const QString& title, std::function<Value(const Context&)> work,
             std::function<void(Value)> done, Failed failed = {})
    {
        start(
            kind, title,
            [work = std::move(work), done = std::move(done)](const Context& context) -> Deliver {
                auto value = std::make_shared<Value>(work(context));
                return [value, done] { done(std::move(*value)); };
            },
            std::move(failed));
    }

    void cancel(const QString& kind);
    void cancelAll();
    void shutdown(); ///< stops every job and waits for its thread; nothing is delivered any more
    bool isRunning(const QString& kind) const;
    bool isIdle() const;

    /// The newest job that is running, for the status bar; before others one that tells how far it is.
    struct Status {
        QString kind, title, unit;
        double done = 0, total = 0;
        qint64 milliseconds = 0; ///< since it began
    };
    std::optional<Status> newest() const;

signals:
    void changed();                                                     ///< a job began or ended
    void progressed();                                                  ///< at most 20 times a second
    void failed(const QString& title, const bridgescope::Error& error); ///< where no handler was given
    void warned(const QString& text);

private:
    struct Job {
        Status status;
        std::stop_source stop;
        bool ended = false;
        QElapsedTimer sinceStart, sinceReport;
        std::jthread thread;
    };
    void finish(const std::shared_ptr<Job>& job, const std::function<void()>& deliver);
    std::shared_ptr<Job> currentOf(const QString& kind) const;
    std::vector<std::shared_ptr<Job>> m_jobs; ///< running ones and stale ones that have not noticed yet
};

} // namespace bridgescope
