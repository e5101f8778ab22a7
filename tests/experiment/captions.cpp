#include "core/experiment/methods.h"
#include "core/experiment/printed_table.h"
#include "tests/experiment/made_up_table.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace captions_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

/// What a table's caption and its methods sentence say.
class Captions : public QObject {
    Q_OBJECT

    struct Printed {
        GridSpec spec;
        std::vector<GridCell> cells;
        GridTable table;
        PrintedTable printed;
        std::string caption, methods;
    };
    /// A table of made-up rows; `change` sees each first.
    static Printed print(const Json& json, const std::function<void(GridRow&, std::size_t)>& change = {})
    {
        Printed p{gridSpecFromJson(json, "", "spec"), {}, {}, {}, {}, {}};
        p.table = tableOf(p.spec, p.cells);
        for (std::size_t r = 0; change && r < p.table.rows.size(); ++r)
            change(p.table.rows[r], r);
        std::vector<const GridRow*> known;
        for (const GridRow& row : p.table.rows)
            known.push_back(&row);
        p.printed = layOutTable(p.spec, p.cells, p.table);
        p.caption = p.printed.caption;
        p.methods = methodsText(p.spec, known, p.table.tests);
        return p;
    }
    static bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }
private slots:
    void theLargerOneBearsTheAsterisk()
    {
        const Printed p = print(specJson(), [](GridRow& row, std::size_t) {
            row.starred = true;
            if (row.map == "nn") std::swap(row.xf, row.yf);
        });
        const auto &lin = p.printed.rows[0].entries, &nn = p.printed.rows[1].entries;
        QCOMPARE(lin[0].value, std::string("0.300*"));
        QCOMPARE(lin[1].value, std::string("0.100"));
        QCOMPARE(nn[0].value, std::string("0.110"));
        QCOMPARE(nn[1].value, std::string("0.310*"));
        QVERIFY(lin[0].starred && !lin[1].starred && !nn[0].starred && nn[1].starred);
        QVERIFY(has(p.caption, "* the larger of X,f(X) and Y,f(X) where they differ"));
    }
    void itemsAFold()
    {
        const Printed p = print(specJson(), [](GridRow& row, std::size_t) {
            for (int f = 0; f < 5; ++f)
                row.folds.push_back({row.data == "Emoji" ? 381 : f < 2 ? 393 : 392, .3, .1});
            if (row.data == "Emoji") row.held = 1905, row.chance = .026316;
        });
        QVERIFY2(has(p.caption, "N per fold 392–393 and 381, chance 0.026 and 0.026"), p.caption.c_str());
        QVERIFY2(has(p.methods, "N = 1,962 pairs (392–393 held out per fold)"), p.methods.c_str());
    }
    void chanceOfEveryKAndSelfRule()
    {
        Json json = specJson();
        json["data"].erase(1);
        json["data"].erase(1);
        json["k"] = {5, 10};
        json["self"] = {"exclude", "include"};
        const Printed p = print(json, [](GridRow& row, std::size_t r) {
            row.k = r % 2 == 0 ? 5 : 10;
            row.self = r < 2 ? SelfRule::Excluded : SelfRule::Included;
            row.chance = .1 * static_cast<double>(r + 1);
        });
        QVERIFY2(has(p.caption,
                     "chance 0.100 (K = 5, self excluded); 0.200 (K = 10, self excluded); 0.300 (K = 5, self "
                     "included); 0.400 (K = 10, self included)"),
                 p.caption.c_str());
        QVERIFY2(has(p.methods, "under two conventions, the item itself left out or counted as its own first neighbor"),
                 p.methods.c_str());
    }
    void theSplitIsAlwaysSaid()
    {
        Json json = specJson();
        json["seed"] = {1, 2};
        QVERIFY(has(print(json).caption, "5 folds, seeds 1 and 2"));
        json.erase("folds");
        json["test"] = .25;
        QVERIFY(has(print(json).caption, "25 % held out, seeds 1 and 2"));
        const Printed failed = print(specJson(), [](GridRow& row, std::size_t) { row.failed = "diverged"; });
        QVERIFY(has(failed.caption, "5 folds, seed 0"));
    }
    void everyColumnIsExplained()
    {
        Json json = specJson();
        json["permutations"] = 500;
        json["table"]["columns"] = {"x_fx", "y_fx",     "x_y",    "difference", "effect",
                                    "gain", "x_fx_cal", "chance", "p_at_1"};
        const Printed p = print(json);
        for (const char* part :
             {"X,Y: ", "D: X,f(X) − Y,f(X)", "Effect size: matched-pairs rank-biserial", "G: Y,f(X) − X,Y",
              "calibrated against 500 permutations", "Gröger, Wen & Brbić 2026", "Chance: ", "P@1: "})
            QVERIFY2(has(p.caption, part), part);
        for (const char* part : {"500 permutations", "Gröger, Wen & Brbić 2026", "P@1 is the share of held-out items"})
            QVERIFY2(has(p.methods, part), part);
        const Printed plain = print(specJson());
        for (const char* part : {"X,Y: ", "Effect size", "permutations", "P@1", "Chance: "})
            QVERIFY2(!has(plain.caption, part), part);
    }
    void thePapersFiguresAreOfItsK()
    {
        Json json = specJson();
        json["k"] = 5;
        QVERIFY(has(print(json).caption, "Collell & Moens (2018) at K = 10 by cosine"));
    }
    void theNeighborLossIsFreeToRotate()
    {
        Json json = specJson();
        json["maps"].push_back({{"name", "near"}, {"map", "net"}, {"loss", "neighbor"}});
        QVERIFY(!has(print(json).caption, "rotation")); // neither fit nor retrieval is shown
        QVERIFY(has(print(json).methods, ". The neighbor loss leaves f(X) free up to a rotation: fit and retrieval do "
                                         "not say how good it is. Computed"));
        json["table"] = {{"columns", {"x_fx", "p_at_1"}}};
        QVERIFY(has(print(json).caption, " The neighbor loss leaves f(X) free up to a rotation: fit and retrieval"));
        QVERIFY(!has(print(specJson()).methods, "rotation"));
    }
    void mapsInWords_data()
    {
        QTest::addColumn<QByteArray>("map");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* map, const char* words) {
            QTest::newRow(words) << QByteArray(map) << QByteArray(words);
        };
        row(R"({"map":"cca"})", "canonical correlation analysis with all components, covariances regularized by 0.001");
        row(R"({"map":"cca","components":20,"ridge":0.1})", "with 20 components, covariances regularized by 0.1 times");
        row(R"({"map":"pls","components":8})", "partial least squares regression with 8 components");
        row(R"({"map":"pls"})", "the number of components chosen by cross-validation on the training items");
        row(R"({"map":"procrustes"})", "orthogonal Procrustes analysis");
        row(R"({"map":"procrustes","scaling":true})", "and one scale factor");
        row(R"({"map":"ridge","ridge":0})", "least squares");
    }
    void mapsInWords()
    {
        QFETCH(const QByteArray, map);
        QFETCH(const QByteArray, words);
        Json json = specJson();
        json["maps"] = Json::array({Json::parse(map.toStdString())});
        const std::string text = print(json).methods;
        QVERIFY2(has(text, words.constData()), text.c_str());
    }
    void worksThatAreCited()
    {
        Json json = specJson();
        json["table"]["columns"] = {"x_fx", "y_fx_cal"};
        json["maps"] = Json::parse(R"([{"map":["ridge","cca","pls","procrustes"]},
            {"name":"nn","map":"net","dropout":0.1,"adversarial":1,"loss":"infonce","optimizer":["adam","adamw"]}])");
        const QString bib = QString::fromStdString(bibliography(gridSpecFromJson(json, "", "spec")));
        const QStringList works = bib.split("\n@");
        QCOMPARE(works.size(), 14);
        for (const QString& work : works)
            for (const char* field : {"author = {", "title = {", "year = {"})
                QVERIFY2(work.contains(field), qPrintable(work));
        QCOMPARE(bib.count('{'), bib.count('}'));
    }
    void markdownKeepsSigns()
    {
        PrintedTable table;
        table.title = "a<b>c";
        table.heads = {"x\\y"};
        table.rows.push_back({{"`k`|_"}, {}, false, {}});
        const std::string md = toMarkdown(table);
        QVERIFY(md.find("a\\<b>c") != std::string::npos);
        QVERIFY(md.find("| x\\\\y |") != std::string::npos);
        QVERIFY(md.find("| \\`k\\`\\|\\_ |") != std::string::npos);
    }
};

BRIDGESCOPE_TEST(Captions)

} // namespace captions_tests

#include "captions.moc"
