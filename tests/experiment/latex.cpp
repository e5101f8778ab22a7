#include "core/experiment/printed_table.h"
#include "core/experiment/untrained_table.h"
#include "tests/experiment/grid_files.h"
#include "tests/experiment/made_up_table.h"

#include "core/experiment/grid_run.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace latex_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

namespace {

/// Every sign that means something to TeX, and those that tables bring themselves.
const char* const awkward = R"([a_b] & 50 % of #1, $x^2 ~ {y} \ <z> | "q" `r` * −1 × λ)";

std::string latexOf(Json json)
{
    const GridSpec spec = gridSpecFromJson(json, "", "spec");
    std::vector<GridCell> cells;
    const GridTable table = tableOf(spec, cells);
    return toLatex(layOutTable(spec, cells, table));
}

std::string awkwardLatex()
{
    Json json = specJson();
    json["title"] = awkward;
    json["data"][1]["name"] = json["data"][2]["name"] = std::string(awkward).substr(0, 11);
    json["data"][1]["feature"] = "HOG_[1] & {color}";
    json["maps"][0]["name"] = "ridge=0.1_a%#";
    json["maps"][1]["name"] = "*nn -- λ";
    json["table"]["columns"] = {"x_fx", "y_fx", "difference_interval", "gain"};
    return latexOf(json);
}

} // namespace

class Latex : public QObject {
    Q_OBJECT

