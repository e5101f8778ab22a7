#include "core/base/error.h"
#include "core/experiment/grid_spec.h"
#include "core/experiment/spec_field.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

namespace spec_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

namespace {

const char* const least =
    R"({"data":[{"name":"IAPR","feature":"VGG-128","x":"a.csv","y":"b.csv"}],"directions":["xy","yx"],
        "maps":[{"name":"lin","map":"ridge","ridge":0.001}],"folds":5,"seed":1,"k":10,"metric":"cosine"})";

GridSpec read(const Json& json)
{
    return gridSpecFromJson(json, "/base", "spec.json");
}

std::string errorOf(const Json& json)
{
    try {
        read(json);
    } catch (const Error& error) {
        return error.kind == ErrorKind::Input ? error.what() : "of another kind";
    }
    return "none";
}

} // namespace

class Spec : public QObject {
    Q_OBJECT
private slots:
    void theLeastOneOfTheDesign()
    {
        const GridSpec spec = read(Json::parse(least));
        QCOMPARE(spec.data[0].x, std::string("/base/a.csv"));
        QCOMPARE(spec.data[0].feature, std::string("VGG-128"));
        QCOMPARE(spec.maps[0].training.ridge.value(), .001);
        QCOMPARE(spec.split.folds, 5);
        QCOMPARE(spec.ks, std::vector<Index>{10});
        QCOMPARE(spec.permutations, Index(1000));
        QVERIFY(spec.metrics[0] == Metric::Cosine && spec.selves[0] == SelfRule::Excluded);
    }
    void listsMultiplyOut()
    {
        Json json = Json::parse(least);
        json["maps"] = Json::parse(R"([{"name":"nn","map":"net","hidden":[[64],[64,32],"none"],"structure":[0,0.1]},
                                       {"map":"net","hidden":[64,32]}])");
        json["k"] = {5, 10};
        json["metric"] = {"cosine", "euclidean"};
        json["self"] = {"exclude", "include"};
        json["seed"] = {1, 2, 3};
        const GridSpec spec = read(json);
        QCOMPARE(spec.maps.size(), std::size_t(7));
        QCOMPARE(spec.maps[0].name, std::string("nn hidden=64 structure=0"));
        QCOMPARE(spec.maps[3].name, std::string("nn hidden=64,32 structure=0.1"));
        QCOMPARE(spec.maps[3].training.hidden, (std::vector<Index>{64, 32}));
        QCOMPARE(spec.maps[3].training.structure, .1);
        QVERIFY(spec.maps[4].training.hidden.empty());
        json["maps"] = Json::parse(R"([{"name":"structure","map":"net","structure":[1,10]}])");
        QCOMPARE(read(json).maps[1].name, std::string("structure=10"));       // not said twice
        QCOMPARE(spec.maps[6].training.hidden, (std::vector<Index>{64, 32})); // a list of sizes is one value
        QCOMPARE(spec.seeds.size() * spec.ks.size() * spec.metrics.size() * spec.selves.size(), std::size_t(24));
    }
    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("patch"); // JSON merge patch of the least spec
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("unknown key") << QByteArray(R"({"fold": 5})") << QByteArray("fold: there is no such key");
        QTest::newRow("unknown key of data") << QByteArray(R"({"data":[{"name":"a","x":"x","y":"y","label":"l"}]})")
                                             << QByteArray("data[0].label: there is no such key");
        QTest::newRow("missing y") << QByteArray(R"({"data":[{"name":"a","x":"x"}]})")
                                   << QByteArray("data[0].y: is missing");
        QTest::newRow("missing data") << QByteArray(R"({"data":null})") << QByteArray("data: is missing");
        QTest::newRow("no data") << QByteArray(R"({"data":[]})") << QByteArray("data: is an empty list");
        QTest::newRow("value of a map") << QByteArray(
                                               R"({"maps":[{"map":"ridge"},{"name":"b","map":"ridge","ridge":-1}]})")
                                        << QByteArray("maps[1].ridge: ");
        QTest::newRow("value in a list") << QByteArray(R"({"maps":[{"map":"ridge","ridge":[0.1,"x"]}]})")
                                         << QByteArray("maps[0].ridge[1]: ");
        QTest::newRow("type of a map's value")
            << QByteArray(R"({"maps":[{"map":"ridge","ridge":true}]})") << QByteArray("maps[0].ridge: ");
        QTest::newRow("a number as text") << QByteArray(R"({"maps":[{"map":"net","epochs":"1"}]})")
                                          << QByteArray("maps[0].epochs: \"1\" is no number");
        QTest::newRow("a list in a list") << QByteArray(R"({"maps":[{"map":"ridge","ridge":[0.001,[0.1]]}]})")
                                          << QByteArray("maps[0].ridge[1]: [0.1]");
        QTest::newRow("a flag as text") << QByteArray(R"({"maps":[{"map":"procrustes","scaling":"true"}]})")
                                        << QByteArray("maps[0].scaling: ");
        QTest::newRow("a text as number")
            << QByteArray(R"({"maps":[{"map":"net","loss":3}]})") << QByteArray("maps[0].loss: 3 is no text");
        QTest::newRow("sizes as number") << QByteArray(R"({"maps":[{"map":"net","hidden":64}]})")
                                         << QByteArray("maps[0].hidden: is no list of sizes");
        QTest::newRow("column twice") << QByteArray(R"({"table":{"columns":["x_fx","x_fx"]}})")
                                      << QByteArray("table.columns[1]: 'x_fx' stands twice");
        QTest::newRow("unknown map") << QByteArray(R"({"maps":[{"map":"magic"}]})") << QByteArray("maps[0].map: ");
        QTest::newRow("no map") << QByteArray(R"({"maps":[{"name":"a"}]})") << QByteArray("maps[0].map: is missing");
        QTest::newRow("unknown option") << QByteArray(R"({"maps":[{"map":"net","rate":1}]})")
                                        << QByteArray("maps[0].rate: ");
        QTest::newRow("seed of a map") << QByteArray(R"({"maps":[{"map":"net","seed":1}]})")
                                       << QByteArray("maps[0].seed: ");
        QTest::newRow("names twice") << QByteArray(R"({"maps":[{"map":"net"},{"map":"net"}]})")
                                     << QByteArray("maps: the name 'net'");
        QTest::newRow("data twice") << QByteArray(
                                           R"({"data":[{"name":"a","x":"x","y":"y"},{"name":"a","x":"x","y":"z"}]})")
                                    << QByteArray("data[1]: name and feature stand twice");
        QTest::newRow("k 0") << QByteArray(R"({"k":[5,0]})") << QByteArray("k[1]: ");
        QTest::newRow("k twice") << QByteArray(R"({"k":[5,5]})") << QByteArray("k[1]: stands twice");
        QTest::newRow("k a fraction") << QByteArray(R"({"k":2.5})") << QByteArray("k: ");
        QTest::newRow("metric") << QByteArray(R"({"metric":"manhattan"})") << QByteArray("metric: ");
        QTest::newRow("direction") << QByteArray(R"({"directions":["xx"]})") << QByteArray("directions[0]: ");
        QTest::newRow("seed negative") << QByteArray(R"({"seed":-1})") << QByteArray("seed: ");
        QTest::newRow("folds 1") << QByteArray(R"({"folds":1})") << QByteArray("folds: ");
        QTest::newRow("folds and test") << QByteArray(R"({"test":0.2})") << QByteArray("test: stands beside folds");
        QTest::newRow("share") << QByteArray(R"({"folds":null,"test":1})") << QByteArray("test: ");
        QTest::newRow("column") << QByteArray(R"({"table":{"columns":["x_fx","z"]}})")
                                << QByteArray("table.columns[1]: ");
        QTest::newRow("base") << QByteArray(R"({"table":{"base":"none"}})") << QByteArray("table.base: ");
        QTest::newRow("paper") << QByteArray(R"({"data":[{"name":"a","x":"x","y":"y","paper":"COCO"}]})")
                               << QByteArray("data[0].paper: ");
        QTest::newRow("paper without sides")
            << QByteArray(R"({"data":[{"name":"a","x":"x","y":"y","paper":"ImageNet"}]})")
            << QByteArray("data[0].paper: ");
        QTest::newRow("sample beside files")
            << QByteArray(R"({"data":[{"name":"a","sample":"emoji","x":"x"}]})") << QByteArray("data[0].x: ");
        QTest::newRow("title a number") << QByteArray(R"({"title":3})") << QByteArray("title: ");
        QTest::newRow("flag") << QByteArray(R"({"table":{"paper":"yes"}})") << QByteArray("table.paper: ");
    }
    void wrongFieldsAreNamed()
    {
        QFETCH(const QByteArray, patch);
        QFETCH(const QByteArray, path);
        Json json = Json::parse(least);
        json.merge_patch(Json::parse(patch.toStdString()));
        const std::string error = errorOf(json);
        QVERIFY2(error.starts_with("spec.json: " + path.toStdString()), error.c_str());
    }
    void whatIsNoObject()
    {
        QVERIFY(errorOf(Json::parse("[1]")).find("the spec: ") != std::string::npos);
        QVERIFY(errorOf(Json::parse("null")).find("the spec: ") != std::string::npos);
    }
    void meaninglessOptionsAreWarnedOf()
    {
        Json json = Json::parse(least);
        json["maps"] = Json::parse(R"([{"map":"ridge","epochs":5}])");
        const GridSpec spec = read(json);
        QCOMPARE(spec.warnings.size(), std::size_t(1));
        QVERIFY(spec.warnings[0].starts_with("maps[0]: epochs"));
    }
    void optionsAreWrittenAsTheSpecHasThem()
    {
        Json json = Json::parse(least);
        json["maps"] = Json::parse(R"([{"map":"ridge","ridge":-1}])");
        QVERIFY2(errorOf(json).find("--") == std::string::npos, errorOf(json).c_str());
        QCOMPARE(withoutDashes("--epochs means nothing beside --map ridge"),
                 std::string("epochs means nothing beside map ridge"));
        QCOMPARE(withoutDashes("a -- b, x--y"), std::string("a -- b, x--y"));
    }
    void namesOfAListOfMaps()
    {
        Json json = Json::parse(least);
        json["maps"] = Json::parse(R"([{"map":["procrustes","identity"]},{"ridge":[0,0.5],"map":"ridge"},
                                       {"name":"named","map":["retrieval","random"]}])");
        std::vector<std::string> names;
        for (const GridMap& map : read(json).maps)
            names.push_back(map.name);
        QCOMPARE(names, (std::vector<std::string>{"procrustes", "identity", "ridge=0", "ridge=0.5",
                                                  "named map=retrieval", "named map=random"}));
        json["maps"] = Json::parse(R"([{"map":"ridge","ridge":"auto"},{"map":"net","hidden":"64,32"}])");
        QVERIFY(!read(json).maps[0].training.ridge);
        QCOMPARE(read(json).maps[1].training.hidden, (std::vector<Index>{64, 32}));
    }
    void keysThatRepeatAreRefused()
    {
        QTemporaryDir dir;
        const std::string file = dir.filePath("s.json").toStdString();
        std::ofstream(file)
            << R"({"data":[{"name":"a","x":"x","y":"y"}],"maps":[{"map":"net","epochs":1,"epochs":2}]})";
        try {
            readGridSpec(file);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("the key 'epochs' stands twice") != std::string::npos);
        }
    }
    void aSeedIsNotPassedOver()
    {
        Json json = Json::parse(least);
        GridSpec spec = read(json);
        applySeed(spec, std::nullopt);
        applySeed(spec, 1); // the same
        QCOMPARE(spec.seeds, (std::vector<std::uint64_t>{1}));
        QVERIFY_EXCEPTION_THROWN(applySeed(spec, 7), Error);
        json.erase("seed");
        spec = read(json);
        applySeed(spec, 7);
        QCOMPARE(spec.seeds, (std::vector<std::uint64_t>{7}));
    }
    void retrievalStandsBesideOverlap()
    {
        Json json = Json::parse(least);
        json.erase("table");
        QCOMPARE(read(json).table.columns, (std::vector<std::string>{"x_fx", "y_fx", "p_at_1"}));
        json["table"] = {{"paper", true}};
        QCOMPARE(read(json).table.columns, (std::vector<std::string>{"x_fx", "y_fx"}));
    }
    void brokenJsonNamesItsLine()
    {
        QTemporaryDir dir;
        const std::string file = dir.filePath("s.json").toStdString();
        std::ofstream(file) << "{\n \"data\": [\n  {\"name\": }\n]}";
        try {
            readGridSpec(file);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.line, std::int64_t(3));
        }
        QVERIFY_EXCEPTION_THROWN(readGridSpec(file + ".missing"), Error);
        QVERIFY_EXCEPTION_THROWN(readGridSpec(dir.path().toStdString()), Error);
    }
};

BRIDGESCOPE_TEST(Spec)

} // namespace spec_tests

#include "spec.moc"
