#include "ui/figures/figure_export.h"
#include "core/base/error.h"
#include "tests/support/test_program.h"
#include "ui/charts/category_chart.h"
#include "ui/charts/table_chart.h"
#include "ui/figures/report_charts.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

namespace figure_export_tests {

using namespace bridgescope;

class FigureExportTest : public QObject {
    Q_OBJECT
private slots:
    void svgStatesItsWidthAndKeepsTextAsText();
    void svgIsXmlWhateverThingsAreCalled();
    void narrowDifferencesNameTheirAxis();
    void svgIsVectorsOnly();
    void captionCanBeLeftOut();
    void fontSizeIsAsPrinted();
    void greyHasNoColor();
    void pngHasItsDotsPerInch();
    void pdfIsOneVectorPage();
    void sameBytesTwice();
    void csvHoldsTheTable();
    void badOptionsAreNamed();
    void unwritableFolderIsAnError();
    void reportsBecomeCharts();
    void chanceIsTheMeanOverFolds();

private:
    static MappingReport report();
    static BarChart bars();
    static CurveChart curve();
};

MappingReport FigureExportTest::report()
{
    MappingReport r;
    const auto fill = [](Overlap& o, double mean) {
        o.n = 381, o.k = 10, o.mean = mean, o.chance = 10.0 / 380;
        o.interval = {mean - 0.02, mean + 0.02};
        for (int k = 1; k <= 50; ++k) {
            o.byK.push_back(mean * k / 10);
            o.byKError.push_back(0.01);
        }
    };
    fill(r.xf, 0.46), fill(r.yf, 0.17), fill(r.xy, 0.15);
    r.difference.mean = 0.29;
    return r;
}

BarChart FigureExportTest::bars()
{
    const MappingReport r = report();
    const NamedReport named{1, QStringLiteral("Ridge, \"auto\""), &r, true};
    return BarChart(barsOf({&named, 1}, 10));
}

CurveChart FigureExportTest::curve()
{
    return CurveChart(curveOf(report(), 10));
}

void FigureExportTest::svgStatesItsWidthAndKeepsTextAsText()
{
    FigureOptions options;
    options.caption = QStringLiteral("K = 10, cosine, self excluded, held out N = 381");
    for (const double width : {84.0, 174.0, 120.5}) {
        options.widthMm = width;
        const QByteArray svg = figureSvg(bars(), options);
        QXmlStreamReader xml(svg);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.attributes().value("width").toString(), QStringLiteral("%1mm").arg(width));
        const QStringList box = xml.attributes().value("viewBox").toString().split(' ');
        QCOMPARE(box.size(), 4);
        QVERIFY(std::abs(box[2].toDouble() - width * 72 / 25.4) < 0.01); // one unit is one point
        QString text;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters) text += xml.text().toString() + '\n';
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const char* word : {"Ridge", "0.46", "0.17", "0.29", "chance 0.026", "self excluded"})
            QVERIFY2(text.contains(word), word);
    }
}

void FigureExportTest::svgIsXmlWhateverThingsAreCalled()
{
    const QString odd = QString::fromUtf8("R&D <b> \"of\" 'all' ]]> \x01 \u05e9\u05dc");
    const MappingReport r = report();
    const NamedReport named{1, odd, &r, true};
    CategoryData categories;
    categories.rows = {{odd, 30, {.4, .3, .5}, {.2, .1, .3}, {.1, 0, .2}, .2},
                       {"plain", 20, {.4, .3, .5}, {.2, .1, .3}, {.1, 0, .2}, .2}};
    TableData table;
    table.name = odd;
    TableSection section;
    section.header = {"Space", odd};
    section.rows.push_back({{.text = odd}, {.text = "1"}});
    table.sections.push_back(section);
    table.note = odd;
    FigureOptions options;
    options.caption = odd;
    options.title = odd;
    const std::vector<std::shared_ptr<const Chart>> charts{std::make_shared<BarChart>(barsOf({&named, 1}, 10)),
                                                           std::make_shared<CategoryChart>(categories),
                                                           std::make_shared<TableChart>(table)};
    for (const auto& chart : charts) {
        const QByteArray svg = figureSvg(*chart, options);
        QXmlStreamReader xml(svg);
        QStringList said;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement &&
                (xml.name() == QStringLiteral("title") || xml.name() == QStringLiteral("desc")))
                said << xml.readElementText();
        QVERIFY2(!xml.hasError(), qPrintable(chart->name() + ": " + xml.errorString()));
        QCOMPARE(said[0], QString(odd).remove(QChar(1)));
        QVERIFY2(said[1].contains("R&D <b>"), qPrintable(said[1]));
    }
}

void FigureExportTest::narrowDifferencesNameTheirAxis()
{
    DifferenceData data;
    data.k = 10;
    data.counts.assign(21, 3);
    const QByteArray name = QString::fromUtf8("per item, NNO(X,f) − NNO(Y,f)").toUtf8();
    FigureOptions options;
    for (const double width : {84.0, 174.0}) {
        options.widthMm = width;
        const QByteArray svg = figureSvg(DifferenceChart(data), options);
        QCOMPARE(svg.count(name), qsizetype(1));
        QVERIFY(svg.contains("more of X"));
    }
}

void FigureExportTest::svgIsVectorsOnly()
{
    QVERIFY(!figureSvg(bars(), {}).contains("<image"));
    QVERIFY(!figureSvg(curve(), {}).contains("<image"));
}

void FigureExportTest::captionCanBeLeftOut()
{
    FigureOptions with, without;
    with.caption = QStringLiteral("K = 10, cosine");
    QVERIFY(figureSvg(bars(), with).contains("K = 10, cosine"));
    QVERIFY(!figureSvg(bars(), without).contains("K = 10, cosine"));
}

