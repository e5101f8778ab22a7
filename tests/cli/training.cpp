#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <set>
#include <thread>

namespace training_tests {

using namespace bridgescope;

namespace {

/// A pair of 80 items: Y is a bent image of X with noise, in other dimensions.
class BentPair {
public:
    BentPair()
    {
        std::ofstream x(file("x.csv")), y(file("y.csv"));
        for (int i = 0; i < 80; ++i) {
            double v[5];
            x << "item" << i;
            for (int k = 0; k < 5; ++k) {
                v[k] = std::sin(1.3 * (k + 2) * i + k) + (i % 4 == k ? 1.5 : 0);
                x << ',' << v[k];
            }
            x << '\n';
            y << "item" << i << ',' << std::tanh(v[0] + v[1]) << ',' << v[2] * v[3] << ',' << v[4] - v[0] << ','
              << std::cos(9.1 * i * i) << '\n';
        }
    }
    std::string file(const std::string& name) const
    {
        return m_dir.filePath(QString::fromStdString(name)).toStdString();
    }
    CliRun train(const std::vector<std::string>& more, std::stop_token stop = {}) const
    {
        std::vector<std::string> arguments{"train", file("x.csv"), file("y.csv"), "--k", "5", "--permutations", "0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(std::move(arguments), std::move(stop));
    }
    /// A small net's run as JSON.
    nlohmann::json net(std::vector<std::string> more) const
    {
        for (const char* text : {"--map", "net", "--hidden", "8", "--epochs", "6", "--batch", "16", "--json"})
            more.emplace_back(text);
        const CliRun run = train(more);
        if (run.code != 0) qWarning("%s", run.err.c_str());
        return run.json();
    }

private:
    QTemporaryDir m_dir;
};

/// What tells two mappings apart: fit and overlaps, not their words.
std::string figures(const nlohmann::json& report)
{
    return report["metrics"].dump() + report["x_fx"]["by_k"].dump() + report["y_fx"]["by_k"].dump();
}

} // namespace

class Training : public QObject {
    Q_OBJECT
private slots:
    void everyMapHasItsOwnFigures()
    {
        const BentPair pair;
        std::set<std::string> seen;
        const std::vector<std::vector<std::string>> runs{{"--map", "ridge"},
                                                         {"--map", "ridge", "--ridge", "0"},
                                                         {"--map", "ridge", "--ridge", ".5"},
                                                         {"--map", "procrustes"},
                                                         {"--map", "procrustes", "--scaling"},
                                                         {"--map", "procrustes", "--no-centre"},
                                                         {"--map", "cca", "--components", "2"},
                                                         {"--map", "cca", "--ridge", ".3"},
                                                         {"--map", "pls", "--components", "1"},
                                                         {"--map", "pls", "--components", "3"},
                                                         {"--map", "retrieval"},
                                                         {"--map", "random"},
                                                         {"--map", "ridge", "--preprocess-x", "unit"},
                                                         {"--map", "ridge", "--preprocess-y", "pca:2"}};
        for (auto run : runs) {
            run.push_back("--json");
            const CliRun result = pair.train(run);
            QVERIFY2(result.code == 0, result.err.c_str());
            QVERIFY2(seen.insert(figures(result.json())).second, (run[1] + " " + run[2]).c_str());
            QVERIFY(result.json()["parameters"].get<int>() >= 0);
        }
        const auto automatic = pair.train({"--map", "pls", "--json"});
        QCOMPARE(automatic.code, 0);
        QCOMPARE(automatic.json()["settings"]["components"].get<std::string>(), std::string("auto"));
    }

