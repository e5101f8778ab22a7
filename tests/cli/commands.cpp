#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

namespace commands_tests {

using namespace bridgescope;

namespace {

/// A small pair with structure: Y is a rotation of X with noise. Written as CSV, labels first.
class SmallPair {
public:
    explicit SmallPair(int n = 60)
    {
        std::ofstream x(file("x.csv")), y(file("y.csv"));
        for (int i = 0; i < n; ++i) {
            const double a = 0.1 * i, b = std::sin(1.7 * i), c = std::cos(0.3 * i * i);
            x << "item " << i << ',' << a << ',' << b << ',' << c << '\n';
            y << "item " << i << ',' << b + 0.05 * std::sin(9.0 * i) << ',' << -a << ',' << c + 0.05 * std::cos(7.0 * i)
              << '\n';
        }
    }
    std::string file(const std::string& name) const
    {
        return m_dir.filePath(QString::fromStdString(name)).toStdString();
    }
    std::string x() const { return file("x.csv"); }
    std::string y() const { return file("y.csv"); }

private:
    QTemporaryDir m_dir;
};

/// What stands beside a CSV of ours.
std::string conventionOf(const std::string& csvFile)
{
    return nlohmann::json::parse(readFile(csvFile + ".provenance.json"))["convention"].get<std::string>();
}

} // namespace

class Commands : public QObject {
    Q_OBJECT
private slots:
    void everyCommandHasHelpWithAnExample()
    {
        for (const Command& command : allCommands()) {
            const CliRun run = runCli({command.name, "--help"});
            QCOMPARE(run.code, 0);
            QVERIFY2(run.out.find("Example:\n  bridgescope-cli " + command.name) != std::string::npos,
                     command.name.c_str());
            QVERIFY(run.out.find("--seed") != std::string::npos);
        }
    }
    void badUsageIsOneLine()
    {
        for (const std::vector<std::string>& arguments :
             {std::vector<std::string>{},
              {"nonsense"},
              {"overlap"},
              {"overlap", "a", "b", "--k", "0"},
              {"overlap", "a", "b", "--metric", "manhattan"},
              {"train", "a", "b", "--hidden", "1,2,3,4,5,6", "--map", "net"},
              {"train", "a", "b", "--learning-rate", "0", "--map", "net"},
              {"overlap", "a", "b", "--sample", "5"}}) {
            const CliRun run = runCli(arguments);
            QCOMPARE(run.code, 2);
            QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
            QVERIFY(run.out.empty());
        }
    }
    void infoSaysWhatIsThere()
    {
        const SmallPair pair;
        const auto json = runCli({"info", pair.x(), pair.y(), "--json"}).json();
        QCOMPARE(json["files"].size(), std::size_t(2));
        QCOMPARE(json["files"][0]["n"].get<int>(), 60);
        QCOMPARE(json["files"][0]["d"].get<int>(), 3);
        QCOMPARE(json["files"][0]["labels"].get<int>(), 60);
    }
    void overlapHasTheKeysOfTheContract()
    {
        const SmallPair pair;
        const auto json = runCli({"overlap", pair.x(), pair.y(), "--k", "5", "--json"}).json();
        for (const char* key : {"n", "k", "metric", "self", "mean", "chance", "interval", "p_value", "calibrated",
                                "by_k", "seed", "version"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(json["by_k"].size(), std::size_t(59)); // 100 lowered to N - 1
        QCOMPARE(json["mean"], json["by_k"]["5"]);
        QVERIFY(runCli({"overlap", pair.x(), pair.y(), "--permutations", "0", "--json"}).json()["p_value"].is_null());
        const auto same = runCli({"overlap", pair.x(), pair.x(), "--json"}).json();
        QCOMPARE(same["mean"].get<double>(), 1.0);
    }
    void perItemAgreesWithTheMean()
    {
        const SmallPair pair;
        const auto json =
            runCli({"overlap", pair.x(), pair.y(), "--per-item", pair.file("items.csv"), "--json"}).json();
        std::istringstream lines(readFile(pair.file("items.csv")));
        std::string line;
        std::getline(lines, line);
        QCOMPARE(line, std::string("label,row_x,row_y,overlap"));
        QCOMPARE(conventionOf(pair.file("items.csv")), std::string("K = 10, cosine, self excluded, N = 60"));
        double sum = 0;
        int n = 0;
        for (; std::getline(lines, line); ++n)
            sum += std::stod(line.substr(line.rfind(',') + 1));
        QCOMPARE(n, 60);
        QVERIFY(std::abs(sum / n / 10 - json["mean"].get<double>()) < 1e-12);
    }
    void perItemFilesAreReadAsMetadata()
    {
        const SmallPair pair;
        for (const std::vector<std::string>& command : {std::vector<std::string>{"overlap", pair.x(), pair.y()},
                                                        {"train", pair.x(), pair.y(), "--test", "0.5"}}) {
            auto writing = command, reading = command;
            writing.insert(writing.end(), {"--per-item", pair.file("items.csv")});
            QCOMPARE(runCli(writing).code, 0);
            reading.insert(reading.end(), {"--metadata", pair.file("items.csv"), "--where", "row_x!=1", "--json"});
            const auto json = runCli(reading).json();
            const auto n = json[command[0] == "train" ? "x_y" : "n"];
            QVERIFY(n.is_number() ? n.get<int>() == 59 : n["n"].get<int>() > 0);
        }
        QVERIFY(readFile(pair.file("items.csv")).starts_with("label,"));
        QCOMPARE(conventionOf(pair.file("items.csv")),
                 std::string("K = 10, cosine, self excluded, N = 30 (50 % held out, seed 1)"));
    }
    void aLoweredKMaxIsSaid()
    {
        const SmallPair pair;
        const auto said = [](const CliRun& run, const std::string& text) {
            return run.err.find("warning: --k-max " + text + '\n') != std::string::npos;
        };
        const auto overlap = runCli({"overlap", pair.x(), pair.y(), "--json"});
        QVERIFY2(said(overlap, "100 is lowered to N - 1 = 59"), overlap.err.c_str());
        QCOMPARE(overlap.json()["k_max"].get<int>(), 59);
        const auto lower = runCli({"overlap", pair.x(), pair.y(), "--k-max", "59", "--json"});
        QVERIFY2(lower.err.find("--k-max") == std::string::npos, lower.err.c_str());
        QCOMPARE(lower.json()["k_max"].get<int>(), 59);
        const auto belowK = runCli({"overlap", pair.x(), pair.y(), "--k-max", "5", "--json"});
        QVERIFY(belowK.err.find("--k-max") == std::string::npos);
        QCOMPARE(belowK.json()["k_max"].get<int>(), 10);
        const auto train =
            runCli({"train", pair.x(), pair.y(), "--k", "3", "--save-predictions", pair.file("f.npy"), "--json"});
        QVERIFY2(said(train, "100 is lowered to N - 1 = 11"), train.err.c_str());
        QCOMPARE(train.json()["x_fx"]["k_max"].get<int>(), 11);
        QVERIFY(said(runCli({"train", pair.x(), pair.y(), "--k", "3", "--folds", "7"}),
                     "100 is lowered to N - 1 = 7 of the smallest fold"));
        QVERIFY(said(runCli({"compare", pair.x(), pair.y(), pair.file("f.npy"), "--k", "3"}),
                     "100 is lowered to N - 1 = 11"));
    }
    void overlapAsTextShowsTheCurveOverK()
    {
        const SmallPair pair;
        const auto json = runCli({"overlap", pair.x(), pair.y(), "--k", "7", "--json"}).json();
        std::string k = "K", mean = "mNNO", chance = "chance";
        for (const int at : {1, 2, 5, 7, 10, 20, 30, 50, 59}) {
            char number[32];
            k += ' ' + std::to_string(at);
            std::snprintf(number, sizeof number, " %.4f", json["by_k"][std::to_string(at)].get<double>());
            mean += number;
            std::snprintf(number, sizeof number, " %.4f", at / 59.0);
            chance += number;
        }
        const auto plain = [](const std::string& text) {
            return QString::fromStdString(text).replace(QRegularExpression(" +"), " ");
        };
        const auto expected = QString::fromStdString("\n" + k + "\n" + mean + "\n" + chance + "\n");
        const QString text = plain(runCli({"overlap", pair.x(), pair.y(), "--k", "7"}).out);
        QVERIFY2(text.contains(expected), qPrintable(text + expected));
        const auto band = runCli({"overlap", pair.x(), pair.y(), "--k", "7", "--null-band"});
        QVERIFY(band.out.find("\nnull, low ") != std::string::npos);
        QVERIFY(band.out.find("\nnull, high ") != std::string::npos);
    }
    void trainedPredictionsComparedGiveTheSameNumbers()
    {
        const SmallPair pair(100);
        for (const std::string map : {"ridge", "net"}) {
            const auto trained =
                runCli({"train", pair.x(), pair.y(), "--map", map, "--epochs", "5", "--k", "4", "--save-predictions",
                        pair.file("f.npy"), "--save-model", pair.file("m.safetensors"), "--json"})
                    .json();
            QCOMPARE(trained["x_fx"]["n"].get<int>(), 20);
            const auto compared =
                runCli({"compare", pair.x(), pair.y(), pair.file("f.npy"), "--k", "4", "--json"}).json();
            for (const char* key : {"x_fx", "y_fx", "x_y", "difference", "gain", "metrics", "retrieval"})
                QVERIFY2(trained[key] == compared[key], key);
            // The saved model gives the held-out predictions again.
            QCOMPARE(runCli({"apply", pair.file("m.safetensors"), pair.x(), "--out", pair.file("all.npy")}).code, 0);
            const auto applied =
                runCli({"compare", pair.x(), pair.y(), pair.file("all.npy"), "--k", "4", "--json"}).json();
            QCOMPARE(applied["x_fx"]["n"].get<int>(), 100);
        }
    }
    void compareAgainstAnotherMapping()
    {
        const SmallPair pair(100);
        const auto trained = [&](const std::string& map, const std::string& file) {
            return runCli({"train", pair.x(), pair.y(), "--map", map, "--k", "4", "--save-predictions", pair.file(file),
                           "--json"})
                .json();
        };
        const auto f = trained("ridge", "f.npy"), g = trained("procrustes", "g.npy");
        const std::vector<std::string> arguments{"compare",   pair.x(),           pair.y(), pair.file("f.npy"),
                                                 "--against", pair.file("g.npy"), "--k",    "4"};
        auto asJson = arguments;
        asJson.push_back("--json");
        const auto json = runCli(asJson).json();
        for (const char* key : {"x_fx", "y_fx"}) {
            const auto& test = json["against"][key];
            QVERIFY(std::abs(test["first"].get<double>() - f[key]["mean"].get<double>()) < 1e-12);
            QVERIFY(std::abs(test["second"].get<double>() - g[key]["mean"].get<double>()) < 1e-12);
            QVERIFY(std::abs(test["mean"].get<double>() - test["first"].get<double>() + test["second"].get<double>()) <
                    1e-12);
            QVERIFY(test["interval"][0].get<double>() <= test["mean"].get<double>());
            for (const char* part : {"p_value", "wilcoxon_p", "effect_size"})
                QVERIFY2(test[part].is_number(), part);
        }
        QCOMPARE(json["x_fx"], f["x_fx"]);
        const auto text = runCli(arguments);
        QVERIFY(text.out.find("Y,f(X) - Y,g(X)") != std::string::npos);
        // Predictions of all items beside those of the held-out ones: what both have is measured, and said.
        QCOMPARE(runCli({"train", pair.x(), pair.y(), "--save-model", pair.file("m.safetensors")}).code, 0);
        QCOMPARE(runCli({"apply", pair.file("m.safetensors"), pair.x(), "--out", pair.file("all.npy")}).code, 0);
        asJson[3] = pair.file("all.npy");
        const auto mixed = runCli(asJson);
        QCOMPARE(mixed.json()["x_fx"]["n"].get<int>(), 20);
        QVERIFY(mixed.err.find("20 items have both predictions (100 and 20)") != std::string::npos);
    }
    void foldsCoverEveryItem()
    {
        const SmallPair pair(53);
        const auto json = runCli({"train", pair.x(), pair.y(), "--folds", "5", "--k", "3", "--save-predictions",
                                  pair.file("f.npy"), "--json"})
                              .json();
        QCOMPARE(json["x_fx"]["folds"].size(), std::size_t(5));
        QCOMPARE(json["x_fx"]["n"].get<int>(), 53);
        QCOMPARE(json["x_fx"]["folds"][0]["n"].get<int>(), 11);
        double mean = 0;
        for (const auto& fold : json["x_fx"]["folds"])
            mean += fold["mean"].get<double>() / 5;
        QVERIFY(std::abs(mean - json["x_fx"]["mean"].get<double>()) < 1e-12);
        QCOMPARE(runCli({"train", pair.x(), pair.y(), "--folds", "5", "--save-model", pair.file("m.safetensors")}).code,
                 2);
    }
    void savedSplitGivesTheSameRun()
    {
        const SmallPair pair;
        const auto first =
            runCli({"train", pair.x(), pair.y(), "--k", "3", "--save-split", pair.file("split.txt"), "--json"}).json();
        const auto second = runCli({"train", pair.x(), pair.y(), "--k", "3", "--test", pair.file("split.txt"), "--seed",
                                    "9", "--permutations", "0", "--json"})
                                .json();
        QVERIFY(first["x_fx"]["by_k"] == second["x_fx"]["by_k"]);
    }
    void sameBytesForAnyNumberOfThreads()
    {
        const SmallPair pair(200);
        std::string first, firstModel;
        for (const std::string threads : {"1", "2", "3"}) {
            const CliRun run =
                runCli({"train", pair.x(), pair.y(), "--map", "net", "--hidden", "300,200", "--epochs", "4",
                        "--threads", threads, "--save-model", pair.file("m.safetensors"), "--json"});
            QCOMPARE(run.code, 0);
            if (first.empty()) {
                first = run.out;
                firstModel = readFile(pair.file("m.safetensors"));
            }
            QVERIFY(run.out == first);
            QVERIFY(readFile(pair.file("m.safetensors")) == firstModel);
        }
        runCli({"info", pair.x(), "--threads", "0"});
    }
    void neighborsOfAnItemAnExpressionAndAll()
    {
        const SmallPair pair;
        const auto json =
            runCli({"neighbors", pair.x(), "--item", "item 7", "--k", "3", "--against", pair.y(), "--json"}).json();
        QCOMPARE(json["item"].get<std::string>(), std::string("item 7"));
        QCOMPARE(json["row"].get<int>(), 8);
        QCOMPARE(json["spaces"].size(), std::size_t(2));
        QCOMPARE(json["spaces"][0]["neighbors"].size(), std::size_t(3));
        QVERIFY(runCli({"neighbors", pair.x(), "--item", "#8", "--k", "3", "--json"}).json()["spaces"][0] ==
                    json["spaces"][0] ||
                json["spaces"][0]["neighbors"][0].contains("shared"));
        const auto query =
            runCli({"neighbors", pair.x(), "--query", "item 7 - item 3 + item 9", "--k", "2", "--json"}).json();
        QCOMPARE(query["spaces"][0]["neighbors"].size(), std::size_t(2));
        QCOMPARE(runCli({"neighbors", pair.x(), "--all", "--k", "2", "--out", pair.file("all.csv")}).code, 0);
        const std::string all = readFile(pair.file("all.csv"));
        QCOMPARE(std::count(all.begin(), all.end(), '\n'), 121);
        QVERIFY(all.starts_with("item,row,rank,"));
        QCOMPARE(conventionOf(pair.file("all.csv")),
                 std::string("K = 2, cosine, self excluded, N = 60; similarity: the cosine"));
        QCOMPARE(runCli({"neighbors", pair.x(), "--item", "nothing"}).code, 2);
        QCOMPARE(
            runCli({"neighbors", pair.x(), "--item", " item 7 ", "--k", "3", "--against", pair.y(), "--json"}).json(),
            json);
    }
    void listsOfNeighborsSayTheirConvention()
    {
        const SmallPair pair;
        const auto item = runCli({"neighbors", pair.x(), "--item", "item 7", "--k", "3", "--self", "include"});
        QVERIFY(item.out.ends_with("\nK = 3, cosine, self included, N = 60\n"));
        QVERIFY(item.out.find(" cosine  shared with\n") != std::string::npos);
        const auto far = runCli({"neighbors", pair.x(), "--item", "item 7", "--k", "3", "--metric", "euclidean"});
        QVERIFY(far.out.ends_with("\nK = 3, euclidean, self excluded, N = 60\n"));
        QVERIFY(far.out.find(" −distance  shared with\n") != std::string::npos);
        QVERIFY(far.out.find("similarity") == std::string::npos);
        const auto query = runCli({"neighbors", pair.x(), "--query", "item 7 + item 8", "--k", "3"});
        QVERIFY(query.out.ends_with("\nK = 3, cosine, the terms themselves left out, N = 60\n"));
        QVERIFY(query.err.empty());
    }
    void listsOfNeighborsAsCsv()
    {
        const SmallPair pair;
        const std::string file = pair.file("lists.csv");
        const auto json = runCli({"neighbors", pair.x(), "--item", "item 7", "--k", "3", "--against", pair.y(),
                                  "--metric", "euclidean", "--out", file, "--json"})
                              .json();
        QStringList lines = QString::fromStdString(readFile(file)).split('\n');
        QCOMPARE(lines.size(), 8);
        QCOMPARE(conventionOf(file),
                 std::string("K = 3, euclidean, self excluded, N = 60; similarity: minus the Euclidean distance"));
        QCOMPARE(lines[0], "item,row,rank,neighbor,neighbor_row,similarity,set,shared_with");
        for (int s = 0; s < 2; ++s)
            for (int i = 0; i < 3; ++i) {
                const auto& entry =
                    json["spaces"][static_cast<std::size_t>(s)]["neighbors"][static_cast<std::size_t>(i)];
                const QStringList fields = lines[1 + 3 * s + i].split(',');
                QCOMPARE(fields.size(), 8);
                QCOMPARE(fields.mid(0, 3).join(','), QString("item 7,8,%1").arg(i + 1));
                QCOMPARE(fields[3].toStdString(), entry["label"].get<std::string>());
                QCOMPARE(fields[4].toInt(), entry["row"].get<int>());
                QVERIFY(std::abs(fields[5].toDouble() - entry["similarity"].get<double>()) < 1e-9);
                QCOMPARE(fields[6].toStdString(), s == 0 ? pair.x() : pair.y());
                QCOMPARE(fields[7], entry["shared"].empty() ? "" : QString::number(2 - s));
            }
        QCOMPARE(runCli({"neighbors", pair.x(), "--query", "item 7 - item 3", "--k", "4", "--out", file}).code, 0);
        lines = QString::fromStdString(readFile(file)).split('\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines[1].startsWith("item 7 - item 3,,1,item "));
    }
    void allListsOfSeveralSets()
    {
        const SmallPair pair;
        const std::string file = pair.file("all2.csv");
        QCOMPARE(
            runCli({"neighbors", pair.x(), "--all", "--against", pair.y(), "--k", "3", "--out", file, "--quiet"}).code, 0);
        const QStringList lines = QString::fromStdString(readFile(file)).trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 60 * 2 * 3);
        const auto json =
            runCli({"neighbors", pair.x(), "--item", "item 7", "--k", "3", "--against", pair.y(), "--json"}).json();
        QStringList of7;
        for (const QString& line : lines)
            if (line.startsWith("item 7,")) of7 << line;
        QCOMPARE(of7.size(), qsizetype(6));
        for (int i = 0; i < 6; ++i) {
            const auto& entry =
                json["spaces"][static_cast<std::size_t>(i / 3)]["neighbors"][static_cast<std::size_t>(i % 3)];
            const QStringList fields = of7[i].split(',');
            QCOMPARE(fields[3].toStdString(), entry["label"].get<std::string>());
            QCOMPARE(fields[7], entry["shared"].empty() ? "" : QString::number(2 - i / 3));
        }
        QCOMPARE(runCli({"neighbors", pair.x(), "--query", "item 7", "--against", pair.y()}).code, 2);
    }
    void listsShorterThanKAreSaid()
    {
        const SmallPair pair(6);
        const auto query = runCli({"neighbors", pair.x(), "--query", "item 1 + item 2", "--k", "5", "--json"});
        QCOMPARE(query.json()["spaces"][0]["neighbors"].size(), std::size_t(4));
        QVERIFY2(query.err.find("K = 5, but the list holds 4") != std::string::npos, query.err.c_str());
        QVERIFY(runCli({"neighbors", pair.x(), "--query", "item 1 + item 2", "--k", "4"}).err.empty());
        std::ofstream(pair.file("zero.csv")) << "a,1,2\nb,2,1\nc,0,0\nd,3,1\n";
        const auto item = runCli({"neighbors", pair.file("zero.csv"), "--item", "a", "--k", "3"});
        QVERIFY2(item.err.find("K = 3, but the list holds 2") != std::string::npos, item.err.c_str());
    }
    void transformAndProject()
    {
        const SmallPair pair;
        QCOMPARE(runCli({"transform", pair.x(), "--steps", "centre,pca:2", "--out", pair.file("t.npy")}).code, 0);
        QCOMPARE(runCli({"info", pair.file("t.npy"), "--json"}).json()["files"][0]["d"].get<int>(), 2);
        QVERIFY(readFile(pair.file("t.npy.provenance.json")).find("centre,pca:2") != std::string::npos);
        const auto json = runCli({"project", pair.x(), pair.y(), "--method", "pca", "--aligned", "--out",
                                  pair.file("maps.csv"), "--json"})
                              .json();
        QCOMPARE(json["maps"].size(), std::size_t(2));
        QVERIFY(json["maps"][0]["trustworthiness"].get<double>() > 0.5);
        QVERIFY(readFile(pair.file("maps.csv")).starts_with("set,label,x,y\n"));
    }
    void projectSaysWhatItsQualityRestsOn()
    {
        const SmallPair pair(30);
        const std::string out = pair.file("maps.csv");
        const CliRun run = runCli({"project", pair.x(), "--k", "20", "--out", out, "--json"});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.find("--k 20 is lowered to 14: the measures of quality take less than half of the 30 items") !=
                     std::string::npos,
                 run.err.c_str());
        QCOMPARE(run.json()["maps"][0]["metric"].get<std::string>(), std::string("cosine"));
        QCOMPARE(run.json()["maps"][0]["k"].get<int>(), 14);
        const std::string convention = "pca; quality at K = 10: neighbors by cosine in the set, euclidean in the map";
        const CliRun table = runCli({"project", pair.x(), "--out", out});
        QVERIFY2(table.out.find(convention) != std::string::npos, table.out.c_str());
        QVERIFY(table.err.empty());
        QCOMPARE(nlohmann::json::parse(readFile(out + ".provenance.json"))["convention"].get<std::string>(),
                 convention);
    }
    void projectNamesSetsApart()
    {
        const SmallPair pair(30);
        for (const char* folder : {"a", "b"}) {
            std::filesystem::create_directory(pair.file(folder));
            std::ofstream(pair.file(folder) + "/same.csv", std::ios::binary) << "i,1,2\nj,2,1\nk,0,3\nl,3,1\n";
        }
        const std::string a = pair.file("a") + "/same.csv", b = pair.file("b") + "/same.csv";
        const std::string out = pair.file("maps.csv");
        QCOMPARE(runCli({"project", a, b, "--k", "1", "--out", out}).code, 0);
        const std::string maps = readFile(out);
        QVERIFY2(maps.find("\na/same,i,") != std::string::npos && maps.find("\nb/same,i,") != std::string::npos,
                 maps.c_str());
        const auto twice = runCli({"project", a, a, "--k", "1", "--out", out, "--json"}).json();
        QVERIFY(twice["maps"][0]["set"] != twice["maps"][1]["set"]);
    }
    void projectPrintsNoNan()
    {
        const SmallPair pair(30);
        std::ofstream(pair.file("zeros.csv")) << "a,0,0\nb,0,0\nc,1,2\nd,2,1\n";
        const CliRun run = runCli({"project", pair.file("zeros.csv"), "--out", pair.file("maps.csv")});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.find("nan") == std::string::npos && run.out.find("–") != std::string::npos, run.out.c_str());
        QVERIFY2(run.err.find("no quality of a map of 2 items") != std::string::npos, run.err.c_str());
    }
    void interruptedWorkLeavesNothing()
    {
        const SmallPair pair;
        std::stop_source source;
        source.request_stop();
        const CliRun run =
            runCli({"train", pair.x(), pair.y(), "--map", "net", "--save-predictions", pair.file("f.npy")},
                   source.get_token());
        QCOMPARE(run.code, 130);
        QVERIFY(!QFile::exists(QString::fromStdString(pair.file("f.npy"))));
    }
    void demoTrainsBothDirections()
    {
        const SmallPair place;
        const CliRun run = runCli({"demo", "--out", place.file("demo"), "--quiet"});
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.find("Words → Pictures") != std::string::npos);
        QVERIFY(readFile(place.file("demo") + "/table.csv").find("\nyx,ridge,") != std::string::npos);
        const auto report = nlohmann::json::parse(readFile(place.file("demo") + "/xy-report.json"));
        // The finding on the sample: f(X) keeps X's neighbors rather than Y's.
        QVERIFY(report["difference"]["interval"][0].get<double>() > 0.1);
    }
};

BRIDGESCOPE_TEST(Commands)

} // namespace commands_tests

#include "commands.moc"
