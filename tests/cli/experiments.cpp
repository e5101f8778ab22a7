#include "tests/cli/cli_runner.h"
#include "tests/experiment/grid_files.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTest>
#include <filesystem>

namespace experiments_tests {

using namespace bridgescope;

namespace {

const std::string shared = BRIDGESCOPE_SHARED_DATA;

} // namespace

/// wordsim, untrained and grid as a user types them.
class Experiments : public QObject {
    Q_OBJECT
    GridFiles m_files;
private slots:
    void gridEqualsTrain()
    {
        const CliRun grid =
            runCli({"grid", m_files.spec(GridFiles::smallSpec()), "--out", m_files.path("out"), "--json", "--quiet"});
        QCOMPARE(grid.code, 0);
        const auto json = grid.json();
        QCOMPARE(json["cells"].get<int>(), 8);
        QCOMPARE(json["failed"].get<int>(), 0);
        const auto& row = json["table"][1]; // D F, xy, nn
        const CliRun train =
            runCli({"train", m_files.path("a.npy"), m_files.path("b.npy"), "--map", "net", "--hidden", "8", "--epochs",
                    "3", "--batch", "16", "--folds", "3", "--k", "4", "--json", "--quiet"});
        QCOMPARE(train.code, 0);
        QCOMPARE(row["map"].get<std::string>(), std::string("nn"));
        QCOMPARE(row["x_fx"].get<double>(), train.json()["x_fx"]["mean"].get<double>());
        QCOMPARE(row["x_fx_sd"].get<double>(), train.json()["x_fx"]["sd"].get<double>());
        QCOMPARE(row["y_fx"].get<double>(), train.json()["y_fx"]["mean"].get<double>());
        QCOMPARE(row["difference"].get<double>(), train.json()["difference"]["mean"].get<double>());
        QCOMPARE(row["p_value"].get<double>(), train.json()["difference"]["p_value"].get<double>());
        // The other direction is that of the sets exchanged, their rows being in one order.
        const CliRun back = runCli({"train", m_files.path("b.npy"), m_files.path("a.npy"), "--ridge", "0.001",
                                    "--folds", "3", "--k", "4", "--json", "--quiet"});
        QCOMPARE(json["table"][2]["x_fx"].get<double>(), back.json()["x_fx"]["mean"].get<double>());
        for (const char* name : {"table.csv", "table.md", "table.tex", "methods.txt", "provenance.json", "cells"})
            QVERIFY2(std::filesystem::exists(m_files.path("out") + "/" + name), name);
    }
    void gridPrintsItsTable()
    {
        const CliRun grid = runCli({"grid", m_files.spec(GridFiles::smallSpec()), "--out", m_files.path("printed")});
        QCOMPARE(grid.code, 0);
        QVERIFY(grid.out.find("F X,f(X)") != std::string::npos);
        QVERIFY(grid.out.find("Holm over 8 tests") != std::string::npos);
    }
    void exitCodes()
    {
        const std::string spec = m_files.spec(GridFiles::smallSpec()), out = m_files.path("codes");
        QCOMPARE(runCli({"grid", spec, "--out", out, "--quiet"}).code, 0);
        QCOMPARE(runCli({"grid", spec, "--out", out}).code, 2);
        const CliRun again = runCli({"grid", spec, "--out", out, "--resume"});
        QCOMPARE(again.code, 0);
        QVERIFY(again.err.find("8 of 8 cells") != std::string::npos);
        auto json = GridFiles::smallSpec();
        json["maps"].push_back({{"name", "same"}, {"map", "identity"}});
        const CliRun failed =
            runCli({"grid", m_files.spec(json, "failed.json"), "--out", m_files.path("failed"), "--json"});
        QCOMPARE(failed.code, 1);
        QCOMPARE(failed.json()["failed"].get<int>(), 4);
        QVERIFY(failed.err.find("failed: D F, xy, same: ") != std::string::npos);
        json["maps"][1]["epochz"] = 3;
        const CliRun wrong = runCli({"grid", m_files.spec(json, "wrong.json"), "--out", m_files.path("wrong")});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.find("maps[1].epochz") != std::string::npos);
        QCOMPARE(std::count(wrong.err.begin(), wrong.err.end(), '\n'), 1);
        QCOMPARE(runCli({"grid", m_files.path("none.json"), "--out", out}).code, 2);
    }
    void fullDisk()
    {
        // A cell cannot be put in place: the run ends, exit 2, the folder can be resumed.
        const std::string out = m_files.path("blocked");
        QCOMPARE(runCli({"grid", m_files.spec(GridFiles::smallSpec()), "--out", out, "--quiet"}).code, 0);
        std::filesystem::remove_all(out + "/cells");
        std::ofstream(out + "/cells") << "a file in the folder's place";
        const CliRun blocked = runCli({"grid", m_files.spec(GridFiles::smallSpec()), "--out", out, "--resume"});
        QCOMPARE(blocked.code, 2);
        QVERIFY(blocked.err.find(out + "/cells") != std::string::npos);
    }
    void aSeedBesideTheSpecsIsRefused()
    {
        const CliRun run =
            runCli({"grid", m_files.spec(GridFiles::smallSpec()), "--out", m_files.path("seeded"), "--seed", "9"});
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.find("--seed 9 stands beside the spec's own seed") != std::string::npos);
    }
    void wordsimSaysWhatIsNotCovered()
    {
        std::ofstream(m_files.path("none.tsv")) << "cat\tdog\t3\nsun\tmoon\t4\n";
        std::ofstream(m_files.path("flat.tsv")) << "item1\titem2\t3\nitem3\titem4\t3\nitem5\titem6\t3\n";
        const CliRun run = runCli({"wordsim", m_files.path("a.npy"), "--benchmarks", m_files.path("none.tsv"),
                                   m_files.path("flat.tsv"), "--json"});
        QCOMPARE(run.code, 0);
        const auto benchmarks = run.json()["benchmarks"];
        QVERIFY(benchmarks[0]["cosine"].is_null());
        QCOMPARE(benchmarks[0]["covered"].get<int>(), 0);
        QCOMPARE(benchmarks[0]["reason"].get<std::string>(), std::string("no pair is covered"));
        QCOMPARE(benchmarks[1]["reason"].get<std::string>(), std::string("all ratings are equal"));
        QVERIFY(run.err.find("cat, dog, sun, moon") != std::string::npos);
        QCOMPARE(runCli({"wordsim", m_files.path("a.npy")}).code, 2);
        QCOMPARE(runCli({"wordsim", m_files.path("a.npy"), "--benchmarks", m_files.path("no.tsv")}).code, 2);
    }
    void untrainedHasALayerADepth()
    {
        const CliRun run =
            runCli({"untrained", m_files.path("a.npy"), "--layers", "0,2", "--draws", "3", "--k", "5", "--json"});
        QCOMPARE(run.code, 0);
        const auto layers = run.json()["layers"];
        QCOMPARE(layers.size(), std::size_t(2));
        QCOMPARE(layers[1]["depth"].get<int>(), 2);
        QCOMPARE(layers[1]["draws"].get<int>(), 3);
        QVERIFY(layers[1]["sd"].is_number());
        QCOMPARE(runCli({"untrained", m_files.path("a.npy"), "--layers", "7"}).code, 2);
        const std::string out = m_files.path("untrained");
        const CliRun written =
            runCli({"untrained", m_files.path("a.npy"), "--layers", "0,2", "--draws", "3", "--k", "5", "--out", out});
        QCOMPARE(written.code, 0);
        QVERIFY(written.out.find("methods.bib") != std::string::npos);
        QVERIFY(nlohmann::json::parse(std::ifstream(out + "/table.json")) == nlohmann::json::parse(run.out));
        QVERIFY(runCli({"untrained", m_files.path("a.npy"), "--layers", "0", "--draws", "1", "--paper"})
                    .err.find("--paper") != std::string::npos);
        QVERIFY(runCli({"untrained", m_files.path("a.npy"), "--layers", "1", "--draws", "2"}).out.find("1 layer") !=
                std::string::npos);
    }
    void figuresOfGloVe()
    {
        const std::string vectors = shared + "/words/bench_glove100.f32.npy";
        if (!QFileInfo::exists(QString::fromStdString(vectors))) QSKIP("no shared data here");
        const CliRun run =
            runCli({"wordsim", vectors, "--labels", shared + "/words/words.txt", "--json", "--benchmarks",
                    shared + "/wordsim/ws353-all.tsv", shared + "/wordsim/simlex-999.tsv"});
        QCOMPARE(run.code, 0);
        QVERIFY(std::abs(run.json()["benchmarks"][0]["cosine"].get<double>() - .5327) < .0006);
        QVERIFY(std::abs(run.json()["benchmarks"][1]["euclidean"].get<double>() - .3045) < .0006);
    }
};

BRIDGESCOPE_TEST(Experiments)

} // namespace experiments_tests

#include "experiments.moc"