    void noOptionOfANetIsIgnored()
    {
        const BentPair pair;
        std::set<std::string> seen{figures(pair.net({}))};
        const std::vector<std::vector<std::string>> settings{{"--loss", "cosine"},
                                                             {"--loss", "max-margin"},
                                                             {"--loss", "max-margin", "--margin", ".1"},
                                                             {"--loss", "infonce"},
                                                             {"--loss", "infonce", "--temperature", ".3"},
                                                             {"--loss", "neighbor"},
                                                             {"--loss", "neighbor", "--temperature", ".3"},
                                                             {"--structure", "1"},
                                                             {"--structure", "1", "--structure-target", "0"},
                                                             {"--structure", "1", "--structure-target", ".5"},
                                                             {"--adversarial", "1"},
                                                             {"--adversarial", "1", "--discriminator-hidden", "7"},
                                                             {"--adversarial", "1", "--discriminator-rate", ".1"},
                                                             {"--optimizer", "sgd"},
                                                             {"--optimizer", "sgd", "--momentum", ".5"},
                                                             {"--optimizer", "rmsprop"},
                                                             {"--weight-decay", ".3"},
                                                             {"--optimizer", "adamw", "--weight-decay", ".3"},
                                                             {"--learning-rate", ".01"},
                                                             {"--schedule", "step"},
                                                             {"--schedule", "cosine"},
                                                             {"--dropout", ".4"},
                                                             {"--clip", ".05"},
                                                             {"--init", "uniform"},
                                                             {"--activation", "tanh"},
                                                             {"--activation", "gelu"},
                                                             {"--activation", "sigmoid"},
                                                             {"--activation", "identity"},
                                                             {"--early-stopping", "validation-loss"},
                                                             {"--preprocess-x", "standardize"}};
        for (const auto& setting : settings)
            QVERIFY2(seen.insert(figures(pair.net(setting))).second, (setting[0] + " " + setting.back()).c_str());
    }

    void earlyStoppingIsReported()
    {
        const BentPair pair;
        const auto json = pair.net({"--early-stopping", "validation-overlap", "--patience", "2"});
        const auto& epochs = json["epochs"][0];
        bool best = false;
        for (const auto& epoch : epochs) {
            QVERIFY(epoch["validation_loss"].is_number() && epoch["validation_overlap"].is_number());
            best = best || epoch["best"].get<bool>();
        }
        QVERIFY(best);
        QCOMPARE(json["settings"]["patience"].get<int>(), 2);
    }

    void whatWasChosenIsShown()
    {
        const BentPair pair;
        const auto ridge = pair.train({"--map", "ridge", "--folds", "2", "--json"}).json();
        QCOMPARE(ridge["choice"].size(), std::size_t(2));
        for (const auto& fold : ridge["choice"]) {
            QCOMPARE(fold["setting"].get<std::string>(), std::string("rho"));
            QCOMPARE(fold["curve"].size(), std::size_t(33));
            double least = HUGE_VAL, at = 0;
            for (const auto& point : fold["curve"])
                if (point[1].get<double>() <= least) least = point[1], at = point[0];
            QCOMPARE(fold["chosen"].get<double>(), at);
        }
        const auto pls = pair.train({"--map", "pls", "--json"}).json()["choice"][0];
        QCOMPARE(pls["method"].get<std::string>(), std::string("cross-validation"));
        QCOMPARE(pls["curve"].size(), std::size_t(5)); // X has five dimensions
        QVERIFY(!pls["at_end"].get<bool>() || pls["chosen"].get<double>() < 5);
        QVERIFY(!pair.train({"--map", "ridge", "--ridge", ".1", "--json"}).json().contains("choice"));
        const std::string text = pair.train({"--map", "ridge"}).out;
        QVERIFY(text.find("choice of ρ by leave-one-out") != std::string::npos);
        QVERIFY(text.find("1.0000*") != std::string::npos);
    }

    void theNeighborLossSaysWhatItLeavesFree()
    {
        const BentPair pair;
        QVERIFY(pair.net({"--loss", "neighbor"})["note"].get<std::string>().find("rotation") != std::string::npos);
        QVERIFY(!pair.net({"--loss", "mse"}).contains("note"));
        const CliRun text = pair.train({"--map", "net", "--loss", "neighbor", "--epochs", "1"});
        QVERIFY(text.out.find("free up to a rotation") != std::string::npos);
    }