void FigureExportTest::fontSizeIsAsPrinted()
{
    for (const double points : {8.0, 10.0}) {
        FigureOptions options;
        options.fontPt = points;
        const QString svg = QString::fromUtf8(figureSvg(bars(), options));
        auto sizes = QRegularExpression(QStringLiteral("font-size=\"([0-9.]+)(pt|px)?\"")).globalMatch(svg);
        int texts = 0;
        while (sizes.hasNext()) {
            const double size = sizes.next().captured(1).toDouble();
            QVERIFY2(std::abs(size - points) < 0.01, qPrintable(QString::number(size)));
            ++texts;
        }
        QVERIFY(texts > 3);
    }
}

void FigureExportTest::greyHasNoColor()
{
    FigureOptions options;
    options.palette = FigurePalette::Grey;
    options.dpi = 150;
    for (const auto& png : {figurePng(bars(), options), figurePng(curve(), options)}) {
        const QImage image = QImage::fromData(png);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                QVERIFY(c.red() == c.green() && c.green() == c.blue());
            }
    }
}

void FigureExportTest::pngHasItsDotsPerInch()
{
    FigureOptions options;
    options.dpi = 300;
    const QImage image = QImage::fromData(figurePng(curve(), options));
    QCOMPARE(image.width(), qRound(84 / 25.4 * 300));
    QCOMPARE(image.dotsPerMeterX(), qRound(300 / 0.0254));
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    int inked = 0;
    for (int x = 0; x < image.width(); ++x)
        inked += image.pixelColor(x, image.height() / 2) != QColor(Qt::white);
    QVERIFY(inked > 5);
}

void FigureExportTest::pdfIsOneVectorPage()
{
    const QByteArray pdf = figurePdf(bars(), {});
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.contains("/Font"));
    QVERIFY(pdf.contains("/Count 1"));
}

void FigureExportTest::sameBytesTwice()
{
    QCOMPARE(figureSvg(bars(), {}), figureSvg(bars(), {}));
    QCOMPARE(figurePng(bars(), {}), figurePng(bars(), {}));
    const QByteArray before = figurePdf(bars(), {});
    QTest::qWait(1100); // into another second
    QCOMPARE(figurePdf(bars(), {}), before);
}

void FigureExportTest::csvHoldsTheTable()
{
    const QString csv = QString::fromUtf8(figureCsv(bars(), QStringLiteral("K = 10")));
    const QStringList lines = csv.split('\n');
    QCOMPARE(lines[0], QStringLiteral("# K = 10"));
    QCOMPARE(lines[1], QStringLiteral("mapping,overlap,mean,low,high,chance,k"));
    QVERIFY(lines[2].startsWith(QStringLiteral("\"Ridge, \"\"auto\"\"\",\"X, f(X)\",0.46,")));
}

void FigureExportTest::badOptionsAreNamed()
{
    const auto message = [](const FigureOptions& options) {
        try {
            figureSvg(bars(), options);
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    FigureOptions options;
    options.widthMm = std::nan("");
    QVERIFY(message(options).contains("--width"));
    options = {};
    options.fontPt = 0;
    QVERIFY(message(options).contains("--font-size"));
    options = {};
    options.dpi = 100000;
    QVERIFY(message(options).contains("--dpi"));
    QVERIFY_THROWS_EXCEPTION(Error, figurePaletteFromId("sepia"));
    QVERIFY_THROWS_EXCEPTION(Error, exportFigure(bars(), "figure.jpg", {}));
}

void FigureExportTest::unwritableFolderIsAnError()
{
    QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(Error, exportFigure(bars(), folder.filePath("missing/figure.svg"), {}));
    exportFigure(bars(), folder.filePath("figure.SVG"), {});
    QVERIFY(QFile::exists(folder.filePath("figure.SVG")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void FigureExportTest::reportsBecomeCharts()
{
    const MappingReport r = report();
    const NamedReport named{1, "Ridge", &r, true};
    const BarData atFive = barsOf({&named, 1}, 5); // another K than the report's: from byK
    QCOMPARE(atFive.rows[0].xf.mean, 0.23);
    QVERIFY(std::abs(atFive.rows[0].xf.high - (0.23 + 0.0196)) < 1e-9);
    QVERIFY(std::abs(atFive.chance - 5.0 / 380) < 1e-12);
    const BarData atTen = barsOf({&named, 1}, 10);
    QCOMPARE(atTen.rows[0].xf.low, 0.44);
    QCOMPARE(curveOf(r, 10).series.size(), std::size_t(3));
    QCOMPARE(curveOf(r.xy, 10).series.size(), std::size_t(1));
    QVERIFY(!numberLineOf(r.xy).xf);
}

void FigureExportTest::chanceIsTheMeanOverFolds()
{
    MappingReport r = report();
    for (Overlap* overlap : {&r.xf, &r.yf, &r.xy})
        overlap->folds = {{101, .2}, {51, .3}};
    const NamedReport named{1, "Ridge", &r, true};
    const auto mean = [](double k) { return (k / 100 + k / 50) / 2; };
    QVERIFY(std::abs(barsOf({&named, 1}, 10).chance - mean(10)) < 1e-12);
    QVERIFY(std::abs(barsOf(r.xy, 5).chance - mean(5)) < 1e-12);
    QVERIFY(std::abs(curveOf(r, 10).chance[2] - mean(3)) < 1e-12);
}

BRIDGESCOPE_TEST(FigureExportTest)

} // namespace figure_export_tests

#include "figure_export.moc"
