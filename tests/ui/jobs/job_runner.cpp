#include "ui/jobs/job_runner.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <semaphore>

namespace job_runner_tests {

using namespace bridgescope;

/// Every wait here is for a thing that must happen; nothing is decided by how long it takes.
class JobRunnerTest : public QObject {
    Q_OBJECT
private slots:
    void deliversOnTheWindowsThread();
    void aStaleJobDeliversNothing();
    void kindsDoNotDisturbEachOther();
    void cancelledIsNoError();
    void errorsArriveAsTheyWereThrown();
    void errorsWithoutHandlerAreSignalled();
    void anErrorOfTheDeliveryIsSignalled();
    void progressIsThrottledAndEndsWithTheJob();
    void warningsArrive();
    void shutdownWaitsForRunningJobs();
    void shutdownWhileJobsReport();
};

void JobRunnerTest::deliversOnTheWindowsThread()
{
    JobRunner jobs;
    QSignalSpy changed(&jobs, &JobRunner::changed);
    QThread* workedOn = nullptr;
    QThread* deliveredOn = nullptr;
    int value = 0;
    jobs.run<int>(
        "sum", "Sum",
        [&](const Context&) {
            workedOn = QThread::currentThread();
            return 42;
        },
        [&](int result) {
            deliveredOn = QThread::currentThread();
            value = result;
        });
    QVERIFY(jobs.isRunning("sum"));
    QVERIFY(!jobs.isIdle());
    QCOMPARE(jobs.newest()->title, QString("Sum"));
    QTRY_COMPARE(value, 42);
    QCOMPARE(deliveredOn, thread());
    QVERIFY(workedOn != thread());
    QTRY_VERIFY(jobs.isIdle());
    QVERIFY(!jobs.newest());
    QVERIFY(changed.count() >= 2);
}

void JobRunnerTest::aStaleJobDeliversNothing()
{
    JobRunner jobs;
    std::binary_semaphore release(0);
    std::atomic<bool> oldSawStop = false;
    QStringList delivered;
    // The old one does not care for its stop token and ends after the new one: still it may not overwrite.
    jobs.run<QString>(
        "lists", "old",
        [&](const Context& context) {
            release.acquire();
            oldSawStop = context.stop.stop_requested();
            return QStringLiteral("old");
        },
        [&](const QString& text) { delivered << text; });
    jobs.run<QString>(
        "lists", "new", [](const Context&) { return QStringLiteral("new"); },
        [&](const QString& text) { delivered << text; });
    QCOMPARE(jobs.newest()->title, QString("new"));
    QTRY_COMPARE(delivered, QStringList{"new"});
    QSignalSpy changed(&jobs, &JobRunner::changed);
    release.release();
    QVERIFY(changed.wait()); // the end of the old one
    QVERIFY(oldSawStop);
    QCOMPARE(delivered, QStringList{"new"});
}

void JobRunnerTest::kindsDoNotDisturbEachOther()
{
    JobRunner jobs;
    std::binary_semaphore release(0);
    int first = 0, second = 0;
    jobs.run<int>(
        "a", "a",
        [&](const Context&) {
            release.acquire();
            return 1;
        },
        [&](int value) { first = value; });
    jobs.run<int>(
        "b", "b", [](const Context&) { return 2; }, [&](int value) { second = value; });
    QTRY_COMPARE(second, 2);
    QVERIFY(jobs.isRunning("a"));
    jobs.cancel("b"); // ended already
    release.release();
    QTRY_COMPARE(first, 1);
}

void JobRunnerTest::cancelledIsNoError()
{
    JobRunner jobs;
    QSignalSpy failed(&jobs, &JobRunner::failed);
    std::binary_semaphore started(0);
    bool delivered = false, handled = false;
    jobs.run<int>(
        "train", "Training",
        [&](const Context& context) {
            started.release();
            for (;;)
                context.checkStop();
            return 0;
        },
        [&](int) { delivered = true; }, [&](const Error&) { handled = true; });
    started.acquire();
    QSignalSpy changed(&jobs, &JobRunner::changed);
    jobs.cancel("train");
    QVERIFY(!jobs.isRunning("train"));
    QVERIFY(jobs.isIdle());
    QTRY_VERIFY(changed.count() >= 2); // asked to stop, and ended
    QVERIFY(!delivered && !handled);
    QCOMPARE(failed.count(), 0);
}

void JobRunnerTest::errorsArriveAsTheyWereThrown()
{
    JobRunner jobs;
    std::optional<Error> seen;
    bool delivered = false;
    jobs.run<int>(
        "open", "Reading",
        [](const Context&) -> int {
            throw Error(ErrorKind::Input, "the header is cut off", "copy the file again").inFile("a.npy").atByte(80);
        },
        [&](int) { delivered = true; }, [&](const Error& error) { seen = error; });
    QTRY_VERIFY(seen.has_value());
    QCOMPARE(seen->file, std::string("a.npy"));
    QCOMPARE(seen->offset, 80);
    QCOMPARE(seen->kind, ErrorKind::Input);
    QVERIFY(!delivered);
}

void JobRunnerTest::errorsWithoutHandlerAreSignalled()
{
    JobRunner jobs;
    QStringList seen;
    connect(&jobs, &JobRunner::failed, this,
            [&](const QString& title, const Error& error) { seen << title << error.what(); });
    jobs.run<int>(
        "x", "Work", [](const Context&) -> int { throw std::runtime_error("odd"); }, [](int) {});
    QTRY_COMPARE(seen.size(), 2);
    QCOMPARE(seen[0], QString("Work"));
    QVERIFY(seen[1].contains("odd"));
}

void JobRunnerTest::anErrorOfTheDeliveryIsSignalled()
{
    JobRunner jobs;
    int failures = 0;
    connect(&jobs, &JobRunner::failed, this, [&] { ++failures; });
    jobs.run<int>(
        "x", "Work", [](const Context&) { return 1; }, [](int) { throw Error(ErrorKind::Io, "cannot be kept"); });
    QTRY_COMPARE(failures, 1);
    QVERIFY(jobs.isIdle());
}

void JobRunnerTest::progressIsThrottledAndEndsWithTheJob()
{
    JobRunner jobs;
    QSignalSpy progressed(&jobs, &JobRunner::progressed);
    QElapsedTimer timer;
    timer.start();
    qint64 took = 0;
    constexpr int reports = 200000;
    bool done = false;
    jobs.run<int>(
        "x", "Work",
        [](const Context& context) {
            for (int i = 0; i < reports; ++i)
                context.report(i, reports, "rows");
            QThread::msleep(60);
            context.report(reports, reports, "rows");
            return 0;
        },
        [&](int) {
            took = timer.elapsed();
            done = true;
        });
    QTRY_VERIFY(done);
    QVERIFY(progressed.count() >= 1);
    QVERIFY2(progressed.count() <= took / 50 + 1, qPrintable(QString::number(progressed.count())));
}

void JobRunnerTest::warningsArrive()
{
    JobRunner jobs;
    QSignalSpy warned(&jobs, &JobRunner::warned);
    bool done = false;
    jobs.run<int>(
        "x", "Work",
        [](const Context& context) {
            context.warning("3 zero vectors");
            return 0;
        },
        [&](int) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(warned.count(), 1);
    QCOMPARE(warned[0][0].toString(), QString("3 zero vectors"));
}

void JobRunnerTest::shutdownWaitsForRunningJobs()
{
    std::atomic<int> ended = 0;
    std::atomic<int> delivered = 0;
    {
        JobRunner jobs;
        for (const char* kind : {"a", "b", "c", "c"})
            jobs.run<int>(
                kind, kind,
                [&](const Context& context) {
                    while (!context.stop.stop_requested())
                        std::this_thread::yield();
                    ++ended;
                    return 0;
                },
                [&](int) { ++delivered; });
    }
    QCOMPARE(ended.load(), 4);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(delivered.load(), 0);
}

/// The last reference to a job must not be let go by its own thread.
void JobRunnerTest::shutdownWhileJobsReport()
{
    for (int round = 0; round < 300; ++round) {
        JobRunner jobs;
        std::binary_semaphore started(0);
        jobs.run<int>(
            "x", "Work",
            [&](const Context& context) {
                started.release();
                for (int i = 0;; ++i) {
                    context.report(i, 0);
                    context.checkStop();
                }
                return 0;
            },
            [](int) {});
        started.acquire();
        jobs.shutdown();
        QVERIFY(jobs.isIdle());
    }
}

BRIDGESCOPE_TEST(JobRunnerTest)

} // namespace job_runner_tests

#include "job_runner.moc"