    void anInterruptedRunGoesOnToTheSameBytes()
    {
        const BentPair pair;
        const std::vector<std::string> net{"--map", "net",     "--hidden", "8",     "--epochs",
                                           "400",   "--batch", "8",        "--json"};
        const auto with = [&](std::vector<std::string> more) {
            more.insert(more.begin(), net.begin(), net.end());
            return more;
        };
        const CliRun whole = pair.train(with({"--save-model", pair.file("whole")}));
        QCOMPARE(whole.code, 0);
        const std::string checkpoint = pair.file("checkpoint");
        std::stop_source stop;
        std::atomic<bool> ended{false};
        std::jthread interrupt([&] {
            while (!ended && !std::filesystem::exists(checkpoint))
                std::this_thread::yield();
            stop.request_stop();
        });
        const CliRun stopped = pair.train(with({"--checkpoint", checkpoint}), stop.get_token());
        ended = true;
        QVERIFY(stopped.code == 130 || stopped.code == 0); // 0 where it was faster than the interrupt
        const CliRun resumed = pair.train(with({"--resume", checkpoint, "--save-model", pair.file("resumed")}));
        QVERIFY2(resumed.code == 0, resumed.err.c_str());
        QVERIFY(resumed.out == whole.out);
        QVERIFY(readFile(pair.file("resumed")) == readFile(pair.file("whole")));
        // A finished run is extended, and says so.
        const CliRun full = pair.train({"--map", "net", "--epochs", "2", "--checkpoint", checkpoint});
        QCOMPARE(full.code, 0);
        const auto extended = pair.train({"--map", "net", "--epochs", "3", "--resume", checkpoint, "--json"}).json();
        QCOMPARE(extended["epochs"][0].size(), std::size_t(3));
        QCOMPARE(extended["changes"][0]["epochs"].get<int>(), 3);
        // Refused: other settings, and where a checkpoint has no meaning.
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--map", "net", "--epochs", "3", "--batch", "9", "--resume", checkpoint},
              {"--map", "net", "--epochs", "3", "--seed", "2", "--resume", checkpoint},
              {"--map", "net", "--resume", pair.file("nothing")},
              {"--map", "net", "--resume", pair.file("x.csv")},
              {"--map", "net", "--folds", "3", "--checkpoint", checkpoint},
              {"--map", "ridge", "--checkpoint", checkpoint},
              {"--map", "ridge", "--resume", checkpoint}}) {
            const CliRun run = pair.train(wrong);
            QCOMPARE(run.code, 2);
            QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
        }
    }

    void theSameBytesOnOneAndTwoThreads()
    {
        const BentPair pair;
        std::string out, model;
        for (const char* threads : {"1", "2"}) {
            const CliRun run = pair.train({"--map", "net", "--epochs", "5", "--batch", "16", "--loss", "infonce",
                                           "--json", "--threads", threads, "--save-model", pair.file("model")});
            QCOMPARE(run.code, 0);
            const std::string bytes = readFile(pair.file("model"));
            QVERIFY(out.empty() || (run.out == out && bytes == model));
            out = run.out;
            model = bytes;
        }
        QVERIFY(model.find("sha256") != std::string::npos);
    }

    void whatWouldBeIgnoredIsAWarning()
    {
        const BentPair pair;
        const CliRun run = pair.train({"--map", "ridge", "--hidden", "5", "--loss", "cosine", "--json"});
        QCOMPARE(run.code, 0);
        QVERIFY(run.err.find("--hidden means nothing beside --map ridge") != std::string::npos);
        QVERIFY(run.err.find("--loss means nothing beside --map ridge") != std::string::npos);
        QVERIFY(!run.json()["settings"].contains("hidden"));
        QVERIFY(pair.train({"--map", "net", "--epochs", "1", "--margin", ".2"}).err.find("beside --loss mse") !=
                std::string::npos);
    }

    void whatCannotBeIsRefused()
    {
        const BentPair pair;
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--map", "net", "--learning-rate", "1e9"},
              {"--map", "net", "--early-stopping", "yes"},
              {"--map", "net", "--batch", "100000", "--loss", "infonce"},
              {"--map", "cca", "--components", "90"},
              {"--map", "pls", "--components", "90"},
              {"--map", "identity"}}) {
            const CliRun run = pair.train(wrong);
            QVERIFY2(run.code == 2, (wrong.back() + run.err).c_str());
            QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
        }
    }
};

BRIDGESCOPE_TEST(Training)

} // namespace training_tests

#include "training.moc"
