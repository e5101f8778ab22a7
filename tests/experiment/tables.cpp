#include "core/experiment/methods.h"
#include "core/experiment/paper_figures.h"
#include "core/experiment/printed_table.h"
#include "tests/experiment/made_up_table.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tables_tests {

using namespace bridgescope;
using Json = nlohmann::ordered_json;

class Tables : public QObject {
    Q_OBJECT
    GridSpec m_spec = gridSpecFromJson(specJson(), "", "spec");
    std::vector<GridCell> m_cells;
    GridTable m_table = tableOf(m_spec, m_cells);
    PrintedTable m_printed = layOutTable(m_spec, m_cells, m_table);
private slots:
    void laidOutAsThePaper()
    {
        QCOMPARE(m_printed.heads, (std::vector<std::string>{"Data", "Direction", "Map"}));
        QCOMPARE(m_printed.rows.size(), std::size_t(8));    // two data sets, two directions, two maps
        QCOMPARE(m_printed.columns.size(), std::size_t(8)); // features A and B, then the paper's two
        QCOMPARE(m_printed.columns[0].group, std::string("Features A"));
        QCOMPARE(m_printed.columns[4].group, std::string("Paper, ResNet"));
        QVERIFY(m_printed.columns[7].paper);
        const auto& first = m_printed.rows[0];
        QCOMPARE(first.heads, (std::vector<std::string>{"IAPR TC-12", "T → I", "lin"}));
        QCOMPARE(first.entries[0].value, std::string("0.300*"));
        QCOMPARE(first.entries[0].spread, std::string("0.008"));
        QCOMPARE(first.entries[1].value, std::string("0.100"));
        QCOMPARE(first.entries[2].cell, -1); // IAPR has one feature
        QCOMPARE(first.entries[6].value, std::string("0.419*"));
        QCOMPARE(first.entries[7].value, std::string("0.167"));
        QCOMPARE(m_printed.rows[1].heads, (std::vector<std::string>{"", "", "nn"}));
        QCOMPARE(m_printed.rows[2].heads[1], std::string("I → T"));
        QCOMPARE(m_printed.rows[2].entries[7].value, std::string("0.163"));
        QVERIFY(m_printed.rows[4].begins && !m_printed.rows[5].begins);
        QCOMPARE(m_printed.rows[4].heads[1], std::string("Words → Pictures"));
        QCOMPARE(m_printed.rows[4].entries[6].value, std::string("–")); // not in the paper
        QCOMPARE(m_printed.rows[4].entries[2].cell, 8);                 // CNN stands beside HOG
        QVERIFY(m_printed.rows[4].note.find("A: HOG, B: CNN") != std::string::npos);
    }
    void featuresOfOneNameAreOneColumn()
    {
        Json json = specJson();
        json["data"].erase(2);
        json["data"][1]["feature"] = "VGG-128";
        const GridSpec spec = gridSpecFromJson(json, "", "spec");
        std::vector<GridCell> cells;
        const GridTable table = tableOf(spec, cells);
        QCOMPARE(layOutTable(spec, cells, table).columns[0].group, std::string("VGG-128"));
    }
    void unfinishedAndFailedCells()
    {
        GridTable table = m_table;
        table.rows[0].failed = "diverged";
        std::vector<const GridRow*> known(table.rows.size(), nullptr);
        known[0] = &table.rows[0];
        const PrintedTable printed = layOutTable(m_spec, m_cells, known, 0);
        QCOMPARE(printed.rows[0].entries[0].value, std::string("failed"));
        QCOMPARE(printed.rows[0].entries[1].value, std::string("–"));
        QVERIFY(printed.rows[1].entries[0].value.empty());
        QVERIFY(printed.caption.find("Failed, " + table.rows[0].data + ": diverged.") != std::string::npos);
    }
    void captionSaysEverything()
    {
        for (const char* part : {"K = 10", "cosine", "self excluded", "5 folds, seed 0", "1,962", "0.026",
                                 "Holm over 12 tests", "standard deviation", "Collell & Moens"})
            QVERIFY2(m_printed.caption.find(part) != std::string::npos, part);
    }
    void methodsSayEverything()
    {
        std::vector<const GridRow*> known;
        for (const GridRow& row : m_table.rows)
            known.push_back(&row);
        const std::string text = methodsText(m_spec, known, m_table.tests);
        for (const char* part :
             {"5 random folds (seed 0)", "N = 1,962 pairs, Text of 64 and Image of 128 dimensions",
              "lin, ridge regression with a penalty of 0.001 times the mean variance of X",
              "one hidden layer of 512 ReLU units, squared error", "Adam with a rate of 0.001", "50 epochs",
              "cosine similarity, K = 10", "the item itself left out", "12 tests", "Bridgescope "})
            QVERIFY2(text.find(part) != std::string::npos, text.c_str());
    }
    void bibliographyFollowsTheMaps()
    {
        const std::string bib = bibliography(m_spec);
        for (const char* key :
             {"collell2018bridge", "hoerl1970ridge", "kingma2015adam", "glorot2010understanding", "holm1979simple"})
            QVERIFY2(bib.find(key) != std::string::npos, key);
        QVERIFY(bib.find("hotelling1936relations") == std::string::npos);
    }
    void numbers()
    {
        QCOMPARE(printedNumber(-.0214, 3), std::string("−0.021"));
        QCOMPARE(printedNumber(-.0001, 3), std::string("0.000")); // no minus before nothing
        QCOMPARE(printedNumber(.39250001, 3), std::string("0.393"));
        QCOMPARE(grouped(1234567), std::string("1,234,567"));
        QCOMPARE(grouped(999), std::string("999"));
    }
    void markdown()
    {
        const std::string md = toMarkdown(m_printed);
        QVERIFY(md.find("| Data | Direction | Map | Features A X,f(X) | Features A Y,f(X) |") != std::string::npos);
        QVERIFY(md.find("| 0.300\\* ± 0.008 | 0.100 ± 0.005 |") != std::string::npos);
    }
    void csvHasARowACell()
    {
        const std::string csv = toCsv(m_table);
        const auto lines = QString::fromStdString(csv).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 13);
        for (const QString& line : lines)
            QCOMPARE(line.count(','), lines[0].count(','));
        GridTable failed = m_table;
        failed.rows[0].failed = "diverged";
        const QString row = QString::fromStdString(toCsv(failed)).split('\n')[1];
        QCOMPARE(row.count(','), lines[0].count(','));
        QVERIFY(row.endsWith(",diverged"));
    }
    void htmlIsWellFormed()
    {
        const std::string html = toHtml(m_printed);
        QCOMPARE(QString::fromStdString(html).count("<tr>"), 10);
        QVERIFY(html.find("Collell &amp; Moens") != std::string::npos);
    }
    void paperFiguresAreAllThere()
    {
        QCOMPARE(paperFigures().size(), std::size_t(24));
        double xf = 0, yf = 0;
        for (const PaperFigure& figure : paperFigures()) {
            xf += figure.xf;
            yf += figure.yf;
        }
        QVERIFY(std::abs(xf - 10.424) < 1e-9); // sums of the printed columns
        QVERIFY(std::abs(yf - 4.782) < 1e-9);
        QCOMPARE(findPaperFigure("ImageNet", false, "nn", "ResNet")->xf, .354);
        QVERIFY(!findPaperFigure("ImageNet", false, "cca", "ResNet"));
    }
};

BRIDGESCOPE_TEST(Tables)

} // namespace tables_tests

#include "tables.moc"