    /// Compiles a document around the table. "" where that went well and nothing stuck out; else what TeX says.
    static QString compiled(const std::string& tex)
    {
        QTemporaryDir dir;
        std::ofstream(dir.filePath("t.tex").toStdString())
            << "\\documentclass{article}\\usepackage{booktabs,xcolor,graphicx}\\begin{document}\n"
            << tex << "\\end{document}\n";
        QProcess process;
        process.setWorkingDirectory(dir.path());
        process.start("pdflatex", {"-interaction=nonstopmode", "-halt-on-error", "t.tex"});
        if (!process.waitForFinished(120'000)) return "pdflatex does not end";
        const QString log = QString::fromUtf8(process.readAllStandardOutput());
        return process.exitCode() == 0 && !log.contains("Overfull") && !log.contains("Missing character") ? "" : log;
    }
private slots:
    void everySignHasACommand()
    {
        const std::string tex = latexOf(specJson());
        QVERIFY(tex.find("0.300$^{*}$ $\\pm$ 0.008 & 0.100 $\\pm$ 0.005") != std::string::npos);
        QVERIFY(tex.find("\\textcolor{gray}{0.419$^{*}$}") != std::string::npos);
        QVERIFY(tex.find("\\toprule") != std::string::npos);
        QVERIFY(tex.find("Emoji: 1,962 pairs, A: HOG, B: CNN.") != std::string::npos); // which features these are
        Json calibrated = specJson();
        calibrated["table"]["columns"] = {"x_fx", "x_fx_cal", "x_y", "difference", "gain", "chance", "p_at_1"};
        QVERIFY(latexOf(calibrated).find("Gr\\\"{o}ger, Wen \\& Brbi\\'{c} 2026") != std::string::npos);
        for (const std::string& one : {tex, awkwardLatex(), latexOf(calibrated)})
            for (const unsigned char c : one)
                QVERIFY(c < 128);
    }
    void signsOfTeXAreText()
    {
        const std::string tex = awkwardLatex();
        for (const char* part :
             {"{[}a\\_b] \\& 50 \\% of \\#1, \\$x\\textasciicircum{}2 \\textasciitilde{} \\{y\\}",
              "\\textbackslash{} $<$z$>$ \\textbar{}", "$-$1 $\\times$ $\\lambda$", "ridge=0.1\\_a\\%\\#"})
            QVERIFY2(tex.find(part) != std::string::npos, part);
    }
    void wideTablesAreSetSmaller()
    {
        Json json = specJson();
        json["data"].erase(2);
        json["data"].erase(1);
        json["table"] = {{"columns", {"x_fx", "y_fx"}}};
        QVERIFY(latexOf(json).find("small") == std::string::npos);
        json = specJson();
        json["table"]["columns"] = {"x_fx", "y_fx", "x_y", "difference_interval", "effect", "gain", "chance"};
        QVERIFY(latexOf(json).find("\\resizebox{\\textwidth}{!}{%\n\\begin{tabular}") != std::string::npos);
    }
    void compiles_data()
    {
        QTest::addColumn<QByteArray>("tex");
        Json json = specJson();
        QTest::newRow("the paper's layout") << QByteArray::fromStdString(latexOf(json));
        json["data"] = Json::array({specJson()["data"][0]});
        json["table"]["columns"] = {"x_fx", "y_fx", "difference"};
        QTest::newRow("one data set beside the paper") << QByteArray::fromStdString(latexOf(json));
        json = specJson();
        json["table"]["columns"] = {"x_fx", "y_fx", "x_y", "difference_interval", "effect", "gain", "chance"};
        QTest::newRow("wide") << QByteArray::fromStdString(latexOf(json));
        json["table"] = {{"columns", {"x_fx", "y_fx"}}};
        json["data"].erase(2);
        QTest::newRow("narrow") << QByteArray::fromStdString(latexOf(json));
        json = specJson();
        json["table"] = {{"columns", {"x_fx", "x_fx_cal", "p_at_1"}}};
        QTest::newRow("calibrated") << QByteArray::fromStdString(latexOf(json));
        QTest::newRow("awkward names") << QByteArray::fromStdString(awkwardLatex());
    }
    void compiles()
    {
        if (QStandardPaths::findExecutable("pdflatex").isEmpty()) QSKIP("no pdflatex here");
        QFETCH(const QByteArray, tex);
        const QString said = compiled(tex.toStdString());
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }
    void theFilesOfAGridCompile()
    {
        if (QStandardPaths::findExecutable("pdflatex").isEmpty()) QSKIP("no pdflatex here");
        const GridFiles files;
        Json json = files.smallSpec();
        json["title"] = "50 % of #1 & more_";
        json["data"][0]["feature"] = "F_1 & #2";
        json["data"][1]["feature"] = "G 50 %";
        json["maps"][0]["name"] = "a_b & c";
        json["maps"].push_back({{"name", "same #"}, {"map", "identity"}}); // fails: another dimension
        json["table"] = {{"base", "a_b & c"},
                         {"columns", {"x_fx", "y_fx", "difference_interval", "y_fx_change", "gain"}}};
        runGrid(readGridSpec(files.spec(json)), files.path("out"), false);
        std::ifstream in(files.path("out") + "/table.tex");
        const std::string tex{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        QVERIFY(tex.find("$-$") != std::string::npos && tex.find("$^{*}$") != std::string::npos);
        QVERIFY(tex.find("failed") != std::string::npos);
        const QString said = compiled(tex);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }
    void experimentTwoCompiles()
    {
        if (QStandardPaths::findExecutable("pdflatex").isEmpty()) QSKIP("no pdflatex here");
        UntrainedResult result;
        result.n = 3000;
        result.d = 100;
        for (const char* name : {"WS-353_all", "MEN & more", "SemSim", "VisSim", "SimLex", "SimVerb"}) {
            CoveredPairs pairs;
            pairs.name = name;
            result.benchmarks.push_back(pairs);
        }
        result.x.resize(6);
        UntrainedLayer layer;
        layer.depth = 1;
        layer.cosine.resize(6);
        for (auto& score : layer.cosine)
            score = {-.123, .01, .001, true, {}};
        layer.euclidean = layer.cosine;
        result.layers = {layer};
        const std::string tex = toLatex(layOutUntrained(std::span(&result, 1), "GloVe_100 %"));
        QVERIFY(tex.find("$-$0.123$^{*}$ $\\pm$ 0.010") != std::string::npos);
        const QString said = compiled(tex);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }
};

BRIDGESCOPE_TEST(Latex)

} // namespace latex_tests

#include "latex.moc"
