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
        QVERIFY(runCli(pair.arguments("overlap", {"--metadata", pair.file("table.tsv"), "--stratify", "kind"}))
                    .out.find("null within 4 values of kind") != std::string::npos);
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
            QVERIFY(json["bounds"][third][0].get<double>() <= value && value <= json["bounds"][third][1].get<double>());
            QCOMPARE(json["bounds"][third][1].get<double>(),
                     1 - std::abs(json[first]["mean"].get<double>() - json[second]["mean"].get<double>()));
        }
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
                                                    {"--sample", "50", "--per-item", pair.file("items.csv")}})
            QCOMPARE(pair.run("overlap", bad).code, 2);
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
