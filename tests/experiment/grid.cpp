#include "core/experiment/grid_run.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/experiment/printed_table.h"
#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>
#include <QTest>
#include <atomic>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace grid_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Every table as one text.
std::string tablesOf(const std::string& dir)
{
    std::string all;
    for (const char* name :
         {"table.csv", "table.md", "table.tex", "table.html", "table.json", "methods.txt", "methods.bib"}) {
        const std::string content = contentOf(dir + "/" + name);
        if (content.empty()) return "";
        all += content;
    }
    return all;
}

std::string errorOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

} // namespace

class Grid : public QObject {
    Q_OBJECT
    GridFiles m_files;

    GridSpec spec(const Json& json) const
    {
        return gridSpecFromJson(json, fs::path(m_files.path("x")).parent_path(), "spec");
    }
    GridTable run(const Json& json, const std::string& out, bool resume = false, const GridHooks& hooks = {}) const
    {
        return runGrid(spec(json), m_files.path(out), resume, hooks);
    }
    /// How many cells a resumed run computes.
    std::size_t computedOnResume(const Json& json, const std::string& out) const
    {
        std::size_t computed = 0;
        GridHooks hooks;
        hooks.onCell = [&](std::size_t, CellState state) { computed += state != CellState::Running; };
        run(json, out, true, hooks);
        return computed;
    }
private slots:
    void cellsEqualTrainAndMeasure()
    {
        Json json = GridFiles::smallSpec();
        json["k"] = {3, 4};
        json["metric"] = {"cosine", "euclidean"};
        json["self"] = {"exclude", "include"};
        const GridTable table = run(json, "equal");
        const GridSpec parsed = spec(json);
        const auto pairs = readGridPairs(parsed, {});
        const auto cells = gridCells(parsed, pairs);
        QCOMPARE(table.rows.size(), std::size_t(2 * 2 * 2 * 8));
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const PairedSet& pair = pairs[cells[c].data]->towards(cells[c].direction);
            SplitOptions split;
            split.folds = 3;
            split.seed = 1;
            const Evaluation alone = trainAndMeasure(pair, makeSplit(pair, split), trainingOf(parsed, cells[c]),
                                                     measureOf(parsed, cells[c]));
            const Json content = Json::parse(contentOf(m_files.path("equal") + "/cells/" + cells[c].id + ".json"));
            QCOMPARE(content["report"].dump(), toJson(alone.report).dump());
            QCOMPARE(table.rows[c].xf, alone.report.xf.mean);
            QCOMPARE(table.rows[c].self, cells[c].self);
        }
    }
    void sameBytesForAnyThreads()
    {
        std::vector<std::string> tables;
        for (const int threads : {1, 2, 3}) {
            setThreadCount(threads);
            const std::string out = "threads" + std::to_string(threads);
            run(GridFiles::smallSpec(), out);
            tables.push_back(tablesOf(m_files.path(out)));
        }
        setThreadCount(0);
        QVERIFY(!tables[0].empty());
        QCOMPARE(tables[1], tables[0]);
        QCOMPARE(tables[2], tables[0]);
    }
    void resumeComputesWhatChanged()
    {
        const Json json = GridFiles::smallSpec();
        run(json, "resume");
        const std::string tables = tablesOf(m_files.path("resume"));
        QCOMPARE(computedOnResume(json, "resume"), std::size_t(0));
        QCOMPARE(tablesOf(m_files.path("resume")), tables);
        Json other = json;
        other["maps"][1]["epochs"] = 4;
        QCOMPARE(computedOnResume(other, "resume"), std::size_t(4)); // the nets alone
        QCOMPARE(computedOnResume(json, "resume"), std::size_t(0));  // the first ones are still there
        QCOMPARE(tablesOf(m_files.path("resume")), tables);
        m_files.write("c.npy", 90, 5, 99);                          // an input changes under its name
        QCOMPARE(computedOnResume(json, "resume"), std::size_t(4)); // the second data set alone
        m_files.write("c.npy", 90, 5, 3);
        // Labels found beside a file are an input too: two of b's change places.
        const std::string labels = m_files.path("b.labels.txt"), before = contentOf(labels);
        std::string swapped = before;
        swapped.replace(0, std::string("item0\nitem1\n").size(), "item1\nitem0\n");
        QVERIFY(before.starts_with("item0\nitem1\n"));
        std::ofstream(labels) << swapped;
        QCOMPARE(computedOnResume(json, "resume"), std::size_t(4)); // the first data set alone
        QVERIFY(contentOf(m_files.path("resume") + "/provenance.json").find("b.labels.txt") != std::string::npos);
        std::ofstream(labels) << before;
        computedOnResume(json, "resume");
        // A cell cut in half (a copy broken off) counts as not there.
        const auto cell = *fs::directory_iterator(m_files.path("resume") + "/cells");
        fs::resize_file(cell.path(), fs::file_size(cell.path()) / 2);
        computedOnResume(json, "resume");
        QCOMPARE(tablesOf(m_files.path("resume")), tables);
    }
    void foldersAreGuarded()
    {
        const Json json = GridFiles::smallSpec();
        run(json, "guarded");
        QVERIFY(errorOf([&] { run(json, "guarded"); }).find("--resume") != std::string::npos);
        Json other = json;
        for (auto& map : other["maps"])
            map["name"] = "other " + map["name"].get<std::string>();
        QVERIFY(errorOf([&] { run(other, "guarded", true); }).find("another grid") != std::string::npos);
        fs::create_directory(m_files.path("full"));
        std::ofstream(m_files.path("full") + "/thesis.txt") << "years";
        QVERIFY(errorOf([&] { run(json, "full", true); }).find("holds no grid") != std::string::npos);
        QCOMPARE(contentOf(m_files.path("full") + "/thesis.txt"), std::string("years"));
        QVERIFY(!fs::exists(m_files.path("full") + "/.lock"));
        QVERIFY(errorOf([&] { run(json, "no/such/parent"); }).find("cannot be made") != std::string::npos);
    }
    void twoRunsIntoOneFolder()
    {
        const GridSpec parsed = spec(GridFiles::smallSpec());
        const auto held = GridFolder::open(m_files.path("held"), false, parsed);
        const std::string error = errorOf([&] { GridFolder::open(m_files.path("held"), true, parsed); });
        QVERIFY2(error.find("in use by process " + std::to_string(getpid())) != std::string::npos, error.c_str());
    }
    void lockOfTheDeadIsTakenOver()
    {
        const GridSpec parsed = spec(GridFiles::smallSpec());
        const pid_t child = fork();
        if (child == 0) {
            const auto folder = GridFolder::open(m_files.path("dead"), false, parsed);
            _exit(folder.dir().empty() ? 1 : 0); // without releasing anything
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QVERIFY(fs::exists(m_files.path("dead") + "/.lock"));
        std::string warning;
        Context context;
        context.warn = [&](const std::string& text) { warning += text; };
        {
            const auto folder = GridFolder::open(m_files.path("dead"), true, parsed, context);
            QVERIFY2(warning.find("process " + std::to_string(child)) != std::string::npos, warning.c_str());
        }
        QVERIFY(!fs::exists(m_files.path("dead") + "/.lock"));
        // Of a process on another host nothing can be known.
        std::ofstream(m_files.path("dead") + "/.lock") << "process 1 on elsewhere\n";
        QVERIFY(errorOf([&] { GridFolder::open(m_files.path("dead"), true, parsed); }).find("--take-over") !=
                std::string::npos);
        warning.clear();
        GridFolder::open(m_files.path("dead"), true, parsed, context, ForeignLock::TakeOver);
        QVERIFY2(warning.find("process 1 on elsewhere is taken over") != std::string::npos, warning.c_str());
        QVERIFY(!fs::exists(m_files.path("dead") + "/.lock"));
    }
    void failedCellsAreCellsWithAReason()
    {
        Json json = GridFiles::smallSpec();
        json["maps"].push_back(
            {{"name", "wild"}, {"map", "net"}, {"hidden", {8}}, {"learning-rate", 500}, {"optimizer", "sgd"}});
        json["maps"].push_back({{"name", "same"}, {"map", "identity"}}); // dimensions differ
        const GridTable table = run(json, "failed");
        QCOMPARE(table.rows.size(), std::size_t(16));
        QCOMPARE(table.failed, Index(8));
        QCOMPARE(table.tests, Index(8));
        for (const GridRow& row : table.rows)
            QCOMPARE(row.failed.empty(), row.map == "lin" || row.map == "nn");
        QCOMPARE(computedOnResume(json, "failed"), std::size_t(0)); // they would fail again
        const Json printed = toJson(table);
        QCOMPARE(printed["failed"].get<int>(), 8);
        QVERIFY(printed["table"][2]["x_fx"].is_null());
        QVERIFY(!printed["table"][2]["reason"].get<std::string>().empty());
    }
    void tooFewItemsForK()
    {
        m_files.write("few.npy", 8, 4, 1);
        Json json = GridFiles::smallSpec();
        json["folds"] = 5;
        json["data"].push_back({{"name", "few"}, {"x", "few.npy"}, {"y", "few.npy"}});
        const GridTable table = run(json, "few");
        QCOMPARE(table.failed, Index(4));
        QVERIFY(table.rows.back().failed.find("folds holds N = 1 item") != std::string::npos);
        json["k"] = {1, 4}; // of those that share one training only the possible ones are measured
        json["folds"] = 4;
        QCOMPARE(run(json, "few k").failed, Index(4));
    }
    void cancelledKeepsWhatIsFinished()
    {
        std::stop_source source;
        Context context;
        context.stop = source.get_token();
        GridHooks hooks;
        std::atomic<int> begun = 0, finished = 0;
        hooks.onCell = [&](std::size_t, CellState state) {
            if (state == CellState::Running)
                ++begun;
            else if (++finished == 2)
                source.request_stop();
        };
        // Cells are told to be finished once they are written: the third one waits for that while it trains.
        hooks.waitWhilePaused = [&] {
            while (begun > 2 && finished < 2)
                std::this_thread::yield();
        };
        setThreadCount(1);
        const Json json = GridFiles::smallSpec();
        QVERIFY_EXCEPTION_THROWN(runGrid(spec(json), m_files.path("stopped"), false, hooks, context), Cancelled);
        setThreadCount(0);
        QVERIFY(tablesOf(m_files.path("stopped")).empty());
        QCOMPARE(computedOnResume(json, "stopped"), std::size_t(6));
        run(json, "undisturbed");
        QCOMPARE(tablesOf(m_files.path("stopped")), tablesOf(m_files.path("undisturbed")));
    }
    void aPauseHoldsTrainingsOnTheWay()
    {
        Json json = GridFiles::smallSpec();
        json["maps"].erase(0);
        json["maps"][0]["epochs"] = 1'000'000; // never ends by itself
        std::stop_source source;
        Context context;
        context.stop = source.get_token();
        std::atomic<int> asked = 0;
        std::atomic<bool> paused = false;
        GridHooks hooks;
        hooks.waitWhilePaused = [&] {
            ++asked;
            while (paused && !source.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
        };
        const std::jthread work([&] {
            try {
                runGrid(spec(json), m_files.path("paused"), false, hooks, context);
            } catch (const Cancelled&) {
            }
        });
        const auto stop = qScopeGuard([&] { source.request_stop(); });
        QTRY_VERIFY(asked > 100); // trainings are on the way
        paused = true;
        int before = 0;
        const auto rests = [&] { // a worker that is given no processor comes to its pause late
            before = asked;
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            return asked == before;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rests(), 20'000);
        const std::clock_t cpu = std::clock();
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        const double seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
        QCOMPARE(asked.load(), before);
        QVERIFY2(seconds < .15, qPrintable(QString::number(seconds)));
        paused = false;
        QTRY_VERIFY(asked > before + 100); // and go on
    }
    void missingInputIsNamed()
    {
        Json json = GridFiles::smallSpec();
        json["data"][1]["y"] = "nowhere.npy";
        const std::string error = errorOf([&] { run(json, "missing"); });
        QVERIFY2(error.find("data[1]") != std::string::npos && error.find("nowhere.npy") != std::string::npos,
                 error.c_str());
        QVERIFY(!fs::exists(m_files.path("missing")));
    }
};

BRIDGESCOPE_TEST(Grid)

} // namespace grid_tests

#include "grid.moc"
