#include "core/base/parallel.h"
#include "core/base/worker_team.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace parallel_tests {

using namespace bridgescope;

class ParallelTest : public QObject {
    Q_OBJECT
private slots:
    void everyTaskOnce_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 8})
            QTest::addRow("%d threads", threads) << threads;
    }

    void everyTaskOnce()
    {
        QFETCH(int, threads);
        setThreadCount(threads);
        QCOMPARE(threadCount(), threads);
        for (const Index tasks : {0, 1, 2, 3, 1000}) {
            std::vector<std::atomic<int>> times(static_cast<std::size_t>(tasks));
            std::atomic<bool> workerInRange{true};
            parallelFor(tasks, [&](Index task, int worker) {
                ++times[static_cast<std::size_t>(task)];
                if (worker < 0 || worker >= threads) workerInRange = false;
            });
            for (const auto& time : times)
                QCOMPARE(time.load(), 1);
            QVERIFY(workerInRange);
        }
        parallelFor(-1, [](Index, int) { throw std::logic_error("no task"); });
    }

    void aWorkerIsNeverUsedTwiceAtOnce()
    {
        setThreadCount(3);
        std::atomic<int> inside[3] = {};
        std::atomic<bool> clash{false};
        parallelFor(300, [&](Index, int worker) {
            if (inside[worker]++ != 0) clash = true;
            std::this_thread::yield();
            --inside[worker];
        });
        QVERIFY(!clash);
    }

    void tasksAreHandedOutInOrder()
    {
        setThreadCount(3);
        std::vector<std::vector<Index>> taken(3);
        parallelFor(500, [&](Index task, int worker) { taken[static_cast<std::size_t>(worker)].push_back(task); });
        for (const auto& tasks : taken)
            QVERIFY(std::is_sorted(tasks.begin(), tasks.end()));
        setThreadCount(1);
        std::vector<Index> order;
        parallelFor(20, [&](Index task, int) { order.push_back(task); });
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void severalWorkersReallyRun()
    {
        setThreadCount(2);
        std::atomic<int> arrived{0};
        // Each of two tasks waits for the other: with one worker alone this would never end.
        parallelFor(2, [&](Index, int) {
            ++arrived;
            while (arrived < 2)
                std::this_thread::yield();
        });
        QCOMPARE(arrived.load(), 2);
    }

    void anExceptionEndsTheLoopAndIsRethrown()
    {
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            std::atomic<int> started{0};
            try {
                parallelFor(100000, [&](Index task, int) {
                    ++started;
                    if (task == 10) throw std::runtime_error("task ten");
                });
                QFAIL("nothing was thrown");
            } catch (const std::runtime_error& error) {
                QCOMPARE(std::string(error.what()), std::string("task ten"));
            }
            QVERIFY(started < 100000);
            std::atomic<int> after{0};
            parallelFor(50, [&](Index, int) { ++after; });
            QCOMPARE(after.load(), 50);
        }
    }

    void loopsInsideLoopsRunSerially()
    {
        setThreadCount(3);
        std::vector<Index> sums(8);
        std::atomic<bool> serial{true};
        parallelFor(8, [&](Index task, int) {
            const auto outer = std::this_thread::get_id();
            parallelFor(100, [&](Index inner, int worker) {
                if (worker != 0 || std::this_thread::get_id() != outer) serial = false;
                sums[static_cast<std::size_t>(task)] += inner * task;
            });
        });
        QVERIFY(serial);
        for (Index task = 0; task < 8; ++task)
            QCOMPARE(sums[static_cast<std::size_t>(task)], 4950 * task);
    }

    void callsFromSeveralThreadsDoNotDisturbEachOther()
    {
        setThreadCount(2);
        std::vector<std::thread> callers;
        std::atomic<Index> total{0};
        for (int caller = 0; caller < 4; ++caller)
            callers.emplace_back([&] {
                for (int round = 0; round < 20; ++round)
                    parallelFor(50, [&](Index task, int) { total += task; });
            });
        for (auto& caller : callers)
            caller.join();
        QCOMPARE(total.load(), Index(4 * 20 * 1225));
    }

    void aTeamInsideATaskHasNoThreads()
    {
        setThreadCount(2);
        const auto threads = [] {
            return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                                 std::filesystem::directory_iterator{});
        };
        std::atomic<int> begun = 0, more = -1;
        std::vector<int> times(100);
        parallelFor(2, [&](Index task, int) {
            ++begun;
            while (begun < 2) // both workers are there, and stay
                std::this_thread::yield();
            if (task == 1) {
                while (more < 0)
                    std::this_thread::yield();
                return;
            }
            const auto before = threads();
            const WorkerTeam team;
            parallelFor(100, [&](Index inner, int) { ++times[static_cast<std::size_t>(inner)]; });
            more = static_cast<int>(threads() - before);
        });
        QCOMPARE(more.load(), 0);
        QCOMPARE(std::count(times.begin(), times.end(), 1), 100);
        const auto outside = threads();
        const WorkerTeam team;
        QCOMPARE(threads() - outside, 1);
    }

    void zeroMeansTheMachine()
    {
        setThreadCount(0);
        QVERIFY(threadCount() >= 1);
        QVERIFY(QString(blasDescription()).contains("1 BLAS thread a worker"));
    }

    void cleanup() { setThreadCount(0); }
};

BRIDGESCOPE_TEST(ParallelTest)

} // namespace parallel_tests

#include "parallel.moc"
