#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>
#include <cstdio>
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
        QVERIFY(epochs[0]["validation_overlap"].get<double>() < 1); // of few items too: lists leave some out
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

    void whatIsPrintedIsWhatTheJsonHolds()
    {
        const BentPair pair;
        const std::string text = pair.train({"--map", "ridge"}).out;
        const auto json = pair.train({"--map", "ridge", "--json"}).json();
        const auto three = [](double value, int decimals = 3) {
            char buffer[32]; // as C rounds halves
            std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
            return QString(buffer);
        };
        for (const auto& [name, way] : {std::pair{"f(x) to y", "forward"}, {"y to f(x)", "backward"}})
            for (const auto& [label, by] : {std::pair{"cosine", "cosine"}, {"CSLS", "csls"}}) {
                const auto& scores = json["retrieval"][way][by];
                const QString start = QString("%1, %2").arg(name, label);
                const auto lines = QString::fromStdString(text).split('\n');
                const auto line = std::ranges::find_if(lines, [&](const QString& l) { return l.startsWith(start); });
                QVERIFY2(line != lines.end(), qPrintable(start));
                const QStringList expected{three(scores["p1"]), three(scores["p5"]), three(scores["p10"]),
                                           three(scores["mrr"]), three(scores["median_rank"], 1)};
                QCOMPARE(line->mid(start.size()).simplified(), expected.join(' '));
            }
        QVERIFY(text.find(three(json["y_fx"]["mean"], 4).toStdString() + " holds") != std::string::npos);
    }

    void ccaOfAllComponentsIsSaidToBeRidge()
    {
        const BentPair pair;
        const auto all = pair.train({"--map", "cca", "--json"}).json();
        QVERIFY(all["note"].get<std::string>().find("ridge regression of the same ρ") != std::string::npos);
        const auto ridge = pair.train({"--map", "ridge", "--ridge", ".001", "--json"}).json();
        QVERIFY(std::abs(all["metrics"]["mse"].get<double>() - ridge["metrics"]["mse"].get<double>()) < 1e-6);
        QCOMPARE(all["y_fx"]["mean"].get<double>(), ridge["y_fx"]["mean"].get<double>());
        QVERIFY(!pair.train({"--map", "cca", "--components", "2", "--json"}).json().contains("note"));
    }

    void epochsHoldWhatTheReportHolds()
    {
        const BentPair pair;
        const auto json = pair.net({"--adversarial", ".5"});
        QCOMPARE(json["epochs"][0].back()["p1"].get<double>(),
                 json["retrieval"]["forward"]["cosine"]["p1"].get<double>());
        QCOMPARE(json["epochs"][0].back()["y_fx"].get<double>(), json["y_fx"]["mean"].get<double>());
        QVERIFY(json["epochs"][0][0]["adversarial"].get<double>() > 0);
        QVERIFY(!pair.net({})["epochs"][0][0].contains("adversarial"));
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
        const CliRun again = pair.train({"--map", "net", "--epochs", "2", "--learning-rate", ".002"});
        QVERIFY(again.out.find("trained: net 1×512, relu, mse, adam 0.002, batch 128, 2 epochs, seed 1\n") !=
                std::string::npos);
        // What early stopping goes by is said, and is not what the held-out items are measured by.
        const std::vector<std::string> early{"--map", "net", "--epochs", "4", "--early-stopping", "validation-overlap"};
        const CliRun text = pair.train(early);
        QVERIFY2(text.out.find("kept: the weights of epoch ") != std::string::npos, (text.out + text.err).c_str());
        QVERIFY(text.out.find(", best by mNNO(Y, f(X)) at K = ") != std::string::npos);
        auto asJson = early;
        asJson.push_back("--json");
        const auto stoppedEarly = pair.train(asJson).json();
        QCOMPARE(stoppedEarly["validation_overlap"]["metric"].get<std::string>(), std::string("cosine"));
        const int aside = stoppedEarly["validation_items"].get<int>();
        QCOMPARE(stoppedEarly["validation_overlap"]["k"].get<int>(), std::min(10, (aside - 1) / 2));
        QVERIFY(stoppedEarly["epochs"][0][stoppedEarly["kept_epoch"].get<std::size_t>() - 1]["best"].get<bool>());
        // A finished run is extended, and says so.
        const CliRun full = pair.train({"--map", "net", "--epochs", "2", "--checkpoint", checkpoint});
        QCOMPARE(full.code, 0);
        const auto extended = pair.train({"--map", "net", "--epochs", "3", "--resume", checkpoint, "--json"}).json();
        QCOMPARE(extended["epochs"][0].size(), std::size_t(3));
        QCOMPARE(extended["changes"][0]["epochs"].get<int>(), 3);
        const CliRun said = pair.train({"--map", "net", "--epochs", "3", "--resume", checkpoint});
        QVERIFY2(said.out.find("after 2 epochs: epochs 2 to 3\n") != std::string::npos, said.out.c_str());
        const CliRun atEnd = pair.train({"--map", "net", "--resume", checkpoint, "--json"});
        QCOMPARE(atEnd.json()["epochs"][0].size(), std::size_t(2)); // what it was to train for
        // Refused: other settings, and where a checkpoint has no meaning.
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--map", "net", "--epochs", "3", "--batch", "9", "--resume", checkpoint},
              {"--map", "net", "--epochs", "3", "--seed", "2", "--resume", checkpoint},
              {"--map", "net", "--epochs", "1", "--resume", checkpoint},
              {"--map", "net", "--epochs", "3", "--metric", "euclidean", "--resume", checkpoint},
              {"--map", "net", "--epochs", "3", "--self", "include", "--resume", checkpoint},
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

    void aDivergedRunSaysOnlyWhatHolds()
    {
        const BentPair pair;
        const std::string checkpoint = pair.file("checkpoint");
        const auto with = [&](const std::string& rate, std::vector<std::string> more) {
            more.insert(more.begin(), {"--map", "net", "--optimizer", "sgd", "--batch", "16", "--learning-rate", rate});
            return pair.train(more);
        };
        const CliRun atOnce = with("900", {"--checkpoint", checkpoint});
        QCOMPARE(atOnce.code, 1);
        QVERIFY2(atOnce.err.find("those it began with") != std::string::npos, atOnce.err.c_str());
        QVERIFY(atOnce.err.find("--resume") == std::string::npos);
        QVERIFY(!std::filesystem::exists(checkpoint));
        // Good for two epochs, then too fast: what is said of the last good weights can be done.
        QCOMPARE(with(".01", {"--epochs", "2", "--checkpoint", checkpoint}).code, 0);
        const CliRun later = with("900", {"--epochs", "5", "--resume", checkpoint, "--checkpoint", checkpoint});
        QCOMPARE(later.code, 1);
        QVERIFY2(later.err.find("after epoch 2") != std::string::npos, later.err.c_str());
        QVERIFY(later.err.find("--resume") == std::string::npos); // no epoch of this run ended well
        const CliRun kept = with(".01", {"--epochs", "2", "--resume", checkpoint, "--save-model", pair.file("good")});
        QVERIFY2(kept.code == 0, kept.err.c_str());
    }

    void applyWritesNothingThatIsNotFinite()
    {
        const BentPair pair;
        QCOMPARE(pair.train({"--map", "ridge", "--save-model", pair.file("m")}).code, 0);
        std::ofstream(pair.file("large.csv")) << "a,1,2,3,4,5\nb,3e38,-3e38,3e38,3e38,-3e38\nc,1,1,1,1,1\n";
        const std::string model = pair.file("m");
        const CliRun fine = runCli({"apply", model, pair.file("x.csv"), "--out", pair.file("f.npy")});
        QVERIFY2(fine.code == 0, fine.err.c_str());
        // Weights above 1 on some dimension: random ones are.
        QCOMPARE(pair.train({"--map", "random", "--preprocess-y", "standardize", "--save-model", model}).code, 0);
        std::ofstream(pair.file("huge.csv")) << "a,1,2,3,4,5\nb,3.4e38,3.4e38,3.4e38,3.4e38,3.4e38\n";
        bool refused = false;
        for (const char* set : {"large.csv", "huge.csv"}) {
            const CliRun run =
                runCli({"apply", model, pair.file(set), "--header", "no", "--out", pair.file("none.npy")});
            if (run.code == 0) continue;
            refused = true;
            QVERIFY(!std::filesystem::exists(pair.file("none.npy")));
            QCOMPARE(run.code, 2);
            QVERIFY2(run.err.find("f(x) of item 2 of ") != std::string::npos, run.err.c_str());
        }
        QVERIFY(refused);
        std::ofstream(pair.file("nan.csv")) << "a,1,2,3,4,5\nb,1,nan,1,1,1\n";
        const CliRun nan = runCli({"apply", model, pair.file("nan.csv"), "--out", pair.file("nan.npy")});
        QCOMPARE(nan.code, 2);
        QVERIFY(!std::filesystem::exists(pair.file("nan.npy")));
    }

    void oddDataAreDecided()
    {
        const BentPair pair;
        std::ofstream constantX(pair.file("cx.csv")), oneY(pair.file("one.csv")), sameY(pair.file("same.csv")),
            deficient(pair.file("rank1.csv"));
        for (int i = 0; i < 40; ++i) {
            constantX << "i" << i << ",3," << std::sin(i) << ',' << std::cos(3 * i) << '\n';
            oneY << "i" << i << ',' << std::sin(i) + i % 3 << '\n';
            sameY << "i" << i << ",.1,.3\n";
            deficient << "i" << i << ',' << std::sin(i) << ',' << 2 * std::sin(i) << ',' << -std::sin(i) << '\n';
        }
        for (std::ofstream* file : {&constantX, &oneY, &sameY, &deficient})
            file->close();
        const auto run = [&](const char* x, const char* y, std::vector<std::string> more) {
            more.insert(more.begin(),
                        {"train", pair.file(x), pair.file(y), "--k", "2", "--permutations", "0", "--json"});
            return runCli(more);
        };
        for (const char* x : {"cx.csv", "rank1.csv"}) // a constant column; one direction in three dimensions
            for (const char* map : {"ridge", "procrustes", "cca", "pls", "net", "retrieval", "random"}) {
                const CliRun result = run(x, "one.csv", {"--map", map, "--epochs", "2"});
                QVERIFY2(result.code == 0, (std::string(x) + map + result.err).c_str());
                QVERIFY(std::isfinite(result.json()["metrics"]["mse"].get<double>()));
            }
        const auto constant = run("cx.csv", "same.csv", {"--map", "ridge"});
        QVERIFY2(constant.code == 0, constant.err.c_str());
        QVERIFY(constant.json()["metrics"]["r2"].is_null());
        QVERIFY(constant.json()["metrics"]["r2_reason"].get<std::string>().find("constant") != std::string::npos);
        // Fewer training items than dimensions, and batches of more than there are.
        for (const char* map : {"ridge", "procrustes", "pls", "net"}) {
            std::vector<std::string> few{"--map", map, "--test", ".95", "--components", "1", "--batch", "64"};
            if (std::string(map) == "net") few.insert(few.end(), {"--epochs", "2"});
            few.insert(few.begin(),
                       {"train", pair.file("x.csv"), pair.file("y.csv"), "--k", "2", "--permutations", "0"});
            const CliRun result = runCli(few);
            QVERIFY2(result.code == 0, (map + result.err).c_str());
        }
        // Nobody to validate on, nobody left to train on.
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--test", ".97", "--map", "net", "--early-stopping", "validation-overlap"},
              {"--test", "0", "--map", "ridge"},
              {"--test", "1", "--map", "ridge"}}) {
            const CliRun result = pair.train(wrong);
            QVERIFY2(result.code == 2, (wrong[1] + result.err).c_str());
            QCOMPARE(std::count(result.err.begin(), result.err.end(), '\n'), 1);
        }
        QCOMPARE(pair.train({"--map", "ridge", "--save-model", pair.file("m")}).code, 0);
        const CliRun other = runCli({"apply", pair.file("m"), pair.file("cx.csv"), "--out", pair.file("o.npy")});
        QCOMPARE(other.code, 2);
        QVERIFY2(other.err.find("5 dimensions") != std::string::npos, other.err.c_str());
    }

    void whatCannotBeIsRefused()
    {
        const BentPair pair;
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--map", "net", "--learning-rate", "1e9"},
              {"--map", "net", "--early-stopping", "yes"},
              {"--map", "net", "--batch", "100000", "--loss", "infonce"},
              {"--map", "net", "--batch", "1", "--loss", "infonce"},
              {"--map", "ridge", "--seed", "-1"},
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
