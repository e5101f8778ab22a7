#include "core/base/random.h"
#include "tests/cli/cli_runner.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cmath>

namespace statistics_tests {

using namespace bridgescope;

namespace {

/// Two sets of normal vectors that share the means of four categories and nothing else; with their categories as a
/// table.
class CategoryPair {
public:
    explicit CategoryPair(int n)
    {
        Random random(7, "test");
        std::ofstream x(file("x.csv")), y(file("y.csv")), table(file("table.tsv"));
        table << "label\tkind\tname\n";
        for (int i = 0; i < n; ++i) {
            x << "item" << i;
            y << "item" << i;
            for (int j = 0; j < 8; ++j) {
                x << ',' << random.normal() + (j == i % 4 ? 6 : 0);
                y << ',' << random.normal() + (j == i % 4 + 4 ? 6 : 0);
            }
            x << '\n';
            y << '\n';
            table << "item" << i << '\t' << "kind" << i % 4 << '\t' << "name" << i << '\n';
        }
    }
    std::string file(const std::string& name) const
    {
        return m_dir.filePath(QString::fromStdString(name)).toStdString();
    }
    std::vector<std::string> arguments(const std::string& command, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> all{command, file("x.csv"), file("y.csv")};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    CliRun run(const std::string& command, std::vector<std::string> more = {}) const
    {
        more.push_back("--json");
        return runCli(arguments(command, std::move(more)));
    }

private:
    QTemporaryDir m_dir;
};

/// A stream that asks for a stop as soon as a text was written to it.
class StopAfterText : public std::stringbuf {
public:
    StopAfterText(std::string text, std::stop_source& source) : m_text(std::move(text)), m_source(source) {}
    void begin() { str({}); }
    int sync() override
    {
        if (str().find(m_text) != std::string::npos) m_source.request_stop();
        return 0;
    }

private:
    std::string m_text;
    std::stop_source& m_source;
};

} // namespace

class Statistics : public QObject {
    Q_OBJECT
private slots:
    void stratifiedNullTellsCategoriesFromTheRest()
    {
        const CategoryPair pair(160);
        const auto plain = pair.run("overlap", {"--permutations", "199"}).json();
        QCOMPARE(plain["p_value"].get<double>(), 1.0 / 200);
        QVERIFY(!plain.contains("stratified"));
        const auto within =
            pair.run("overlap", {"--permutations", "199", "--metadata", pair.file("table.tsv"), "--stratify", "kind"})
                .json();
        QVERIFY(within["p_value"].get<double>() > .05);
        QCOMPARE(within["stratified"]["strata"].get<int>(), 4);
        QCOMPARE(within["stratified"]["plain"]["p_value"], plain["p_value"]);
        QCOMPARE(within["stratified"]["plain"]["calibrated"], plain["calibrated"]);
        QCOMPARE(within["mean"], plain["mean"]);
        // Lists stay within a category of 40: chance there is 10 of 39.
        QVERIFY(std::abs(within["stratified"]["null_mean"].get<double>() - 10 / 39.0) < .02);
    }
    void textAndJsonNameTheSameNull()
    {
        const CategoryPair pair(160);
        const std::vector<std::string> options{"--permutations", "199",  "--metadata", pair.file("table.tsv"),
                                               "--stratify",     "kind", "--null-band"};
        const auto json = pair.run("overlap", options).json();
        QCOMPARE(json["null_band"]["within"].get<std::string>(), std::string("kind"));
        const QString text = QString::fromStdString(runCli(pair.arguments("overlap", options)).out);
        const auto decimals = [](double value, int digits) { return QString::number(value, 'f', digits); };
        // The row with the mean holds the p that JSON has on top; the plain null's stands in the sentence.
        const QString row = text.section('\n', 1, 1);
        QVERIFY2(row.contains("  " + decimals(json["p_value"], 3) + "  "), qPrintable(row));
        QVERIFY2(row.endsWith(decimals(json["calibrated"], 4)), qPrintable(row));
        QVERIFY(text.contains("p and calibrated are of the null within 4 values of kind"));
        QVERIFY(text.contains("of the plain null: p 0.005, calibrated " +
                              decimals(json["stratified"]["plain"]["calibrated"], 4)));
        QVERIFY(text.contains("null within kind at K = 10"));
        QVERIFY(pair.run("overlap", {"--null-band", "--permutations", "0"}).json()["null_band"]["within"].is_null());
    }
    void fewItemsBesideKSaySo()
    {
        const CategoryPair few(14), many(160);
        const auto json = few.run("overlap", {"--permutations", "0", "--k", "8"}).json();
        QVERIFY(json["related_share"].get<double>() > .5);
        QVERIFY(json["note"].get<std::string>().find("stand in one another's lists") != std::string::npos);
        QVERIFY(runCli(few.arguments("overlap", {"--k", "8"})).out.find("reject too often") != std::string::npos);
        QVERIFY(!many.run("overlap", {"--permutations", "0", "--k", "5"}).json().contains("note"));
        QVERIFY(runCli(few.arguments("train", {"--map", "ridge", "--k", "4", "--test", ".5", "--permutations", "0"}))
                    .out.find("reject too often") != std::string::npos);
    }
    void stratifyNeedsAColumnOfCategories()
    {
        const CategoryPair pair(40);
        const auto missing = pair.run("overlap", {"--metadata", pair.file("table.tsv"), "--stratify", "sort"});
        QCOMPARE(missing.code, 2);
        QVERIFY(missing.err.find("kind") != std::string::npos);
        QCOMPARE(pair.run("overlap", {"--metadata", pair.file("table.tsv"), "--stratify", "name"}).code, 2);
        QCOMPARE(pair.run("overlap", {"--stratify", "kind"}).code, 2);
        QCOMPARE(
            pair.run("overlap", {"--metadata", pair.file("table.tsv"), "--stratify", "kind", "--permutations", "0"})
                .code,
            2);
    }
    void nullBandAndBootstrap()
    {
        const CategoryPair pair(80);
        const auto json =
            pair.run("overlap", {"--k-max", "79", "--null-band", "--bootstrap", "500", "--permutations", "0"}).json();
        const auto& band = json["null_band"]["by_k"];
        QCOMPARE(json["null_band"]["permutations"].get<int>(), 200);
        QCOMPARE(band.size(), std::size_t(79));
        for (int k = 1; k <= 79; ++k) {
            const auto& at = band[std::to_string(k)];
            QVERIFY(at["low"] <= at["mean"] && at["mean"] <= at["high"]);
            // The band holds chance, K of the 79 others; at K = N - 1 everything is shared.
            QVERIFY(at["low"].get<double>() <= k / 79.0 + 1e-12 && k / 79.0 <= at["high"].get<double>() + 1e-12);
        }
        QCOMPARE(band["79"]["low"].get<double>(), 1.0);
        QVERIFY(json["interval_items"][0] < json["mean"] && json["mean"] < json["interval_items"][1]);
        QVERIFY(!pair.run("overlap").json().contains("interval_items"));
    }
    void bootstrapAndBoundsOfAMapping()
    {
        const CategoryPair pair(120);
        const auto json =
            pair.run("train", {"--map", "ridge", "--test", ".5", "--bootstrap", "300", "--permutations", "0"}).json();
        for (const auto& [third, first, second] :
             {std::array{"x_fx", "y_fx", "x_y"}, {"y_fx", "x_fx", "x_y"}, {"x_y", "x_fx", "y_fx"}}) {
            const double value = json[third]["mean"];
            QVERIFY(json[third]["interval_items"][0] < value && json[third]["interval_items"][1] > value);
            QVERIFY(json["bounds"]["hold"].get<bool>());
            QVERIFY(json["bounds"][third][0].get<double>() <= value && value <= json["bounds"][third][1].get<double>());
            QCOMPARE(json["bounds"][third][1].get<double>(),
                     1 - std::abs(json[first]["mean"].get<double>() - json[second]["mean"].get<double>()));
        }
    }
    void hubsOfAMapping()
    {
        const CategoryPair pair(120);
        const std::vector<std::string> options{"--map", "ridge", "--folds", "2", "--permutations", "0", "--hubs"};
        const auto json = pair.run("train", options).json();
        const auto& csls = json["csls"];
        QCOMPARE(csls["x_fx"]["folds"].size(), std::size_t(2));
        // D by CSLS lists is the difference of its overlaps, and not that of the plain lists.
        const double difference = csls["x_fx"]["mean"].get<double>() - csls["y_fx"]["mean"].get<double>();
        QVERIFY(std::abs(csls["difference"]["mean"].get<double>() - difference) < 1e-12);
        QVERIFY(csls["x_fx"]["mean"] != json["x_fx"]["mean"]);
        const std::string text = runCli(pair.arguments("train", options)).out;
        QVERIFY(text.find("Is it only hubs? " + csls["answer"].get<std::string>()) != std::string::npos);
        // X against itself as f(X): lists of one set are shared whole, by CSLS as well.
        std::vector<std::string> compare = pair.arguments("compare", {pair.file("x.csv"), "--hubs", "--json"});
        compare[2] = pair.file("x.csv");
        QCOMPARE(runCli(compare).json()["csls"]["x_fx"]["mean"].get<double>(), 1.0);
        QCOMPARE(pair.run("train", {"--map", "ridge", "--hubs", "--metric", "euclidean"}).code, 2);
        // Over how many neighbors the mean cosine goes counts for retrieval and for the lists.
        std::vector<std::string> overThree = options;
        overThree.insert(overThree.end(), {"--csls-k", "3"});
        const auto three = pair.run("train", overThree).json();
        QCOMPARE(three["retrieval"]["csls_k"].get<int>(), 3);
        QCOMPARE(three["csls"]["csls_k"].get<int>(), 3);
        QCOMPARE(json["retrieval"]["csls_k"].get<int>(), 10);
        QVERIFY(three["retrieval"]["forward"]["csls"]["mrr"] != json["retrieval"]["forward"]["csls"]["mrr"]);
        QVERIFY(three["retrieval"]["forward"]["cosine"] == json["retrieval"]["forward"]["cosine"]);
        QVERIFY(three["csls"]["x_fx"]["mean"] != csls["x_fx"]["mean"]);
        QVERIFY(!pair.run("train", {"--map", "ridge"}).json().contains("csls"));
    }
    void approximateListsSaySo()
    {
        const CategoryPair pair(400);
        const std::vector<std::string> options{"--approximate", "--permutations", "99"};
        const auto run = pair.run("overlap", options);
        const auto json = run.json();
        QCOMPARE(json["approximate"]["checked"].get<int>(), 400);
        for (const char* set : {"a", "b"}) {
            const double recall = json["approximate"]["recall"][set];
            QVERIFY(recall > .95 && recall <= 1);
        }
        const double exact = pair.run("overlap", {"--permutations", "0"}).json()["mean"];
        QVERIFY(std::abs(json["mean"].get<double>() - exact) < .05);
        QCOMPARE(pair.run("overlap", {"--approximate", "--permutations", "99", "--threads", "1"}).out, run.out);
        QVERIFY(runCli(pair.arguments("overlap", options)).out.find("approximate lists: of the true 10 neighbors") !=
                std::string::npos);
        pair.run("overlap", {"--approximate", "--per-item", pair.file("items.csv")});
        QVERIFY(readFile(pair.file("items.csv")).starts_with("label,row_x,row_y,overlap_of_approximate_lists\n"));
        QCOMPARE(pair.run("overlap", {"--approximate", "--sample", "50"}).code, 2);
        QVERIFY(!pair.run("overlap").json().contains("approximate"));
    }
    void hubsBesideTheOverlapWithoutThem()
    {
        const CategoryPair pair(80);
        const auto json = pair.run("overlap", {"--hubs", "--permutations", "99"}).json()["hubs"];
        QVERIFY(json["a"]["most"].get<int>() > 10 && json["b"]["anti_hubs"].is_number());
        QCOMPARE(json["csls"]["n"].get<int>(), 80);
        QCOMPARE(json["csls"]["p_value"].get<double>(), .01);
        QCOMPARE(json["csls_k"].get<int>(), 10);
        QVERIFY(json["answer"].get<std::string>().starts_with("Hubs do not explain it: with CSLS the overlap is 0."));
        QVERIFY(runCli(pair.arguments("overlap", {"--hubs"})).out.find("Is it only hubs? Hubs do not") !=
                std::string::npos);
        // That an item lists itself makes no hub: K lists with it are lists of K - 1 others.
        const auto with = pair.run("overlap", {"--hubs", "--k", "5", "--self", "include"}).json()["hubs"],
                   without = pair.run("overlap", {"--hubs", "--k", "4"}).json()["hubs"];
        QCOMPARE(with["others"].get<int>(), 4);
        QCOMPARE(with["a"], without["a"]);
        QCOMPARE(with["b"], without["b"]);
        const auto none = pair.run("overlap", {"--hubs", "--k", "1", "--self", "include"}).json()["hubs"];
        QVERIFY(none["a"].is_null() && none["b"].is_null() && none["csls"].is_object());
        const auto cut = runCli(pair.arguments("overlap", {"--hubs", "--csls-k", "999", "--json"}));
        QCOMPARE(cut.json()["hubs"]["csls_k"].get<int>(), 79);
        QVERIFY(cut.err.find("over 999 neighbors: 79 are there") != std::string::npos);
        const auto euclidean = pair.run("overlap", {"--hubs", "--metric", "euclidean"}).json()["hubs"];
        QVERIFY(euclidean["csls"].is_null());
    }
    void sampledOverlapSaysSo()
    {
        const CategoryPair pair(300);
        const double exact = pair.run("overlap", {"--permutations", "0"}).json()["mean"];
        const auto some = pair.run("overlap", {"--sample", "100"}).json();
        QCOMPARE(some["sampled"].get<int>(), 100);
        QCOMPARE(some["n"].get<int>(), 300);
        QVERIFY(some["p_value"].is_null());
        QVERIFY(std::abs(some["mean"].get<double>() - exact) < 3 * some["half_width"].get<double>());
        QCOMPARE(some["by_k"]["10"], some["mean"]);
        // A first step of 1,000 is all of them: exact.
        const auto all = pair.run("overlap", {"--sample", "auto", "--half-width", ".01"}).json();
        QVERIFY(std::abs(all["mean"].get<double>() - exact) < 1e-12);
        QCOMPARE(all["half_width"].get<double>(), 0.0);
        QCOMPARE(pair.run("overlap", {"--sample", "100", "--seed", "2"}).json()["mean"] == some["mean"], false);
        QVERIFY(runCli(pair.arguments("overlap", {"--sample", "100"})).out.find("estimated from 100 items") !=
                std::string::npos);
        for (const std::vector<std::string>& bad : {std::vector<std::string>{"--sample", "1"},
                                                    {"--sample", "few"},
                                                    {"--half-width", ".01"},
                                                    {"--sample", "auto", "--half-width", "0"},
                                                    {"--sample", "50", "--null-band"},
                                                    {"--sample", "50", "--k-max", "20"},
                                                    {"--sample", "50", "--permutations", "0"},
                                                    {"--sample", "50", "--per-item", pair.file("items.csv")}})
            QCOMPARE(pair.run("overlap", bad).code, 2);
        QVERIFY(pair.run("overlap", {"--sample", "100"}).err.find("an interval to rely on takes 300") !=
                std::string::npos);
        QVERIFY(pair.run("overlap", {"--sample", "300"}).err.empty());
    }
    void interruptedSampleSaysHowFarItCame()
    {
        const CategoryPair pair(2600);
        std::vector<std::string> arguments = pair.arguments("overlap", {"--sample", "auto", "--half-width", "1e-9"});
        std::stop_source source;
        StopAfterText stopping("1000 of 2600 items", source); // the first step, told on the terminal
        std::ostream err(&stopping);
        for (const bool asJson : {false, true}) {
            source = std::stop_source();
            stopping.begin();
            std::ostringstream out;
            if (asJson) arguments.push_back("--json");
            Console console{out, err, source.get_token(), true};
            QCOMPARE(runCommandLine(arguments, console), 130);
            if (!asJson) {
                QVERIFY(out.str().find("estimated from 1000 items") != std::string::npos);
                continue;
            }
            const auto json = nlohmann::json::parse(out.str());
            QCOMPARE(json["sampled"].get<int>(), 1000);
            QVERIFY(json["interrupted"].get<bool>());
            QVERIFY(json["half_width"].get<double>() > 0);
        }
        std::stop_source before; // nothing measured yet: nothing printed
        before.request_stop();
        const auto none = runCli(arguments, before.get_token());
        QCOMPARE(none.code, 130);
        QVERIFY(none.out.empty());
    }
    void refusalsAreShort()
    {
        const CategoryPair pair(40);
        for (const auto& [option, value] : {std::pair{"--half-width", "0"},
                                            {"--bootstrap", "0"},
                                            {"--k", "0"},
                                            {"--permutations", "-1"},
                                            {"--half-width", "inf"},
                                            {"--memory", "1K"}}) {
            const auto run = pair.run("overlap", {"--sample", "auto", option, value});
            QCOMPARE(run.code, 2);
            QVERIFY2(run.err.size() < 130 && run.err.find(value) != std::string::npos, run.err.c_str());
        }
    }
    void zeroVectorsHaveNoLists()
    {
        const CategoryPair pair(30);
        {
            std::ofstream zero(pair.file("zero.csv"));
            zero << "a,0,0\nb,1,0\nc,0,1\nd,1,1\n";
        }
        const std::vector<std::string> include{"--self", "include", "--k", "2", "--json"};
        const auto lists = [&](const char* item) {
            std::vector<std::string> arguments{"neighbors", pair.file("zero.csv"), "--item", item};
            arguments.insert(arguments.end(), include.begin(), include.end());
            return runCli(arguments).json()["spaces"][0]["neighbors"];
        };
        QVERIFY(lists("a").empty());
        QCOMPARE(lists("b")[0]["label"].get<std::string>(), std::string("b"));
        QCOMPARE(runCli({"neighbors", pair.file("zero.csv"), "--all", "--out", pair.file("all.csv"), "--self",
                         "include", "--k", "2"})
                     .code,
                 0);
        QVERIFY(
            readFile(pair.file("all.csv")).starts_with("item,row,rank,neighbor,neighbor_row,similarity\nb,2,1,b,2"));
        for (const char* query : {"b - b", "b + d + c - d - c - b"}) {
            const auto run = runCli({"neighbors", pair.file("zero.csv"), "--query", query});
            QCOMPARE(run.code, 0);
            QVERIFY2(run.err.find("has no direction: it has no neighbors") != std::string::npos, run.err.c_str());
        }
        // Each set's zero vectors are told once.
        const auto run = runCli({"overlap", pair.file("zero.csv"), pair.file("zero.csv"), "--k", "2"});
        QCOMPARE(QString::fromStdString(run.err).count("zero vector"), 2);
    }
    void everyOtherMeasureWithItsNull()
    {
        const CategoryPair pair(60);
        const auto run = pair.run("similarity", {"--measures", "all", "--permutations", "19"});
        QCOMPARE(run.code, 0);
        const auto json = run.json();
        QCOMPARE(json["measures"].size(), std::size_t(12));
        for (const auto& measure : json["measures"]) {
            for (const char* key : {"name", "value", "kind", "null_mean", "p_value", "calibrated", "source"})
                QVERIFY2(measure.contains(key), key);
            QVERIFY(measure["value"].is_number());
            QCOMPARE(measure["kind"] == "distance", measure["name"] == "procrustes");
        }
        QCOMPARE(pair.run("similarity", {"--measures", "all", "--permutations", "19", "--threads", "1"}).out, run.out);
        const auto two = pair.run("similarity", {"--measures", "rsa,cka", "--permutations", "0"}).json()["measures"];
        QCOMPARE(two.size(), std::size_t(2));
        QVERIFY(two[0]["p_value"].is_null());
        const auto same = runCli({"similarity", pair.file("x.csv"), pair.file("x.csv"), "--json"}).json();
        for (const auto& measure : same["measures"])
            QVERIFY(std::abs(measure["value"].get<double>() - measure["identical"].get<double>()) < 1e-9);
    }
    void anUndefinedMeasureSaysWhy()
    {
        const CategoryPair pair(12); // 8 + 8 components of 12 items
        const auto json = pair.run("similarity", {"--measures", "pwcca-a", "--k", "3"}).json()["measures"][0];
        QVERIFY(json["value"].is_null() && json["p_value"].is_null());
        QVERIFY(!json["reason"].get<std::string>().empty());
        const auto wrong = pair.run("similarity", {"--measures", "ckaa"});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.find("procrustes") != std::string::npos);
    }
};

BRIDGESCOPE_TEST(Statistics)

} // namespace statistics_tests

#include "statistics.moc"
